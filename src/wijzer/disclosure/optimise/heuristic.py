"""A quick choice for large sets: one sensitive cell after the other, along the cheapest way to move it.

For each a linear programme finds the cheapest deviations with which it reaches its protection level, where
cells that are withheld already cost nothing; whatever moves is withheld (Kelly, Golden & Assad, Cell
suppression: disclosure protection for sensitive tabular data, Networks 22, 1992). Afterwards cells that
turn out superfluous are shown again, the dearest first.
"""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.disclosure.optimise.checks import exposed, shares, small_together, with_followers
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

    def close(self, places: Iterable[int]) -> None:
        """Let cells not move at all."""
        for place in places:
            for column in (place, place + self._number):
                self._most[column] = 0.0
                self._solver.changeColBounds(column, 0.0, 0.0)

    def open(self, place: int) -> None:
        """Let a cell move again, as far as an outsider can believe."""
        far = (self._problem.above[place], self._problem.below[place])
        for column, most in zip((place, place + self._number), far, strict=True):
            self._most[column] = float(most)
            self._solver.changeColBounds(column, 0.0, float(most))

    def withhold(self, places: Iterable[int]) -> None:
        """Let cells move without cost."""
        for place in places:
            self._solver.changeColCost(place, 0.0)
            self._solver.changeColCost(place + self._number, 0.0)

    def cheapest(self, place: int, sign: int, need: int) -> frozenset[int] | None:
        """Return the cells that move when one cell moves by ``need``; None when it cannot."""
        number = self._number
        up, down = (place, place + number) if sign > 0 else (place + number, place)
        if need > self._most[up]:
            return None
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


def heuristic(problem: Problem, tries: int, start: frozenset[int] = frozenset()) -> frozenset[int]:
    """Return a choice that protects everything; at most ``tries`` cells are tried to be shown again.

    ``start`` are cells to begin with. Raises CannotProtect when nothing helps.
    """
    reach, ways = Reach(problem), _Ways(problem)
    withheld = with_followers(problem, problem.hidden | start)
    while True:
        before = withheld
        ways.withhold(withheld)
        todo = list(exposed(problem, reach, shares(problem, withheld)))
        for place, sign, _ in sorted(todo, key=lambda one: (-problem.values[one[0]], one[0], one[1])):
            moved = ways.cheapest(place, sign, _need(problem, place, sign))
            if moved is None:
                raise CannotProtect((problem.keys[place],))
            withheld = with_followers(problem, withheld | moved)
            ways.withhold(withheld)
        for cut in small_together(problem, withheld):
            others = [n for n, times in zip(cut.places, cut.coefficients, strict=True) if times > 0]
            if not others:
                raise CannotProtect(tuple(problem.keys[n] for n in cut.places))
            cheapest = min(others, key=lambda n: (problem.weights[n], n))
            withheld = with_followers(problem, withheld | {cheapest})
        if withheld == before:
            return _without_the_superfluous(problem, withheld, tries)


def _need(problem: Problem, place: int, sign: int) -> int:
    level = problem.needs[place]
    return level.upper if sign > 0 else level.lower


def _without_the_superfluous(problem: Problem, withheld: frozenset[int], tries: int) -> frozenset[int]:
    """Show cells again as long as everything stays protected.

    Of each sensitive cell one possible world is kept in which few cells move; only when the cell that is
    shown again moves there, another world is looked for.
    """
    ways = _Ways(problem)
    ways.close(n for n in range(len(problem.keys)) if n not in withheld)
    worlds: dict[tuple[int, int], frozenset[int]] = {}
    for place, sign in ((place, sign) for place in sorted(problem.needs) for sign in (1, -1)):
        need = _need(problem, place, sign)
        moved = ways.cheapest(place, sign, need) if need else frozenset[int]()
        if moved is None:
            return withheld
        worlds[place, sign] = moved
    extra = sorted(withheld - problem.hidden, key=lambda place: (-problem.weights[place], place))
    for gone in extra[:tries]:
        fewer = withheld - {gone}
        if with_followers(problem, fewer) != fewer or any(small_together(problem, fewer)):
            continue
        ways.close((gone,))
        again = _other_worlds(problem, ways, [key for key, moved in worlds.items() if gone in moved])
        if again is None:
            ways.open(gone)
        else:
            withheld, worlds = fewer, worlds | again
    return withheld


def _other_worlds(
    problem: Problem, ways: _Ways, wanted: Iterable[tuple[int, int]]
) -> dict[tuple[int, int], frozenset[int]] | None:
    found = {}
    for place, sign in wanted:
        moved = ways.cheapest(place, sign, _need(problem, place, sign))
        if moved is None:
            return None
        found[place, sign] = moved
    return found
