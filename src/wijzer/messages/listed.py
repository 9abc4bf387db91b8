"""Rows as lists: what was read from a tree or in pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import itemgetter

import pyarrow as pa

Row = Sequence[str | None]
Meta = tuple[int, int, int, int]


class Listed:
    """The rows of each record class in the order of the messages, and of each row its four numbers."""

    def __init__(self, records: Iterable[str]) -> None:
        self.rows: dict[str, list[Row]] = {record: [] for record in records}
        self.meta: dict[str, list[Meta]] = {record: [] for record in self.rows}

    def drop_from(self, message: int) -> None:
        """Forget the rows of the messages with this number and higher."""
        for record, rows in self.rows.items():
            meta = self.meta[record]
            while meta and meta[-1][0] >= message:
                del rows[-1], meta[-1]

    def sort(self) -> None:
        """Put rows in the order of the messages again, after some were added later."""
        for record, rows in self.rows.items():
            meta = self.meta[record]
            order = sorted(range(len(meta)), key=lambda place: meta[place][0])
            rows[:], meta[:] = [rows[place] for place in order], [meta[place] for place in order]

    def clear(self) -> None:
        """Forget all rows."""
        for record, rows in self.rows.items():
            rows.clear()
            self.meta[record].clear()

    def place(self, record: str, position: int) -> pa.Array:
        """Return one of the four numbers of the rows of a class."""
        return pa.array(list(map(itemgetter(position), self.meta[record])), pa.int64())

    def texts(self, record: str, position: int) -> pa.Array:
        """Return one column of a class as the texts of the messages."""
        return pa.array(list(map(itemgetter(position), self.rows[record])), pa.string())
