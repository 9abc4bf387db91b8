"""Takes the records of many plain messages from their bytes, in whole columns at once.

The messages stand one behind another in one run of bytes. All places of ``<`` and ``>`` in it are found at
once; between them lie, in turn, tags and texts, so that their numbers alone tell the depth of each element:
of the tags before an element twice the number that open, less all. The value of a column is the text
behind the tag at its path.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wijzer.messages.layout import ROOT
from wijzer.messages.plain_form import AMBIGUOUS, NOWHERE, PlainForm

Numbers = Any
"""A numpy array of whole numbers."""

_LESS, _SLASH, _BREAK = ord("<"), ord("/"), ord("\n")
_NOT_GREATER = 0xFD
"""The bits that ``<`` and ``>`` have in common with no other character."""


class PlainTokens:
    """The elements of many messages of one form. ``bodies`` begin right behind the root tag.

    ``odd`` holds the places of messages that are not plain after all (comments, attributes, CDATA, empty
    tags); when there are any, nothing else may be asked.
    """

    def __init__(self, form: PlainForm, bodies: list[memoryview]) -> None:
        self.form = form
        parts = [part for body in bodies for part in (form.root_tag, body)]
        self._bytes = b"".join(parts)
        self._all = np.frombuffer(self._bytes, np.uint8)
        lengths = np.fromiter(map(len, bodies), np.int64, len(bodies)) + len(form.root_tag)
        self._ends = np.cumsum(lengths)
        self.odd: set[int] = set()
        self._find()

    def _find(self) -> None:
        marks = np.flatnonzero((self._all & _NOT_GREATER) == _LESS).astype(np.int32)
        less = self._all[marks] == _LESS
        if not less[0::2].all() or less[1::2].any():
            self._note_odd(marks[1:][less[1:] == less[:-1]])
            return
        self._opens = np.flatnonzero(self._all[marks[0::2] + 1] != _SLASH)
        self._places = marks[0::2][self._opens]
        marks[1::2] += 1
        self._offsets = marks
        buffers = (pa.py_buffer(marks), pa.py_buffer(self._bytes))
        self._texts = pa.StringArray.from_buffers(len(marks) - 1, *buffers)
        tags = pc.index_in(self._texts.take(pa.array(2 * self._opens)), value_set=self.form.tags)
        if tags.null_count:
            self._note_odd(self._places[tags.is_null().to_numpy(zero_copy_only=False)])
            return
        self._find_paths(tags.to_numpy())

    def _note_odd(self, places: Numbers) -> None:
        messages: Numbers = np.searchsorted(self._ends, places, "right")
        self.odd.update(messages.tolist())

    def _find_paths(self, tags: Numbers) -> None:
        depths = 2 * np.arange(len(tags)) - self._opens
        paths = self.form.by_depth[tags, depths]
        for depth in self.form.ambiguous_depths:
            unsure = np.flatnonzero((paths == AMBIGUOUS) & (depths == depth))
            around = np.flatnonzero(depths == depth - 1)
            parents = paths[around[np.searchsorted(around, unsure) - 1]]
            paths[unsure] = self.form.by_parent[parents, tags[unsure]]
        if (paths == NOWHERE).any():
            raise ValueError("an element stands where the schema has no place for it")
        self._order = np.argsort(paths, kind="stable")
        self._bounds = np.concatenate(([0], np.cumsum(np.bincount(paths, minlength=len(self.form.paths)))))

    def _at(self, path: int) -> Numbers:
        """Return which elements stand at a path, in order."""
        return self._order[self._bounds[path] : self._bounds[path + 1]]

    def _rows(self, record: str) -> Numbers:
        return self._at(self.form.records[record])

    def count(self, record: str) -> int:
        """Return the number of records of a class."""
        return len(self._rows(record))

    def messages(self, record: str) -> Numbers:
        """Return for each record of a class the place of its message."""
        return np.searchsorted(self._rows(ROOT), self._rows(record), "right") - 1

    def numbers(self, record: str) -> Numbers:
        """Return for each record of a class its number within its class and message, from 1."""
        rows = self._rows(record)
        before: Numbers = np.searchsorted(rows, self._rows(ROOT))
        return np.arange(1, len(rows) + 1) - before[self.messages(record)]

    def parents(self, record: str, around: str) -> Numbers:
        """Return for each record of a class the number of the record of class ``around`` that it is in."""
        at = np.searchsorted(self._rows(around), self._rows(record), "right") - 1
        return self.numbers(around)[at]

    def breaks(self, record: str) -> Numbers:
        """Return for each record of a class the line breaks before it within its message's body."""
        breaks = np.flatnonzero(self._all == _BREAK)
        starts = np.concatenate(([0], self._ends[:-1]))
        before = np.searchsorted(breaks, self._places[self._rows(record)])
        first: Numbers = np.searchsorted(breaks, starts)
        return before - first[self.messages(record)]

    def texts(self, record: str, column: int) -> pa.Array:
        """Return one column of a record class as the texts of the messages."""
        path, kind = self.form.columns[record][column]
        rows, elements = self._rows(record), self._at(path)
        if kind == "list":
            return self._joined(rows, elements)
        texts = 2 * self._opens[elements] + 1
        missing = np.zeros(len(elements), np.bool_)
        if kind == "leaf":
            missing = self._offsets[texts] == self._offsets[texts + 1]
        if len(elements) != len(rows):
            at = np.searchsorted(rows, elements, "right") - 1
            all_texts, all_missing = np.zeros(len(rows), np.int64), np.ones(len(rows), np.bool_)
            all_texts[at], all_missing[at] = texts, missing
            texts, missing = all_texts, all_missing
        if kind == "presence":
            return pc.if_else(pa.array(missing), None, "1")
        return self._texts.take(pa.array(texts, mask=missing if missing.any() else None))

    def _joined(self, rows: Numbers, elements: Numbers) -> pa.Array:
        at = np.searchsorted(rows, elements, "right") - 1
        bounds = np.searchsorted(at, np.arange(len(rows) + 1))
        texts = self._texts.take(pa.array(2 * self._opens[elements] + 1))
        joined = pc.binary_join(pa.ListArray.from_arrays(pa.array(bounds, pa.int32()), texts), " ")
        return pc.if_else(pa.array(bounds[1:] == bounds[:-1]), None, joined)
