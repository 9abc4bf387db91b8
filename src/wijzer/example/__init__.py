"""The example: invented people of two towns, told in real messages and tables, small enough for paper.

`write` makes an inbox. What must come out of it stands in `tests/example/hand_calculation.md`.
"""

from __future__ import annotations

from wijzer.example.days import KNOWN_ON
from wijzer.example.targets import fill_targets
from wijzer.example.write import ExampleSummary, write

__all__ = ["KNOWN_ON", "ExampleSummary", "fill_targets", "write"]
