"""Needs: who comes to need which care, from when, and for how long.

Shares are per million residents of an age band: those in care on the first day, and those that come into
care in a year. They are set so that the town lies near published figures: household help about 26 clients
per thousand residents (CBS, Wmo, towns of the size class), youth care about one in eight under eighteen
(kerncijfers of Duiven).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.chance import Chance
from wijzer.example.town.people import Person
from wijzer.example.town.providers import Provider, choose
from wijzer.example.town.settings import Settings

_ADULT = 18
Band = tuple[int, int, int]
"""Younger than this age; per million in care at the start; per million that come in a year."""


@dataclass(frozen=True, slots=True)
class Need:
    """One kind of need, met by one product. ``months``: how long it lasts, with weights."""

    key: str
    bands: tuple[Band, ...]
    months: tuple[tuple[int, int], ...]
    requested: int = 0  # per million that come by a request of the provider (315)

    def band(self, age: int) -> Band:
        """Return the band of an age; an empty one when there is no such need at that age."""
        return next((band for band in self.bands if age < band[0]), (200, 0, 0))


_LONG = ((12, 10), (24, 20), (36, 25), (60, 30), (96, 15))
_MIDDLE = ((6, 15), (12, 30), (18, 20), (24, 20), (48, 15))
_SHORT = ((3, 15), (6, 30), (9, 25), (12, 18), (24, 12))

NEEDS = (
    Need("huishouden", ((18, 0, 0), (65, 7_000, 1_900), (75, 36_000, 11_000), (85, 135_000, 43_000),
                        (200, 330_000, 105_000)), _LONG),
    Need("schoon huis", ((65, 0, 0), (75, 900, 250), (200, 4_500, 1_200)), _LONG),
    Need("begeleiding", ((18, 0, 0), (65, 11_000, 5_500), (200, 8_000, 4_000)), _MIDDLE, 120_000),
    Need("dagbesteding", ((18, 0, 0), (65, 2_200, 900), (75, 4_500, 2_200), (200, 17_000, 8_000)), _MIDDLE),
    Need("rolstoel", ((18, 0, 0), (65, 3_000, 700), (200, 17_000, 4_500)), _LONG),
    Need("beschermd wonen", ((18, 0, 0), (65, 900, 300)), _MIDDLE),
    Need("ambulant", ((4, 6_000, 7_000), (12, 30_000, 32_000), (17, 34_000, 36_000)), _SHORT, 560_000),
    Need("behandeling", ((4, 2_000, 2_500), (12, 22_000, 25_000), (17, 34_000, 37_000)), _SHORT, 780_000),
    Need("dyslexie", ((7, 0, 0), (12, 15_000, 15_000)), ((12, 1),), 900_000),
    Need("dagbehandeling", ((3, 4_000, 4_000), (10, 9_000, 8_000)), _SHORT, 500_000),
    Need("gezinshuis", ((2, 0, 0), (16, 4_500, 1_800)), _MIDDLE, 400_000),
    Need("terreinverblijf", ((8, 0, 0), (16, 6_500, 6_500)), _SHORT, 600_000),
    Need("jeugdbescherming", ((16, 5_500, 2_200),), _MIDDLE),
)  # fmt: skip
_TRANSPORT = 450_000
"""Share of the people in dagbesteding who are driven there."""
_NEWBORN = timedelta(days=140)
"""No care begins before this age, so that nothing is sent of a child before it is born."""
KEYS = (*(need.key for need in NEEDS), "vervoer")


@dataclass(frozen=True, slots=True)
class Spell:
    """One period of care for a person: first and last day, and why it ended.

    ``end`` lies in the future when it ends after the years that are lived. ``cause``: ``klaar`` (as
    planned), ``eerder`` (stopped early), ``overleden``, ``verhuisd``, ``achttien``, ``wlz``.
    """

    person: Person
    key: str
    serial: int
    begin: date
    end: date
    cause: str
    requested: bool
    provider: Provider


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def spells(person: Person, settings: Settings) -> Iterator[Spell]:
    """Yield all care of one person, need by need; the drive to dagbesteding goes along with it."""
    chance = settings.chance
    for need in NEEDS:
        for spell in _of_need(person, need, settings):
            yield spell
            if need.key == "dagbesteding":
                place = (person.gemeente, person.serial, "vervoer", spell.serial)
                if chance.happens(_TRANSPORT, *place):
                    driver = choose(chance, "vervoer", spell.begin, *place)
                    yield Spell(
                        person, "vervoer", spell.serial, spell.begin, spell.end, spell.cause, False, driver
                    )


def _of_need(person: Person, need: Need, settings: Settings) -> Iterator[Spell]:
    chance = settings.chance
    place = ("nood", person.gemeente, person.serial, need.key)
    serial = 0
    free = settings.start
    if person.arrived is None and person.lives_here(settings.start):
        share = need.band(person.age(settings.start))[1]
        if share and chance.happens(share, *place, "begin"):
            begin = settings.start - timedelta(days=chance.between(1, 500, *place, "sinds"))
            begin = max(begin, person.born + _NEWBORN)
            if begin < settings.start:
                serial += 1
                spell = _spell(person, need, serial, begin, chance, at_least=settings.start)
                yield spell
                free = spell.end + timedelta(days=60)
    for year in range(settings.first_year, settings.last_year + 1):
        share = need.band(person.age(date(year, 7, 1)))[2]
        if not share or not chance.happens(share, *place, year):
            continue
        day = date(year, 1, 1) + timedelta(days=chance.below(365, *place, year, "dag"))
        day -= timedelta(days=day.weekday() % 5 if day.weekday() < 5 else 0)  # care begins on a Monday
        if day < max(free, person.born + _NEWBORN) or not person.lives_here(day):
            continue
        serial += 1
        spell = _spell(person, need, serial, day, chance, at_least=day)
        yield spell
        free = spell.end + timedelta(days=60)


def _spell(person: Person, need: Need, serial: int, begin: date, chance: Chance, *, at_least: date) -> Spell:
    place = ("zorg", person.gemeente, person.serial, need.key, serial)
    provider = choose(chance, need.key, begin, *place)
    months = max(1, chance.weighed(need.months, *place, "duur") * provider.character.longer // 100)
    end = add_months(begin, months) + timedelta(days=chance.between(-12, 12, *place, "einde"))
    while end <= at_least:
        end = add_months(end, months)
    cause = "eerder" if chance.happens(180_000, *place, "eerder") else "klaar"
    limits = [("overleden", person.died), ("verhuisd", person.household.left)]
    if need.bands[-1][0] <= _ADULT:
        limits.append(("achttien", person.birthday(_ADULT) - timedelta(days=1)))
    elif chance.happens(60_000, *place, "wlz"):
        cause = "wlz"
    for name, day in limits:
        if day is not None and day < end:
            end, cause = day, name
    return Spell(
        person, need.key, serial, begin, max(end, begin), cause, _by_request(need, chance, place), provider
    )


def _by_request(need: Need, chance: Chance, place: tuple[object, ...]) -> bool:
    return bool(need.requested) and chance.happens(need.requested, *place, "verzoek")
