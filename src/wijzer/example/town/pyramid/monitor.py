"""The health monitor: every four years, among a sample of adults; what holds for all of them is known too.

Levels are near those that the national monitor published for adults in 2020 (one in ten severely lonely, not
quite half lonely, three in four in good health); carers are those of the kerncijfers of the two towns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from wijzer.example.town.chance import scaled
from wijzer.example.town.desk import Desk
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly

Row = dict[str, Any]
YEARS = (2020, 2024)
_ADULT, _OLD = 18, 75
_SAMPLED, _ANSWERS = 300_000, 420_000
LONELY, SEVERELY, _HEALTHY = "eenzaamheid", "eenzaamheid_ernstig", "gezondheid_goed"
_FIGURES = {
    LONELY: {2020: 440, 2024: 445}, SEVERELY: {2020: 100, 2024: 115}, _HEALTHY: {2020: 775, 2024: 745},
    "vrijwilligers": {2020: 280, 2024: 270}, "moeite_met_rondkomen": {2020: 120, 2024: 140},
}  # fmt: skip
"""Thousandths of the adults, by year of the monitor."""
_CARERS = {"0226": 160, "0293": 148}
_CARERS_ELSEWHERE = 150
_SOURCE = "Gezondheidsmonitor (verzonnen uitkomst)"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure of one year: adults of whom it holds, all adults, and the same of those who answered."""

    year: int
    name: str
    holds: int
    adults: int
    told: int
    answered: int


def figures(population: Population, desk: Desk) -> Iterator[Figure]:
    """Yield every figure of every monitor in the years that are lived."""
    drawn: dict[int, list[int]] = {}
    for year in YEARS:
        if not desk.settings.first_year <= year <= desk.settings.last_year:
            continue
        day = date(year, 10, 1)
        adults = [one for one in population.people if one.lives_here(day) and one.age(day) >= _ADULT]
        answered = {one.serial for one in adults if _answers(desk, one, year)}
        for one in adults:
            if one.serial not in drawn:
                bits = desk.settings.chance.series("aard", desk.place.code, one.serial)
                drawn[one.serial] = [scaled(each, 1_000) for each in bits]
        traits = [(one, _traits(desk, one, drawn[one.serial], year, day)) for one in adults]
        for name in (*_FIGURES, "mantelzorgers"):
            having = [one.serial for one, has in traits if name in has]
            told = sum(serial in answered for serial in having)
            yield Figure(year, name, len(having), len(adults), told, len(answered))


def _answers(desk: Desk, person: Person, year: int) -> bool:
    draw = ("monitor", desk.place.code, person.serial, year)
    return desk.settings.chance.happens(_SAMPLED * _ANSWERS // 1_000_000, *draw)


def _traits(desk: Desk, person: Person, numbers: list[int], year: int, day: date) -> frozenset[str]:
    """Return what holds of somebody: the draws are of the person, so that most stays as it was."""
    alone = sum(one.lives_here(day) for one in person.household.members) == 1
    more = 60 * alone + 40 * (person.age(day) >= _OLD)
    lonely = _FIGURES[LONELY][year] - 25 + 2 * more
    severely = _FIGURES[SEVERELY][year] - 15 + more
    healthy = _FIGURES[_HEALTHY][year] + 30 - 4 * max(0, person.age(day) - 60)
    found = {
        LONELY: numbers[0] < lonely,
        SEVERELY: numbers[0] < severely,
        _HEALTHY: numbers[1] < healthy,
        "vrijwilligers": numbers[2] < _FIGURES["vrijwilligers"][year],
        "moeite_met_rondkomen": numbers[3] < _FIGURES["moeite_met_rondkomen"][year],
        "mantelzorgers": numbers[4] < _CARERS.get(desk.place.code, _CARERS_ELSEWHERE),
    }
    return frozenset(name for name, holds in found.items() if holds)


def monitor_rows(desk: Desk, found: list[Figure]) -> Iterator[Row]:
    """Yield the rows of ``monitorcijfers``: percentages of those who answered, with one decimal."""
    for one in found:
        if one.answered:
            tenths = round(Fraction(one.told * 1_000, one.answered))
            yield {
                "gemeente": desk.place.code,
                "jaar": one.year,
                "cijfer": one.name,
                "waarde": f"{tenths // 10},{tenths % 10}",
                "eenheid": "procent",
                "bron": _SOURCE,
                "stand_op": yearly.known_after(one.year),
            }
