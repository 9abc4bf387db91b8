"""How blind a municipality is: the administrative truth against what really happened, by quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from wijzer.example.town.books import Books
from wijzer.example.town.reckoning import Counted, administrative
from wijzer.example.town.reckoning.counted import COSTS, HOURS, STAYS, WMO, YOUTH
from wijzer.example.town.settings import Settings

Figures = dict[str, Any]
Key = tuple[str, str]
SHOWN: dict[str, tuple[str, Key, Key | None]] = {
    "hours": ("Hours of household help a client", (HOURS, "uren"), (HOURS, "clienten")),
    "helped": ("Clients with household help", (HOURS, "clienten"), None),
    "youth": ("Youth provisions", (YOUTH, "voorzieningen"), None),
    "wmo": ("Wmo provisions", (WMO, "voorzieningen"), None),
    "stays": ("Days of a stay that ended", (STAYS, "dagen_beeindigd"), (STAYS, "verblijven_beeindigd")),
    "costs": ("Cost of the social domain", (COSTS, "lasten_zonder_wsw_en_uitkeringen_cent"), None),
}
"""What is shown: title, the part that is counted, and the part that it is divided by."""


def measure(ledger: Iterable[Counted], actual: Iterable[Counted]) -> Figures:
    """Return per number and quarter: administrative, real, and the difference in per cent of the real."""
    told, real = _parts(ledger), _parts(actual)
    quarters = sorted(quarter for quarter in real if "-Q" in quarter)
    return {
        name: {
            quarter: _gap(_value(told[quarter], top, bottom), _value(real[quarter], top, bottom))
            for quarter in quarters
        }
        for name, (_, top, bottom) in SHOWN.items()
    }


def as_known(
    books: Books, settings: Settings, actual: Iterable[Counted], final: Iterable[Counted]
) -> dict[str, dict[str, list[float | None]]]:
    """Return per number and year the difference at its end: as known that day, a month later, at last."""
    real, told = _parts(actual), _parts(final)
    found: dict[str, dict[str, list[float | None]]] = {name: {} for name in SHOWN}
    for year in range(settings.first_year, settings.last_year + 1):
        quarter = f"{year}-Q4"
        days = (date(year, 12, 31), date(year + 1, 1, 31))
        known = [*(_parts(administrative(books, settings, day)) for day in days), told]
        for name, (_, top, bottom) in SHOWN.items():
            true = _value(real[quarter], top, bottom)
            found[name][str(year)] = [_percent(_value(parts[quarter], top, bottom), true) for parts in known]
    return found


def _parts(counted: Iterable[Counted]) -> dict[str, dict[Key, Fraction | int]]:
    found: dict[str, dict[Key, Fraction | int]] = defaultdict(dict)
    for one in counted:
        found[str(one.periode)][one.indicator, one.part] = one.value
    return found


def _value(parts: dict[Key, Fraction | int], top: Key, bottom: Key | None) -> float | None:
    if bottom is None:
        return float(parts[top])
    return float(parts[top] / Fraction(parts[bottom])) if parts[bottom] else None


def _gap(told: float | None, real: float | None) -> dict[str, float | None]:
    return {
        "administrative": None if told is None else round(told, 2),
        "real": None if real is None else round(real, 2),
        "percent": _percent(told, real),
    }


def _percent(told: float | None, real: float | None) -> float | None:
    return None if told is None or not real else round(100 * (told - real) / real, 2)
