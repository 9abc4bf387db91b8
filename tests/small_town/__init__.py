"""A small town: invented people of two towns, told in real messages and tables, small enough for paper.

`write` makes an inbox; what must come out of it stands in `tests/example/hand_calculation.md`. It stands on
its own: the model municipality may change without moving one of these numbers.
"""

from __future__ import annotations

from tests.small_town.days import KNOWN_ON
from tests.small_town.write import ExampleSummary, write

__all__ = ["KNOWN_ON", "ExampleSummary", "write"]
