"""Stays on the grounds of an institution: deliveries of one client with at most thirty days in between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.books import Books, Dossier
from wijzer.example.town.care import PAUSED
from wijzer.values.periode import Periode

GAP = 30
_OPEN = date.max


@dataclass(frozen=True, slots=True)
class Piece:
    """One delivery: ``sure`` when it is certain that it ended on ``end``."""

    begin: date
    end: date
    sure: bool


def _pieces(dossier: Dossier, known: date) -> Iterator[Piece]:
    version = dossier.version(known)
    granted_until = version.end if version is not None and version.end is not None else _OPEN
    ordered = sorted(dossier.begun(known))
    for place, begin in enumerate(ordered):
        stops = dossier.stopped(begin, known)
        if any(stop.reason != PAUSED for stop in stops):
            yield Piece(begin, max(stop.end for stop in stops), True)
        elif place + 1 < len(ordered):
            yield Piece(begin, max(begin, ordered[place + 1] - timedelta(days=1)), False)
        else:
            yield Piece(begin, max(begin, granted_until), False)


def joined(pieces: Iterable[Piece], gap: int = GAP) -> Iterator[Piece]:
    """Join pieces with a small gap into stays; a stay surely ended when all its last pieces did."""
    stay: list[Piece] = []
    for piece in sorted(pieces, key=lambda piece: piece.begin):
        covered = max((one.end for one in stay), default=None)
        if covered is not None and covered < _OPEN and (piece.begin - covered).days - 1 > gap:
            yield _stay(stay)
            stay = []
        stay.append(piece)
    if stay:
        yield _stay(stay)


def _stay(pieces: list[Piece]) -> Piece:
    end = max(piece.end for piece in pieces)
    return Piece(pieces[0].begin, end, all(piece.sure for piece in pieces if piece.end == end))


def all_stays(books: Books, known: date) -> list[Piece]:
    """Return all stays by what was known on a day."""
    by_client: dict[tuple[int, str], list[Piece]] = {}
    for dossier in books.dossiers.values():
        given = dossier.toewijzing
        if given.product.terreingebonden:
            key = (given.person.serial, given.product.voorziening)
            by_client.setdefault(key, []).extend(_pieces(dossier, known))
    return [stay for pieces in by_client.values() for stay in joined(pieces)]


def count(stays: Iterable[Piece], periode: Periode) -> dict[str, int]:
    """Count the stays that ended in a period, and those that run on its last day, with their days."""
    first, last = periode.first_day, periode.last_day
    ended, running = [], []
    for stay in stays:
        if stay.begin > last or stay.end < first:
            continue
        if stay.end <= last and stay.sure:
            ended.append((stay.end - stay.begin).days + 1)
        elif stay.end >= last:
            running.append((last - stay.begin).days + 1)
    return {
        "dagen_beeindigd": sum(ended),
        "verblijven_beeindigd": len(ended),
        "dagen_lopend": sum(running),
        "verblijven_lopend": len(running),
    }
