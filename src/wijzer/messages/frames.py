"""Columns made ready for rules: typed arrays per record class, with the root's values beside each record."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from wijzer.messages.column_types import typed
from wijzer.messages.columns import MESSAGE, MessageColumns
from wijzer.messages.layout import ROOT, record_class

ROOT_PREFIX = f"{ROOT}."


class Frames:
    """The frames of all record classes of some columns; each array is made once."""

    def __init__(self, columns: MessageColumns) -> None:
        self.columns = columns
        self.message_type = columns.message_type
        self.made: dict[str, Frame] = {}

    def __getitem__(self, record: str) -> Frame:
        """Return the frame of one record class."""
        if record not in self.made:
            self.made[record] = Frame(self, record)
        return self.made[record]


class Frame:
    """The rows of one record class as typed arrays by column name.

    ``bericht.<column>`` gives the root's value for each row. Inside a message that is still being read,
    only the header of the root is known; other root values are null there.
    """

    def __init__(self, frames: Frames, record: str) -> None:
        self.frames = frames
        self.record = record
        self.declared = record_class(frames.message_type, record)
        self.arrays: dict[str, Any] = {}

    def __len__(self) -> int:
        return self.frames.columns.count(self.record)

    def array(self, name: str) -> Any:
        """Return one column as a typed array."""
        if name not in self.arrays:
            self.arrays[name] = self._root(name) if name.startswith(ROOT_PREFIX) else self._own(name)
        return self.arrays[name]

    def _own(self, name: str) -> Any:
        return self.frames.columns.array(self.record, name)

    def _root(self, name: str) -> Any:
        root = self.frames[ROOT]
        own = name.removeprefix(ROOT_PREFIX)
        values, messages = root.array(own), root.array(MESSAGE)
        header = self.frames.columns.header
        if self.frames.columns.reading:
            column = root.declared.columns[root.declared.index[own]]
            values = pa.concat_arrays([values, typed(column, pa.array([header.get(own)], pa.string()))])
            messages = pa.concat_arrays([messages, pa.array([self.frames.columns.messages], pa.int64())])
        return pc.take(values, pc.index_in(self.array(MESSAGE), value_set=messages))
