"""Families: what the people of one household have in common, so that needs come together.

Every household has a susceptibility, drawn once: most have little of it, one in 36 has nine times the
ordinary chance. On average it is 1, so the level of the whole town stays as it is while care, laws and money
gather in a few families. The shape is invented; its outcome is compared with what towns report (a few per
cent of the clients make up a large part of the cost).

A household on a Participatie benefit is more often one of those. Its share is that of Duiven: 28 per thousand
residents of 15 to 64 (shared source kerncijfers), and a quarter of the benefits ends in a year.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.chance import MILLION, Chance, scaled
from wijzer.example.town.people import Household
from wijzer.example.town.places import Buurt
from wijzer.example.town.settings import Settings

_SUSCEPTIBLE = ((250, 400), (600, 300), (1_250, 192), (2_800, 80), (9_143, 28))
"""Thousandths of the ordinary chance, with weights."""
_USUALLY_ALONE = 300
"""Households of one person, per thousand, of the standard pair."""
_PENSION = 67
_ON_BENEFIT, _INTO_BENEFIT = 33_000, 12_500
"""Per million households with someone of working age: at the start, and new in a year."""
_ALONE = (580, 3_200)
"""Thousandths of the chance of a benefit where several adults live, and where one does."""
_BENEFIT_MONTHS = ((5, 25), (12, 25), (26, 20), (50, 15), (120, 15))
_AT_MOST = 800_000
_FIRST = 2019


@dataclass(frozen=True, slots=True)
class Benefit:
    """A Participatie benefit of one household; ``end`` None goes on after the years that are lived."""

    begin: date
    end: date | None


def susceptibility(household: Household, chance: Chance) -> int:
    """Return by how many thousandths a household's chance of a need is multiplied."""
    return chance.weighed(_SUSCEPTIBLE, "vatbaar", household.gemeente, household.serial)


def pressure(buurt: Buurt) -> int:
    """Return by how many thousandths a buurt multiplies a chance: more where more people live alone."""
    return 1_000 + max(-250, min(250, buurt.single * 1_000 // max(buurt.households, 1) - _USUALLY_ALONE))


def multiplied(per_million: int, thousandths: int, shared: int) -> int:
    """Multiply a chance by a susceptibility, as far as that counts (``shared`` thousandths of it).

    >>> multiplied(10_000, 3_000, 1_000), multiplied(10_000, 3_000, 500)
    (30000, 20000)
    """
    factor = max(0, MILLION + (thousandths - 1_000) * shared)
    return min(per_million * factor // MILLION, _AT_MOST)


def benefit(household: Household, settings: Settings) -> tuple[Benefit, ...]:
    """Return the benefits of a household in the years that are lived, in order of time.

    A benefit is there only while someone of 18 up to the pension age (67) lives in the household.
    """
    return tuple(_benefits(household, settings))


def _benefits(household: Household, settings: Settings) -> Iterator[Benefit]:
    chance, place = settings.chance, ("uitkering", household.gemeente, household.serial)
    alone = household.adults(household.addresses[0].since) == 1
    factor = susceptibility(household, chance) * _ALONE[alone] // 1_000
    free = settings.start
    draws = chance.series(*place)
    for year in range(settings.first_year - 1, settings.last_year + 1):
        first = year < settings.first_year
        share = multiplied(_ON_BENEFIT if first else _INTO_BENEFIT, factor, 1_000)
        if scaled(draws[-1 if first else year - _FIRST], MILLION) >= share:
            continue
        months = chance.weighed(_BENEFIT_MONTHS, *place, "duur", "begin" if first else year)
        if first:
            begin = settings.start - timedelta(days=chance.between(1, 900, *place, "sinds"))
            end = settings.start + timedelta(days=months * 30)
        else:
            begin = date(year, 1, 1) + timedelta(days=chance.below(365, *place, "dag", year))
            end = begin + timedelta(days=months * 30)
        if begin >= settings.start and begin < free:
            continue
        last = _able_until(household, max(begin, settings.start))
        if last is None:
            continue
        end = min(end, last)
        free = end + timedelta(days=90)
        yield Benefit(begin, end if end <= settings.end else None)


def _able_until(household: Household, day: date) -> date | None:
    """Return the last day on which someone of working age is there; None when there is no one on ``day``."""
    until = None
    for person in household.members:
        if person.lives_here(day) and 18 <= person.age(day) < _PENSION:
            last = person.birthday(_PENSION) - timedelta(days=1)
            gone = person.gone
            last = last if gone is None else min(last, gone)
            until = last if until is None else max(until, last)
    return until
