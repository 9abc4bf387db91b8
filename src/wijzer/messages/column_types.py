"""From the texts of a column to values of its type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from wijzer.messages.layout import Column


def typed(column: Column, text: pa.Array) -> pa.Array:
    """Return the texts of one column as an array of its type."""
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
