"""The master programme: which cells to withhold at the least loss, given the cuts found so far."""

from __future__ import annotations

from collections.abc import Sequence

import highspy

from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.reach import Cut
from wijzer.disclosure.optimise.solver import Solver, programme


class Master:
    """One 0/1 variable a cell; cuts are added and never taken away."""

    def __init__(self, problem: Problem) -> None:
        number = len(problem.keys)
        self._all = list(range(number))
        self._solver = Solver()
        self._solver.setOptionValue("mip_rel_gap", 0.0)
        self._solver.setOptionValue("mip_abs_gap", 0.5)
        costs = [0.0 if n in problem.hidden else float(problem.weights[n]) for n in self._all]
        least = [1.0 if n in problem.hidden else 0.0 for n in self._all]
        most = [0.0 if n in problem.shown else 1.0 for n in self._all]
        self._solver.passModel(programme(costs, (least, most), ()))
        for place, empty in problem.follows:
            self.add(Cut((empty, place), (1.0, -1.0), 0.0))

    def add(self, cut: Cut) -> None:
        """Add a cut."""
        self._solver.addRow(
            cut.least, highspy.kHighsInf, len(cut.places), list(cut.places), list(cut.coefficients)
        )

    def whole(self, *, whole: bool) -> None:
        """Say whether cells are withheld whole, or (as a bound on the loss) by shares."""
        kind = highspy.HighsVarType.kInteger if whole else highspy.HighsVarType.kContinuous
        self._solver.changeColsIntegrality(len(self._all), self._all, [kind] * len(self._all))

    def best(self) -> tuple[float, Sequence[float]] | None:
        """Return the least loss and the share of each cell; None when the cuts leave no choice."""
        self._solver.run()
        if self._solver.impossible:
            return None
        if not self._solver.optimal:
            raise self._solver.refuse()
        return self._solver.getInfo().objective_function_value, list(self._solver.getSolution().col_value)
