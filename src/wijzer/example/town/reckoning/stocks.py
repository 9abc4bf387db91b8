"""Stocks on a day: hours of household help, and individual provisions, by the books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from wijzer.example.town.books import Books, Dossier, Version
from wijzer.example.town.care import PAUSED, Toewijzing
from wijzer.example.town.reckoning.counted import NOT_COUNTED

Parts = dict[str, Fraction | int]


def weekly_hours(given: Toewijzing) -> Fraction | None:
    """Return the granted hours a week; None when they cannot be told. Only weekly volumes have hours here."""
    sixtieths = given.product.hours
    if sixtieths is None or given.product.frequency != "2":
        return None
    return Fraction(given.volume * sixtieths, 60)


def _valid(version: Version, day: date) -> bool:
    return not version.removed and version.begin <= day and (version.end is None or version.end >= day)


def hours(books: Books, day: date, known: date) -> Parts:
    """Count the household help that was granted on a day, by what was known on another."""
    total, clients, count = Fraction(0), set(), 0
    for dossier, version in books.known_versions("wmo", known):
        given = dossier.toewijzing
        amount = weekly_hours(given)
        if given.product.huishoudelijk and amount is not None and _valid(version, day):
            total += amount
            count += 1
            clients.add(given.person.serial)
    return {"uren": total, "clienten": len(clients), "toewijzingen": count}


def finally_stopped(dossier: Dossier, day: date, known: date) -> bool:
    """Say whether the last delivery that began by a day was finally stopped before that day."""
    begun = [begin for begin in dossier.begun(known) if begin <= day]
    if not begun:
        return False
    stops = dossier.stopped(max(begun), known)
    final = [stop for stop in stops if stop.reason != PAUSED]
    return bool(final) and max(stop.end for stop in stops) < day


def _running(books: Books, wet: str, day: date, known: date) -> Iterator[Toewijzing]:
    for dossier, version in books.known_versions(wet, known):
        given = dossier.toewijzing
        if given.product.categorie in NOT_COUNTED or not _valid(version, day):
            continue
        if not finally_stopped(dossier, day, known):
            yield given


def provisions(books: Books, wet: str, day: date, known: date) -> Parts:
    """Count client and voorziening, and clients, on a day by what was known on another."""
    running = {(given.person.serial, given.product.voorziening) for given in _running(books, wet, day, known)}
    return {"voorzieningen": len(running), "clienten": len({serial for serial, _ in running})}
