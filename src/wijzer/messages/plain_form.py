"""The plain form of a message: how its bytes look when nothing but elements and text is in it.

Nearly all messages are written so: UTF-8, one prefix for each of the two namespaces, declared at the root,
and below it no attributes, comments, references or CDATA. Once the schema has accepted such a message, its
bytes alone tell its records: the tag of an element, with those around it, is the place of its value.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Literal

import numpy as np
import pyarrow as pa

from wijzer.messages.layout import ROOT, record_class
from wijzer.messages.plan import Group, Member, plans
from wijzer.messages.recognition import namespaces
from wijzer.standards import MessageType

NOWHERE, AMBIGUOUS = -1, -2

Kind = Literal["leaf", "list", "presence"]


@dataclass(frozen=True, slots=True)
class Path:
    """One place in a message: its tag (a number), depth below the root, and the place around it."""

    tag: int
    depth: int
    parent: int


@dataclass(frozen=True, slots=True)
class Start:
    """The start of a message up to the end of its root tag: its form, length in bytes, and line breaks."""

    form: PlainForm
    length: int
    breaks: int
    ascii_only: bool


class PlainForm:
    """One message type with one choice of prefixes; ``spaces`` gives the prefix ("" or "m:") by namespace."""

    def __init__(self, message_type: MessageType, spaces: dict[str, bytes]) -> None:
        self.message_type = message_type
        self._spaces = spaces
        self._numbers: dict[bytes, int] = {}
        self.paths: list[Path] = []
        self.records: dict[str, int] = {}
        """The path of each record class by its name."""
        self.columns: dict[str, list[tuple[int, Kind]]] = {plan.name: [] for plan in plans(message_type)}
        """For each column of a record class, in order, the path of its value and its kind."""
        root = plans(message_type)[0]
        self.root_tag = self._tag(root.tag)
        self.records[ROOT] = self._path(root.tag, 0, NOWHERE)
        self._walk(root.group, ROOT, 0, 0)
        self.tags = pa.array(list(self._numbers), pa.binary()).cast(pa.string())
        self._index()
        self._header(root.group.members[0])

    def _tag(self, qualified: str) -> bytes:
        space, _, name = qualified[1:].rpartition("}")
        return b"<%b%b>" % (self._spaces[space], name.encode("ascii"))

    def _path(self, qualified: str, depth: int, parent: int) -> int:
        tag = self._numbers.setdefault(self._tag(qualified), len(self._numbers))
        self.paths.append(Path(tag, depth, parent))
        return len(self.paths) - 1

    def _walk(self, group: Group, record: str, parent: int, depth: int) -> None:
        for member in group.members:
            here = self._path(member.tag, depth + 1, parent)
            if member.record is not None:
                self.records[member.record.name] = here
                self._walk(member.record.group, member.record.name, here, depth + 1)
            elif member.group is None:
                self.columns[record].append((here, "list" if member.joined else "leaf"))
            else:
                if member.group.presence:
                    self.columns[record].append((here, "presence"))
                self._walk(member.group, record, here, depth + 1)

    def _index(self) -> None:
        """Lay out what finds a path: by tag and depth, and where that is not enough by what is around it."""
        self.deepest = max(path.depth for path in self.paths)
        self.by_depth = np.full((len(self.tags), self.deepest + 1), NOWHERE, np.int16)
        self.by_parent = np.full((len(self.paths), len(self.tags)), NOWHERE, np.int16)
        ambiguous: set[int] = set()
        for number, path in enumerate(self.paths):
            known = self.by_depth[path.tag, path.depth]
            self.by_depth[path.tag, path.depth] = number if known == NOWHERE else AMBIGUOUS
            if known != NOWHERE:
                ambiguous.add(path.depth)
            if path.parent != NOWHERE:
                self.by_parent[path.parent, path.tag] = number
        self.ambiguous_depths = sorted(ambiguous)

    def _header(self, header: Member) -> None:
        names = record_class(self.message_type, ROOT).column_names
        kinds: list[Kind] = []
        self.header_pattern = re.compile(self._pattern(header, kinds))
        self.header_columns = tuple(zip(names, kinds, strict=False))
        self.header_groups = {name: group for group, (name, _) in enumerate(self.header_columns)}

    def _pattern(self, member: Member, kinds: list[Kind]) -> bytes:
        """Return the pattern of one element of the header, with a group for each column."""
        tag = re.escape(self._tag(member.tag))
        end = re.escape(self._tag(member.tag).replace(b"<", b"</"))
        if member.group is not None:
            if member.group.presence:
                kinds.append("presence")
                tag = b"(%b)" % tag
            inside = b"".join(self._pattern(one, kinds) for one in member.group.members)
            whole = rb"\s*%b%b\s*%b" % (tag, inside, end)
        elif member.joined:
            kinds.append("list")
            return rb"((?:\s*%b[^<]*%b)%b)" % (tag, end, b"*" if member.optional else b"+")
        else:
            kinds.append("leaf")
            whole = rb"\s*%b([^<]*)%b" % (tag, end)
        return b"(?:%b)?" % whole if member.optional else whole

    def find_header(self, data: bytes, start: int) -> re.Match[bytes] | None:
        """Find the header of the message whose root tag ends at ``start``; None when it looks otherwise."""
        return self.header_pattern.match(data, start)

    def header(self, found: re.Match[bytes]) -> dict[str, str | None]:
        """Return the values of a header that was found, once the schema has accepted the message."""
        values = zip(self.header_columns, found.groups(), strict=True)
        return {name: _value(kind, text) for (name, kind), text in values}

    def header_value(self, found: re.Match[bytes], name: str) -> str | None:
        """Return one value of such a header."""
        group = self.header_groups[name]
        return _value(self.header_columns[group][1], found[group + 1])


def _value(kind: Kind, text: bytes | None) -> str | None:
    if not text:
        return None
    if kind == "leaf":
        return text.decode("utf-8")
    if kind == "presence":
        return "1"
    return " ".join(value.decode("utf-8") for value in re.findall(rb">([^<]*)</", text))


def plain_start(message_type: MessageType, data: bytes) -> Start | None:
    """Return the start of a message that may be plain, None when it surely is not."""
    end = data.find(b">", data.find(b"Bericht")) + 1
    start = _start(message_type, data[:end])
    if start is None or b"&" in data or b"\r" in data or (start.ascii_only and not data.isascii()):
        return None
    return start


@lru_cache(maxsize=1024)
def _start(message_type: MessageType, head: bytes) -> Start | None:
    found = namespaces(head)
    if found is None:
        return None
    declared, encoding, _ = found
    wanted = (message_type.namespace, message_type.basis.namespace)
    prefixes = [[prefix for prefix, space in declared if space == one.encode()] for one in wanted]
    if [len(one) for one in prefixes] != [1, 1]:
        return None
    form = _form(message_type, *(one[0] for one in prefixes))
    return Start(form, len(head), head.count(b"\n"), encoding not in {None, b"utf-8"})


@cache
def _form(message_type: MessageType, own: bytes, basis: bytes) -> PlainForm:
    spaces: dict[str, Any] = {
        message_type.namespace: b"%b:" % own if own else b"",
        message_type.basis.namespace: b"%b:" % basis if basis else b"",
    }
    return PlainForm(message_type, spaces)
