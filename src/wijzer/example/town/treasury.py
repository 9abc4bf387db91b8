"""The ledger: realisatie of care and of all else, and the budgets with their versions.

Totals of 2019 outside care are the published headings of Duiven and Westervoort (spending of 2019); what is
booked beside care in kind and pgb on Wmo and youth (subsidies, lump sums, what the region pays) is what those
headings leave, rounded, so that a town comes out near what was published. Another gemeente spends as much per
resident as these two. Everything later grows with wages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from wijzer.example.finance import LASTEN_2019
from wijzer.example.town import levers
from wijzer.example.town.books import Booking, Books
from wijzer.example.town.levers import LEVERS, Lever
from wijzer.example.town.places import Gemeente
from wijzer.example.town.settings import Settings
from wijzer.example.town.usage import month_end, months

Row = dict[str, Any]
BESIDE_CARE = {
    "0293": {"6.6": 800_000, "6.71": 540_000, "6.72": 1_120_000, "6.82": 580_000},
    "0226": {"6.6": 520_000, "6.71": 190_000, "6.72": 920_000, "6.82": 680_000},
}
"""Euro in 2019 beside care in kind and pgb, by gemeente and taakveld."""
OVERHEAD = {"0293": 3_100_000, "0226": 4_400_000}
"""Euro in 2019 on taakveld 0.4: in the ledger, but not of the social domain."""
_PAIR_RESIDENTS = 14_994 + 25_332
"""Residents of the pair (kerncijfers), over whom its lasten are spread for another gemeente."""
_PAID = 40
"""Days after the end of a month until what was paid out of budgets in it is booked."""
_FIRST_BUDGET = 96
"""Hundredths of the lasten of the first year that were budgeted: costs had risen faster than foreseen."""
_OF_CARE = ("Wmo", "Jeugd")
_GROWTH = {2019: 1000, 2020: 1025, 2021: 1045, 2022: 1070, 2023: 1125, 2024: 1180}
_NAMES_2023 = {"6.71": "6.71d", "6.72": "6.72d", "6.81": "6.81a", "6.82": "6.82a"}


def _pair_of(gemeente: str) -> dict[str, int]:
    """Return the lasten of 2019 in euro by taakveld, care apart, of one of the pair."""
    amounts = {
        taakveld: euro
        for heading, parts in LASTEN_2019[gemeente].items()
        if heading not in _OF_CARE
        for taakveld, euro in parts.items()
    }
    return amounts | BESIDE_CARE[gemeente] | {"0.4": OVERHEAD[gemeente]}


def _other(place: Gemeente, settings: Settings) -> dict[str, int]:
    """Return the lasten of 2019 in cents by taakveld, care apart, for the scale of the town."""
    if place.code in LASTEN_2019:
        amounts = _pair_of(place.code)
    else:
        pair = [_pair_of(code) for code in LASTEN_2019]
        together = {name for amounts in pair for name in amounts}
        amounts = {
            name: sum(amounts.get(name, 0) for amounts in pair) * place.inhabitants // _PAIR_RESIDENTS
            for name in sorted(together)
        }
    return {taakveld: euro * 100 // settings.scale for taakveld, euro in amounts.items()}


def lever_costs(place: Gemeente, lever: Lever, month: date, settings: Settings) -> int:
    """Return what an actie itself costs in a month, in cents, for the scale of the town."""
    if not levers.pulled(settings, lever.key, month) or not lever.yearly_cost:
        return 0
    yearly = lever.yearly_cost.get(place.code)
    if yearly is None:
        yearly = sum(lever.yearly_cost.values()) * place.inhabitants // _PAIR_RESIDENTS
    return yearly * _GROWTH[month.year] // _GROWTH[2021] // 12 // settings.scale


def _taakveld(name: str, year: int) -> str:
    return _NAMES_2023.get(name, name) if year >= 2023 else name


def book(books: Books, place: Gemeente, settings: Settings) -> None:
    """Book all care that was granted, budgets as they are paid, and all other costs, month by month."""
    for (month, taakveld, day), cents in sorted(_care(books, settings).items()):
        books.bookings.append(Booking(month.year, month.month, taakveld, cents, 0, day, True))
    for year in range(settings.first_year, settings.last_year + 1):
        for taakveld, amount in sorted(_other(place, settings).items()):
            yearly = amount * _GROWTH[year] // 1000
            for number in range(1, 13):
                part = yearly // 12 if number < 12 else yearly - 11 * (yearly // 12)
                baten = part // 40 if taakveld == "6.71" else 0
                _closed(books, date(year, number, 1), _taakveld(taakveld, year), part, baten)
    for lever in LEVERS.values():
        for month in months(settings.start, settings.end):
            cents = lever_costs(place, lever, month, settings)
            if cents:
                _closed(books, month, _taakveld(lever.taakveld, month.year), cents, 0)


def _closed(books: Books, month: date, taakveld: str, lasten: int, baten: int) -> None:
    """Book what is known when a month is closed, on the twentieth of the next."""
    day = month_end(month) + timedelta(days=20)
    books.bookings.append(Booking(month.year, month.month, taakveld, lasten, baten, day, False))


def _care(books: Books, settings: Settings) -> dict[tuple[date, str, date], int]:
    """Add up granted lines and budgets by month of the care, taakveld and day of booking.

    Lines are booked in the month after the answer, what was spent of a budget some weeks after its month.
    """
    total: dict[tuple[date, str, date], int] = {}
    for line in books.lines:
        if line.status != "toegekend" or line.answered is None:
            continue
        month = line.begin.replace(day=1)
        day = month_end(line.answered.replace(day=1)) + timedelta(days=5)
        if day <= settings.closing:
            product = line.dossier.toewijzing.product
            key = (month, product.taakveld_in(month.year), day)
            total[key] = total.get(key, 0) + line.cents
    for budget in books.budgets:
        for month, cents in budget.by_month(settings):
            key = (month, budget.product.taakveld_in(month.year), month_end(month) + timedelta(days=_PAID))
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
    """Yield the rows of ``begroting``: primary by last year's lasten, with changes in July and December.

    A change goes part of the way to what the year will cost: nobody knows that before it is over.
    """
    spent: dict[tuple[int, str], int] = {}
    for booking in books.bookings:
        for name in {booking.taakveld, _group(booking.taakveld)}:
            spent[booking.year, name] = spent.get((booking.year, name), 0) + booking.lasten
    unit = max(100, 100_000 // settings.scale)
    names = sorted({(booking.year, booking.taakveld) for booking in books.bookings})
    for year in range(settings.first_year, settings.last_year + 1):
        versions = (
            ("primair", date(year - 1, 11, 10), f"Programmabegroting {year}", 0),
            ("wijziging 1", date(year, 7, 5), f"Voorjaarsnota {year}", 55),
            ("wijziging 2", date(year, 12, 13), f"Najaarsnota {year}", 85),
        )
        for version, day, decision, known in versions:
            for taakveld in (name for year_of, name in names if year_of == year):
                primary = _primary(spent, year, taakveld, settings)
                amount = primary + (spent[year, taakveld] - primary) * known // 100
                yield {
                    "gemeente": books.gemeente,
                    "jaar": year,
                    "versie": version,
                    "besluit": decision,
                    "besluitdatum": day,
                    "taakveld": taakveld,
                    "lasten": euros(amount // unit * unit),
                    "baten": euros(0),
                }


def _group(taakveld: str) -> str:
    """Return the taakveld of before 2023 of which a taakveld is part."""
    return "6.72" if taakveld[:4] in ("6.73", "6.74") else taakveld[:4]


def _primary(spent: dict[tuple[int, str], int], year: int, taakveld: str, settings: Settings) -> int:
    """Return the primary budget: last year's lasten with the growth of wages; of the first year, too little.

    A taakveld that is new gets its part of the one that it came from.
    """
    if year == settings.first_year:
        return spent[year, taakveld] * _FIRST_BUDGET // 100
    group = _group(taakveld)
    before = spent.get((year - 1, group), 0) * _GROWTH[year] // _GROWTH[year - 1]
    return before * spent[year, taakveld] // spent[year, group] if spent[year, group] else 0


def euros(cents: int) -> str:
    """Write cents in Dutch notation: 1234,56."""
    sign, whole = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{whole // 100},{whole % 100:02d}"
