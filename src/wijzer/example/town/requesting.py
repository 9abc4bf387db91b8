"""Requests of providers (315, 317) and the answer: a toewijzing, a refusal, or first an inquiry."""

from __future__ import annotations

from datetime import date, timedelta

from wijzer.example.town import bodies
from wijzer.example.town.books import Request, Term
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import NO_RECEIPT, WHOLE_REFUSED, Desk
from wijzer.example.town.exchange import Sent, coded
from wijzer.example.town.needs import add_months
from wijzer.values.werkdagen import add_working_days

_UNKNOWN_REFERRER = "06"
"""A provider that asks to go on with care names nobody (list COD327)."""
_MORE = ((0, 66), (20, 18), (50, 12), (100, 4))
"""Per cent that is asked for above what is granted, with weights; it is rounded up."""
_LONGER = ((0, 80), (6, 12), (12, 8))
"""Months that are asked for beyond what is granted."""
_CHANGED_MIND, _REFUSED, _TWICE = 25_000, 12_000, 6_000
"""Per million requests: refused and granted after all; refused by return at first; sent twice."""
RECORD_REFUSED = "9019"
"""Return code of a refused record."""
_ANSWERS = ("301", "319")
_NOT_NEEDED = "7"
"""RedenAfwijzingVerzoek: not the right care."""
REJECTED, INVESTIGATED = "1", "2"
"""VerzoekAntwoord (WJ760)."""


def reference_of(given: Toewijzing) -> str:
    """Return the reference of the provider on its request for a toewijzing."""
    return f"VOT{given.number}"


def ask(desk: Desk, given: Toewijzing, decided: date) -> Term:
    """Send the request that a toewijzing of day ``decided`` answers; return the term that it must answer."""
    chance, place = desk.settings.chance, (desk.place.code, given.number, "verzoek")
    inquiry = chance.happens(180_000, *place, "onderzoek")
    if inquiry:
        ago = chance.between(20, 75, *place)
    else:
        ago = chance.weighed(((2, 20), (4, 40), (6, 25), (10, 10), (20, 5)), *place)
    refused_at_first = not inquiry and desk.happens(_CHANGED_MIND, given.number, "eerst afgewezen")
    if refused_at_first:
        ago = max(ago, 12)
    asked = add_working_days(decided - timedelta(days=ago + 1), 1)
    referrer = given.referrer or _UNKNOWN_REFERRER
    volume, until = _wanted(desk, given)
    first = Term(given.product.wet, "verzoek_antwoord", True, _ANSWERS, asked, asked)
    request = Request(given, reference_of(given), referrer, volume, until, asked, "toewijzing", decided)
    sent = _send(desk, given, request, first)
    if sent is not None and refused_at_first:
        _reject_at_first(desk, given, request, first, add_working_days(sent.received, 2))
    if sent is None or not inquiry:
        return first
    reply = _reply(desk, given, INVESTIGATED, add_working_days(sent.received, 3), decided)
    if reply is None:
        return first
    first.answers.append((reply.day, reply.known))
    second = Term(given.product.wet, "verzoek_onderzoek", True, _ANSWERS, reply.known, asked)
    if not sent.history:
        desk.books.terms.append(second)
    return second


def _reject_at_first(desk: Desk, given: Toewijzing, request: Request, term: Term, day: date) -> None:
    """Refuse a request that is granted after all some days later; the first answer counts."""
    reply = _reply(desk, given, REJECTED, day, request.answered or day, _NOT_NEEDED)
    if reply is not None:
        term.answers.append((reply.day, reply.known))
        request.answer, request.answered = "afwijzing", reply.day


def _wanted(desk: Desk, given: Toewijzing) -> tuple[int, date | None]:
    """Return the volume and the last day that are asked for: often more, or longer, than is granted."""
    chance, place = desk.settings.chance, (desk.place.code, given.number, "verzoek")
    volume, until = given.volume, given.planned_end
    if given.product.hours is not None:  # of nights and months there is no more
        volume += -(-volume * chance.weighed(_MORE, *place, "meer") // 100)
    if until is not None:
        until = add_months(until + timedelta(days=1), chance.weighed(_LONGER, *place, "langer"))
        until -= timedelta(days=1)
    return volume, until


def reject(desk: Desk, given: Toewijzing) -> None:
    """A request that is refused by a 319, for one of the reasons of the standard."""
    chance, place = desk.settings.chance, (desk.place.code, given.number, "afgewezen")
    asked = add_working_days(given.begin - timedelta(days=20), 1)
    decided = add_working_days(asked, chance.weighed(((2, 30), (4, 40), (6, 20), (12, 10)), *place))
    first = Term(given.product.wet, "verzoek_antwoord", True, _ANSWERS, asked, asked)
    volume, until = _wanted(desk, given)
    request = Request(given, reference_of(given), "02", volume, until, asked, "afwijzing", decided)
    sent = _send(desk, given, request, first)
    if sent is None:
        return
    elsewhere = given.product.wet == "jw" and chance.happens(200_000, *place, "woonplaats")
    reply = _reply(desk, given, REJECTED, decided, decided, bodies.ELSEWHERE if elsewhere else _NOT_NEEDED)
    if reply is None:
        return
    if elsewhere:  # another term holds, once the reason is known
        first.void = reply.known
        answered = [(reply.day, reply.known)]
        second = Term(
            given.product.wet, "verzoek_woonplaats", True, _ANSWERS, reply.known, first.begin, answered,
            first.left_out,
        )  # fmt: skip
        if not sent.history:
            desk.books.terms.append(second)
    else:
        first.answers.append((reply.day, reply.known))


def _send(desk: Desk, given: Toewijzing, request: Request, term: Term) -> Sent | None:
    """Send a 315 or 317 and get its return; write down the request and the term for the first answer."""
    settled = request.answered
    if settled is None or settled > desk.settings.closing:
        settled = date.max
    number, identification = "315", f"V{given.number}"
    client = bodies.request(given, request.reference, request.referrer, request.volume, request.until)
    if given.renews is not None:
        number, identification = "317", f"W{given.number}"
        more = desk.either(given.number, "vraagt ook iets nieuws")
        client = bodies.change_request(
            given, given.renews, request.reference, request.volume, request.until, more=more
        )
    _refused_before(desk, given, number, request.asked, client)
    sent = desk.exchange.send(
        given.product.wet, number, given.provider.agb, identification, request.asked, {"Client": client},
        settled=settled,
    )  # fmt: skip
    if sent is None:
        return None
    if desk.happens(_TWICE, number, given.number, "nogmaals"):
        _once_more(desk, given, sent, client, settled)
    request.history = sent.history
    desk.books.requests.append(request)
    desk.returned(sent, given)
    term.known, term.begin = sent.known, sent.received
    term.left_out = "" if sent.logged else NO_RECEIPT
    if not sent.history:
        desk.books.terms.append(term)
    return sent


def _refused_before(desk: Desk, given: Toewijzing, number: str, asked: date, client: bodies.Body) -> None:
    """Send a request that is refused by return, sometimes, some weeks before the one that is accepted."""
    if not desk.happens(_REFUSED, number, given.number, "geweigerd"):
        return
    day = add_working_days(asked - timedelta(days=26), 1)
    sent = desk.exchange.send(
        given.product.wet, number, given.provider.agb, f"Q{given.number}", day, {"Client": client}
    )
    if sent is None:
        return
    if number == "317" or desk.either(number, given.number, "afgekeurd"):
        reply = desk.returned(sent, given, code=WHOLE_REFUSED)
    else:
        record = "Client" if desk.either(number, given.number, "cliënt") else "AangevraagdProduct"
        reply = desk.returned(sent, given, coded(client, {record: RECORD_REFUSED}))
    if reply is not None and not sent.history:
        left_out = "" if sent.logged else NO_RECEIPT
        desk.books.terms.append(
            Term(given.product.wet, "verzoek_antwoord", True, _ANSWERS, sent.known, sent.received,
                 left_out=left_out, void=reply.known)
        )  # fmt: skip


def _once_more(desk: Desk, given: Toewijzing, first: Sent, client: bodies.Body, settled: date) -> None:
    """Send a request once more with its own reference, in a message of its own: it counts once."""
    again = desk.exchange.send(
        first.wet, first.number, given.provider.agb, f"D{given.number}", add_working_days(first.day, 2),
        {"Client": client}, settled=settled,
    )  # fmt: skip
    if again is not None:
        desk.returned(again, given)


def _reply(
    desk: Desk, given: Toewijzing, verdict: str, day: date, settled: date, reason: str | None = None
) -> Sent | None:
    body = bodies.answer(reference_of(given), verdict, reason)
    sent = desk.exchange.send(
        given.product.wet, "319", given.provider.agb, f"A{given.number}{verdict}", day, body, settled=settled
    )
    if sent is not None:
        desk.returned(sent, given)
    return sent
