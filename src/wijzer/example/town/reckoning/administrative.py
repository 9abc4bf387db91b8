"""The administrative truth: the six indicators by what was sent and validly received by a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from wijzer.example.town.books import Books
from wijzer.example.town.reckoning import costs, stays, stocks, terms
from wijzer.example.town.reckoning.counted import COSTS, HOURS, STAYS, TIMELY, WMO, YOUTH, Counted, periods
from wijzer.example.town.settings import Settings


def administrative(books: Books, settings: Settings, known: date) -> Iterator[Counted]:
    """Yield every part of every indicator, for each quarter and year that ended by the day ``known``.

    Of a period that comes from the history tables there is no timeliness: those hold no messages.
    """
    every_stay = stays.all_stays(books, known)
    every_term = list(terms.judged(books, known))
    for periode in periods(settings):
        day = periode.last_day
        if day > known:
            continue
        found: dict[str, Mapping[str, Fraction | int]] = {
            HOURS: stocks.hours(books, day, known),
            YOUTH: stocks.provisions(books, "jw", day, known),
            WMO: stocks.provisions(books, "wmo", day, known),
            STAYS: stays.count(every_stay, periode),
            COSTS: costs.booked(books, periode, known),
        }
        if settings.history_until is None or periode.first_day > settings.history_until:
            found[TIMELY] = terms.count(every_term, periode)
        for indicator, parts in found.items():
            for part, value in parts.items():
                yield Counted(books.gemeente, indicator, periode, part, value)
