"""The solver of the auditor: HiGHS, quiet and on one thread."""

from __future__ import annotations

import highspy


class Quiet(highspy.Highs):
    """A solver that prints nothing, not even its banner."""

    def __init__(self) -> None:
        super().__init__()
        self.setOptionValue("parallel", "off")

    def enableCallbacks(self) -> None:  # noqa: N802
        """Silence the solver before the first call that would print."""
        self.silent()
        super().enableCallbacks()
