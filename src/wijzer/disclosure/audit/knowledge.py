"""What everybody knows besides the published numbers: code lists, definitions, residents."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

Splits = Mapping[str, tuple[tuple[str, ...], ...]]
"""Code → the ways in which it is divided, each way all of its parts."""

_YEARS = re.compile(r"^(\d{4})(?:-(\d{4}))?$")
_WIJK = re.compile(r"^WK(\d{6})$")
_BUURT = re.compile(r"^BU(\d{8})$")


class Ratio(NamedTuple):
    """How a published figure is made: ``numerator / denominator x scale``, rounded to ``decimals``."""

    numerator: str
    denominator: str
    scale: float
    decimals: int


@dataclass(frozen=True, slots=True)
class Public:
    """Public knowledge. The code "" of a dimension is "all together".

    ``lists`` gives the splits by dimension; periods and laws need none, they follow from their names.
    ``stocks`` are indicators counted on one day, ``overlaps`` the dimensions in which cells of a variable
    overlap (a client with two providers), both from the published definitions. ``residents`` gives
    known numbers of residents by codes (sorted pairs), a ceiling for the variables in ``persons``.
    ``never_empty`` says that a withheld number is known not to be zero. ``editions_alike`` says that an
    outsider lays editions beside each other. ``ratios`` tells how each figure (``indicator.naam``) is made.
    """

    lists: Mapping[str, Splits] = field(default_factory=dict)
    stocks: frozenset[str] = frozenset()
    overlaps: Mapping[str, frozenset[str]] = field(default_factory=dict)
    residents: Mapping[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    persons: frozenset[str] = frozenset()
    never_empty: bool = False
    editions_alike: bool = True
    ratios: Mapping[str, Ratio] = field(default_factory=dict)

    def ways(self, variable: str, dimension: str, code: str, present: Iterable[str]) -> list[tuple[str, ...]]:
        """Return the ways in which a code is divided; ``present`` are the codes that were published."""
        found = list(self.lists.get(dimension, {}).get(code, ()))
        if dimension == "wet" and not code:
            found.append(("jw", "wmo"))
        if dimension == "periode":
            found += _periods(code, present, stock=variable.partition(".")[0] in self.stocks)
        return found

    def ceiling(self, variable: str, at: tuple[tuple[str, str], ...]) -> int | None:
        """Return the most that a number of persons can be: the residents of the smallest known group."""
        if variable not in self.persons:
            return None
        mine = set(at)
        known = [number for codes, number in self.residents.items() if mine.issuperset(codes)]
        return min(known, default=None)


def read_code_list(path: Path) -> dict[str, dict[str, tuple[tuple[str, ...], ...]]]:
    """Read a public code list: CSV with ``dimensie``, ``indeling``, ``code`` and ``deel``.

    Rows with the same dimension, ``indeling`` and code together are one way to divide that code.
    """
    ways: dict[tuple[str, str, str], list[str]] = {}
    with path.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            ways.setdefault((row["dimensie"], row["code"], row["indeling"]), []).append(row["deel"])
    found: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for (dimension, code, _), parts in ways.items():
        lists = found.setdefault(dimension, {})
        lists[code] = (*lists.get(code, ()), tuple(parts))
    return found


def cbs_areas(codes: Iterable[str]) -> Splits:
    """Divide the whole in wijken (WK + 6 digits) and each wijk in its buurten (BU + 8), by their codes.

    ``codes`` must be all codes of the gemeente, from the list of Statistics Netherlands (CBS).
    """
    wijken = sorted({code for code in codes if _WIJK.match(code)})
    buurten = sorted({code for code in codes if _BUURT.match(code)})
    found = {"": (tuple(wijken),)} if wijken else {}
    for wijk in wijken:
        inside = tuple(code for code in buurten if code[2:8] == wijk[2:])
        if inside:
            found[wijk] = (inside,)
    return found


def _periods(code: str, present: Iterable[str], *, stock: bool) -> list[tuple[str, ...]]:
    found = _YEARS.match(code)
    if not found:
        return []
    first, last = int(found[1]), int(found[2] or found[1])
    if stock:
        return [(f"{last}-Q4",)]
    if first == last:
        return [tuple(f"{first}-Q{number}" for number in (1, 2, 3, 4))]
    ways = [tuple(str(year) for year in range(first, last + 1))]
    for other in present:
        inner = _YEARS.match(other)
        if inner and inner[2] and other != code and first <= int(inner[1]) and int(inner[2]) <= last:
            years = range(first, last + 1)
            ways.append((other, *(str(y) for y in years if not int(inner[1]) <= y <= int(inner[2]))))
    return ways
