"""Periode: the quarter or year over which an indicator is counted.

>>> Periode.parse("2022-Q4").last_day
datetime.date(2022, 12, 31)
>>> str(Periode.parse("2022-Q1").previous())
'2021-Q4'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Kind = Literal["kwartaal", "jaar"]

_FORM = re.compile(r"^(\d{4})(?:-?[QqKk]([1-4]))?$")


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A calendar year (``quarter`` 0) or one of its four quarters."""

    year: int
    quarter: int = 0

    def __post_init__(self) -> None:
        if not 1900 <= self.year <= 9998 or not 0 <= self.quarter <= 4:
            raise ValueError("een periode is een jaar (2022) of een kwartaal (2022-Q4)")

    @classmethod
    def parse(cls, text: str) -> Periode:
        """Read ``2022`` or ``2022-Q4`` (also ``2022K4``); ValueError in Dutch otherwise."""
        found = _FORM.match(text.strip())
        if not found:
            raise ValueError(
                f"'{text}' is geen periode; verwacht is een jaar (2022) of een kwartaal (2022-Q4)"
            )
        return cls(int(found[1]), int(found[2] or 0))

    @classmethod
    def quarter_of(cls, day: date) -> Periode:
        """Return the quarter that holds ``day``."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.quarter}" if self.quarter else f"{self.year}"

    @property
    def kind(self) -> Kind:
        """Say whether this is a ``kwartaal`` or a ``jaar``."""
        return "kwartaal" if self.quarter else "jaar"

    @property
    def label(self) -> str:
        """Name the period as people say it: ``4e kwartaal 2022`` or ``2022``."""
        return f"{self.quarter}e kwartaal {self.year}" if self.quarter else f"{self.year}"

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self.quarter * 3 - 2 if self.quarter else 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        return self.next().first_day - timedelta(days=1)

    def next(self) -> Periode:
        """Return the period of the same kind that follows."""
        if self.quarter in (0, 4):
            return Periode(self.year + 1, min(self.quarter, 1))
        return Periode(self.year, self.quarter + 1)

    def previous(self) -> Periode:
        """Return the period of the same kind before this one."""
        if self.quarter in (0, 1):
            return Periode(self.year - 1, 4 if self.quarter else 0)
        return Periode(self.year, self.quarter - 1)

    def same_last_year(self) -> Periode:
        """Return the same quarter, or the year, one year earlier."""
        return Periode(self.year - 1, self.quarter)
