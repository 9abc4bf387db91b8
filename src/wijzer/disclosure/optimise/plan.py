"""The plan: which cells are withheld, why, at what loss, and how far that may be from the least loss."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wijzer.disclosure.optimise.heuristic import heuristic
from wijzer.disclosure.optimise.master import Master
from wijzer.disclosure.optimise.optimum import lower_bound, optimum, refuse_the_impossible
from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.reach import Reach
from wijzer.disclosure.risk import Risk
from wijzer.disclosure.tables import Key

FEW = 400
"""With more cells of which is to be decided than this, the quick way is taken."""
ROUNDS = 200
TRIES = 1000


@dataclass(frozen=True, slots=True)
class Plan:
    """``primary`` gives the reason by sensitive cell; ``secondary`` are withheld to protect those,
    or were withheld in a former edition.

    ``cost`` is the loss by ``secondary``, ``bound`` the least that any choice costs: equal when the choice
    is proven best.
    """

    primary: Mapping[Key, Risk | None]
    secondary: frozenset[Key]
    cost: int
    bound: int

    @property
    def withheld(self) -> frozenset[Key]:
        """All cells that may not be shown, sensitive numbers that nobody offers included."""
        return frozenset(self.primary) | self.secondary

    @property
    def gap(self) -> float:
        """The share (0 to 1) of the loss that might be saved at most."""
        return (self.cost - self.bound) / self.cost if self.cost else 0.0


def suppress(
    problem: Problem,
    *,
    few: int = FEW,
    rounds: int = ROUNDS,
    tries: int = TRIES,
    start: frozenset[Key] = frozenset(),
) -> Plan:
    """Choose what to withhold: the optimum for up to ``few`` free cells, else the quick way with its gap.

    ``rounds`` bounds the cutting, ``tries`` the cells that the quick way tries to show again: numbers,
    not seconds, so that the same tables always give the same choice. The quick way begins with ``start``.
    Raises CannotProtect.
    """
    withheld: frozenset[int] | None = None
    bound = 0
    if not problem.needs:
        withheld = problem.hidden
    elif len(problem.free) <= few:
        withheld, bound = optimum(problem, rounds)
    if withheld is None:
        begin = frozenset(place for place, key in enumerate(problem.keys) if key in start)
        withheld, bound = _quickly(problem, rounds, tries, bound, begin)
    return Plan(
        {problem.keys[place]: problem.risks.get(place) for place in problem.needs},
        secondary_of(problem, withheld),
        problem.cost(withheld),
        bound,
    )


def secondary_of(problem: Problem, withheld: frozenset[int]) -> frozenset[Key]:
    """Return what is withheld and is neither sensitive itself nor a number that nobody offers."""
    beside = withheld - problem.needs.keys()
    return frozenset(problem.keys[place] for place in beside if problem.weights[place])


def _quickly(
    problem: Problem, rounds: int, tries: int, bound: int, start: frozenset[int]
) -> tuple[frozenset[int], int]:
    reach = Reach(problem)
    refuse_the_impossible(problem, reach)
    withheld = heuristic(problem, tries, start)
    if not start:
        bound = max(bound, lower_bound(problem, reach, Master(problem), min(rounds, 20)))
    return withheld, bound
