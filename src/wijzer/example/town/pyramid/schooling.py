"""Education: pupils, those at risk of falling behind, and places of early education (VVE).

A pupil is a resident of 4 to 12 on the first of October. The level of the risk is near the target of the
programme (10%); places were kept the same, as the programme asks.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.people_in_care import buurt_of

Row = dict[str, Any]
_FIRST, _LAST = 4, 12
_TODDLER = (2, 3)
_AT_RISK = (125_000, 105_000, 90_000, 140_000, 115_000)
"""Per million children, by buurt in turn: buurten differ."""
_TAKES_PART = 780_000
_CORONA_YEARS = {2020: 850, 2021: 900}
"""Thousandths of the toddlers that take part during corona."""
_PLACES_PER_TODDLER = 95
"""Places in thousandths of the toddlers of the first year."""


def education_rows(population: Population, desk: Desk) -> Iterator[Row]:
    """Yield the rows of ``onderwijs``, one a year."""
    settings = desk.settings
    places: int | None = None
    for year in range(settings.first_year, settings.last_year + 1):
        day = date(year, 10, 1)
        here = [
            (one, one.age(day))
            for one in population.people
            if 0 <= year - one.born.year <= _LAST + 1 and one.lives_here(day)
        ]
        pupils = [one for one, age in here if _FIRST <= age <= _LAST]
        toddlers = [one for one, age in here if age in _TODDLER]
        if places is None:
            places = -(-len(toddlers) * _PLACES_PER_TODDLER // 1_000)
        share = _TAKES_PART * _CORONA_YEARS.get(year, 1_000) // 1_000
        taking = sum(
            _at_risk(desk, one, day)
            and settings.chance.happens(share, "vve", desk.place.code, one.serial, year)
            for one in toddlers
        )
        yield {
            "gemeente": desk.place.code,
            "jaar": year,
            "leerlingen": len(pupils),
            "risico_achterstand": sum(_at_risk(desk, one, day) for one in pupils),
            "vve_plaatsen": places,
            "vve_bezet": min(taking, places),
            "stand_op": yearly.known_after(year),
        }


def _at_risk(desk: Desk, child: Person, day: date) -> bool:
    share = _AT_RISK[int(buurt_of(child, day).code[-2:]) % len(_AT_RISK)]
    return desk.settings.chance.happens(share, "achterstand", desk.place.code, child.serial)
