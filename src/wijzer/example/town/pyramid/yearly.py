"""What befalls a person in a year: one draw a year, of which as much as a role needs is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wijzer.example.town.chance import MILLION, scaled
from wijzer.example.town.desk import Desk
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population
from wijzer.values.periode import Periode

_FIRST = 2_018
"""The first year of which something is drawn: what lies open on the first day comes from the year before."""


def befalls(
    population: Population, desk: Desk, subject: str, below: int, *, before: int = 0, after: int = 0
) -> Iterator[tuple[Person, int, int]]:
    """Yield (person, year, number) wherever somebody's number of a year lies under ``below``.

    A number is drawn from 0 to a million for every person and year; ``before`` and ``after`` are years beyond
    those that are lived.
    """
    series, code = desk.settings.chance.series, desk.place.code
    first, last = desk.settings.first_year - before, desk.settings.last_year + after
    years = [(year, year - _FIRST) for year in range(first, last + 1)]
    ceiling = -(-(below << 64) // MILLION)
    for person in population.people:
        bits = series(subject, code, person.serial)
        for year, at in years:
            if bits[at] < ceiling:
                yield person, year, scaled(bits[at], MILLION)


def role(number: int, shares: Sequence[tuple[str, int]]) -> str:
    """Return the role that a number falls to; empty when it lies beyond all shares (per million)."""
    for name, share in shares:
        number -= share
        if number < 0:
            return name
    return ""


def quarters_of(begin: date, end: date | None, desk: Desk) -> Iterator[Periode]:
    """Yield the quarters that are lived and in which something holds from one day to another."""
    first = Periode.quarter_of(max(begin, desk.settings.start))
    last = Periode.quarter_of(min(end or desk.settings.end, desk.settings.end))
    while first <= last:
        yield first
        first = first.next()


def quarters(desk: Desk) -> Iterator[Periode]:
    """Yield the quarters that are lived."""
    for year in range(desk.settings.first_year, desk.settings.last_year + 1):
        for quarter in range(1, 5):
            yield Periode(year, quarter)


def known_after(year: int) -> date:
    """Return the day since when a figure of a whole year is known."""
    return date(year + 1, 2, 15)
