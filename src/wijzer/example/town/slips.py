"""Slips of providers in what they report of care: told twice, taken away by mistake.

What is told twice counts once; a start that is removed does not come back by the stop that was sent of it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from wijzer.example.town import bodies
from wijzer.example.town.books import Dossier, Start, Term
from wijzer.example.town.desk import Desk
from wijzer.example.town.exchange import Sent
from wijzer.values.werkdagen import add_working_days

_TWICE, _REPLACED, _REMOVED = 4_000, 3_000, 2_000
"""Per million starts: told twice; removed and sent anew on one day; removed by mistake after the stop."""
_NEW, _REMOVE = "1", "3"
"""StatusAanlevering."""


def start_again(desk: Desk, dossier: Dossier, first: Sent, told: tuple[Start, Term]) -> tuple[Start, Term]:
    """Tell of a start that was told already: once more, or removed and sent anew on one day.

    Return what stands then.
    """
    start, _ = told
    given, rest, begin = dossier.toewijzing, first.identification[1:], start.begin
    if desk.happens(_TWICE, first.identification, "nogmaals gemeld"):
        again = bodies.started(given, begin, _NEW)
        sent = _send(desk, dossier, again, f"D{rest}", add_working_days(first.day, 4), first)
        if sent is not None:
            dossier.starts.append(Start(begin, sent.known, sent.history))
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
    """Remove a start some weeks after the care ended, and leave its stop."""
    start, term = told
    given = dossier.toewijzing
    mark = f"W{given.number}0"
    if not desk.happens(_REMOVED, mark, "ten onrechte verwijderd"):
        return
    day = add_working_days(max(end, *(version.received for version in dossier.versions[:1])), 45)
    sent = _send(desk, dossier, bodies.started(given, start.begin, _REMOVE), mark, day, None)
    if sent is not None:
        term.void = sent.known
        for one in dossier.starts:
            if one.begin == start.begin and one.void is None:
                one.void = sent.known


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
