"""Reading a published file: ``waarden.csv``, as anybody can download it.

Columns that describe the number are known by name; every other column is a dimension, also one that is
added later. An empty code means "all together".
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

State = Literal["getoond", "onderdrukt", "ontbreekt"]
_ABOUT = frozenset(
    {"gemeentenaam", "indicator", "soort", "naam", "waarde", "eenheid", "stand", "reden"}
    | {"nog_te_verwachten", "bekend_tot_en_met"}
)
_NEEDED = ("indicator", "soort", "naam", "waarde", "eenheid", "stand")
_MEASURES = frozenset({"uur", "uren", "uur per week", "dagen", "weken", "euro", "procent"})
_SHOWN = frozenset({"getoond", "voorlopig"})


class Unreadable(ValueError):  # noqa: N818
    """A published file lacks what the auditor needs, or says something twice."""


class Place(NamedTuple):
    """Where a number stands: the edition, what is counted (``indicator.naam``), and its codes."""

    edition: str
    variable: str
    at: tuple[tuple[str, str], ...]

    def moved(self, dimension: str, code: str) -> Place:
        """Return the place with another code in one dimension; an empty one is "all together"."""
        at = {name: other for name, other in self.at if name != dimension}
        if code:
            at[dimension] = code
        return self._replace(at=tuple(sorted(at.items())))

    @property
    def label(self) -> str:
        """Name the place in Dutch."""
        where = ", ".join(f"{name} {code}" for name, code in self.at)
        return f"{self.variable} ({where}; uitgave {self.edition})"


@dataclass(frozen=True, slots=True)
class Number:
    """One published number: between ``low`` and ``high`` when shown, unknown (both None) when not.

    ``whole`` says that only whole numbers are possible. Counts are exact, and so are amounts, in cents; other
    measures are rounded. A ``ratio`` is a figure made of two numbers, as it was shown.
    """

    place: Place
    state: State
    whole: bool
    low: float | None = None
    high: float | None = None
    ratio: bool = False


def read_published(path: Path, edition: str) -> list[Number]:
    """Read the counts, sums and shown ratios of one published file.

    A number that does not exist (``ontbreekt``) adds nothing to a sum. Raises Unreadable.
    """
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        columns = reader.fieldnames or ()
        absent = [name for name in _NEEDED if name not in columns]
        if absent:
            raise Unreadable(f"{path.name}: kolom {', '.join(absent)} ontbreekt")
        dimensions = [name for name in columns if name not in _ABOUT]
        found: dict[Place, Number] = {}
        for row in reader:
            if row["soort"] == "cijfer" and row["stand"] not in _SHOWN:
                continue
            at = tuple(sorted((name, row[name]) for name in dimensions if row[name]))
            name = f"cijfer {row['naam']}" if row["soort"] == "cijfer" else row["naam"]
            number = _number(row, Place(edition, f"{row['indicator']}.{name}", at), path)
            if found.setdefault(number.place, number) != number:
                raise Unreadable(f"{path.name}: {number.place.label} staat er twee keer")
    return list(found.values())


def _number(row: dict[str, str], place: Place, path: Path) -> Number:
    whole = row["eenheid"] not in _MEASURES
    if row["stand"] == "ontbreekt":
        return Number(place, "ontbreekt", whole, 0.0, 0.0)
    if row["stand"] not in _SHOWN:
        return Number(place, "onderdrukt", whole)
    text = row["waarde"].lstrip("'").replace(",", ".")
    try:
        value = float(text)
    except ValueError as error:
        raise Unreadable(f"{path.name}: {place.label}: '{row['waarde']}' is geen getal") from error
    if row["soort"] == "cijfer":
        return Number(place, "getoond", False, value, value, ratio=True)
    exact = whole or row["eenheid"] == "euro"
    half = 0.0 if exact else 0.5 * 10.0 ** -max(2, len(text.partition(".")[2]))
    return Number(place, "getoond", whole, value - half, value + half)
