"""The official schemas, compiled by libxml2 and laid open as a tree of particles.

Nothing of our own declarations is used here: what these modules say, they read in the published files.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lxml import etree

XS = "{http://www.w3.org/2001/XMLSchema}"
FOLDERS = ("iWmo-3.2", "iWmo-3.2-retour-afgeleid", "iJw-3.2")
NUMBERS = ("301", "302", "305", "306", "307", "308", "315", "316", "317", "318", "319", "320", "323", "325")
NAMES = tuple(law + number for law in ("WMO", "JW") for number in NUMBERS)


@dataclass(frozen=True)
class Facet:
    """One facet of a leaf: kind ("pattern", "enumeration", "maxLength", …) and value."""

    kind: str
    value: str


@dataclass(frozen=True, eq=False)
class Particle:
    """One place in the content model: a leaf with its base and facets, or a group with children."""

    name: str
    namespace: str
    path: tuple[str, ...]
    minimum: int
    many: bool
    base: str | None
    facets: tuple[Facet, ...]
    children: tuple[Particle, ...]

    @property
    def tag(self) -> str:
        return f"{{{self.namespace}}}{self.name}"

    def walk(self) -> list[Particle]:
        """This particle and all below it, in document order."""
        return [self, *(found for child in self.children for found in child.walk())]


@dataclass(frozen=True, eq=False)
class Oracle:
    """One official message schema."""

    name: str
    official: bool
    file: Path
    root: Particle

    @property
    def schema(self) -> etree.XMLSchema:
        return compiled(self.file)

    def accepts(self, document: bytes) -> bool:
        """Say whether the official schema accepts the document, read as a tree."""
        parser = etree.XMLParser(no_network=True, load_dtd=False)
        try:
            tree = etree.fromstring(document, parser)
        except (etree.XMLSyntaxError, ValueError):
            return False
        return bool(self.schema.validate(tree))


@cache
def compiled(file: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(file)))


@cache
def load(shared: Path, name: str) -> Oracle:
    """Load one official schema by the name of its message, such as ``WMO323``."""
    folder = shared / "istandaarden" / "xsd"
    file = next(folder / part / f"{name}.xsd" for part in FOLDERS if (folder / part / f"{name}.xsd").exists())
    message = etree.parse(str(file)).getroot()
    basis = etree.parse(str(file.parent / "basisschema.xsd")).getroot()
    return Oracle(name, "afgeleid" not in file.parent.name, file, _Opened(message, basis).root())


class _Opened:
    """Two schema documents, opened along the types that a message uses."""

    def __init__(self, message: etree._Element, basis: etree._Element) -> None:
        self.documents = {document.get("targetNamespace"): document for document in (message, basis)}
        self.message = message

    def root(self) -> Particle:
        declared = self.message.find(f"{XS}element")
        return self.particle(declared, self.message, ())

    def particle(self, declared: etree._Element, document: etree._Element, path: tuple[str, ...]) -> Particle:
        name = declared.get("name")
        here = (*path, name)
        minimum = int(declared.get("minOccurs", "1"))
        many = declared.get("maxOccurs", "1") == "unbounded"
        namespace = document.get("targetNamespace")
        inline = declared.find(f"{XS}simpleType")
        if inline is not None:
            base, facets = self.simple(inline, document)
            return Particle(name, namespace, here, minimum, many, base, facets, ())
        kind, home = self.named(declared.get("type"), document)
        if kind.tag == f"{XS}simpleType":
            base, facets = self.simple(kind, home)
            return Particle(name, namespace, here, minimum, many, base, facets, ())
        children = tuple(self.particle(child, home, here) for child in kind.find(f"{XS}sequence"))
        return Particle(name, namespace, here, minimum, many, None, (), children)

    def simple(self, kind: etree._Element, document: etree._Element) -> tuple[str, tuple[Facet, ...]]:
        restriction = kind.find(f"{XS}restriction")
        own = tuple(
            Facet(etree.QName(facet).localname, facet.get("value"))
            for facet in restriction
            if etree.QName(facet).localname != "annotation"
        )
        prefix, _, local = restriction.get("base").partition(":")
        if document.nsmap[prefix] == XS.strip("{}"):
            return local, own
        base, inherited = self.simple(*self.named(restriction.get("base"), document))
        return base, (*inherited, *own)

    def named(self, qualified: str, document: etree._Element) -> tuple[etree._Element, etree._Element]:
        prefix, _, local = qualified.partition(":")
        home = self.documents[document.nsmap[prefix]]
        found = [child for child in home if child.get("name") == local and child.tag != f"{XS}element"]
        return found[0], home
