"""Participatie: who gets a benefit or works with support, month by month, and what it cost.

Benefits are those of ``families``; all other schemes are drawn per person or household. What a month costs is
what the ledger has on income schemes (taakveld 6.3) and on sheltered work (6.4), shared out by what a
household gets in each; so amounts add up to the books.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wijzer.example.town import families
from wijzer.example.town.chance import MILLION, scaled
from wijzer.example.town.desk import Desk
from wijzer.example.town.people import Household, Person
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.people_in_care import home
from wijzer.example.town.treasury import euros
from wijzer.example.town.usage import month_end

Row = dict[str, Any]
BENEFIT, SPECIAL, DEBTS, OLD_WORKERS = "bijstand", "bijzondere_bijstand", "schuldhulpverlening", "wsw"
WEIGHTS = {
    "6.3": {BENEFIT: 1_150, "ioaw": 1_250, "ioaz": 1_250, "loonkostensubsidie": 900, SPECIAL: 260},
    "6.4": {"beschut_werk": 1_900, OLD_WORKERS: 2_400},
}
"""Euro a month by taakveld and scheme: the proportion in which the ledger is shared out."""
SCHEMES = (BENEFIT, "ioaw", "ioaz", "loonkostensubsidie", "beschut_werk", OLD_WORKERS, SPECIAL, DEBTS)
_ADULT, _PENSION = 18, 67
_OLDER, _IOAW, _IOAZ = 50, 130_000, 15_000
"""Age and share of the benefits that are of the schemes for older people without work."""
_WORK_AT_START = (("loonkostensubsidie", 1_400), ("beschut_werk", 250), (OLD_WORKERS, 5_200))
_WORK_NEW = (("loonkostensubsidie", 380), ("beschut_werk", 90))
"""Per million people of working age: at the start, and new in a year (none in the Wsw, closed in 2015)."""
_WSW_LAST, _WSW_DAYS = date(2014, 12, 31), 9_000
"""The last day on which somebody could enter the Wsw, and over how many days before it people did."""
_SPECIAL_IN_YEAR, _DEBTS_IN_YEAR = (520_000, 12_000), (90_000, 2_600)
"""Per million households in a year: those with a benefit, and the others."""


@dataclass(frozen=True, slots=True)
class Support:
    """One scheme for one person; ``end`` None goes on after the years that are lived."""

    person: Person
    scheme: str
    begin: date
    end: date | None

    def holds(self, first: date, last: date) -> bool:
        """Say whether it holds on a day between two days."""
        return self.begin <= last and (self.end is None or self.end >= first)


def supports(population: Population, desk: Desk) -> list[Support]:
    """Return all support of the years that are lived, by scheme and day."""
    found = [*_by_household(population, desk), *_by_person(population, desk)]
    return sorted(found, key=lambda one: (SCHEMES.index(one.scheme), one.begin, one.person.serial))


def _adults(household: Household, day: date) -> list[Person]:
    """Return the heads of a household of working age on a day."""
    able = [
        one for one in household.members if one.lives_here(day) and _ADULT <= one.age(day) < _PENSION
    ]  # fmt: skip
    return sorted(able, key=lambda one: (one.born, one.serial))[:2]


def _by_household(population: Population, desk: Desk) -> Iterator[Support]:
    settings, chance, code = desk.settings, desk.settings.chance, desk.place.code
    for household in population.households:
        benefits = families.benefit(household, settings)
        for place, one in enumerate(benefits):
            heads = _adults(household, max(one.begin, settings.start))
            scheme = _scheme(desk, heads, one.begin, "uitkering", code, household.serial, place)
            for head in heads:
                yield Support(head, scheme, one.begin, _until(head, one.end or date.max, desk))
        numbers = chance.series("schulden", code, household.serial)
        for year in range(settings.first_year, settings.last_year + 1):
            poor = any(
                one.begin.year <= year and (one.end is None or one.end.year >= year) for one in benefits
            )
            number = scaled(numbers[year % len(numbers)], MILLION)
            share = _SPECIAL_IN_YEAR[not poor]
            if number < share:
                day = date(year, 1, 1) + timedelta(days=number * 365 // share)
                for head in _adults(household, day)[:1]:
                    yield Support(head, SPECIAL, day, day)
            number = MILLION - 1 - number  # those at the other end have debts
            share = _DEBTS_IN_YEAR[not poor]
            if number < share:
                day = date(year, 1, 1) + timedelta(days=number * 365 // share)
                months = chance.between(8, 40, "schulden", code, household.serial, year)
                for head in _adults(household, day)[:1]:
                    yield Support(head, DEBTS, day, _until(head, day + timedelta(days=30 * months), desk))


def _scheme(desk: Desk, heads: Sequence[Person], day: date, *draw: object) -> str:
    if heads and heads[0].age(day) >= _OLDER:
        if desk.settings.chance.happens(_IOAW, *draw, "ioaw"):
            return "ioaw"
        if desk.settings.chance.happens(_IOAZ, *draw, "ioaz"):
            return "ioaz"
    return BENEFIT


def _until(person: Person, planned: date, desk: Desk) -> date | None:
    """Return the last day: as planned, or when somebody moves, dies or gets a pension; None when later."""
    days = [planned, person.birthday(_PENSION) - timedelta(days=1)]
    days += [person.gone] if person.gone is not None else []
    return min(days) if min(days) <= desk.settings.end else None


def _by_person(population: Population, desk: Desk) -> Iterator[Support]:
    settings, chance, code = desk.settings, desk.settings.chance, desk.place.code
    every = sum(share for _, share in _WORK_AT_START)
    for person, year, number in yearly.befalls(population, desk, "werk met steun", every, before=1):
        at_start = year < settings.first_year
        scheme = yearly.role(number, _WORK_AT_START if at_start else _WORK_NEW)
        begin = date(year, 1, 1) + timedelta(days=chance.below(365, "werk", code, person.serial, year))
        if scheme == OLD_WORKERS:
            worked = chance.below(_WSW_DAYS, "wsw", code, person.serial)
            begin = max(_WSW_LAST - timedelta(days=worked), person.birthday(_ADULT))
            if begin > _WSW_LAST:
                continue
        seen = settings.start if at_start else begin
        if not scheme or not person.lives_here(seen) or not _ADULT <= person.age(seen) < _PENSION:
            continue
        months = chance.between(12, 120, "werk", code, person.serial, year, "duur")
        planned = date.max if scheme == OLD_WORKERS else seen + timedelta(days=30 * months)
        yield Support(person, scheme, begin, _until(person, planned, desk))


def person_rows(desk: Desk, every: Sequence[Support], last: date) -> Iterator[Row]:
    """Yield the rows of ``participatie_personen`` as they stood on a day."""
    for one in every:
        if one.begin > last:
            continue
        postcode, house = home(one.person, max(one.begin, desk.settings.start))
        yield {
            "gemeente": desk.place.code,
            "bsn": one.person.bsn,
            "postcode": postcode,
            "huisnummer": house,
            "regeling": one.scheme,
            "van": one.begin,
            "tot": one.end if one.end is not None and one.end <= last else None,
            "stand_op": last,
        }


def month_rows(desk: Desk, every: Sequence[Support]) -> Iterator[Row]:
    """Yield the rows of ``participatie``: by month and scheme, who had it on a day of that month."""
    spent: dict[tuple[int, int, str], int] = {}
    for booking in desk.books.bookings:
        key = (booking.year, booking.month, booking.taakveld)
        spent[key] = spent.get(key, 0) + booking.lasten
    for year in range(desk.settings.first_year, desk.settings.last_year + 1):
        for number in range(1, 13):
            first = date(year, number, 1)
            people, homes = _counts(every, first)
            costs: dict[str, int] = {}
            for taakveld, weights in WEIGHTS.items():
                costs |= _shared_out(spent.get((year, number, taakveld), 0), weights, people, homes)
            for scheme in SCHEMES:
                if scheme in people:
                    yield {
                        "gemeente": desk.place.code,
                        "jaar": year,
                        "maand": number,
                        "regeling": scheme,
                        "personen": people[scheme],
                        "huishoudens": homes[scheme],
                        "bedrag": euros(costs[scheme]) if scheme in costs else None,
                        "stand_op": month_end(first) + timedelta(days=20),
                    }


def _counts(every: Sequence[Support], first: date) -> tuple[dict[str, int], dict[str, int]]:
    """Return people and households by scheme in a month."""
    last = month_end(first)
    people: dict[str, set[int]] = {}
    homes: dict[str, set[int]] = {}
    for one in every:
        if one.holds(first, last):
            people.setdefault(one.scheme, set()).add(one.person.serial)
            homes.setdefault(one.scheme, set()).add(one.person.household.serial)
    return (
        {scheme: len(found) for scheme, found in people.items()},
        {scheme: len(found) for scheme, found in homes.items()},
    )


def _shared_out(
    cents: int, weights: dict[str, int], people: dict[str, int], homes: dict[str, int]
) -> dict[str, int]:
    """Share out an amount; what is left by rounding goes to the first scheme that has anybody."""
    sizes = {scheme: weight * homes[scheme] for scheme, weight in weights.items() if scheme in people}
    whole = sum(sizes.values())
    if not whole:
        return {}
    shares = {scheme: cents * size // whole for scheme, size in sizes.items()}
    shares[next(iter(shares))] += cents - sum(shares.values())
    return shares
