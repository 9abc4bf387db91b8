"""Clients of a year: who got care, what, from whom, and how long they had waited for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.people import Person
from wijzer.example.town.places import Buurt
from wijzer.standards.declaration import Wet


@dataclass(frozen=True, slots=True)
class Client:
    """One person who gets care under one law in a year; ``newest`` is the toewijzing that began last.

    ``household_help``: gets that too. ``waited``: days from the decision to the first care, None when that
    began before the years that are lived. ``fewer``: hours were taken off in the year.
    """

    person: Person
    wet: Wet
    newest: Toewijzing
    household_help: bool
    waited: int | None
    fewer: bool


def home(person: Person, day: date) -> tuple[str, int]:
    """Return postcode and house number of a person on a day."""
    address = person.household.at(day)
    return address.postcode, address.house


def buurt_of(person: Person, day: date) -> Buurt:
    """Return the buurt where a person lives on a day."""
    return person.household.at(day).buurt


def clients(desk: Desk, first: date, last: date) -> list[Client]:
    """Return everybody who got care between two days, by law and in order of appearance."""
    found: dict[tuple[Wet, int], list[Toewijzing]] = {}
    decided: dict[int, date] = {}
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        if any(one.begin <= last and (one.end is None or one.end >= first) for one in given.deliveries):
            found.setdefault((given.product.wet, given.person.serial), []).append(given)
            if given.first and dossier.versions and given.begin >= desk.settings.start:
                decided[given.number] = date.fromisoformat(dossier.versions[0].moment[:10])
    made = []
    for (wet, _), every in found.items():
        newest = max(every, key=lambda given: (given.begin, given.number))
        since = decided.get(newest.number)
        waited = None if since is None else max(0, (newest.deliveries[0].begin - since).days)
        helped = any(given.product.huishoudelijk for given in every)
        fewer = any(not given.first and first <= given.begin and _less(given, every) for given in every)
        made.append(Client(newest.person, wet, newest, helped, waited, fewer))
    return made


def _less(given: Toewijzing, every: list[Toewijzing]) -> bool:
    """Say whether a toewijzing follows one of more hours of the same product."""
    return any(
        other.number != given.number
        and other.product.key == given.product.key
        and other.begin < given.begin
        and other.volume > given.volume
        for other in every
    )
