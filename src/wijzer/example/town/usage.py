"""How much of the granted care is really given, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.catalogue import IN_ALL, PER_MONTH
from wijzer.example.town.settings import Settings

_DAY = timedelta(days=1)
_TOTAL_MONTHS = 10
"""A total for the whole term is used in so many months."""


def month_end(first: date) -> date:
    """Return the last day of the month that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1) - _DAY


def months(first: date, last: date) -> Iterator[date]:
    """Yield the first days of the months from one day to another."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = month_end(month) + _DAY


def delivered(settings: Settings, given: Toewijzing, month: date) -> Iterator[tuple[date, date, int]]:
    """Yield (first day, last day, volume) of the care that was really given in a month."""
    last = month_end(month)
    for place, delivery in enumerate(given.deliveries):
        begin, end = max(delivery.begin, month), min(delivery.end or last, last)
        if begin > end:
            continue
        days = (end - begin).days + 1
        share = settings.chance.between(
            given.provider.character.uses, 1_000, "gebruik", given.person.gemeente, given.number, month, place
        )
        if given.product.frequency == PER_MONTH:
            volume = given.volume if days >= 10 else 0
        elif given.product.frequency == IN_ALL:
            since = (month.year - given.begin.year) * 12 + month.month - given.begin.month
            volume = given.volume // _TOTAL_MONTHS if since < _TOTAL_MONTHS else 0
        else:
            volume = given.volume * days * share // 7_000
        if volume:
            yield begin, end, volume
