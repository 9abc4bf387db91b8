"""The books of the example: what the social domain costs per taakveld and month, and what was budgeted.

The totals of 2019 per heading are those that Duiven and Westervoort published; how a heading falls apart
over taakvelden, and every later year, is invented. A year is spread evenly in whole euros; December gets
what is left by rounding.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wijzer.example.finance import LASTEN_2019

Row = dict[str, Any]
YEARS = (2019, 2020, 2021, 2022)

CHANGES: dict[str, dict[int, dict[str, int]]] = {
    "0293": {
        2020: {"6.72": 240_000, "6.71": 120_000},
        2021: {"6.72": -60_000, "6.71": -180_000},
        2022: {"6.72": -360_000, "6.71": -120_000, "6.3": -120_000},
    },
    "0226": {
        2020: {"6.72": 120_000, "6.71": 120_000},
        2021: {"6.72": 60_000, "6.71": -60_000},
        2022: {"6.72": -120_000, "6.71": -60_000},
    },
}
"""What a year costs more or less than the year before, in euro: gemeente → year → taakveld."""

OWN_CONTRIBUTION = 120_000
"""The yearly baten of taakveld 6.71: what clients pay themselves."""


def lasten(gemeente: str, year: int) -> dict[str, int]:
    """Return the lasten in euro per taakveld of one year."""
    amounts = {
        taakveld: sum_ for heading in LASTEN_2019[gemeente].values() for taakveld, sum_ in heading.items()
    }
    for later, changes in CHANGES[gemeente].items():
        if later <= year:
            for taakveld, change in changes.items():
                amounts[taakveld] += change
    return amounts


def month_amount(total: int, month: int) -> int:
    """Return the part of a month: a twelfth in whole euros, and in December what is left."""
    return total // 12 if month < 12 else total - 11 * (total // 12)


def booked_on(year: int, month: int) -> date:
    """Return the day on which a month is closed: the twentieth of the next."""
    return date(year + month // 12, month % 12 + 1, 20)


def realisation_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `realisatie`, month by month."""
    for year in YEARS:
        amounts = lasten(gemeente, year)
        for month in range(1, 13):
            for taakveld, total in amounts.items():
                baten = month_amount(OWN_CONTRIBUTION, month) if taakveld == "6.71" else 0
                yield {
                    "gemeente": gemeente,
                    "jaar": year,
                    "maand": month,
                    "taakveld": taakveld,
                    "lasten": float(month_amount(total, month)),
                    "baten": float(baten),
                    "boekdatum": booked_on(year, month),
                    "bijgewerkt_tot": date(2023, 1, 31),
                }


def budget_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `begroting`: the primary budget is last year's cost; 2022 has one change."""
    for year in YEARS:
        basis = lasten(gemeente, max(year - 1, YEARS[0]))
        versions = [("primair", date(year - 1, 11, 10), f"Programmabegroting {year}", 0)]
        if year == 2022:
            versions.append(("wijziging 1", date(2022, 7, 5), "Voorjaarsnota 2022", 100_000))
        for version, decided, decision, more in versions:
            for taakveld, total in basis.items():
                yield {
                    "gemeente": gemeente,
                    "jaar": year,
                    "versie": version,
                    "besluit": decision,
                    "besluitdatum": decided,
                    "taakveld": taakveld,
                    "lasten": float(total + (more if taakveld == "6.72" else 0)),
                    "baten": float(OWN_CONTRIBUTION if taakveld == "6.71" else 0),
                }
