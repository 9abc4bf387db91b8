"""A spell: one period of care of one kind for a person, before anybody decides on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.people import Person
from wijzer.example.town.providers import Provider


@dataclass(frozen=True, slots=True)
class Spell:
    """One period of care for a person: first and last day, and why it ended.

    ``end`` lies in the future when it ends after the years that are lived. ``cause``: ``klaar`` (as
    planned), ``eerder`` (stopped early), ``overleden``, ``verhuisd``, ``achttien``, ``wlz``, or ``afgehaakt``
    (granted, but no care ever began). ``referrer`` is of list COD327; empty when nobody made a request.
    ``serial``: 1 for who was in care at the start, 2 for a beginning in 2019, 3 in 2020, and so on.
    """

    person: Person
    key: str
    serial: int
    begin: date
    end: date
    cause: str
    referrer: str
    provider: Provider

    @property
    def requested(self) -> bool:
        """Whether a provider requests it (315)."""
        return self.referrer != ""


def add_months(day: date, months: int) -> date:
    """Return the same day so many months later, or the last day of that month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = (date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))
