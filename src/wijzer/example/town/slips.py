"""Slips of providers in what they report of care: told twice, taken away by mistake.

What is told twice counts once; a start that is removed does not come back by the stop that was sent of it.
A status that the standard does not use changes nothing; of two stops the newest holds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from wijzer.example.town import bodies
from wijzer.example.town.books import Dossier, Start, Stop, Term
from wijzer.example.town.desk import Desk
from wijzer.example.town.exchange import Sent
from wijzer.values.werkdagen import add_working_days

_TWICE, _REPLACED, _CHANGED, _REMOVED = 4_000, 3_000, 3_000, 4_000
"""Per million starts: told twice; removed and sent anew on one day; changed; removed after the stop."""
_LATER_END = 4_000
"""Per million stops: followed by one with a later end, without removal of the first."""
_NEW, _CHANGE, _REMOVE = "1", "2", "3"
"""StatusAanlevering."""


def start_again(desk: Desk, dossier: Dossier, first: Sent, told: tuple[Start, Term]) -> tuple[Start, Term]:
    """Tell of a start that was told already: once more, or removed and sent anew on one day.

    Return what stands then.
    """
    start, term = told
    given, rest, begin = dossier.toewijzing, first.identification[1:], start.begin
    if desk.happens(_TWICE, first.identification, "nogmaals gemeld"):
        again = bodies.started(given, begin, _NEW)
        days = 60 if desk.either(first.identification, "veel later") else 4
        sent = _send(desk, dossier, again, f"D{rest}", add_working_days(first.day, days), first)
        if sent is not None:
            dossier.starts.append(Start(begin, sent.known, sent.history))
            if first.history and not sent.history:  # of the messages this is the first
                desk.books.terms.append(replace(term, known=sent.known, answers=[(sent.day, sent.known)]))
    elif desk.happens(_CHANGED, first.identification, "gewijzigd"):
        changed = bodies.started(given, begin + timedelta(days=1), _CHANGE)
        _send(desk, dossier, changed, f"G{rest}", add_working_days(first.day, 5), first)
    elif desk.happens(_REPLACED, first.identification, "vervangen door zichzelf"):
        day = add_working_days(first.day, 9)
        gone = _send(desk, dossier, bodies.started(given, begin, _REMOVE), f"V{rest}", day, first)
        anew = _send(desk, dossier, bodies.started(given, begin, _NEW), f"X{rest}", day, first)
        if gone is not None and anew is not None and gone.known < anew.known:
            return _between(desk, dossier, told, gone.known, anew)
    return told


def _between(
    desk: Desk, dossier: Dossier, told: tuple[Start, Term], gone: date, anew: Sent
) -> tuple[Start, Term]:
    """Let a start not stand from when its removal is known until it is known to be sent anew."""
    start, term = told
    start.void = term.void = gone
    again = replace(start, known=anew.known, void=None), replace(term, known=anew.known, void=None)
    dossier.starts.append(again[0])
    if not start.history:
        desk.books.terms.append(again[1])
    return again


def remove_start(desk: Desk, dossier: Dossier, told: tuple[Start, Term], end: date) -> None:
    """Remove a start some months after the care ended, and leave its stop."""
    start, term = told
    given = dossier.toewijzing
    mark = f"W{given.number}0"
    if not desk.happens(_REMOVED, mark, "ten onrechte verwijderd"):
        return
    day = add_working_days(max(end, *(version.received for version in dossier.versions[:1])), 75)
    sent = _send(desk, dossier, bodies.started(given, start.begin, _REMOVE), mark, day, None)
    if sent is not None:
        term.void = sent.known
        for one in dossier.starts:
            if one.begin == start.begin and one.void is None:
                one.void = sent.known


def stop_again(desk: Desk, dossier: Dossier, first: Sent, stop: Stop) -> tuple[Sent, Stop] | None:
    """Send a stop with a later end, and leave the first; return what was sent, when it was."""
    if not desk.happens(_LATER_END, first.identification, "later einde"):
        return None
    given, end = dossier.toewijzing, stop.end + timedelta(days=30)
    day = add_working_days(max(first.day, end), 3)
    sent = desk.exchange.send(
        given.product.wet, "307", given.provider.agb, f"L{first.identification[1:]}", day,
        {"Client": bodies.stops(given.person, [bodies.stopped(given, stop.begin, end, stop.reason)])},
        settled=desk.exchange.settled(first, day),
    )  # fmt: skip
    if sent is None:
        return None
    desk.returned(sent, given)
    return sent, Stop(stop.begin, end, stop.reason, sent.known, sent.history)


def _send(
    desk: Desk, dossier: Dossier, product: bodies.Body, mark: str, day: date, first: Sent | None
) -> Sent | None:
    """Send a 305 and get its return; ``first`` is the message that it repeats."""
    given = dossier.toewijzing
    settled = desk.exchange.settled(first, day)
    sent = desk.exchange.send(
        given.product.wet, "305", given.provider.agb, mark, day,
        {"Client": bodies.starts(given.person, [product])}, settled=settled,
    )  # fmt: skip
    if sent is not None:
        desk.returned(sent, given)
    return sent
