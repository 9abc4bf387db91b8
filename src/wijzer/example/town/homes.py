"""Who lives with whom on the first day: the residents of a buurt as households of about the published number.

CBS tells residents by age, households, and those of one person. Who does not live alone is put together as
couples near in age, lone parents, and children with a parent of the right age; most of those up to 21, and
older ones when there are more adults than couples, live with their parents.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from datetime import date

Draw = Callable[..., int]
"""Gives 64 raw bits for a place."""
_CHILD = 22
_LONE_PARENTS = 11
"""Per cent of the households of more than one person that have one parent."""
_LONE = (25, 55)
_GAP = (19, 43)
"""Years between parent and child."""
_TURNS = 3
"""A child goes to the smallest of so many homes."""
_YOUNG_ALONE, _OLD_ALONE = 30, 75


def _age(born: date, today: date) -> int:
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def _readiness(born: date, today: date) -> int:
    """Return how much more often than others someone of an age lives alone."""
    age = _age(born, today)
    return 3 if age >= _OLD_ALONE else 2 if age < _YOUNG_ALONE else 1


def plan(born: list[date], households: int, single: int, today: date, draw: Draw) -> list[list[date]]:
    """Return the birthdays of every household, adults first, oldest households first.

    ``households`` and ``single`` (those of one person) are what is aimed at.
    """
    adults = sorted(day for day in born if _age(day, today) >= _CHILD)
    children = sorted(day for day in born if _age(day, today) < _CHILD)
    order = sorted(
        range(len(adults)), key=lambda at: (draw("alleen", at) // _readiness(adults[at], today), at)
    )
    alone = set(order[: min(single, len(adults))])
    left = [day for at, day in enumerate(adults) if at not in alone]
    homes, children = _families(left, children, max(households - single, 1), today, draw)
    if not homes:
        return [[adults[at]] for at in sorted(alone)] + [[day] for day in children]
    _bring_up(homes, children, draw)
    return [[adults[at]] for at in sorted(alone)] + homes


def _families(
    adults: list[date], children: list[date], wanted: int, today: date, draw: Draw
) -> tuple[list[list[date]], list[date]]:
    """Return couples and lone parents with a child, by age, and the children that are left."""
    count = min(wanted, len(adults))
    most = 2 * count - count * _LONE_PARENTS // 100
    children = sorted(adults[most:] + children)
    adults = adults[:most]
    low, high = _LONE
    able = [at for at, day in enumerate(adults) if low <= _age(day, today) <= high]
    able.sort(key=lambda at: (draw("een ouder", at), at))
    lone = set(able[: min(2 * count - len(adults), len(children))])
    pairs = [day for at, day in enumerate(adults) if at not in lone]
    homes = [pairs[at : at + 2] for at in range(0, len(pairs), 2)]
    for at in sorted(lone):
        parent = adults[at]
        ideal = bisect_left(children, parent.replace(year=parent.year + 30, day=1))
        homes.append([parent, children.pop(min(ideal, len(children) - 1))])
    return sorted(homes), children


def _bring_up(homes: list[list[date]], children: list[date], draw: Draw) -> None:
    """Put children with parents who are neither too young nor too old for them."""
    least, most = _GAP
    heads = [home[0] for home in homes]
    for at, day in enumerate(children):
        low = bisect_left(heads, day.replace(year=day.year - most, day=1))
        high = bisect_right(heads, day.replace(year=day.year - least, day=1))
        if low >= high:
            low, high = 0, len(homes)
        able = [homes[low + ((draw("kind", at, turn) * (high - low)) >> 64)] for turn in range(_TURNS)]
        min(able, key=len).append(day)
