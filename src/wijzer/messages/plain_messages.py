"""Plain messages as they wait in columns: their bytes, until somebody asks for a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
import pyarrow as pa

from wijzer.messages.layout import RecordClass
from wijzer.messages.plain_form import PlainForm, Start
from wijzer.messages.plain_tokens import PlainTokens

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns


class PlainMessages:
    """Messages of one form that the schema has accepted, each with its number in the columns."""

    def __init__(self, form: PlainForm) -> None:
        self.form = form
        self._whole: list[bytes] = []
        self._bodies: list[memoryview] = []
        self._numbers: list[int] = []
        self._breaks: list[int] = []
        self._known: PlainTokens | None = None

    def __len__(self) -> int:
        """The number of messages."""
        return len(self._numbers)

    def add(self, number: int, data: bytes, start: Start) -> None:
        """Take one message as it is."""
        self._whole.append(data)
        self._bodies.append(memoryview(data)[start.length :])
        self._numbers.append(number)
        self._breaks.append(start.breaks)
        self._known = None

    def drop_from(self, number: int) -> None:
        """Forget the messages with this number and higher."""
        while self._numbers and self._numbers[-1] >= number:
            del self._whole[-1], self._bodies[-1], self._numbers[-1], self._breaks[-1]
            self._known = None

    def settle(self, retake: Callable[[bytes, MessageColumns, int], None], columns: MessageColumns) -> bool:
        """Find the elements; say whether there were messages that ``retake`` had to read another way.

        It puts the rows of these in ``columns``, and they are forgotten here.
        """
        if self._known is not None or not self._numbers:
            return False
        self._known = PlainTokens(self.form, self._bodies)
        odd = self._known.odd
        if not odd:
            return False
        for place in sorted(odd):
            retake(self._whole[place], columns, self._numbers[place])
        kept = [place for place in range(len(self._numbers)) if place not in odd]
        self._whole = [self._whole[place] for place in kept]
        self._bodies = [self._bodies[place] for place in kept]
        self._numbers = [self._numbers[place] for place in kept]
        self._breaks = [self._breaks[place] for place in kept]
        self._known = None
        self.settle(retake, columns)
        return True

    @property
    def _tokens(self) -> PlainTokens:
        if self._known is None:
            raise RuntimeError("settle comes before any question about values")
        return self._known

    def count(self, record: str) -> int:
        """Return the number of records of a class; ``settle`` comes first, as for all below."""
        return self._tokens.count(record) if self._numbers else 0

    def texts(self, record: str, column: int) -> pa.Array:
        """Return one column of a record class as the texts of the messages."""
        return self._tokens.texts(record, column)

    def place(self, record: RecordClass, name: str) -> pa.Array:
        """Return one of the four numbers of each row; the names are those of ``MessageColumns``."""
        return pa.array(self._place(record, name), pa.int64())

    def _place(self, record: RecordClass, name: str) -> Any:
        if name == "regel":
            return self._tokens.numbers(record.name)
        if name == "ouder":
            if record.parent is None:
                return np.zeros(len(self._numbers), np.int64)
            return self._tokens.parents(record.name, record.parent)
        messages = self._tokens.messages(record.name)
        if name == "bericht_nummer":
            return np.array(self._numbers)[messages]
        return 1 + np.array(self._breaks)[messages] + self._tokens.breaks(record.name)
