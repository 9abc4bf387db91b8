"""Reports of providers: starts (305) and stops (307), with refusals, corrections, and what stays silent.

A correction removes with status 3 what was sent and sends with status 1 what is right (IV008), in one
message some days later. A start that the gemeente refuses is sent again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from wijzer.example.town import bodies, slips
from wijzer.example.town.books import Dossier, Start, Stop, Term
from wijzer.example.town.care import PAUSED, Delivery
from wijzer.example.town.desk import NOT_JUDGED, WHOLE_REFUSED, Desk
from wijzer.example.town.exchange import Sent, coded
from wijzer.example.town.requesting import RECORD_REFUSED
from wijzer.values.werkdagen import add_working_days

_DAY = timedelta(days=1)

_REFUSED, _WHOLE, _WRONG = 6_000, 2_500, 12_000
"""Per million starts and stops: refused as record, refused as message, or with a wrong date at first."""
_SOONER = 5
"""So many times as often a provider is wrong about the start of care that will be paused."""
_UNJUDGED = 4_000
"""Per million starts: returned with the code that the product was not judged, which refuses nothing."""


def report(desk: Desk, dossier: Dossier) -> None:
    """Report everything that happened under a toewijzing, as far as its provider reports it."""
    given = dossier.toewijzing
    if not dossier.versions:
        return
    for place, delivery in enumerate(given.deliveries):
        silent = given.provider.character.silent
        if desk.happens(silent, given.number, place, "zwijgt over start"):
            if delivery.end is not None and desk.either(given.number, place, "stop zonder start"):
                _stop(desk, dossier, delivery.begin, delivery.end, delivery.reason, f"{place}")
            return
        told = _start(desk, dossier, delivery, place)
        if told is None:
            return
        if delivery.end is None or desk.happens(silent, given.number, place, "zwijgt over stop"):
            continue
        _stop(desk, dossier, delivery.begin, delivery.end, delivery.reason, f"{place}")
        if delivery.reason == PAUSED and place + 1 == len(given.deliveries):
            _end_after_pause(desk, dossier, delivery)
        elif delivery.reason != PAUSED:
            slips.remove_start(desk, dossier, told, delivery.end)


def _end_after_pause(desk: Desk, dossier: Dossier, delivery: Delivery) -> None:
    """Care that was paused does not begin again: a final stop of the same delivery, some weeks later."""
    draw = ("verkeer", desk.place.code, dossier.toewijzing.number, "blijft in pauze")
    if delivery.end is None or desk.settings.chance.happens(300_000, *draw):
        return
    wmo = dossier.toewijzing.product.wet == "wmo"
    later = delivery.end + timedelta(days=21)
    _stop(desk, dossier, delivery.begin, later, "23" if wmo else "34", "9", after_pause=True)


def _told_on(desk: Desk, dossier: Dossier, fact: date, *place: object) -> date:
    """Return the day on which a provider reports a fact: some working days later, or after it heard."""
    given = dossier.toewijzing
    base = max(fact, min(version.received for version in dossier.versions))
    return add_working_days(base, desk.delay(given.provider.character.reports, given.number, *place))


def _report_term(dossier: Dossier, sent: Sent, kind: str, fact: date, left_out: str) -> Term:
    """Return the term for a report that stands; it runs from the fact, or from a later 301."""
    number = "305" if kind == "start" else "307"
    answers = [(sent.day, sent.known)]
    return Term(sent.wet, kind, False, (number,), sent.known, fact, answers, left_out, dossier)


def _start(desk: Desk, dossier: Dossier, delivery: Delivery, place: int) -> tuple[Start, Term] | None:
    """Report a start; None when nothing could be sent before the closing."""
    given, begin = dossier.toewijzing, delivery.begin
    day = _told_on(desk, dossier, begin, place, "start")
    identification = f"S{given.number}{place}"
    client = bodies.starts(given.person, [bodies.started(given, begin)])

    def book(sent: Sent, void: date) -> Term:
        dossier.starts.append(Start(begin, sent.known, sent.history, void))
        return _report_term(dossier, sent, "start", begin, "")

    day, identification = _refused_first(
        desk, dossier, "305", identification, day, client, "StartProduct", book
    )  # fmt: skip
    resumes = place + 1 < len(given.deliveries)
    wrong = desk.happens(_WRONG * (_SOONER if resumes else 1), identification, "verkeerd")
    told = begin + timedelta(days=1) if wrong and day > begin else begin
    client = bodies.starts(given.person, [bodies.started(given, told)])
    sent = desk.exchange.send(
        given.product.wet, "305", given.provider.agb, identification, day, {"Client": client}
    )
    if sent is None:
        return None
    unjudged = desk.happens(_UNJUDGED, identification, "niet beoordeeld")
    desk.returned(sent, given, coded(client, {"StartProduct": NOT_JUDGED}) if unjudged else None)
    start = Start(told, sent.known, sent.history)
    dossier.starts.append(start)
    term = _report_term(dossier, sent, "start", told, "")
    if told != begin:
        start = _correct_start(desk, dossier, sent, start, term, begin, f"C{identification[1:]}")
    if not sent.history:
        desk.books.terms.append(term)
    return slips.start_again(desk, dossier, sent, (start, term)) if told == begin else (start, term)


def _correct_start(
    desk: Desk, dossier: Dossier, first: Sent, start: Start, term: Term, begin: date, identification: str
) -> Start:
    """Remove a start with a wrong date and send the right one; return the one that stands."""
    given = dossier.toewijzing
    products = [bodies.started(given, start.begin, "3"), bodies.started(given, begin)]
    day = add_working_days(first.day, 6)
    sent = desk.exchange.send(
        given.product.wet, "305", given.provider.agb, identification, day,
        {"Client": bodies.starts(given.person, products)}, settled=desk.exchange.settled(first, day),
    )  # fmt: skip
    if sent is None:
        return start
    desk.returned(sent, given)
    start.void = term.void = sent.known
    right = Start(begin, sent.known, sent.history)
    dossier.starts.append(right)
    if not sent.history:
        desk.books.terms.append(_report_term(dossier, sent, "start", begin, "correctie"))
    return right


def _refused_first(
    desk: Desk,
    dossier: Dossier,
    number: str,
    identification: str,
    day: date,
    client: bodies.Body,
    record: str,
    book: Callable[[Sent, date], Term],
) -> tuple[date, str]:
    """Send a report that the gemeente refuses, sometimes; return when and as what the real one is sent.

    Until the refusal is known the report stands: ``book`` writes it down with the day on which it falls.
    """
    given = dossier.toewijzing
    refused = desk.happens(_REFUSED, identification, "geweigerd")
    whole = desk.happens(_WHOLE, identification, "afgekeurd")
    if not (refused or whole) or day > desk.settings.closing - timedelta(days=40):
        return day, identification
    sent = desk.exchange.send(
        given.product.wet, number, given.provider.agb, identification, day, {"Client": client}
    )
    if sent is not None:
        code = WHOLE_REFUSED if whole else "0200"
        codes = {record: RECORD_REFUSED}
        if desk.either(identification, "geweigerd als cliënt"):
            codes = {"Client": RECORD_REFUSED}
        reply = desk.returned(sent, given, None if whole else coded(client, codes), code)
        if reply is not None:
            term = book(sent, reply.known)
            term.void = reply.known
            if not sent.history:
                desk.books.terms.append(term)
    return add_working_days(day, 5), f"N{identification[1:]}"


def _stop(
    desk: Desk,
    dossier: Dossier,
    begin: date,
    end: date,
    reason: str,
    place: str,
    *,
    after_pause: bool = False,
) -> None:
    """Report a stop (or a pause) of the delivery that began on ``begin``."""
    given = dossier.toewijzing
    day = _told_on(desk, dossier, end, place, "stop")
    identification = f"E{given.number}{place}"
    client = bodies.stops(given.person, [bodies.stopped(given, begin, end, reason)])
    left_out = "stop_na_pauze" if after_pause else ""

    def book(sent: Sent, void: date) -> Term:
        dossier.stops.append(Stop(begin, end, reason, sent.known, sent.history, void))
        return _report_term(dossier, sent, "stop", end, left_out)

    day, identification = _refused_first(
        desk, dossier, "307", identification, day, client, "StopProduct", book
    )  # fmt: skip
    wrong = reason != PAUSED and not after_pause and desk.happens(_WRONG, identification, "verkeerd")
    told = end - _DAY if wrong and end - _DAY >= begin else end
    client = bodies.stops(given.person, [bodies.stopped(given, begin, told, reason)])
    sent = desk.exchange.send(
        given.product.wet, "307", given.provider.agb, identification, day, {"Client": client}
    )
    if sent is None:
        return
    desk.returned(sent, given)
    stop = Stop(begin, told, reason, sent.known, sent.history)
    dossier.stops.append(stop)
    term = _report_term(dossier, sent, "stop", told, left_out)
    if told != end:
        _correct_stop(desk, dossier, sent, stop, term, end, f"C{identification[1:]}")
    elif reason != PAUSED and not after_pause:
        _stop_later(desk, dossier, sent, stop)
    if not sent.history:
        desk.books.terms.append(term)


def _stop_later(desk: Desk, dossier: Dossier, first: Sent, stop: Stop) -> None:
    """Tell of a later end too, sometimes; both are reports with a term of their own."""
    again = slips.stop_again(desk, dossier, first, stop)
    if again is not None:
        sent, later = again
        dossier.stops.append(later)
        if not sent.history:
            desk.books.terms.append(_report_term(dossier, sent, "stop", later.end, ""))


def _correct_stop(
    desk: Desk, dossier: Dossier, first: Sent, stop: Stop, term: Term, end: date, identification: str
) -> None:
    """Remove a stop with a wrong date and send the right one."""
    given = dossier.toewijzing
    products = [
        bodies.stopped(given, stop.begin, stop.end, stop.reason, "3"),
        bodies.stopped(given, stop.begin, end, stop.reason),
    ]
    day = add_working_days(first.day, 7)
    sent = desk.exchange.send(
        given.product.wet, "307", given.provider.agb, identification, day,
        {"Client": bodies.stops(given.person, products)}, settled=desk.exchange.settled(first, day),
    )  # fmt: skip
    if sent is None:
        return
    desk.returned(sent, given)
    stop.void = term.void = sent.known
    dossier.stops.append(Stop(stop.begin, end, stop.reason, sent.known, sent.history))
    if not sent.history:
        desk.books.terms.append(_report_term(dossier, sent, "stop", end, "correctie"))
