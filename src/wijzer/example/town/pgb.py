"""Persoonsgebonden budgetten: some people buy their care themselves, of a budget that the gemeente grants.

No message tells of it (UP001): the gemeente knows what it granted, and what the Sociale Verzekeringsbank paid
out. Who has a budget, its tariff (four fifths of care in kind) and what is spent of it are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wijzer.example.town import catalogue, volumes
from wijzer.example.town.care import LOST
from wijzer.example.town.catalogue import PER_MONTH, Product
from wijzer.example.town.needs import Spell
from wijzer.example.town.people import Person
from wijzer.example.town.settings import Settings
from wijzer.example.town.usage import month_end, months

_SHARES = {"huishouden": 45_000, "begeleiding": 200_000, "dagbesteding": 60_000, "beschermd wonen": 120_000,
           "ambulant": 60_000, "gezinshuis": 60_000}  # fmt: skip
"""Per million spells of care, by kind."""
_TARIFF = 800
_SPENT = (620, 1_000)
"""Thousandths of the tariff in kind, and the least and the most that is spent of a budget."""


@dataclass(frozen=True, slots=True)
class Part:
    """A budget in one calendar year: its days, and cents granted and spent."""

    first: date
    last: date
    granted: int
    spent: int


@dataclass(frozen=True, slots=True)
class Budget:
    """A persoonsgebonden budget; ``end`` None goes on after the years that are lived."""

    person: Person
    product: Product
    begin: date
    end: date | None
    volume: int

    def parts(self, settings: Settings) -> Iterator[Part]:
        """Yield what was granted and spent in each year that is lived."""
        final = min(self.end or settings.end, settings.end)
        for year in range(max(self.begin.year, settings.first_year), final.year + 1):
            first, last = max(self.begin, date(year, 1, 1)), min(final, date(year, 12, 31))
            rate = self.product.rate_in(year, settings) * _TARIFF // 1_000
            days = (last - first).days + 1
            if self.product.frequency == PER_MONTH:
                granted = self.volume * rate * 12 * days // 365
            else:
                granted = self.volume * rate * days // 7
            who = (self.person.gemeente, self.person.serial, self.product.key, self.begin)
            share = settings.chance.between(*_SPENT, "pgb besteed", *who, year)
            yield Part(first, last, granted, granted * share // 1_000)

    def by_month(self, settings: Settings) -> Iterator[tuple[date, int]]:
        """Yield what was spent in each month: (first day, cents), even over the days of a year."""
        for part in self.parts(settings):
            days, told = (part.last - part.first).days + 1, 0
            for month in months(part.first, part.last):
                until = min(month_end(month), part.last)
                through = part.spent * ((until - part.first).days + 1) // days
                yield month, through - told
                told = through


def bought(spell: Spell, settings: Settings) -> bool:
    """Say whether the care of a spell is bought by the person, and not given in kind."""
    draw = ("pgb", spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    return spell.cause != LOST and settings.chance.happens(_SHARES.get(spell.key, 0), *draw)


def budget(spell: Spell, settings: Settings) -> Budget:
    """Return the budget for a spell of care that is bought."""
    product = catalogue.product(spell.key, spell.begin, settings)
    end = spell.end if spell.end <= settings.end else None
    return Budget(spell.person, product, spell.begin, end, volumes.granted(spell, settings))
