"""How far an outsider can be led astray: the most that a withheld cell can deviate from the truth.

A linear programme over the deviations of all cells. Its dual says which cells keep the deviation small: of
them at least so many must be withheld (a capacity constraint of Fischetti & Salazar-González, 2000). The
cut is worked out from the row prices alone, so that it is valid whatever the rounding of the solver.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import isinf
from typing import NamedTuple

from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.solver import Solver, programme

_NEARLY = 1e-6
_NONE = 1e-9


class Cut(NamedTuple):
    """``sum of coefficient x withheld >= least`` in the cells of which is still to be decided."""

    places: tuple[int, ...]
    coefficients: tuple[float, ...]
    least: float


class Reached(NamedTuple):
    """How far a cell can be moved, the deviations of all cells then, and the prices of the relations."""

    amount: float
    deviations: Sequence[float]
    prices: Sequence[float]


class Reach:
    """The programme of one problem; ``set_open`` says which share (0 to 1) of each cell is withheld."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        self._solver = Solver()
        number = len(problem.keys)
        nothing = [0.0] * number
        self._solver.passModel(programme(nothing, (nothing, nothing), problem.rows))
        self._all = list(range(number))

    def set_open(self, withheld: Sequence[float]) -> None:
        """Say which share of each cell is withheld: its bounds are that share of what an outsider knows."""
        problem = self._problem
        lower = [-below * share for below, share in zip(problem.below, withheld, strict=True)]
        upper = [above * share for above, share in zip(problem.above, withheld, strict=True)]
        self._solver.changeColsBounds(len(self._all), self._all, lower, upper)

    def furthest(self, place: int, sign: int) -> Reached:
        """Return how far a cell can deviate upwards (``sign`` 1) or downwards (-1)."""
        self._solver.changeColCost(place, -float(sign))
        self._solver.run()
        if not self._solver.optimal:
            raise self._solver.refuse()
        solution = self._solver.getSolution()
        deviations, prices = list(solution.col_value), list(solution.row_dual)
        self._solver.changeColCost(place, 0.0)
        return Reached(sign * deviations[place], deviations, prices)

    def cut(self, place: int, sign: int, need: float, prices: Sequence[float]) -> Cut:
        """Return the constraint that is broken while a cell cannot deviate by ``need``."""
        problem = self._problem
        slack = 0.0
        reduced = {place: -float(sign)}
        for row, given in zip(problem.rows, prices, strict=True):
            price = _possible(given, row.lower, row.upper)
            if not price:
                continue
            slack -= price * (row.lower if price > 0 else row.upper)
            for column, times in zip(row.places, row.coefficients, strict=True):
                reduced[column] = reduced.get(column, 0.0) - price * times
        least = need - slack
        weights: dict[int, float] = {}
        for column, cost in reduced.items():
            reach = cost * problem.below[column] if cost > 0 else -cost * problem.above[column]
            if reach <= _NEARLY or column in problem.shown:
                continue
            if column in problem.hidden:
                least -= reach
            else:
                weights[column] = reach
        places = tuple(sorted(weights))
        if least <= _NEARLY:
            return Cut((), (), 0.0)
        return Cut(places, tuple(min(1.0, weights[column] / least) for column in places), 1.0)


def _possible(price: float, lower: float, upper: float) -> float:
    """Return the price, or 0 where the row has no bound on that side."""
    if abs(price) < _NONE or isinf(lower if price > 0 else upper):
        return 0.0
    return price


def enough(amount: float, need: float) -> bool:
    """Say whether a deviation reaches a need, but for the rounding of the solver."""
    return amount >= need - _NEARLY * max(1.0, need)
