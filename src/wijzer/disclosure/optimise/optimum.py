"""The optimum: cells to withhold at the least loss, by cutting planes until nothing is exposed."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from wijzer.disclosure.optimise.checks import exposed, shares, small_together
from wijzer.disclosure.optimise.errors import CannotProtect
from wijzer.disclosure.optimise.master import Master
from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.reach import Cut, Reach

_NEARLY = 1e-6


def refuse_the_impossible(problem: Problem, reach: Reach) -> None:
    """Raise CannotProtect when a sensitive cell stays exposed even with all that can be withheld."""
    everything = frozenset(range(len(problem.keys))) - problem.shown
    found = {place for place, _, _ in exposed(problem, reach, shares(problem, everything))}
    if found:
        raise CannotProtect(tuple(problem.keys[place] for place in sorted(found)))


def lower_bound(problem: Problem, reach: Reach, master: Master, rounds: int) -> int:
    """Return a loss that no choice stays below, by withholding shares of cells; ``master`` keeps its cuts."""
    master.whole(whole=False)
    bound = 0
    for _ in range(rounds):
        found = master.best()
        if found is None:
            break
        loss, withheld = found
        bound = max(bound, ceil(loss - _NEARLY))
        cuts = [cut for _, _, cut in exposed(problem, reach, withheld) if _broken(cut, withheld)]
        if not cuts:
            break
        for cut in cuts:
            master.add(cut)
    return bound


def optimum(problem: Problem, rounds: int) -> tuple[frozenset[int] | None, int]:
    """Return the cells to withhold at the least loss, and the best bound on the loss.

    No cells when ``rounds`` of cutting were not enough. Raises CannotProtect when nothing helps.
    """
    reach, master = Reach(problem), Master(problem)
    refuse_the_impossible(problem, reach)
    bound = lower_bound(problem, reach, master, rounds)
    master.whole(whole=True)
    for _ in range(rounds):
        found = master.best()
        if found is None:
            raise CannotProtect(tuple(problem.keys[place] for place in sorted(problem.needs)))
        loss, given = found
        bound = max(bound, ceil(loss - _NEARLY))
        withheld = frozenset(place for place, share in enumerate(given) if share > 0.5)
        cuts = [cut for _, _, cut in exposed(problem, reach, shares(problem, withheld))]
        cuts += small_together(problem, withheld)
        if not cuts:
            return withheld, bound
        for cut in cuts:
            master.add(cut if _broken(cut, shares(problem, withheld)) else _something_else(problem, withheld))
    return None, bound


def _broken(cut: Cut, withheld: Sequence[float]) -> bool:
    total = sum(times * withheld[place] for place, times in zip(cut.places, cut.coefficients, strict=True))
    return total < cut.least - _NEARLY


def _something_else(problem: Problem, withheld: frozenset[int]) -> Cut:
    """What does not protect does not protect with less withheld either: at least one more cell."""
    others = tuple(place for place in problem.free if place not in withheld)
    return Cut(others, (1.0,) * len(others), 1.0)
