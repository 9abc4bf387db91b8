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
    authorised eyes only. ``values`` lists the only values that may stand in the column, each with its
    meaning in Dutch. ``lineage`` names the message elements or delivered columns that it comes from:
    ``"301:ToegewezenProduct/Ingangsdatum"`` or ``"historie_toewijzingen:ingangsdatum"``.
    """

    name: str
    dtype: Dtype
    meaning: str
    unit: str | None = None
    caveat: str | None = None
    personal: bool = False
    nullable: bool = True
    values: tuple[tuple[str, str], ...] = ()
    lineage: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One fact table: ``grain`` says in Dutch what one row is; ``key`` is unique within the table.

    ``rules`` are the official rule ids that decide how messages become these rows. ``partition`` is empty
    for a table that holds for every gemeente. A table that is the newest delivery and nothing more names
    that ``delivery``, and the ``scope`` within which a newer one replaces it.
    """

    name: str
    grain: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    caveats: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    partition: tuple[str, ...] = ("gemeente",)
    delivery: str = ""
    scope: tuple[str, ...] = ()

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(column.name for column in self.columns)

    @property
    def personal(self) -> bool:
        """Whether a row is about one person, under pseudonym."""
        return any(column.personal for column in self.columns)

    def column(self, name: str) -> Column:
        """Return the column called ``name``; KeyError when the table has none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")


@dataclass(frozen=True, slots=True)
class Record:
    """The columns that the folding reads of one dataset (``b301_toegewezen_product``, ``t_producten``).

    ``columns`` maps a column to its type. A dataset that was never delivered is an empty table of this
    shape; one that lacks a column is an error.
    """

    name: str
    columns: tuple[tuple[str, Dtype], ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(name for name, _ in self.columns)
