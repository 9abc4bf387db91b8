"""HiGHS, quiet and on one thread (Huangfu & Hall, Mathematical Programming Computation 10, 2018)."""

from __future__ import annotations

from collections.abc import Sequence

import highspy

from wijzer.disclosure.optimise.problem import Row


class Solver(highspy.Highs):
    """A solver that prints nothing; the banner would come with the first call, before ``silent``."""

    def __init__(self) -> None:
        super().__init__()
        self.setOptionValue("parallel", "off")

    def enableCallbacks(self) -> None:  # noqa: N802
        """Silence the solver before the first call that would print."""
        self.silent()
        super().enableCallbacks()

    @property
    def optimal(self) -> bool:
        """Say whether the last run found the optimum."""
        return bool(self.getModelStatus() == highspy.HighsModelStatus.kOptimal)

    @property
    def impossible(self) -> bool:
        """Say whether the last run found that there is no solution."""
        return bool(self.getModelStatus() == highspy.HighsModelStatus.kInfeasible)

    def refuse(self) -> RuntimeError:
        """Return the error for a run that ended otherwise."""
        return RuntimeError(f"the solver stopped with {self.modelStatusToString(self.getModelStatus())}")


def programme(
    costs: Sequence[float],
    bounds: tuple[Sequence[float], Sequence[float]],
    rows: Sequence[Row],
) -> highspy.HighsLp:
    """Return the programme ``minimise costs`` within the bounds of each column and of each row."""
    made = highspy.HighsLp()
    made.num_col_, made.num_row_ = len(costs), len(rows)
    made.col_cost_ = list(costs)
    made.col_lower_, made.col_upper_ = list(bounds[0]), list(bounds[1])
    made.row_lower_ = [row.lower for row in rows]
    made.row_upper_ = [row.upper for row in rows]
    starts = [0]
    for row in rows:
        starts.append(starts[-1] + len(row.places))
    made.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    made.a_matrix_.start_ = starts
    made.a_matrix_.index_ = [place for row in rows for place in row.places]
    made.a_matrix_.value_ = [float(times) for row in rows for times in row.coefficients]
    return made
