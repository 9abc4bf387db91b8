"""The real truth: what people got and what it cost, whoever reported it or not.

Timeliness has no other truth than its messages, so indicator 24 is not here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction

from wijzer.example.town.books import Books
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.reckoning import stays
from wijzer.example.town.reckoning.costs import OTHER, WITHOUT
from wijzer.example.town.reckoning.counted import (
    COSTS,
    HOURS,
    NOT_COUNTED,
    STAYS,
    WMO,
    YOUTH,
    Counted,
    periods,
)
from wijzer.example.town.reckoning.stays import Piece
from wijzer.example.town.reckoning.stocks import weekly_hours
from wijzer.example.town.usage import delivered, in_care
from wijzer.values.periode import Periode

CareCosts = Mapping[tuple[date, str], int]
"""Cents by month of the care and taakveld."""


def care_costs(desk: Desk) -> dict[tuple[date, str], int]:
    """Add up what the care of every month really cost, in kind and bought with a budget (pgb)."""
    total: dict[tuple[date, str], int] = {}
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        for month in in_care(desk.settings, given):
            rate = given.product.rate_in(month.year, desk.settings)
            for _, _, volume in delivered(desk.settings, given, month):
                key = (month, given.product.taakveld_in(month.year))
                total[key] = total.get(key, 0) + volume * rate
    for budget in desk.books.budgets:
        for month, cents in budget.by_month(desk.settings):
            key = (month, budget.product.taakveld_in(month.year))
            total[key] = total.get(key, 0) + cents
    return total


def real(desk: Desk, costs: CareCosts) -> Iterator[Counted]:
    """Yield the indicators as they really were, for each quarter and year."""
    books = desk.books
    every = [dossier.toewijzing for dossier in books.dossiers.values() if dossier.toewijzing.deliveries]
    every_stay = _stays(every)
    for periode in periods(desk.settings):
        day = periode.last_day
        in_care = [given for given in every if _gets(given, day)]
        found: dict[str, Mapping[str, Fraction | int]] = {
            HOURS: _hours(in_care),
            YOUTH: _provisions(in_care, "jw"),
            WMO: _provisions(in_care, "wmo"),
            STAYS: stays.count(every_stay, periode),
            COSTS: _costs(books, periode, costs),
        }
        for indicator, parts in found.items():
            for part, value in parts.items():
                yield Counted(books.gemeente, indicator, periode, part, value)


def _gets(given: Toewijzing, day: date) -> bool:
    return any(
        delivery.begin <= day and (delivery.end is None or delivery.end >= day)
        for delivery in given.deliveries
    )


def _hours(in_care: list[Toewijzing]) -> dict[str, Fraction | int]:
    helped = [(given, weekly_hours(given)) for given in in_care if given.product.huishoudelijk]
    known = [(given, hours) for given, hours in helped if hours is not None]
    return {
        "uren": sum((hours for _, hours in known), Fraction(0)),
        "clienten": len({given.person.serial for given, _ in known}),
        "toewijzingen": len(known),
    }


def _provisions(in_care: list[Toewijzing], wet: str) -> dict[str, int]:
    pairs = {
        (given.person.serial, given.product.voorziening)
        for given in in_care
        if given.product.wet == wet and given.product.categorie not in NOT_COUNTED
    }
    return {"voorzieningen": len(pairs), "clienten": len({serial for serial, _ in pairs})}


def _stays(every: list[Toewijzing]) -> list[Piece]:
    by_client: dict[int, list[Piece]] = {}
    for given in every:
        if given.product.terreingebonden:
            pieces = by_client.setdefault(given.person.serial, [])
            pieces.extend(
                Piece(delivery.begin, delivery.end or date.max, True) for delivery in given.deliveries
            )
    return [stay for pieces in by_client.values() for stay in stays.joined(pieces)]


def _costs(books: Books, periode: Periode, care: CareCosts) -> dict[str, int]:
    """Add up care in its month, and all other lasten in the month that they are of."""
    amounts = [(month.year, month.month, taakveld, cents) for (month, taakveld), cents in care.items()]
    amounts += [
        (booking.year, booking.month, booking.taakveld, booking.lasten)
        for booking in books.bookings
        if not booking.care
    ]
    found = [
        (taakveld, cents)
        for year, month, taakveld, cents in amounts
        if year == periode.year and month <= periode.last_day.month and taakveld not in OTHER
    ]
    return {
        "lasten_zonder_wsw_en_uitkeringen_cent": sum(
            cents for taakveld, cents in found if taakveld not in WITHOUT
        ),
        "lasten_totaal_cent": sum(cents for _, cents in found),
    }
