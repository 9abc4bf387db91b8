"""Writes messages: from columns back to XML, or from a nested description to one message.

Elements come in the declared order with the prefixes that the standard's examples use. The text is
what ``Reader`` read; what the schema does not see (prefixes, comments, layout) is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import escape

from wijzer.messages.layout import ROOT, RecordClass, layout
from wijzer.standards import Element, MessageType, Structure, Wet, message_type

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns

Content = Mapping[str, Any]
_ESCAPES = {"\r": "&#13;", "\t": "&#9;", "\n": "&#10;"}


def compose(wet: Wet, number: str, content: Content) -> bytes:
    """Return one message of the newest release from a nested description.

    ``content`` maps element names to text, ``int``, ``date``, ``time``, a mapping for a group, or a
    sequence for what repeats. A wrapper such as ``ToegewezenProducten`` may be given as the sequence of
    what it holds. Order does not matter; None leaves an element out. BerichtCode, BerichtVersie,
    BerichtSubversie and XsdVersie are filled in. The result is not checked; ``check`` does.

    Raises:
        ValueError: a name that the declaration does not know at that place, or a missing element.
    """
    found = message_type(wet, number)
    return compose_type(found, content)


def compose_type(message: MessageType, content: Content) -> bytes:
    """Return one message of a given type; see ``compose``."""
    writer = _Writer(message)
    filled = dict(content)
    filled["Header"] = {**_constants(message), **filled.get("Header", {})}
    writer.group(message.root, filled, message.prefix, "Bericht")
    return writer.document()


def write(columns: MessageColumns) -> list[bytes]:
    """Return the messages held in ``columns``, in order."""
    message = columns.message_type
    assembled = _Assembler(columns).messages()
    documents = []
    for content in assembled:
        writer = _Writer(message)
        writer.group(message.root, content, message.prefix, "Bericht")
        documents.append(writer.document())
    return documents


def _constants(message: MessageType) -> dict[str, Any]:
    major, minor = message.basis.release.split(".")
    versions = {"BasisschemaXsdVersie": message.basis.xsd_version, "BerichtXsdVersie": message.xsd_version}
    constants: dict[str, Any] = {
        "BerichtCode": message.wire_code,
        "BerichtVersie": major,
        "BerichtSubversie": minor,
        "XsdVersie": versions,
    }
    for member in _header(message).members:
        if member.type == "CDT_XsdVersie" and member.min_occurs:
            constants[member.name] = versions
    return constants


def _header(message: MessageType) -> Structure:
    kind = next(member.type for member in message.root.members if member.name == "Header")
    if not isinstance(kind, Structure):
        raise TypeError(f"the header of {message.name} is not a structure")
    return kind


class _Writer:
    """Builds the text of one message."""

    def __init__(self, message: MessageType) -> None:
        self.message = message
        self.basis = message.basis
        self.parts: list[str] = []

    def document(self) -> bytes:
        """Return the whole document in UTF-8."""
        message, basis = self.message, self.basis
        namespaces = f' xmlns:{basis.prefix}="{basis.namespace}" xmlns:{message.prefix}="{message.namespace}"'
        start = f"<{message.prefix}:Bericht"
        body = "".join(self.parts).replace(f"{start}>", f"{start}{namespaces}>", 1)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()

    def group(
        self, structure: Structure, content: Any, prefix: str, name: str, inside: str | None = None
    ) -> None:
        """Write one group: its start, its members in declared order, its end."""
        if isinstance(content, Sequence) and not isinstance(content, str) and len(structure.members) == 1:
            content = {structure.members[0].name: content}
        if not isinstance(content, Mapping):
            raise ValueError(f"{name} needs a mapping of its elements")
        unknown = set(content) - {member.name for member in structure.members}
        if unknown:
            raise ValueError(f"{name} has no element {', '.join(sorted(unknown))}")
        self.parts.append(f"<{prefix}:{name}>")
        for member in structure.members:
            self._member(member, content.get(member.name), inside or self.message.prefix, name)
        self.parts.append(f"</{prefix}:{name}>")

    def _member(self, member: Element, value: Any, prefix: str, within: str) -> None:
        if value is None:
            if member.min_occurs:
                raise ValueError(f"{within} needs {member.name}")
            return
        many = member.max_occurs is None
        values = value if many and isinstance(value, Sequence) and not isinstance(value, str) else [value]
        for item in values:
            if isinstance(member.type, Structure):
                self.group(member.type, item, prefix, member.name)
            elif member.type in self.basis.structures:
                structure = self.basis.structures[member.type]
                self.group(structure, item, prefix, member.name, self.basis.prefix)
            else:
                self.parts.append(f"<{prefix}:{member.name}>{_text(item)}</{prefix}:{member.name}>")


class _Assembler:
    """Turns columns back into nested descriptions, parents before children."""

    def __init__(self, columns: MessageColumns) -> None:
        self.columns = columns
        self.root = layout(columns.message_type)

    def messages(self) -> list[dict[str, Any]]:
        """Return one description a message."""
        made: dict[tuple[int, str, int], dict[str, Any]] = {}
        order: list[dict[str, Any]] = []
        all_rows, all_meta = self.columns.rows, self.columns.meta
        for record in self.columns.records:
            pairs = zip(all_rows[record.name], all_meta[record.name], strict=True)
            for row, (message, regel, ouder, _) in pairs:
                content: dict[str, Any] = {}
                self._place_columns(record, row, content)
                made[message, record.name, regel] = content
                if record.name == ROOT:
                    order.append(content)
                else:
                    parent = made[message, record.parent or ROOT, ouder]
                    _descend(parent, record.path[:-1]).setdefault(record.path[-1], []).append(content)
        return order

    def _place_columns(self, record: RecordClass, row: Sequence[str | None], content: dict[str, Any]) -> None:
        for column, value in zip(record.columns, row, strict=True):
            if value is None:
                continue
            if column.kind == "presence":
                _descend(content, column.path)
            elif column.kind == "list":
                _descend(content, column.path[:-1])[column.path[-1]] = value.split(" ")
            else:
                _descend(content, column.path[:-1])[column.path[-1]] = value


def _descend(content: dict[str, Any], path: tuple[str, ...]) -> dict[str, Any]:
    for name in path:
        content = content.setdefault(name, {})
    return content


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    if isinstance(value, (str, int)):
        return escape(str(value), _ESCAPES)
    raise ValueError(f"cannot write a value of type {type(value).__name__}")
