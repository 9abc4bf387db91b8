"""Periode: the quarter, year, or years together over which an indicator is counted.

>>> Periode.parse("2022-Q4").last_day
datetime.date(2022, 12, 31)
>>> str(Periode.parse("2022-Q1").previous())
'2021-Q4'
>>> Periode.parse("2020-2022").label
'2020 tot en met 2022'
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Literal

Kind = Literal["kwartaal", "jaar", "jaren"]

_FORM = re.compile(r"^(\d{4})(?:-?[QqKk]([1-4])|-(\d{4}))?$")
_EXPECTED = "een jaar (2022), een kwartaal (2022-Q4) of jaren samen (2020-2022)"


@dataclass(frozen=True, slots=True, order=True)
class Periode:
    """A calendar year (``quarter`` 0), one of its four quarters, or ``years`` calendar years from it on."""

    year: int
    quarter: int = 0
    years: int = 1

    def __post_init__(self) -> None:
        sound = self.year >= 1900 and self.year + self.years <= 9999 and self.years >= 1
        if not sound or not 0 <= self.quarter <= 4 or (self.quarter and self.years > 1):
            raise ValueError(f"een periode is {_EXPECTED}")

    @classmethod
    def parse(cls, text: str) -> Periode:
        """Read ``2022``, ``2022-Q4`` (also ``2022K4``) or ``2020-2022``; ValueError in Dutch otherwise."""
        found = _FORM.match(text.strip())
        if not found or (found[3] and found[3] <= found[1]):
            raise ValueError(f"'{text}' is geen periode; verwacht is {_EXPECTED}")
        years = int(found[3]) - int(found[1]) + 1 if found[3] else 1
        return cls(int(found[1]), int(found[2] or 0), years)

    @classmethod
    def quarter_of(cls, day: date) -> Periode:
        """Return the quarter that holds ``day``."""
        return cls(day.year, (day.month + 2) // 3)

    def __str__(self) -> str:
        if self.quarter:
            return f"{self.year}-Q{self.quarter}"
        return f"{self.year}" if self.years == 1 else f"{self.year}-{self.last_year}"

    @property
    def last_year(self) -> int:
        """The year of the last day."""
        return self.year + self.years - 1

    @property
    def kind(self) -> Kind:
        """Say whether this is a ``kwartaal``, a ``jaar`` or several ``jaren``."""
        if self.quarter:
            return "kwartaal"
        return "jaar" if self.years == 1 else "jaren"

    @property
    def label(self) -> str:
        """Name the period as people say it: ``4e kwartaal 2022``, ``2022``, ``2020 tot en met 2022``."""
        if self.quarter:
            return f"{self.quarter}e kwartaal {self.year}"
        return f"{self.year}" if self.years == 1 else f"{self.year} tot en met {self.last_year}"

    @property
    def first_day(self) -> date:
        """The first day of the period."""
        return date(self.year, self.quarter * 3 - 2 if self.quarter else 1, 1)

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        if not self.quarter:
            return date(self.last_year, 12, 31)
        month = self.quarter * 3
        return date(self.year, month, 31 if month in (3, 12) else 30)

    def next(self) -> Periode:
        """Return the period of the same kind and length that follows."""
        if not self.quarter:
            return Periode(self.year + self.years, 0, self.years)
        return Periode(self.year + self.quarter // 4, self.quarter % 4 + 1)

    def previous(self) -> Periode:
        """Return the period of the same kind and length before this one."""
        if not self.quarter:
            return Periode(self.year - self.years, 0, self.years)
        return Periode(self.year - (self.quarter == 1), self.quarter - 1 or 4)

    def same_last_year(self) -> Periode:
        """Return the same quarter, or year or years, one year earlier."""
        return Periode(self.year - 1, self.quarter, self.years)
