"""Rows with their number, as CSV and XLSX both give them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Row(NamedTuple):
    """One row: its number in the file (the first is 1) and its cells."""

    number: int
    cells: Sequence[object]


@dataclass(slots=True)
class Sheet:
    """A run of rows; ``name`` is the sheet's, empty for CSV, and ``shown`` what reports call it."""

    name: str
    rows: Iterator[Row]
    shown: str = ""

    def place(self, row: int, column: str) -> str:
        """Say where a cell is, in Dutch."""
        sheet = f"blad {self.shown}, " if self.shown else ""
        return f"{sheet}rij {row}, kolom {column}"
