"""What a fact table declares: grain, columns, meaning, unit, caveats, personal or not, and lineage.

A declaration is data. The Parquet store, the documentation, the leak scan and the engines all read
it; nothing about a column is written down twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Dtype = Literal["string", "int64", "float64", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a fact table.

    ``meaning`` is plain Dutch (B1), since people read it. ``unit`` names the unit of a number
    (``cent``, ``dagen``, ``uren per week``). ``personal`` marks pseudonymised personal data, for
    authorised eyes only. ``lineage`` names the message elements or delivered columns that it comes
    from: ``"301:ToegewezenProduct/Ingangsdatum"`` or ``"historie_toewijzing:ingangsdatum"``.
    """

    name: str
    dtype: Dtype
    meaning: str
    unit: str | None = None
    caveat: str | None = None
    personal: bool = False
    nullable: bool = True
    lineage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One fact table: ``grain`` says in Dutch what one row is; ``key`` is unique within the table."""

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    caveats: tuple[str, ...] = ()
    partition: tuple[str, ...] = ("gemeente",)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)
