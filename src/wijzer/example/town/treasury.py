"""The ledger: realisatie of care and of all else, and the budgets with their versions.

Totals of 2019 outside care in kind are the published headings of Duiven and Westervoort (spending of 2019);
what is booked beside care in kind on Wmo and youth (pgb, subsidies, lump sums, transport) is what those
headings leave, rounded, so that a town comes out near what was published. Everything later grows with wages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from wijzer.example.finance import LASTEN_2019
from wijzer.example.town.books import Booking, Books, Line
from wijzer.example.town.settings import Settings
from wijzer.example.town.usage import month_end

Row = dict[str, Any]
BESIDE_CARE = {
    "0293": {"6.6": 840_000, "6.71": 640_000, "6.81": 110_000, "6.72": 3_570_000, "6.82": 550_000},
    "0226": {"6.6": 550_000, "6.71": 60_000, "6.72": 3_320_000, "6.82": 590_000},
}
"""Euro in 2019 beside care in kind, by gemeente and taakveld."""
OVERHEAD = {"0293": 3_100_000, "0226": 4_400_000}
"""Euro in 2019 on taakveld 0.4: in the ledger, but not of the social domain."""
_OF_CARE = ("Wmo", "Jeugd")
_GROWTH = {2019: 1000, 2020: 1025, 2021: 1045, 2022: 1070, 2023: 1125, 2024: 1180}
_NAMES_2023 = {"6.71": "6.71d", "6.72": "6.72d", "6.81": "6.81a", "6.82": "6.82a"}


def _other(gemeente: str, settings: Settings) -> dict[str, int]:
    """Return the lasten of 2019 in cents by taakveld, care in kind apart, for the scale of the town."""
    amounts = {
        taakveld: euro
        for heading, parts in LASTEN_2019[gemeente].items()
        if heading not in _OF_CARE
        for taakveld, euro in parts.items()
    }
    amounts |= BESIDE_CARE[gemeente] | {"0.4": OVERHEAD[gemeente]}
    return {taakveld: euro * 100 // settings.scale for taakveld, euro in amounts.items()}


def _taakveld(name: str, year: int) -> str:
    return _NAMES_2023.get(name, name) if year >= 2023 else name


def book(books: Books, settings: Settings) -> None:
    """Book all care that was granted, and all other costs, month by month."""
    for (month, taakveld, day), cents in sorted(_care(books.lines, settings).items()):
        books.bookings.append(Booking(month.year, month.month, taakveld, cents, 0, day, True))
    for year in range(settings.first_year, settings.last_year + 1):
        for taakveld, amount in sorted(_other(books.gemeente, settings).items()):
            yearly = amount * _GROWTH[year] // 1000
            for number in range(1, 13):
                month = date(year, number, 1)
                part = yearly // 12 if number < 12 else yearly - 11 * (yearly // 12)
                day = month_end(month) + timedelta(days=20)
                baten = part // 40 if taakveld == "6.71" else 0
                books.bookings.append(
                    Booking(year, number, _taakveld(taakveld, year), part, baten, day, False)
                )  # fmt: skip


def _care(lines: list[Line], settings: Settings) -> dict[tuple[date, str, date], int]:
    """Add up granted lines by month of the care, taakveld and day of booking: the month after the answer."""
    total: dict[tuple[date, str, date], int] = {}
    for line in lines:
        if line.status != "toegekend" or line.answered is None:
            continue
        month = line.begin.replace(day=1)
        day = month_end(line.answered.replace(day=1)) + timedelta(days=5)
        if day <= settings.closing:
            product = line.dossier.toewijzing.product
            key = (month, product.taakveld_in(month.year), day)
            total[key] = total.get(key, 0) + line.cents
    return total


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
    """Yield the rows of ``begroting``: primary by last year's lasten, with a change in July."""
    spent: dict[tuple[int, str], int] = {}
    for booking in books.bookings:
        spent[booking.year, booking.taakveld] = (
            spent.get((booking.year, booking.taakveld), 0) + booking.lasten
        )
    for year in range(settings.first_year, settings.last_year + 1):
        versions = (
            (
                "primair",
                date(year - 1, 11, 10),
                f"Programmabegroting {year}",
                max(year - 1, settings.first_year),
            ),
            ("wijziging 1", date(year, 7, 5), f"Voorjaarsnota {year}", year),
        )
        for version, day, decision, basis in versions:
            for taakveld in sorted({_taakveld(name, year) for year_of, name in spent if year_of == basis}):
                amount = spent.get((basis, taakveld), 0)
                yield {
                    "gemeente": books.gemeente,
                    "jaar": year,
                    "versie": version,
                    "besluit": decision,
                    "besluitdatum": day,
                    "taakveld": taakveld,
                    "lasten": euros(amount // 100_000 * 100_000),
                    "baten": euros(0),
                }


def euros(cents: int) -> str:
    """Write cents in Dutch notation: 1234,56."""
    sign, whole = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{whole // 100},{whole % 100:02d}"
