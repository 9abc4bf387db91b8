"""How much of the granted care is really given, month by month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, lru_cache

from wijzer.example.town import levers
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.catalogue import IN_ALL, PER_MONTH
from wijzer.example.town.chance import Chance, scaled
from wijzer.example.town.settings import Settings

_DAY = timedelta(days=1)
_HALF = 6
_TOTAL_MONTHS = 10
"""A total for the whole term is used in so many months."""


@cache
def month_end(first: date) -> date:
    """Return the last day of the month that begins on a day."""
    return (first + timedelta(days=31)).replace(day=1) - _DAY


def months(first: date, last: date) -> Iterator[date]:
    """Yield the first days of the months from one day to another."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = month_end(month) + _DAY


def in_care(settings: Settings, given: Toewijzing) -> Iterator[date]:
    """Yield the months that are lived and in which care was given under a toewijzing."""
    if given.deliveries:
        last = given.deliveries[-1].end or settings.end
        yield from months(max(given.deliveries[0].begin, settings.start), min(last, settings.end))


def delivered(settings: Settings, given: Toewijzing, month: date) -> Iterator[tuple[date, date, int]]:
    """Yield (first day, last day, volume) of the care that was really given in a month."""
    last = month_end(month)
    for place, delivery in enumerate(given.deliveries):
        begin, end = max(delivery.begin, month), min(delivery.end or last, last)
        if begin > end:
            continue
        days = (end - begin).days + 1
        if given.product.frequency == PER_MONTH:
            volume = given.volume if days >= 10 else 0
        elif given.product.frequency == IN_ALL:
            since = (month.year - given.begin.year) * 12 + month.month - given.begin.month
            volume = given.volume // _TOTAL_MONTHS if since < _TOTAL_MONTHS else 0
        else:
            share = _share(settings, given, month, place) * levers.use(settings, given.product.key, month)
            volume = given.volume * days * share // 7_000_000
        if volume:
            yield begin, end, volume


def _share(settings: Settings, given: Toewijzing, month: date, place: int) -> int:
    """Return which part of what was granted is used in a month, in thousandths, corona apart."""
    if not settings.mistakes:
        return 1_000
    least = given.provider.character.uses
    half, number = divmod(month.month - 1, _HALF)
    who = (given.person.gemeente, given.person.serial, given.product.key)
    bits = _draws(settings.seed, *who, month.year * 2 + half)[(number + place) % 8]
    return least + scaled(bits, 1_001 - least)


@lru_cache(maxsize=200_000)
def _draws(seed: int, gemeente: str, serial: int, key: str, half: int) -> tuple[int, ...]:
    """Return the draws of half a year for one kind of care of a person, kept for when it is lived again."""
    return Chance(seed).series("gebruik", gemeente, serial, key, half)
