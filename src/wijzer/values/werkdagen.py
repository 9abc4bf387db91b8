"""Working days, as the terms of the messages count them.

All days but Saturday, Sunday and the days of the Algemene termijnenwet: New Year, Good Friday, Easter
Monday, King's day, 5 May every year, Ascension, Whit Monday and both days of Christmas.
Source: Algemene termijnenwet art. 3; the dates come from the ``holidays`` library, which has 5 May only
in the years in which it is a day off for all.

>>> add_working_days(date(2022, 4, 14), 1)  # Thursday; Good Friday and Easter Monday follow
datetime.date(2022, 4, 19)
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import holidays

_DAY = timedelta(days=1)


@lru_cache(maxsize=256)
def free_days(year: int) -> frozenset[date]:
    """Return the days of the Algemene termijnenwet in ``year``, weekends aside."""
    return frozenset({*holidays.country_holidays("NL", years=year), date(year, 5, 5)})


def is_working_day(day: date) -> bool:
    """Say whether ``day`` counts in a term of working days."""
    return day.weekday() < 5 and day not in free_days(day.year)


def add_working_days(day: date, count: int) -> date:
    """Return the ``count``-th working day after ``day`` (the day itself never counts).

    ``count`` must be 0 or more; 0 gives ``day`` back, working day or not.
    """
    if count < 0:
        raise ValueError("count of working days must be 0 or more")
    while count:
        day += _DAY
        if is_working_day(day):
            count -= 1
    return day


def calendar(first: date, last: date) -> list[tuple[date, bool, int]]:
    """List every day from ``first`` to ``last`` with its running number of working days.

    A row is (day, is working day, working days from ``first`` up to and including the day). The number
    of working days from A (not counted) to B (counted) is the difference of their running numbers, so
    that a database can judge a term with one subtraction.
    """
    rows: list[tuple[date, bool, int]] = []
    number = 0
    day = first
    while day <= last:
        working = is_working_day(day)
        number += working
        rows.append((day, working, number))
        day += _DAY
    return rows
