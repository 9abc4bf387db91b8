"""Columns of many messages of one type: what the reader fills and the writer reads.

Values are kept as the text of the message; ``table`` gives them their types. A mark taken before a file
and rolled back after a rejection leaves nothing of that file behind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from wijzer.messages.layout import Column, record_class, record_classes
from wijzer.standards import MessageType

Row = Sequence[str | None]
Meta = tuple[int, int, int, int]
MESSAGE, REGEL, OUDER, XML_REGEL = "bericht_nummer", "regel", "ouder", "xml_regel"
META_NAMES = (MESSAGE, REGEL, OUDER, XML_REGEL)


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the columns to roll back to."""

    messages: int
    flushes: int
    lengths: tuple[int, ...]


class MessageColumns:
    """The rows of all record classes of one message type, over any number of messages.

    Each row also knows four numbers: ``bericht_nummer`` (0-based ordinal of the message since the
    columns were made), ``regel`` (1-based ordinal within its class and message), ``ouder`` (regel of
    the record around it; 1 below the root, 0 for the root) and ``xml_regel`` (line of the file).

    ``on_full`` is called between two parts of one huge message when more than ``limit`` rows are held;
    it takes the rows (``table``) and calls ``clear``. What it took of a message that is rejected later
    is the caller's to drop: ``flushes`` tells how often rows were taken. ``header`` holds the
    header of the newest message, also while it is being read, and ``split`` the ordinals of messages whose
    rows were taken in parts.
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
        self.rows: dict[str, list[Row]] = {record.name: [] for record in self.records}
        self.meta: dict[str, list[Meta]] = {record.name: [] for record in self.records}
        self.header: dict[str, str | None] = {}
        self.reading = False
        self.split: set[int] = set()
        self.changes = 0
        self._arrays: dict[tuple[str, str], tuple[tuple[int, int], pa.Array]] = {}

    def __len__(self) -> int:
        """The number of rows held, over all record classes."""
        return sum(len(rows) for rows in self.rows.values())

    def mark(self) -> Mark:
        """Remember how far the columns are filled."""
        return Mark(
            self.messages, self.flushes, tuple(len(self.rows[record.name]) for record in self.records)
        )

    def rollback(self, mark: Mark) -> None:
        """Drop all that came after ``mark`` and is still held."""
        self._changed()
        same = mark.flushes == self.flushes
        for record, length in zip(self.records, mark.lengths, strict=True):
            keep = length if same else 0
            del self.rows[record.name][keep:]
            del self.meta[record.name][keep:]
        self.messages = mark.messages
        self.split = {message for message in self.split if message < mark.messages}
        self.reading = False

    def begin(self) -> None:
        """Note that a message is being read."""
        self.header = {}
        self.reading = True

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
        for record in self.records:
            self.rows[record.name].clear()
            self.meta[record.name].clear()

    def _changed(self) -> None:
        self.changes += 1
        self._arrays.clear()

    def column(self, record: str, name: str) -> list[str | None]:
        """Return one column as the texts of the messages."""
        position = record_class(self.message_type, record).index[name]
        return [row[position] for row in self.rows[record]]

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
        state = (self.changes, len(self.rows[record]))
        kept = self._arrays.get((record, name))
        if kept is None or kept[0] != state:
            kept = self._arrays[record, name] = (state, self._array(record, name))
        return kept[1]

    def _array(self, record: str, name: str) -> pa.Array:
        if name in META_NAMES:
            place = itemgetter(META_NAMES.index(name))
            return pa.array(list(map(place, self.meta[record])), pa.int64())
        found = record_class(self.message_type, record)
        position = found.index[name]
        return typed(found.columns[position], list(map(itemgetter(position), self.rows[record])))


def typed(column: Column, values: Any) -> pa.Array:
    """Return the texts of one column as an array of its type."""
    text = pa.array(values, pa.string())
    base = column.type.base
    if column.kind == "list" or base == "string":
        return text
    text = pc.utf8_trim_whitespace(text)
    if base == "time":
        return pc.utf8_slice_codeunits(text, 0, 8)
    target = pa.int64() if base == "integer" else pa.date32()
    try:
        return pc.cast(text, target)
    except pa.ArrowInvalid:
        convert: Callable[[str], Any] = int if base == "integer" else _date
        return pa.array([None if item is None else convert(item) for item in text.to_pylist()], target)


def _date(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
