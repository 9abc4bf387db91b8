"""What befalls a person in a year: one draw a year, of which as much as a role needs is taken."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wijzer.example.town.chance import MILLION, Chance
from wijzer.example.town.desk import Desk
from wijzer.values.periode import Periode

_FIRST = 2018
"""The first year of which something is drawn: what lies open on the first day comes from the year before."""


def draws(chance: Chance, *place: object) -> tuple[int, ...]:
    """Return for every year from 2018 on 64 raw bits, from one hash; read them by ``of_year``."""
    return chance.series(*place)


def of_year(bits: Sequence[int], year: int) -> int:
    """Return the number of a year, from 0 to a million."""
    return (bits[year - _FIRST] * MILLION) >> 64


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
