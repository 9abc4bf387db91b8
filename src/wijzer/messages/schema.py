"""Compiles a declaration to a schema in memory, so that libxml2 checks structure at C speed.

The text mirrors the published schemas type by type and name by name: an ``xsi:type`` in a message may
name a type, so names and derivations are part of the verdict. Nothing is read from disk: the import of
the basisschema is served by a resolver that knows no other document.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import quoteattr

from lxml import etree

from wijzer.standards import Basisschema, Element, MessageType, SimpleType, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator

XS = "http://www.w3.org/2001/XMLSchema"
BASIS_LOCATION = "basisschema.xsd"


class _OnlyBasisschema(etree.Resolver):
    """Serves the basisschema of one release from memory and refuses everything else."""

    def __init__(self, text: bytes) -> None:
        self.text = text

    def resolve(self, system_url: str, public_id: str, context: object) -> object:
        if system_url == BASIS_LOCATION:
            return self.resolve_string(self.text, context)
        return self.resolve_empty(context)


@cache
def compiled(message_type: MessageType) -> etree.XMLSchema:
    """Return the compiled schema of a message type; compiled once per process."""
    parser = etree.XMLParser(no_network=True, load_dtd=False)
    parser.resolvers.add(_OnlyBasisschema(basis_xsd(message_type.basis)))
    return etree.XMLSchema(etree.fromstring(message_xsd(message_type), parser))


def basis_xsd(basis: Basisschema) -> bytes:
    """Return the schema document of the basisschema."""
    lines = [
        f'<xs:schema xmlns:xs="{XS}" xmlns:{basis.prefix}="{basis.namespace}"'
        f' targetNamespace="{basis.namespace}" elementFormDefault="qualified">'
    ]
    for simple in basis.simple_types.values():
        lines.extend(_simple(simple, basis))
    for structure in basis.structures.values():
        lines.extend(_structure(structure, basis.prefix, basis.prefix))
    return "\n".join([*lines, "</xs:schema>"]).encode()


def message_xsd(message: MessageType) -> bytes:
    """Return the schema document of one message type."""
    basis = message.basis
    lines = [
        f'<xs:schema xmlns:xs="{XS}" xmlns:{basis.prefix}="{basis.namespace}"'
        f' xmlns:{message.prefix}="{message.namespace}" targetNamespace="{message.namespace}"'
        ' elementFormDefault="qualified">',
        f'<xs:import namespace="{basis.namespace}" schemaLocation="{BASIS_LOCATION}"/>',
        f'<xs:element name="Bericht" type="{message.prefix}:{message.root.name}"/>',
    ]
    for structure in structures(message.root).values():
        lines.extend(_structure(structure, message.prefix, basis.prefix))
    return "\n".join([*lines, "</xs:schema>"]).encode()


def structures(root: Structure) -> dict[str, Structure]:
    """Return the message's own structures by name, the root first."""
    found = {root.name: root}
    for element in root.members:
        if isinstance(element.type, Structure):
            found.update(structures(element.type))
    return found


def _simple(simple: SimpleType, basis: Basisschema) -> Iterator[str]:
    yield f'<xs:simpleType name="{simple.name}"><xs:restriction base="xs:{simple.base}">'
    if simple.code_list is not None:
        for code in basis.code_lists[simple.code_list].codes:
            yield f"<xs:enumeration value={quoteattr(code.code)}/>"
    facets = (
        ("minLength", simple.min_length),
        ("maxLength", simple.max_length),
        ("pattern", simple.pattern),
        ("minInclusive", simple.min_value),
        ("maxInclusive", simple.max_value),
    )
    for facet, value in facets:
        if value is not None:
            yield f"<xs:{facet} value={quoteattr(str(value))}/>"
    yield "</xs:restriction></xs:simpleType>"


def _structure(structure: Structure, own: str, basis: str) -> Iterator[str]:
    yield f'<xs:complexType name="{structure.name}"><xs:sequence>'
    for element in structure.members:
        yield from _element(element, own, basis)
    yield "</xs:sequence></xs:complexType>"


def _element(element: Element, own: str, basis: str) -> Iterator[str]:
    name = f"{own}:{element.type.name}" if isinstance(element.type, Structure) else f"{basis}:{element.type}"
    maximum = "unbounded" if element.max_occurs is None else element.max_occurs
    head = f'<xs:element name="{element.name}" minOccurs="{element.min_occurs}" maxOccurs="{maximum}"'
    if element.pattern is None:
        yield f'{head} type="{name}"/>'
    else:
        yield f'{head}><xs:simpleType><xs:restriction base="{name}">'
        yield f"<xs:pattern value={quoteattr(element.pattern)}/>"
        yield "</xs:restriction></xs:simpleType></xs:element>"
