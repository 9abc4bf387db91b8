"""The calendar as a table, made from the working days of ``values``."""

from __future__ import annotations

from datetime import date

from ibis import Table

from wijzer.facts.schema import from_rows
from wijzer.facts.tables.kalender import TABLE
from wijzer.values.werkdagen import calendar

FIRST, LAST = date(2015, 1, 1), date(2040, 12, 31)
"""The days that the calendar covers: from the start of Wmo 2015 and Jeugdwet, far enough ahead for terms."""


def calendar_table() -> Table:
    """Return every day from ``FIRST`` to ``LAST`` with its running number of working days."""
    return from_rows(
        TABLE,
        (
            {"datum": day, "is_werkdag": working, "werkdagnummer": number}
            for day, working, number in calendar(FIRST, LAST)
        ),
    )
