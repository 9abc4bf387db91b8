"""Granting: the messages by which a gemeente gives, changes and withdraws a toewijzing (301), with returns.

Every version that is sent is written in the books, with the day since when it is known.
"""

from __future__ import annotations

from datetime import date, timedelta

from wijzer.example.town import bodies
from wijzer.example.town.bodies import Body
from wijzer.example.town.books import Dossier, Term, Version
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.exchange import Sent, coded
from wijzer.example.town.meanings import DIGITS
from wijzer.example.town.requesting import ask, reference_of
from wijzer.values.werkdagen import add_working_days

_OLD_AGAIN, _SAME_MOMENT = 8_000, 4_000
"""Per million toewijzingen: an old version sent once more; put right without a new date and time."""


def grant(desk: Desk, given: Toewijzing) -> Dossier:
    """Grant a toewijzing: the request before it, the first 301, a mistake put right, later versions."""
    dossier = desk.books.open(given)
    chance, number = desk.settings.chance, (desk.place.code, given.number)
    retrospective = desk.happens(70_000, given.number, "achteraf")
    if retrospective and given.first:
        day = given.begin + timedelta(days=chance.between(3, 25, *number, "achteraf"))
    else:
        day = given.begin - timedelta(days=chance.between(3, 28, *number, "vooraf"))
    day = add_working_days(day - timedelta(days=1), 1)
    term = ask(desk, given, day) if given.requested or given.renews else None
    rest = {"ReferentieAanbieder": reference_of(given)} if term else {}
    first = _first_version(desk, dossier, day, rest)
    if first is None:
        return dossier
    if term:
        dossier.asked = term
        term.answers.append((first.day, first.known))
    latest = first.day
    for place, decision in enumerate(given.decisions, start=1):
        planned = max(decision.day, latest + timedelta(days=1))
        sent = _version(
            desk, dossier, place, add_working_days(planned - timedelta(days=1), 1), decision.end, given.begin,
            {"RedenWijziging": decision.reason},
        )  # fmt: skip
        if sent is None:
            break
        latest = sent.day
    if len(dossier.versions) > 1 and desk.happens(_OLD_AGAIN, given.number, "oude versie"):
        again = ("U", add_working_days(latest, 6))
        _version(desk, dossier, 0, day, given.planned_end, given.begin, rest, again=again)
    return dossier


def _first_version(desk: Desk, dossier: Dossier, day: date, rest: Body) -> Sent | None:
    """Send the first version; sometimes with a wrong end, put right under the same date and time."""
    given = dossier.toewijzing
    end = given.planned_end
    if end is None or not desk.happens(_SAME_MOMENT, given.number, "zelfde tijdstip"):
        return _version(desk, dossier, 0, day, end, given.begin, rest)
    wrong = max(given.begin, end - timedelta(days=200))
    first = _version(desk, dossier, 0, day, wrong, given.begin, rest, refusable=False)
    right = add_working_days(day, 2)
    if first is not None:
        _version(desk, dossier, 0, day, end, given.begin, rest, refusable=False, again=("B", right))
    return first


def _version(
    desk: Desk,
    dossier: Dossier,
    place: int,
    day: date,
    end: date | None,
    begin: date,
    rest: Body,
    *,
    removed: bool = False,
    refusable: bool = True,
    again: tuple[str, date] | None = None,
) -> Sent | None:
    """Send one version of a toewijzing, decided on ``day``; now and then the provider refuses it.

    ``again``: sent under the same date and time as before; the letter of its identification, and the day.
    """
    given = dossier.toewijzing
    time = f"{9 + place % 8:02d}:30:00"
    product = bodies.assigned(given, day, time, end, **rest)
    letter, sent_on = again or ("T", day)
    identification = f"{letter}{given.number}{DIGITS[place]}"
    comment = desk.happens(30_000, identification, "opmerking")
    client = bodies.full_client(given.person, desk.place.name, [product], day, comment=comment)
    sent = desk.exchange.send(
        given.product.wet, "301", given.provider.agb, identification, sent_on, {"Client": client},
        withdraws=removed,
    )  # fmt: skip
    if sent is None:
        return None
    dossier.versions.append(
        Version(sent.received, sent.known, sent.logged, sent.history, f"{day}T{time}", begin, end, removed)
    )
    refused = None
    if refusable and desk.happens(5_000, identification, "geweigerd"):
        refused = coded(client, {"ToegewezenProduct": "9332"})
    desk.returned(sent, given, refused)
    return sent


def remove(desk: Desk, given: Toewijzing, reference: str = "", answers: Term | None = None) -> None:
    """Grant a toewijzing by mistake, and remove it some days later (reden 13): it was never sent.

    ``reference`` and ``answers``: of the request that it seems to answer, until it is removed.
    """
    dossier = desk.books.open(given)
    day = add_working_days(given.begin - timedelta(days=9), 1)
    if answers is not None:
        day = add_working_days(answers.begin, 1)
    rest = {"ReferentieAanbieder": reference} if reference else {}
    first = _version(desk, dossier, 0, day, given.planned_end, given.begin, rest)
    if first is None:
        return
    last = _version(
        desk, dossier, 1, add_working_days(day, 4), given.begin, given.begin, {"RedenWijziging": "13"},
        removed=True,
    )  # fmt: skip
    if answers is not None and not first.history:
        answers.taken_back.append((first.day, first.known, last.known if last else date.max))
