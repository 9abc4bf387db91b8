"""The nulde lijn: places where people meet, help out and learn, with what is registered of it each quarter.

Who comes is drawn per person and year by age; corona closes most of it for a while, and fewer dagdelen of
group guidance bring more people to free dagbesteding. Not everybody signs in, and now and then a place sends
no figures. Sizes are invented: no published figure exists for the two towns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijzer.example.town import levers
from wijzer.example.town.chance import scaled
from wijzer.example.town.desk import Desk
from wijzer.example.town.places import Buurt, Gemeente
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.people_in_care import buurt_of
from wijzer.values.periode import Periode

Row = dict[str, Any]
GUEST, VOLUNTEER, EXPERT = "deelnemer", "vrijwilliger", "ervaringsdeskundige"
_ROLES = (
    (18, ()),
    (55, (("ontmoeting", 6_000), ("dagbesteding", 500), ("cursus", 10_000), (VOLUNTEER, 20_000),
          (EXPERT, 700), ("anders", 6_000))),
    (75, (("ontmoeting", 30_000), ("dagbesteding", 3_000), ("cursus", 4_000), (VOLUNTEER, 42_000),
          (EXPERT, 700), ("anders", 4_000))),
    (200, (("ontmoeting", 85_000), ("dagbesteding", 17_000), ("cursus", 3_000), (VOLUNTEER, 17_000),
           (EXPERT, 200), ("anders", 3_000))),
)  # fmt: skip
"""Younger than this age: per million in a year by kind of place, or as volunteer or expert by experience."""
_AT_MOST = 250_000
"""More than the shares of an age together, whatever raises them."""
_GROWTH = {
    2019: 1_000, 2020: 1_030, 2021: 1_070, 2022: 1_130, 2023: 1_190, 2024: 1_240,
}  # fmt: skip
"""Thousandths of the guests of 2019, by year: the programme brings more people to meeting places."""
_EXPERTS = {2019: 1_000, 2020: 1_300, 2021: 1_700, 2022: 2_200, 2023: 2_600, 2024: 2_900}
_VOLUNTEERS = {2019: 1_000, 2020: 960, 2021: 920, 2022: 920, 2023: 900, 2024: 880}
_MORE_DAY_CARE = 1_350
_OPEN = {"2020-Q1": 850, "2020-Q2": 120, "2020-Q3": 600, "2020-Q4": 380, "2021-Q1": 180, "2021-Q2": 450}
"""Thousandths of the usual visits during corona."""
_USUAL = (0, 820, 800, 680, 830)
"""Thousandths of who comes in a year that come in each of its quarters."""
_BIG_ENOUGH = 1_500
_NO_FIGURES = 25_000
_NAMES = ("De Wimpel", "Molenzang", "Klaverdreef", "De Ooievaar", "Lindegaarde", "Zwaluwhorst", "Regenbries")


@dataclass(frozen=True, slots=True)
class Gathering:
    """A place or activity; ``registers``: thousandths of the people there that are counted."""

    name: str
    kind: str
    buurt: Buurt | None
    since: date
    registers: int


@dataclass(slots=True)
class Quarter:
    """One quarter at one place: the people who really came, and those who were counted."""

    gathering: Gathering
    periode: Periode
    really: Counter[str]
    counted: Counter[str]


def gatherings(place: Gemeente) -> tuple[Gathering, ...]:
    """Return what there is in a gemeente: a living room in every large buurt, and what is for all."""
    large = [buurt for buurt in place.buurten if sum(buurt.residents) >= _BIG_ENOUGH]
    rooms = [
        Gathering(
            f"Huiskamer {_NAMES[at % len(_NAMES)]}", "ontmoeting", buurt,
            date(2015, 1, 1) if at % 3 != 2 else date(2020, 9, 1), 920 - 60 * (at % 3),
        )
        for at, buurt in enumerate(large)
    ]  # fmt: skip
    return (
        *rooms,
        Gathering("Eettafel Korenbloem", "ontmoeting", None, date(2015, 1, 1), 900),
        Gathering("Dagbesteding zonder indicatie De Parel", "dagbesteding", None, date(2015, 1, 1), 970),
        Gathering("Werkplaats Zilverspoor", "dagbesteding", None, date(2021, 3, 1), 950),
        Gathering("Vrijwilligerspunt", VOLUNTEER + "s", None, date(2015, 1, 1), 880),
        Gathering("Cursus opvoeden", "cursus", None, date(2015, 1, 1), 990),
        Gathering("Herstelgroep Heidelucht", "ervaringsdeskundigheid", None, date(2015, 1, 1), 900),
        Gathering("Sociale supermarkt Kastanje", "anders", None, date(2018, 1, 1), 960),
    )


def attendance(population: Population, desk: Desk) -> list[Quarter]:
    """Return who came where in each quarter, by place and time."""
    every = gatherings(desk.place)
    shares = {quarter: _share(desk, quarter) for quarter in yearly.quarters(desk)}
    visits = {
        (one.name, quarter): Quarter(one, quarter, Counter(), Counter())
        for one in every
        for quarter in yearly.quarters(desk)
        if one.since <= quarter.last_day
    }
    for name, buurt, year, serial, role in _takers(population, desk):
        fitting = _fitting(every, name, buurt, date(year, 7, 1))
        chosen = fitting[desk.settings.chance.below(len(fitting), "nulde lijn", desk.place.code, serial)]
        draws = desk.settings.chance.series("nulde lijn bezoek", desk.place.code, serial, year)
        for number in range(1, 5):
            quarter = Periode(year, number)
            visit = visits.get((chosen.name, quarter))
            if visit is not None and scaled(draws[number], 1_000) < shares[quarter]:
                visit.really[role] += 1
                visit.counted[role] += scaled(draws[number - 4], 1_000) < chosen.registers
    return list(visits.values())


def _takers(population: Population, desk: Desk) -> Iterator[tuple[str, Buurt, int, int, str]]:
    """Yield who takes part in a year: kind of place, buurt, year, number of the person, and role."""
    for person, year, number in yearly.befalls(population, desk, "nulde lijn", _AT_MOST):
        day = date(year, 7, 1)
        found = yearly.role(number, _shares(desk, person.age(day), year))
        if found and person.lives_here(day):
            role = found if found in (VOLUNTEER, EXPERT) else GUEST
            yield found, buurt_of(person, day), year, person.serial, role


def _shares(desk: Desk, age: int, year: int) -> list[tuple[str, int]]:
    shares = next(shares for limit, shares in _ROLES if age < limit)
    more = levers.pulled(desk.settings, "groepsbegeleiding", date(year, 12, 31))

    def grown(name: str, share: int) -> int:
        growth = {VOLUNTEER: _VOLUNTEERS, EXPERT: _EXPERTS}.get(name, _GROWTH)[year]
        return (
            share * growth // 1_000 * (_MORE_DAY_CARE if more and name == "dagbesteding" else 1_000) // 1_000
        )

    return [(name, grown(name, share)) for name, share in shares]


def _fitting(every: Sequence[Gathering], name: str, buurt: Buurt, day: date) -> list[Gathering]:
    """Return where somebody may go: a volunteer anywhere, others to their kind, in their buurt first."""
    open_now = [one for one in every if one.since <= day]
    if name == VOLUNTEER:
        return open_now
    kind = "ervaringsdeskundigheid" if name == EXPERT else name
    of_kind = [one for one in open_now if one.kind == kind]
    return [one for one in of_kind if one.buurt is not None and one.buurt is buurt] or of_kind


def _share(desk: Desk, quarter: Periode) -> int:
    share = _USUAL[quarter.quarter]
    closed = _OPEN.get(str(quarter))
    if closed is not None and levers.pulled(desk.settings, "corona", quarter.last_day):
        share = share * closed // 1_000
    return share


def gathering_rows(desk: Desk, attended: Sequence[Quarter]) -> Iterator[Row]:
    """Yield the rows of ``nulde_lijn``: what was counted, where figures were sent."""
    for one in attended:
        if desk.happens(desk.settings.goes_wrong(_NO_FIGURES), "nulde lijn", one.gathering.name, one.periode):
            continue
        yield {
            "gemeente": desk.place.code,
            "jaar": one.periode.year,
            "kwartaal": one.periode.quarter,
            "voorziening": one.gathering.name,
            "soort": one.gathering.kind,
            "buurt": one.gathering.buurt.code if one.gathering.buurt else None,
            "deelnemers": one.counted[GUEST],
            "vrijwilligers": one.counted[VOLUNTEER],
            "ervaringsdeskundigen": one.counted[EXPERT],
            "stand_op": yearly.known_after(one.periode.year),
        }
