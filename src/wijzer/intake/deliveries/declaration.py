"""How a delivered table is declared: columns, types, codes, keys, period, personal or not.

A delivery is data. Recognition, reading, checking, the template, the documentation and the retention
all follow from it. Which delivery holds when two speak of the same is declared too: ``replaces`` names
the columns of the scope that a newer delivery replaces as a whole, and ``known_since`` the date that
makes one newer than the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text",
    "name",
    "code",
    "date",
    "integer",
    "decimal",
    "money",
    "yesno",
    "choice",
    "bsn",
    "gemeente",
    "postcode",
]
Dtype = Literal["string", "int64", "float64", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A permitted value with its meaning in Dutch."""

    value: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a delivered table.

    A ``name`` is text about organisations, provisions or questions that must not tell of a person.
    ``meaning`` is plain Dutch. ``required``: no cell may be empty. ``optional_column``: the column itself
    may be absent. ``pattern`` and ``pattern_says`` narrow a code, with the words for an error;
    ``pad`` gives back the leading zeros that a spreadsheet took. ``personal``: the value is never shown.
    ``lowest`` and ``highest`` bound a number; an amount of money may have 0 as its lowest.
    """

    name: str
    kind: Kind
    meaning: str
    example: str
    required: bool = True
    optional_column: bool = False
    choices: tuple[Choice, ...] = ()
    pattern: str | None = None
    pattern_says: str = ""
    pad: int = 0
    lowest: int | None = None
    highest: int | None = None
    personal: bool = False

    @property
    def values(self) -> tuple[str, ...]:
        """The permitted values."""
        return tuple(choice.value for choice in self.choices)


@dataclass(frozen=True, slots=True)
class Demand:
    """What one cell asks of another in its row.

    When ``column`` holds one of ``values`` (any value, when none are named), ``other`` must be ``filled``,
    or else be empty.
    """

    column: str
    values: tuple[str, ...]
    other: str
    filled: bool

    @property
    def when(self) -> str:
        """When it holds, in Dutch, behind 'gevuld' or 'leeg'."""
        return (
            f"bij {self.column} {' of '.join(self.values)}" if self.values else f"als {self.column} er staat"
        )


@dataclass(frozen=True, slots=True)
class Delivery:
    """One delivered table; ``name`` is that of its file, its template and its record ``t_<name>``.

    ``key``: no two rows of a delivery have the same. ``replaces``: the scope that a newer delivery
    replaces; empty when rows add up. ``known_since``: the column with the date since when the content
    is known, the same within a scope. ``asked_of``: of whom a gemeente asks it.

    What is checked of the content: ``ordered`` names columns (all dates, or all numbers) of which none that
    is filled lies before, or is less than, one that is named earlier; ``same`` names columns with one value
    within a scope; ``demands`` is what cells ask of each other.
    """

    name: str
    title: str
    purpose: str
    asked_of: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    replaces: tuple[str, ...]
    known_since: str
    ordered: tuple[tuple[str, ...], ...] = ()
    same: tuple[str, ...] = ()
    demands: tuple[Demand, ...] = ()

    @property
    def record(self) -> str:
        """The name of its record."""
        return f"t_{self.name}"

    def column(self, name: str) -> Column:
        """Return a column by name."""
        return next(column for column in self.columns if column.name == name)

    @property
    def personal(self) -> bool:
        """Whether rows are about persons."""
        return any(column.personal for column in self.columns)


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """One column of the record that a delivery becomes."""

    name: str
    dtype: Dtype


_DTYPES: dict[Kind, Dtype] = {
    "text": "string",
    "name": "string",
    "code": "string",
    "choice": "string",
    "date": "date",
    "integer": "int64",
    "decimal": "float64",
    "yesno": "boolean",
}
_ADDRESS = ("postcode", "huisnummer", "huisletter", "toevoeging")


def record_columns(delivery: Delivery) -> tuple[RecordColumn, ...]:
    """Return the columns of the record: personal values transformed, money in cents, marks of origin.

    A BSN becomes ``client``; the birth date ``geboortejaar`` and ``geboortemaand``; an address ``plek``
    and, in the history of persons, ``adres``. Added are ``aanlevering`` (first 32 hexadecimal characters
    of the content hash), ``regel`` (row number in the file, the heading is 1) and ``bekend_vanaf``.
    """
    result: list[RecordColumn] = []
    for column in delivery.columns:
        if column.kind == "bsn":
            result.append(RecordColumn("client", "string"))
        elif column.name == "geboortedatum":
            result += [RecordColumn("geboortejaar", "int64"), RecordColumn("geboortemaand", "date")]
        elif column.name == "postcode":
            result += [RecordColumn("adres", "string")] if delivery.personal else []
            result.append(RecordColumn("plek", "string"))
        elif column.name in _ADDRESS:
            continue
        elif column.kind == "money":
            result.append(RecordColumn(f"{column.name}_cent", "int64"))
        elif column.kind == "gemeente":
            continue
        else:
            result.append(RecordColumn(column.name, _DTYPES[column.kind]))
    return (
        *result,
        RecordColumn("aanlevering", "string"),
        RecordColumn("regel", "int64"),
        RecordColumn("gemeente", "string"),
        RecordColumn("bekend_vanaf", "date"),
    )
