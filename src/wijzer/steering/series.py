"""Which period of an indicator the needle is about: the newest final one that is not too old."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from wijzer.disclosure import Publishable, require_publishable


@dataclass(frozen=True, slots=True)
class Freshness:
    """How many days after its last day a period may be old before it says nothing about today.

    A quarter: a year; a year or more: a year and a half, since yearly figures come that late.
    """

    quarter_days: int = 366
    year_days: int = 549

    def is_old(self, value: Publishable, on: date) -> bool:
        """Say whether ``value`` is too old on the day ``on``."""
        limit = self.quarter_days if "-Q" in value.periode else self.year_days
        return (on - value.last_day).days > limit


DEFAULT_FRESHNESS = Freshness()


def choose(
    values: Iterable[Publishable], on: date, freshness: Freshness = DEFAULT_FRESHNESS
) -> tuple[Publishable | None, Publishable | None]:
    """Return the value that the needle is about, and the newest value when that is a newer one.

    Only periods that are over on the day ``on`` count. A sum over a quarter is never laid beside a
    base *year*, so of sums only years are taken. First choice is the newest final value that is not too
    old; then the newest provisional one; then the newest withheld one; then an old one; then whatever
    there is. Of two periods with the same end a shown one goes first, then the year of a flow and the
    quarter of a stock.
    """
    over = [require_publishable(value) for value in values]
    over = [value for value in over if value.last_day <= on and not (value.is_sum and "-Q" in value.periode)]
    if not over:
        return None, None

    def newest(candidates: list[Publishable]) -> Publishable | None:
        return max(candidates, key=_age_order, default=None)

    final = [value for value in over if value.status == "getoond"]
    chosen = (
        newest([value for value in final if not freshness.is_old(value, on)])
        or newest([v for v in over if v.status == "voorlopig" and not freshness.is_old(v, on)])
        or newest([v for v in over if v.status == "onderdrukt" and not freshness.is_old(v, on)])
        or newest([value for value in over if value.value is not None])
        or newest(over)
    )
    latest = newest(over)
    if chosen is None or latest is None or latest.last_day <= chosen.last_day:
        return chosen, None
    return chosen, latest


def _age_order(value: Publishable) -> tuple[date, bool, bool, str]:
    is_year = "-Q" not in value.periode
    return value.last_day, value.value is not None, is_year == (value.timing == "stroom"), value.periode
