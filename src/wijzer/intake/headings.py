"""Which delivery a heading belongs to, by its column names and the name of the file."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from wijzer.intake.cells import is_empty
from wijzer.intake.deliveries import DELIVERIES, Delivery
from wijzer.intake.refusals import Refused

_WORD = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A recognised heading: where each declared column stands, and which places are of no delivery."""

    delivery: Delivery
    places: dict[str, int]
    unknown: tuple[int, ...]


def plain(cell: object) -> str:
    """Write a column name one way: lower case, no accents, words joined by ``_``."""
    if not isinstance(cell, str):
        return ""
    letters = unicodedata.normalize("NFKD", cell.strip().lstrip("\ufeff").casefold())
    return _WORD.sub("_", letters.encode("ascii", "ignore").decode()).strip("_")


def _missing(delivery: Delivery, found: set[str]) -> list[str]:
    return [c.name for c in delivery.columns if not c.optional_column and c.name not in found]


def recognise(cells: Sequence[object], file_name: str, sheet: str = "") -> Heading:
    """Return the delivery that a heading belongs to.

    Raises Refused when there is none, when columns are missing, or when a column stands twice. The text
    names declared columns only: without a heading, the first row is about persons.
    """
    names = [plain(cell) for cell in cells]
    found = set(names) - {""}
    hint = f"{plain(PurePath(file_name).stem)}_{plain(sheet)}"
    ranked = sorted(DELIVERIES, key=lambda one: _rank(one, found, hint), reverse=True)
    best = ranked[0]
    missing = _missing(best, found)
    known = {column.name for column in best.columns} & found
    if missing and (len(known) < len(missing) or len(known) < 2):
        raise Refused("tabel_niet_herkend", "De eerste rij bevat niet de kolomnamen van een sjabloon.")
    if missing:
        raise Refused(
            "tabel_afgekeurd",
            f"Dit lijkt de aanlevering {best.name}, maar er ontbreken kolommen.",
            [f"kolom {name} ontbreekt: {best.column(name).meaning}" for name in missing],
        )
    double = sorted(name for name in known if names.count(name) > 1)
    if double:
        raise Refused(
            "tabel_afgekeurd",
            "Kolommen komen meer dan één keer voor.",
            [f"kolom {name} staat er meer dan één keer" for name in double],
        )
    places = {name: names.index(name) for name in known}
    unknown = tuple(
        place for place, cell in enumerate(cells) if not is_empty(cell) and place not in places.values()
    )
    return Heading(best, places, unknown)


def _rank(delivery: Delivery, found: set[str], hint: str) -> tuple[bool, bool, int, float]:
    declared = {column.name for column in delivery.columns}
    complete = not _missing(delivery, found)
    named = delivery.name in hint
    return complete, named, len(declared & found), len(declared & found) / len(declared)


def column_letter(place: int) -> str:
    """Return the letters of a spreadsheet column; the first is A."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
