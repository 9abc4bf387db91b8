"""What costs money beside care that is granted: general provisions, subsidies, and the centre municipality.

Who uses a general provision is drawn per person and year by age. The amounts of subsidies and lump-sum
contracts are shares of what the ledger has on their taakveld beside care in kind. Names are invented, and so
are sizes: no published figure exists for the two towns.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijzer.example.town import levers
from wijzer.example.town.desk import Desk
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.otherwise import Diverted
from wijzer.example.town.spending import GROWTH
from wijzer.example.town.treasury import euros
from wijzer.values.periode import Periode

Row = dict[str, Any]
HELP = "Algemene voorziening huishoudelijke hulp"
_MEALS, _BUS, _JOBS, _CARERS = "Maaltijdservice", "Plusbus", "Klussendienst", "Mantelzorgondersteuning"
_USERS = (
    (18, ()),
    (65, ((_CARERS, 9_000),)),
    (75, ((_MEALS, 6_000), (_BUS, 12_000), (_JOBS, 14_000), (_CARERS, 18_000))),
    (200, ((_MEALS, 34_000), (_BUS, 52_000), (_JOBS, 30_000), (_CARERS, 20_000))),
)
"""Younger than this age: per million in a year that use it."""
_AT_MOST = 180_000
"""More than the shares of an age together, whatever raises them."""
_COST = {HELP: 36_000, _MEALS: 4_500, _BUS: 9_500, _JOBS: 3_800, _CARERS: 8_000}
"""Cents of 2019 for a user in a quarter."""
_LOCKED = {"2020-Q2": 250, "2020-Q4": 600, "2021-Q1": 350}
_MORE_RIDES = 1_250
_CENTRE = (("beschermd_wonen", 550), ("maatschappelijke_opvang", 450), ("vrouwenopvang", 250),
           ("verslavingszorg", 350))  # fmt: skip
_CENTRE_COST = {"beschermd_wonen": 4_300_000, "maatschappelijke_opvang": 1_150_000,
                "vrouwenopvang": 1_400_000, "verslavingszorg": 380_000}  # fmt: skip
"""Per million adults in a year, and cents of 2019 for each."""


@dataclass(frozen=True, slots=True)
class Grant:
    """A subsidy or lump sum; ``share``: thousandths of what is booked on its taakveld beside care in kind."""

    kind: str
    receiver: str
    purpose: str
    taakveld: str
    share: int


GRANTS = (
    Grant("subsidie", "Stichting Welzijn Korenveld", "Ontmoeting en ouderenwerk", "6.1", 310),
    Grant("subsidie", "Stichting Welzijn Korenveld", "Mantelzorg en vrijwilligers", "6.1", 120),
    Grant("subsidie", "Jongerenwerk De Vlieger", "Jongerenwerk en jongerencoach", "6.1", 140),
    Grant("subsidie", "Maatschappelijk Werk Heidelucht", "Algemeen maatschappelijk werk", "6.2", 280),
    Grant("subsidie", "Steunpunt Ouderschap Lindegaarde", "Scheiden zonder schade", "6.2", 60),
    Grant("subsidie", "Herstelgroep Heidelucht", "Inloop en ervaringsdeskundigen", "6.1", 45),
    Grant("subsidie", "Sociale supermarkt Kastanje", "Voedselhulp", "6.1", 15),
    Grant("lumpsum", "Regionaal meldpunt veiligheid", "Advies en meldpunt huiselijk geweld", "6.82", 350),
    Grant("lumpsum", "Jeugdteam Zilverspoor", "Ambulante hulp voor een vast bedrag", "6.72", 250),
    Grant("lumpsum", "Dagvervoer Oost", "Vervoer naar dagbesteding", "6.71", 180),
)
"""Who gets money without a toewijzing."""


def general_rows(population: Population, desk: Desk, diverted: list[Diverted]) -> Iterator[Row]:
    """Yield the rows of ``algemene_voorzieningen``; household help since that provision exists."""
    users: dict[tuple[Periode, str], int] = {}
    for quarter, name in (*_yearly_users(population, desk), *_helped(desk, diverted)):
        users[quarter, name] = users.get((quarter, name), 0) + 1
    for quarter in yearly.quarters(desk):
        for name, cents in _COST.items():
            if name == HELP and not levers.pulled(desk.settings, "algemene_voorziening", quarter.last_day):
                continue
            count = users.get((quarter, name), 0)
            yield {
                "gemeente": desk.place.code,
                "jaar": quarter.year,
                "kwartaal": quarter.quarter,
                "voorziening": name,
                "gebruikers": count,
                "kosten": euros(count * cents * GROWTH[quarter.year] // 1_000),
                "stand_op": yearly.known_after(quarter.year),
            }


def _helped(desk: Desk, diverted: list[Diverted]) -> Iterator[tuple[Periode, str]]:
    for one in diverted:
        if one.lever == "algemene_voorziening":
            for quarter in yearly.quarters(desk):
                if one.begin <= quarter.last_day and one.end >= quarter.first_day:
                    yield quarter, HELP


def _yearly_users(population: Population, desk: Desk) -> Iterator[tuple[Periode, str]]:
    settings, code = desk.settings, desk.place.code
    closed = {
        quarter: _LOCKED.get(str(quarter), 1_000)
        if levers.pulled(settings, "corona", quarter.last_day)
        else 1_000
        for quarter in yearly.quarters(desk)
    }
    for person, year, number in yearly.befalls(population, desk, "algemene voorziening", _AT_MOST):
        name = yearly.role(number, _shares(desk, person.age(date(year, 7, 1)), year))
        if not name:
            continue
        for place in range(1, 5):
            quarter = Periode(year, place)
            draw = ("gebruik", code, person.serial, year, place)
            share = 800 * (closed[quarter] if name == _BUS else 1_000)
            if person.lives_here(quarter.last_day) and settings.chance.happens(share, *draw):
                yield quarter, name


def _shares(desk: Desk, age: int, year: int) -> list[tuple[str, int]]:
    more = levers.pulled(desk.settings, "vervoer", date(year, 12, 31))
    shares = next(shares for limit, shares in _USERS if age < limit)
    rides = _MORE_RIDES if more else 1_000
    return [(name, share * rides // 1_000 if name == _BUS else share) for name, share in shares]


def grant_rows(desk: Desk) -> Iterator[Row]:
    """Yield the rows of ``subsidies``: settled in the summer after their year, the last one still open."""
    settings = desk.settings
    spent: dict[tuple[int, str], int] = {}
    for booking in desk.books.bookings:
        if not booking.care:
            key = (booking.year, booking.taakveld.rstrip("abcd"))
            spent[key] = spent.get(key, 0) + booking.lasten
    for year in range(settings.first_year, settings.last_year + 1):
        told = min(date(year + 1, 7, 1), settings.closing)
        for grant in GRANTS:
            cents = spent.get((year, grant.taakveld), 0) * grant.share // 1_000
            draw = ("subsidie", desk.place.code, grant.receiver, grant.purpose, year)
            yield {
                "gemeente": desk.place.code,
                "jaar": year,
                "soort": grant.kind,
                "ontvanger": grant.receiver,
                "doel": grant.purpose,
                "taakveld": grant.taakveld,
                "bedrag": euros(cents // 10_000 * 10_000),
                "vastgesteld": told == date(year + 1, 7, 1) and not settings.chance.happens(80_000, *draw),
                "stand_op": told,
            }


def centre_rows(population: Population, desk: Desk) -> Iterator[Row]:
    """Yield the rows of ``centrumgemeente``: residents whom the centre municipality shelters."""
    settings, code = desk.settings, desk.place.code
    counts: dict[tuple[int, str], int] = {}
    every = sum(share for _, share in _CENTRE)
    for person, year, number in yearly.befalls(population, desk, "centrumgemeente", every):
        name, day = yearly.role(number, _CENTRE), date(year, 7, 1)
        if person.lives_here(day) and person.age(day) >= 18:
            counts[year, name] = counts.get((year, name), 0) + 1
    for year in range(settings.first_year, settings.last_year + 1):
        for name, _ in _CENTRE:
            count = counts.get((year, name), 0)
            yield {
                "gemeente": code,
                "jaar": year,
                "voorziening": name,
                "clienten": count,
                "bedrag": euros(count * _CENTRE_COST[name] * GROWTH[year] // 1_000),
                "stand_op": yearly.known_after(year),
            }
