"""The care that was really given, month by month, as the simulation knows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.catalogue import PER_WEEK, Product
from wijzer.example.town.life import Life
from wijzer.example.town.people import Person
from wijzer.example.town.usage import delivered, in_care


@dataclass(frozen=True, slots=True)
class Spent:
    """What the care of a person cost in one month.

    ``volume``: what was given; ``granted``: the volume that the delivered days would allow. Both are None of
    a budget (pgb), and of care that is not granted by the week.
    """

    person: Person
    product: Product
    month: date
    cents: int
    volume: int | None
    granted: float | None


def spent(life: Life) -> Iterator[Spent]:
    """Yield all care that was given in kind, or bought with a budget, in the years that were lived."""
    settings, books = life.desk.settings, life.desk.books
    for dossier in books.dossiers.values():
        toewijzing = dossier.toewijzing
        person, product = toewijzing.person, toewijzing.product
        for month in in_care(settings, toewijzing):
            volume, days = 0, 0
            for begin, end, part in delivered(settings, toewijzing, month):
                volume += part
                days += (end - begin).days + 1
            cents = volume * product.rate_in(month.year, settings)
            if product.frequency == PER_WEEK:
                yield Spent(person, product, month, cents, volume, toewijzing.volume * days / 7)
            elif volume:
                yield Spent(person, product, month, cents, None, None)
    for budget in books.budgets:
        for month, cents in budget.by_month(settings):
            yield Spent(budget.person, budget.product, month, cents, None, None)


def helped(toewijzing: Toewijzing, first: date, last: date) -> bool:
    """Say whether care was given under a toewijzing on some day of a span."""
    return any(one.begin <= last and (one.end is None or one.end >= first) for one in toewijzing.deliveries)
