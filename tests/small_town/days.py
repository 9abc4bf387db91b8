"""The days on which things happen in the example: one Monday a quarter.

Every change (a new client, fewer hours, an end) falls on the third Monday of the middle month of its
quarter. All messages about it lie within three weeks of that day, so that a term never crosses the edge
of a quarter, and what happens in a quarter can be counted on paper.

>>> event_day("2022-Q2")
datetime.date(2022, 5, 16)
"""

from __future__ import annotations

from datetime import date, timedelta

from wijzer.values.periode import Periode

MESSAGES_FROM = "2022-Q1"
"""The first quarter whose changes come as messages; all before it comes from the history tables."""
AFTERWARDS = "2023-Q1"
"""The quarter after the last: only the declarations of December, and what is announced for February."""
EXPORTED_ON = date(2022, 1, 3)
"""The day on which the former registration was exported."""
KNOWN_ON = date(2023, 2, 1)
"""The day on which the example is looked at: the books of December 2022 are closed."""
BEGIN = date(2018, 1, 1)
"""The first day of every toewijzing that runs from before the base year."""
QUARTERS = tuple(f"{year}-Q{quarter}" for year in range(2019, 2023) for quarter in range(1, 5))


def event_day(quarter: str) -> date:
    """Return the third Monday of the middle month of a quarter ("2022-Q2")."""
    first = Periode.parse(quarter).first_day
    middle = date(first.year, first.month + 1, 1)
    return middle + timedelta(days=(7 - middle.weekday()) % 7 + 14)


def shift(quarter: str, count: int) -> str:
    """Return the quarter that lies ``count`` quarters later (earlier when negative)."""
    year, number = int(quarter[:4]), int(quarter[-1])
    index = year * 4 + number - 1 + count
    return f"{index // 4}-Q{index % 4 + 1}"
