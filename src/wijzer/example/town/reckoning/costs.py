"""Costs of the social domain: what was booked by a day, and what care really cost in its month."""

from __future__ import annotations

from datetime import date

from wijzer.example.town.books import Books
from wijzer.values.periode import Periode

WITHOUT = frozenset({"6.3", "6.4"})
"""Benefits and Wsw: left out of the first total."""
OTHER = frozenset({"0.4"})
"""Taakvelden in the books that are not of the social domain (overhead)."""


def booked(books: Books, periode: Periode, known: date) -> dict[str, int]:
    """Add up lasten in cents from January on, as booked by a day."""
    total = rest = 0
    for booking in books.bookings:
        if (
            booking.year == periode.year
            and booking.month <= periode.last_day.month
            and booking.booked <= known
            and booking.taakveld not in OTHER
        ):
            total += booking.lasten
            rest += 0 if booking.taakveld in WITHOUT else booking.lasten
    return {"lasten_zonder_wsw_en_uitkeringen_cent": rest, "lasten_totaal_cent": total}
