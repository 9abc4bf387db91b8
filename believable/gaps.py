"""How blind a municipality is: the administrative truth against what really happened, by quarter."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from wijzer.example.town.reckoning import Counted
from wijzer.example.town.reckoning.counted import COSTS, HOURS, STAYS, WMO, YOUTH

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
    percent = None if told is None or not real else round(100 * (told - real) / real, 2)
    return {
        "administrative": None if told is None else round(told, 2),
        "real": None if real is None else round(real, 2),
        "percent": percent,
    }
