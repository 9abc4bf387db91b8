"""Writes messages: from columns back to XML, or from a nested description to one message.

Elements come in the declared order with the prefixes that the standard's examples use. The text is
what ``Reader`` read; what the schema does not see (prefixes, comments, layout) is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from functools import cache
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
    filled = dict(content)
    filled["Header"] = {**_constants(message), **filled.get("Header", {})}
    return _document(message, filled)


def write(columns: MessageColumns) -> list[bytes]:
    """Return the messages held in ``columns``, in order."""
    return [_document(columns.message_type, content) for content in _Assembler(columns).messages()]


@cache
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


@dataclass(frozen=True, slots=True)
class _Group:
    """How one group is written: its tags, and its members in declared order."""

    name: str
    begin: str
    end: str
    members: tuple[_Member, ...]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Member:
    """How one member of a group is written: as a group, or as text between two tags."""

    name: str
    required: bool
    many: bool
    begin: str
    end: str
    group: _Group | None


@cache
def _plan(message: MessageType) -> _Group:
    """Work out once per message type how it is written."""
    return _group(message, message.root, message.prefix, "Bericht", message.prefix)


def _group(message: MessageType, structure: Structure, prefix: str, name: str, inside: str) -> _Group:
    members = tuple(_one(message, member, inside) for member in structure.members)
    names = frozenset(member.name for member in members)
    return _Group(name, f"<{prefix}:{name}>", f"</{prefix}:{name}>", members, names)


def _one(message: MessageType, member: Element, prefix: str) -> _Member:
    """Plan one member. What lies in a composed type of the basisschema has the prefix of that schema."""
    basis, group = message.basis, None
    if isinstance(member.type, Structure):
        group = _group(message, member.type, prefix, member.name, message.prefix)
    elif member.type in basis.structures:
        group = _group(message, basis.structures[member.type], prefix, member.name, basis.prefix)
    tag = f"{prefix}:{member.name}"
    return _Member(
        member.name, member.min_occurs > 0, member.max_occurs is None, f"<{tag}>", f"</{tag}>", group
    )


def _document(message: MessageType, content: Content) -> bytes:
    """Return the whole document in UTF-8."""
    parts: list[str] = []
    plan, basis = _plan(message), message.basis
    _write_group(plan, content, parts)
    namespaces = f' xmlns:{basis.prefix}="{basis.namespace}" xmlns:{message.prefix}="{message.namespace}"'
    parts[0] = f"{plan.begin[:-1]}{namespaces}>"
    body = "".join(parts)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'.encode()


def _write_group(plan: _Group, content: Any, parts: list[str]) -> None:
    """Write one group: its start, its members in declared order, its end."""
    if not isinstance(content, Mapping):
        if not isinstance(content, Sequence) or isinstance(content, str) or len(plan.members) != 1:
            raise ValueError(f"{plan.name} needs a mapping of its elements")
        content = {plan.members[0].name: content}
    if not plan.names.issuperset(content):
        raise ValueError(f"{plan.name} has no element {', '.join(sorted(set(content) - plan.names))}")
    parts.append(plan.begin)
    for member in plan.members:
        value = content.get(member.name)
        if value is None:
            if member.required:
                raise ValueError(f"{plan.name} needs {member.name}")
            continue
        several = member.many and isinstance(value, Sequence) and not isinstance(value, str)
        for item in value if several else (value,):
            if member.group is not None:
                _write_group(member.group, item, parts)
            else:
                parts.append(f"{member.begin}{_text(item)}{member.end}")
    parts.append(plan.end)


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
    if isinstance(value, (str, int)):
        text = str(value)
        return text if text.isalnum() else escape(text, _ESCAPES)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M:%S")
    raise ValueError(f"cannot write a value of type {type(value).__name__}")
