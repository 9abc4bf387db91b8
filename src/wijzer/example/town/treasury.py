"""The ledger: realisatie of care and of all else, and the budgets with their versions.

What is booked beside care begins with what was spent in 2019 (see ``spending``), and grows with wages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from wijzer.example.town import levers
from wijzer.example.town.books import Booking, Books
from wijzer.example.town.levers import LEVERS, Lever
from wijzer.example.town.places import Gemeente
from wijzer.example.town.settings import Settings
from wijzer.example.town.spending import GROWTH, PAIR_RESIDENTS, RENAMED, beside_care, published, taakveld_in
from wijzer.example.town.usage import month_end, months

Row = dict[str, Any]
_PAID = 40
"""Days after the end of a month until what was paid out of budgets in it is booked."""
_FIRST_BUDGET = 96
"""Hundredths of the lasten of the first year that were budgeted: costs had risen faster than foreseen."""
_PRIMARY = "primair"
_VERSIONS = (
    (_PRIMARY, (11, 10), "Programmabegroting"),
    ("wijziging 1", (7, 5), "Voorjaarsnota"),
    ("wijziging 2", (12, 13), "Najaarsnota"),
)
"""Versions of a budget: month and day of the decision (the primary one of the year before), and its name."""
_SETTLED = 60
"""Days after the end of a month from which nearly all of it is booked."""
_MISJUDGED = 40
"""Thousandths that a primary budget lies beside what was known, at most."""


def lever_costs(place: Gemeente, lever: Lever, month: date, settings: Settings) -> int:
    """Return what an actie itself costs in a month, in cents, for the scale of the town."""
    if not levers.pulled(settings, lever.key, month) or not lever.yearly_cost:
        return 0
    yearly = lever.yearly_cost.get(place.code)
    if yearly is None:
        yearly = sum(lever.yearly_cost.values()) * place.inhabitants // PAIR_RESIDENTS
    return yearly * GROWTH[month.year] // GROWTH[2021] // 12 // settings.scale


def book(books: Books, place: Gemeente, settings: Settings) -> None:
    """Book all care that was granted, budgets as they are paid, and all other costs, month by month."""
    for (month, taakveld, day), cents in sorted(_care(books, settings).items()):
        books.bookings.append(Booking(month.year, month.month, taakveld, cents, 0, day, True))
    for year in range(settings.first_year, settings.last_year + 1):
        for taakveld, amount in sorted(beside_care(place, settings).items()):
            yearly = amount * GROWTH[year] // 1000
            for number in range(1, 13):
                part = yearly // 12 if number < 12 else yearly - 11 * (yearly // 12)
                baten = part // 40 if taakveld == "6.71" else 0
                _closed(books, date(year, number, 1), taakveld_in(taakveld, year), part, baten)
    for lever in LEVERS.values():
        for month in months(settings.start, settings.end):
            cents = lever_costs(place, lever, month, settings)
            if cents:
                _closed(books, month, taakveld_in(lever.taakveld, month.year), cents, 0)


def _closed(books: Books, month: date, taakveld: str, lasten: int, baten: int) -> None:
    """Book what is known when a month is closed, on the twentieth of the next."""
    day = month_end(month) + timedelta(days=20)
    books.bookings.append(Booking(month.year, month.month, taakveld, lasten, baten, day, False))


def _care(books: Books, settings: Settings, named_in: int | None = None) -> dict[tuple[date, str, date], int]:
    """Add up granted lines and budgets by month of the care, taakveld and day of booking.

    Taakvelden have the names of the year of the care, or those of ``named_in``. Lines are booked in
    the month after the answer, what was spent of a budget some weeks after its month.
    """
    total: dict[tuple[date, str, date], int] = {}
    for line in books.lines:
        if line.status != "toegekend" or line.answered is None:
            continue
        month = line.begin.replace(day=1)
        day = month_end(line.answered.replace(day=1)) + timedelta(days=5)
        if day <= settings.closing:
            product = line.dossier.toewijzing.product
            key = (month, product.taakveld_in(named_in or month.year), day)
            total[key] = total.get(key, 0) + line.cents
    for budget in books.budgets:
        for month, cents in budget.by_month(settings):
            taakveld = budget.product.taakveld_in(named_in or month.year)
            key = (month, taakveld, month_end(month) + timedelta(days=_PAID))
            total[key] = total.get(key, 0) + cents
    return total


def interim_rows(books: Books, settings: Settings, year: int) -> Iterator[Row]:
    """Yield the rows of ``realisatie`` of one year as they were delivered in March after it."""
    day = date(year + 1, 3, 15)
    for row in realisation_rows(books, settings) if day < settings.closing else ():
        if row["jaar"] == year and row["boekdatum"] <= day:
            yield row | {"bijgewerkt_tot": day}


def realisation_rows(books: Books, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``realisatie``: one for every month, taakveld and day of booking."""
    merged: dict[tuple[int, int, str, date], tuple[int, int]] = {}
    for booking in books.bookings:
        if booking.booked <= settings.closing:
            key = (booking.year, booking.month, booking.taakveld, booking.booked)
            lasten, baten = merged.get(key, (0, 0))
            merged[key] = (lasten + booking.lasten, baten + booking.baten)
    for (year, month, taakveld, day), (lasten, baten) in sorted(merged.items()):
        yield {
            "gemeente": books.gemeente,
            "jaar": year,
            "maand": month,
            "taakveld": taakveld,
            "lasten": euros(lasten),
            "baten": euros(baten),
            "boekdatum": day,
            "bijgewerkt_tot": settings.closing,
        }


def budget_rows(books: Books, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``begroting``: primary in November before, with changes in July and December.

    Nobody knows more than what is booked on the day of a decision. The primary budget takes what last year
    seems to cost, with the growth of wages and an error of its own (that of the first year: the published
    headings, and too little). A change goes half way to what the year itself seems to cost by then. The
    budget of the year after the last one is decided on before the closing, so it is there too.
    """
    unit = max(100, 100_000 // settings.scale)
    place = next(place for place in settings.gemeenten if place.code == books.gemeente)
    known: dict[bool, list[tuple[date, str, date, int]]] = {}
    for year in range(settings.first_year, settings.last_year + 2):
        renamed = year >= RENAMED
        booked = known[renamed] if renamed in known else _in_words_of(year, books, settings)
        known[renamed] = booked
        budget: dict[str, int] = {}
        for version, (month, number), decision in _VERSIONS:
            day = date(year - (version == _PRIMARY), month, number)
            if day > settings.closing:
                break
            if version != _PRIMARY:
                budget = _moved(budget, _expected(booked, year, day))
            elif year == settings.first_year:
                budget = _published(place, year, settings)
            else:
                budget = _raised(_expected(booked, year - 1, day), books.gemeente, year, settings)
            for taakveld, cents in sorted(budget.items()):
                yield {
                    "gemeente": books.gemeente,
                    "jaar": year,
                    "versie": version,
                    "besluit": f"{decision} {year}",
                    "besluitdatum": day,
                    "taakveld": taakveld,
                    "lasten": euros(cents // unit * unit),
                    "baten": euros(0),
                }


def _in_words_of(year: int, books: Books, settings: Settings) -> list[tuple[date, str, date, int]]:
    """Return all that is booked: month, taakveld as it is named in a year, day of booking, cents."""
    other = [
        (date(one.year, one.month, 1), taakveld_in(one.taakveld, year), one.booked, one.lasten)
        for one in books.bookings
        if not one.care
    ]
    care = _care(books, settings, named_in=year).items()
    return other + [(month, taakveld, day, cents) for (month, taakveld, day), cents in care]


def _expected(booked: list[tuple[date, str, date, int]], year: int, day: date) -> dict[str, int]:
    """Return what a year seems to cost on a day: the months that are booked by then, made twelve."""
    full = sum((day - month_end(date(year, number, 1))).days >= _SETTLED for number in range(1, 13))
    total: dict[str, int] = {}
    for month, taakveld, known, cents in booked:
        if month.year == year and month.month <= full and known <= day:
            total[taakveld] = total.get(taakveld, 0) + cents
    return {taakveld: cents * 12 // full for taakveld, cents in total.items()}


def _moved(budget: dict[str, int], expected: dict[str, int]) -> dict[str, int]:
    """Return a budget that goes half way to what is expected."""
    names = budget.keys() | expected.keys()
    return {name: (budget.get(name, 0) + expected.get(name, 0)) // 2 for name in sorted(names)}


def _raised(expected: dict[str, int], gemeente: str, year: int, settings: Settings) -> dict[str, int]:
    """Return a primary budget: what last year seems to cost, with growth, and some per cent beside it."""
    budget = {}
    for name, cents in expected.items():
        beside = settings.chance.between(-_MISJUDGED, _MISJUDGED, "begroting", gemeente, year, name)
        budget[name] = cents * GROWTH[year] // GROWTH[year - 1] * (1_000 + beside) // 1_000
    return budget


def _published(place: Gemeente, year: int, settings: Settings) -> dict[str, int]:
    """Return the primary budget of the first year, from the headings that were published of 2019."""
    budget: dict[str, int] = {}
    for name, cents in published(place, settings).items():
        own = taakveld_in(name, year)
        budget[own] = budget.get(own, 0) + cents * GROWTH[year] // 1_000 * _FIRST_BUDGET // 100
    return budget


def euros(cents: int) -> str:
    """Write cents in Dutch notation: 1234,56."""
    sign, whole = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{whole // 100},{whole % 100:02d}"
