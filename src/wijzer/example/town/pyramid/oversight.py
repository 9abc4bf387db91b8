"""Oversight: visits to providers and what they did not meet, and what went wrong in care.

Both follow the character of a provider. How often is invented; no published figure exists for the two towns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.providers import Provider
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.course import workday
from wijzer.values.periode import Periode

Row = dict[str, Any]
_VISITED = 90_000
"""Per million providers with clients, in a year."""
_MISSES = {"grondig": (0, 1), "uitblinker": (0, 1), "traag": (1, 6), "zwijgend": (2, 8), "maximaal": (1, 5)}
_USUAL_MISSES = (0, 4)
_SEVERITIES = ((0, 800), (1, 172), (2, 28))
_NAMES = ("licht", "ernstig", "calamiteit")
_STAYS, _ELSE = 45_000, 7_000
"""Per million toewijzingen in a quarter: with verblijf, and others."""
_CAREFUL = {"grondig": 600, "uitblinker": 500, "zwijgend": 1_500, "vol": 1_300}
"""Thousandths of the usual number of incidents."""


def _gets(given: Toewijzing, first: date, last: date) -> bool:
    return any(one.begin <= last and (one.end is None or one.end >= first) for one in given.deliveries)


def _providers(desk: Desk, first: date, last: date) -> list[Provider]:
    """Return the providers with clients between two days, by code."""
    found = {
        dossier.toewijzing.provider.agb: dossier.toewijzing.provider
        for dossier in desk.books.dossiers.values()
        if _gets(dossier.toewijzing, first, last)
    }
    return [found[agb] for agb in sorted(found)]


def visit_rows(desk: Desk) -> Iterator[Row]:
    """Yield the rows of ``toezicht``: a visit with the demands that were looked at and met."""
    chance = desk.settings.chance
    for year in range(desk.settings.first_year, desk.settings.last_year + 1):
        first, last = date(year, 1, 1), date(year, 12, 31)
        for provider in _providers(desk, first, last):
            draw = ("toezicht", desk.place.code, provider.agb, year)
            if not chance.happens(_VISITED, *draw):
                continue
            demands = chance.between(16, 30, *draw, "eisen")
            low, high = _MISSES.get(provider.character.name, _USUAL_MISSES)
            yield {
                "gemeente": desk.place.code,
                "jaar": year,
                "aanbieder": provider.agb,
                "bezocht_op": workday(first + timedelta(days=chance.below(350, *draw, "dag"))),
                "onderwerp": "kwaliteit" if chance.happens(740_000, *draw, "onderwerp") else "rechtmatigheid",
                "eisen": demands,
                "eisen_voldaan": demands - chance.between(low, high, *draw, "niet voldaan"),
                "stand_op": yearly.known_after(year),
            }


def incident_rows(desk: Desk) -> Iterator[Row]:
    """Yield the rows of ``incidenten``: by quarter, provider and severity, where there were any."""
    chance = desk.settings.chance
    counts: dict[tuple[Periode, str, int], int] = {}
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        share = _STAYS if given.product.zorgsoort in ("verblijf", "wonen") else _ELSE
        share = share * _CAREFUL.get(given.provider.character.name, 1_000) // 1_000
        every = {
            quarter for one in given.deliveries for quarter in yearly.quarters_of(one.begin, one.end, desk)
        }
        for quarter in sorted(every):
            draw = ("incident", desk.place.code, given.number, quarter)
            if chance.happens(share, *draw):
                key = (quarter, given.provider.agb, chance.weighed(_SEVERITIES, *draw, "ernst"))
                counts[key] = counts.get(key, 0) + 1
    for (quarter, agb, severity), count in sorted(counts.items()):
        yield {
            "gemeente": desk.place.code,
            "jaar": quarter.year,
            "kwartaal": quarter.quarter,
            "aanbieder": agb,
            "ernst": _NAMES[severity],
            "aantal": count,
            "stand_op": yearly.known_after(quarter.year),
        }
