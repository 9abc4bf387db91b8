"""Columns of many messages of one type: what the reader fills and the writer reads.

Values are kept as the text of the message; ``table`` gives them their types. Plain messages are kept as
they are until somebody asks for values, the others as rows. A mark taken before a file and rolled back
after a rejection leaves nothing of that file behind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from re import Match
from typing import Any

import numpy as np
import pyarrow as pa

from wijzer.messages.column_types import typed
from wijzer.messages.layout import record_class, record_classes
from wijzer.messages.listed import Listed, Meta, Row
from wijzer.messages.plain_form import PlainForm, Start
from wijzer.messages.plain_messages import PlainMessages
from wijzer.standards import MessageType

MESSAGE, REGEL, OUDER, XML_REGEL = "bericht_nummer", "regel", "ouder", "xml_regel"
META_NAMES = (MESSAGE, REGEL, OUDER, XML_REGEL)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the columns to roll back to."""

    messages: int


class MessageColumns:
    """The rows of all record classes of one message type, over any number of messages.

    Each row also knows four numbers: ``bericht_nummer`` (0-based ordinal of the message since the
    columns were made), ``regel`` (1-based ordinal within its class and message), ``ouder`` (regel of
    the record around it; 1 below the root, 0 for the root) and ``xml_regel`` (line of the file).

    ``on_full`` is called between two parts of one huge message when more than ``limit`` rows are held;
    it takes the rows (``table``) and calls ``clear``. What it took of a message that is rejected later
    is the caller's to drop: ``flushes`` tells how often rows were taken. ``split`` holds the ordinals of
    messages whose rows were taken in parts.
    """

    def __init__(
        self,
        message_type: MessageType,
        on_full: Callable[[MessageColumns], None] | None = None,
        limit: int = 200_000,
    ) -> None:
        self.message_type = message_type
        self.records = record_classes(message_type)
        self.on_full = on_full
        self.limit = limit
        self.messages = 0
        self.flushes = 0
        self.listed = Listed(record.name for record in self.records)
        self._header: dict[str, str | None] = {}
        self._plain_header: tuple[PlainForm, Match[bytes]] | None = None
        self.reading = False
        self.split: set[int] = set()
        self.plain: dict[PlainForm, PlainMessages] = {}
        self._retake: Callable[[bytes, MessageColumns, int], None] | None = None
        self._changes = 0
        self._arrays: dict[tuple[str, str], tuple[tuple[int, int], pa.Array]] = {}

    def __len__(self) -> int:
        """The number of rows held, over all record classes."""
        return sum(self.count(record.name) for record in self.records)

    def count(self, record: str) -> int:
        """Return the number of rows of one record class."""
        plain = self._settled()
        return len(self.listed.rows[record]) + sum(group.count(record) for group in plain)

    def mark(self) -> Mark:
        """Remember how far the columns are filled."""
        return Mark(self.messages)

    def rollback(self, mark: Mark) -> None:
        """Drop all that came after ``mark`` and is still held."""
        self._changed()
        for group in self.plain.values():
            group.drop_from(mark.messages)
        self.listed.drop_from(mark.messages)
        self.messages = mark.messages
        self.split = {message for message in self.split if message < mark.messages}
        self.reading = False

    @property
    def header(self) -> dict[str, str | None]:
        """The header of the newest message, also while it is being read."""
        if self._plain_header is not None:
            form, found = self._plain_header
            self.header = form.header(found)
        return self._header

    @header.setter
    def header(self, values: dict[str, str | None]) -> None:
        self._header, self._plain_header = values, None

    def header_value(self, name: str) -> str | None:
        """Return one value of the header of the newest message."""
        if self._plain_header is None:
            return self._header[name]
        form, found = self._plain_header
        return form.header_value(found, name)

    def begin(self) -> None:
        """Note that a message is being read."""
        self.header = {}
        self.reading = True

    def add_plain(
        self,
        start: Start,
        header: Match[bytes],
        data: bytes,
        retake: Callable[[bytes, MessageColumns, int], None],
    ) -> None:
        """Take a plain message that the schema has accepted.

        ``retake`` reads one into listed rows with a given number, when it is found not to be plain.
        """
        group = self.plain.get(start.form)
        if group is None:
            group = self.plain[start.form] = PlainMessages(start.form)
        group.add(self.messages, data, start)
        self._plain_header = (start.form, header)
        self._retake = retake
        self._changes += 1

    def finish(self) -> None:
        """Note that a message has been read as a whole."""
        self.messages += 1
        self.reading = False

    def clear(self) -> None:
        """Forget the rows, keep the count of messages; note a message that is thereby split."""
        self._changed()
        self.flushes += 1
        if self.reading:
            self.split.add(self.messages)
        self.plain.clear()
        self.listed.clear()

    def _changed(self) -> None:
        self._changes += 1
        self._arrays.clear()

    def _settled(self) -> list[PlainMessages]:
        """Return the plain messages with their elements found; what is not plain after all is listed."""
        if self._retake is not None:
            moved = [group.settle(self._retake, self) for group in self.plain.values()]
            if any(moved):
                self._changed()
                self.listed.sort()
        return [group for group in self.plain.values() if len(group)]

    @property
    def rows(self) -> Mapping[str, list[Row]]:
        """The rows of each record class as the texts of the messages."""
        if not self._settled():
            return self.listed.rows
        return {record.name: self._rows(record.name, record.column_names) for record in self.records}

    @property
    def meta(self) -> Mapping[str, list[Meta]]:
        """The four numbers of each row, per record class."""
        if not self._settled():
            return self.listed.meta
        made: dict[str, list[Any]] = {}
        for record in self.records:
            columns = (self.array(record.name, name).to_pylist() for name in META_NAMES)
            made[record.name] = list(zip(*columns, strict=True))
        return made

    def _rows(self, record: str, names: Sequence[str]) -> list[Row]:
        return list(zip(*(self.column(record, name) for name in names), strict=True))

    def column(self, record: str, name: str) -> list[str | None]:
        """Return one column as the texts of the messages."""
        texts: list[str | None] = self._texts(record, name).to_pylist()
        return texts

    def table(self, record: str, personal: bool = True) -> pa.Table:
        """Return a record class as a typed table: strings, int64, date32; times as ``HH:MM:SS``.

        ``personal`` False leaves out the columns that must not leave intake as they are. Columns of
        kind "presence" are left out: they only serve the writer. A date outside the years 1-9999 is
        valid for the schema; it becomes null here.
        """
        found = record_class(self.message_type, record)
        arrays: dict[str, pa.Array] = {name: self.array(record, name) for name in META_NAMES}
        wanted = [
            column
            for column in found.columns
            if column.kind != "presence" and (personal or not column.personal)
        ]
        arrays |= {column.name: self.array(record, column.name) for column in wanted}
        return pa.table(arrays)

    def array(self, record: str, name: str) -> pa.Array:
        """Return one column, or one of the four numbers of a row, as a typed array.

        Arrays are kept until rows are added or taken away, since rules and tables ask for the same ones.
        """
        state = (self._changes, len(self.listed.rows[record]))
        kept = self._arrays.get((record, name))
        if kept is None or kept[0] != state:
            made = self._array(record, name)
            state = (self._changes, len(self.listed.rows[record]))
            kept = self._arrays[record, name] = (state, made)
        return kept[1]

    def _array(self, record: str, name: str) -> pa.Array:
        if name not in META_NAMES:
            found = record_class(self.message_type, record)
            return typed(found.columns[found.index[name]], self._texts(record, name))
        found = record_class(self.message_type, record)
        parts = [group.place(found, name) for group in self._settled()]
        parts.append(self.listed.place(record, META_NAMES.index(name)))
        return self._in_order(record, parts)

    def _texts(self, record: str, name: str) -> pa.Array:
        position = record_class(self.message_type, record).index[name]
        parts = [group.texts(record, position) for group in self._settled()]
        parts.append(self.listed.texts(record, position))
        return self._in_order(record, parts)

    def _in_order(self, record: str, parts: Sequence[pa.Array]) -> pa.Array:
        """Join what the groups of messages hold, in the order of the messages."""
        filled = [part for part in parts if len(part)]
        if len(filled) <= 1:
            return filled[0] if filled else parts[0]
        numbers = [group.place(record_class(self.message_type, record), MESSAGE) for group in self._settled()]
        numbers.append(self.listed.place(record, META_NAMES.index(MESSAGE)))
        order = np.argsort(pa.concat_arrays(numbers).to_numpy(), kind="stable")
        return pa.concat_arrays(parts).take(pa.array(order))
