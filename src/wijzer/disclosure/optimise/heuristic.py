"""A quick choice for large sets: one sensitive cell after the other, along the cheapest way to move it.

For each a linear programme finds the cheapest deviations with which it reaches its protection level, where
cells that are withheld already cost nothing; whatever moves is withheld (Kelly, Golden & Assad, Cell
suppression: disclosure protection for sensitive tabular data, Networks 22, 1992). Afterwards cells that
turn out superfluous are shown again, the dearest first.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.disclosure.optimise.checks import exposed, is_protected, shares, small_together, with_followers
from wijzer.disclosure.optimise.errors import CannotProtect
from wijzer.disclosure.optimise.problem import Problem, Row
from wijzer.disclosure.optimise.reach import Reach
from wijzer.disclosure.optimise.solver import Solver, programme

_MOVED = 1e-6


class _Ways:
    """Deviations up and down apart, so that their cost can be counted."""

    def __init__(self, problem: Problem) -> None:
        self._problem = problem
        number = self._number = len(problem.keys)
        self._solver = Solver()
        costs = [0.0 if n in problem.hidden else float(problem.weights[n]) for n in range(number)]
        self._most = [0.0 if n in problem.shown else float(problem.above[n]) for n in range(number)]
        self._most += [0.0 if n in problem.shown else float(problem.below[n]) for n in range(number)]
        rows = [
            Row(
                (*row.places, *(place + number for place in row.places)),
                (*row.coefficients, *(-times for times in row.coefficients)),
                row.lower,
                row.upper,
            )
            for row in problem.rows
        ]
        self._solver.passModel(programme(costs * 2, ([0.0] * (2 * number), self._most), rows))

    def withhold(self, places: Iterable[int]) -> None:
        """Let cells move without cost."""
        for place in places:
            self._solver.changeColCost(place, 0.0)
            self._solver.changeColCost(place + self._number, 0.0)

    def cheapest(self, place: int, sign: int, need: int) -> frozenset[int] | None:
        """Return the cells that move when one cell moves by ``need``; None when it cannot."""
        number = self._number
        up, down = (place, place + number) if sign > 0 else (place + number, place)
        self._solver.changeColBounds(up, float(need), self._most[up])
        self._solver.changeColBounds(down, 0.0, 0.0)
        self._solver.run()
        possible = self._solver.optimal
        moved = list(self._solver.getSolution().col_value) if possible else []
        for column in (up, down):
            self._solver.changeColBounds(column, 0.0, self._most[column])
        if not possible:
            return None
        return frozenset(n for n in range(number) if abs(moved[n] - moved[n + number]) > _MOVED)


def heuristic(problem: Problem, tries: int) -> frozenset[int]:
    """Return a choice that protects everything; at most ``tries`` cells are tried to be shown again.

    Raises CannotProtect when nothing helps.
    """
    reach, ways = Reach(problem), _Ways(problem)
    withheld = with_followers(problem, problem.hidden)
    while True:
        before = withheld
        ways.withhold(withheld)
        todo = list(exposed(problem, reach, shares(problem, withheld)))
        for place, sign, _ in sorted(todo, key=lambda one: (-problem.values[one[0]], one[0], one[1])):
            level = problem.needs[place]
            moved = ways.cheapest(place, sign, level.upper if sign > 0 else level.lower)
            if moved is None:
                raise CannotProtect((problem.keys[place],))
            withheld = with_followers(problem, withheld | moved)
            ways.withhold(withheld)
        for cut in small_together(problem, withheld):
            others = [n for n, times in zip(cut.places, cut.coefficients, strict=True) if times > 0]
            if not others:
                raise CannotProtect(tuple(problem.keys[n] for n in cut.places) or ())
            cheapest = min(others, key=lambda n: (problem.weights[n], n))
            withheld = with_followers(problem, withheld | {cheapest})
        if withheld == before:
            return _without_the_superfluous(problem, reach, withheld, tries)


def _without_the_superfluous(
    problem: Problem, reach: Reach, withheld: frozenset[int], tries: int
) -> frozenset[int]:
    extra = sorted(withheld - problem.hidden, key=lambda place: (-problem.weights[place], place))
    for place in extra[:tries]:
        fewer = withheld - {place}
        if is_protected(problem, reach, fewer):
            withheld = fewer
    return withheld
