"""What is not protected yet, under a choice of cells to withhold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.reach import Cut, Reach, enough


def shares(problem: Problem, withheld: frozenset[int]) -> list[float]:
    """Return 1.0 for each withheld cell and 0.0 for the others."""
    return [1.0 if place in withheld else 0.0 for place in range(len(problem.keys))]


def exposed(problem: Problem, reach: Reach, withheld: Sequence[float]) -> Iterator[tuple[int, int, Cut]]:
    """Yield (cell, sign, cut) for each sensitive cell that cannot deviate as far as it must.

    A possible world that is found for one cell serves for all others that deviate enough in it.
    """
    reach.set_open(withheld)
    waiting = {
        (place, sign): need
        for place, levels in problem.needs.items()
        for sign, need in ((1, levels.upper), (-1, levels.lower))
        if need > 0
    }
    while waiting:
        (place, sign), need = waiting.popitem()
        found = reach.furthest(place, sign)
        if not enough(found.amount, need):
            yield place, sign, reach.cut(place, sign, need, found.prices)
        served = [
            other for other, level in waiting.items() if enough(other[1] * found.deviations[other[0]], level)
        ]
        for other in served:
            del waiting[other]


def small_together(problem: Problem, withheld: frozenset[int]) -> Iterator[Cut]:
    """Yield a cut for each shown total of which the withheld parts are together a small group.

    Persons can be the same in several parts, so together they are at least the largest part, and at least
    what the shown parts leave of the total.
    """
    if not problem.minimum:
        return
    for total, parts in problem.sums:
        inside = [part for part in parts if part in withheld]
        if total in withheld or not inside or not any(problem.persons[part] for part in inside):
            continue
        left = problem.persons[total] - sum(problem.persons[part] for part in parts if part not in withheld)
        if max(left, *(problem.persons[part] for part in inside)) >= problem.minimum:
            continue
        yield _one_more(problem, (total, *parts), inside)


def _one_more(problem: Problem, members: tuple[int, ...], inside: list[int]) -> Cut:
    """While all of ``inside`` are withheld, one more member must be."""
    chosen = [place for place in inside if place not in problem.hidden]
    others = [
        place
        for place in members
        if place not in inside and place not in problem.shown and place not in problem.hidden
    ]
    return Cut((*others, *chosen), (*(1.0 for _ in others), *(-1.0 for _ in chosen)), 1.0 - len(chosen))


def with_followers(problem: Problem, withheld: frozenset[int]) -> frozenset[int]:
    """Return the choice with the empty cells beside it."""
    found = set(withheld)
    while True:
        more = {other for place, other in problem.follows if place in found} - found
        if not more:
            return frozenset(found)
        found |= more


def is_protected(problem: Problem, reach: Reach, withheld: frozenset[int]) -> bool:
    """Say whether a choice protects every sensitive cell, and keeps to the other rules."""
    if with_followers(problem, withheld) != withheld or any(small_together(problem, withheld)):
        return False
    return next(exposed(problem, reach, shares(problem, withheld)), None) is None
