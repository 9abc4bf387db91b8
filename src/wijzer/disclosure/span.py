"""Span: the period of a result as a run of quarters, so that quarters, years and sets of years can be
laid against each other.

>>> Span.parse("2022-Q4").quarters, Span.parse("2022").quarters, Span.parse("2020-2022").quarters
(1, 4, 12)
>>> Span.parse("2022").holds(Span.parse("2022-Q4"))
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_QUARTER = re.compile(r"^(\d{4})-Q([1-4])$")
_YEARS = re.compile(r"^(\d{4})(?:-(\d{4}))?$")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of quarters, both ends included; a quarter is numbered ``year * 4 + quarter - 1``."""

    first: int
    last: int

    @classmethod
    def parse(cls, periode: str) -> Span:
        """Read ``2022-Q4``, ``2022`` or, for several years together, ``2020-2022``; else ValueError."""
        if found := _QUARTER.match(periode):
            number = int(found[1]) * 4 + int(found[2]) - 1
            return cls(number, number)
        found = _YEARS.match(periode)
        if not found or (found[2] and found[2] <= found[1]):
            raise ValueError(f"'{periode}' is geen periode: verwacht is 2022-Q4, 2022 of 2020-2022")
        return cls(int(found[1]) * 4, int(found[2] or found[1]) * 4 + 3)

    @property
    def quarters(self) -> int:
        """How many quarters the span holds."""
        return self.last - self.first + 1

    def holds(self, other: Span) -> bool:
        """Say whether ``other`` lies within this span."""
        return self.first <= other.first and other.last <= self.last

    def tiles(self) -> tuple[Span, ...]:
        """Return the shorter spans that make up this one: years of a set of years, quarters of a year."""
        step = 4 if self.quarters > 4 else 1
        return tuple(Span(start, start + step - 1) for start in range(self.first, self.last + 1, step))

    @property
    def label(self) -> str:
        """Name the span as people say it: ``4e kwartaal 2022``, ``2022``, ``2020 tot en met 2022``."""
        if self.quarters == 1:
            return f"{self.first % 4 + 1}e kwartaal {self.first // 4}"
        if self.quarters == 4:
            return f"{self.first // 4}"
        return f"{self.first // 4} tot en met {self.last // 4}"
