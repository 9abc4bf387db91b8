"""The course of 2022 in messages: every change of the cohorts, told as the two parties tell each other.

Per event, on event day d (a Monday):

- fewer hours: 301 (d-14) ends the old number and gives a new one; 307 (d+1) stops the old, 305 (d+1) starts
  the new; each gets its return;
- new, youth: 315 (d-21), its return, 301 (d-14) as answer, 305 (d+1), returns;
- new, Wmo: 301 (d-14), 305 (d+1), returns;
- stop: 307 (d+1), return. A stay stops on d itself.

Late reports come thirteen days later, a late answer to a request seven days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from tests.small_town import bodies, declarations
from tests.small_town.cohorts import Toewijzing
from tests.small_town.days import AFTERWARDS, MESSAGES_FROM, QUARTERS, event_day
from tests.small_town.declarations import LINES, Line
from tests.small_town.exchange import Exchange, Sent

MESSAGE_QUARTERS = (*(quarter for quarter in QUARTERS if quarter >= MESSAGES_FROM), AFTERWARDS)
DECLARED = ("huishouden", "begeleiding", "ambulant")
"""The products that are declared by message, each by its own provider."""
_DAY = timedelta(days=1)
_LATE_REPORT = 13 * _DAY
_MONTHLY = {"huishouden": 12, "begeleiding": 8, "ambulant": 6}  # hours declared a month

REFUSED_LINES = {("0293", "ambulant", date(2022, 5, 1)): "9321"}
"""Declarations of which the first two lines are refused, with the return code."""
REFUSED_CLIENT = {("0293", "begeleiding", date(2022, 7, 1)): "8187"}
"""Declarations of which the first client is refused with all its lines."""
REFUSED_WHOLE = {("0226", "huishouden", date(2022, 8, 1))}
"""Declarations refused as a message (0001)."""
UNANSWERED = {("0226", "ambulant", date(2022, 11, 1))}
"""Declarations that never get an answer."""
CREDITED = {("0293", "huishouden", date(2022, 9, 1))}
"""Declarations of which the first line is taken back and declared again, in a second declaration."""


def report_start(exchange: Exchange, given: Toewijzing, quarter: str) -> Sent:
    """The provider reports the start on the next day, or late; the gemeente returns it."""
    late = exchange.takes_late("start", quarter)
    day = given.begin + _DAY + (_LATE_REPORT if late else timedelta())
    body = bodies.start(given.person, [bodies.started(given, given.begin)])
    sent = exchange.send(given.product.wet, "305", given.product.aanbieder, day, body)
    exchange.give_back(sent, quarter)
    return sent


def report_stop(exchange: Exchange, given: Toewijzing, quarter: str) -> Sent:
    """The provider reports the stop on the Tuesday after the event day, or late; the gemeente returns it."""
    if given.stop is None:
        raise ValueError(f"toewijzing {given.number} does not stop")
    late = exchange.takes_late("stop", quarter)
    day = event_day(quarter) + _DAY + (_LATE_REPORT if late else timedelta())
    body = bodies.stop(given.person, [bodies.stopped(given, given.stop, given.stop_reason)])
    sent = exchange.send(given.product.wet, "307", given.product.aanbieder, day, body)
    exchange.give_back(sent, quarter)
    return sent


def fewer_hours(exchange: Exchange, old: Toewijzing, new: Toewijzing, quarter: str) -> None:
    """The gemeente ends one number and gives the next with fewer hours."""
    day = event_day(quarter) - 14 * _DAY
    ended = bodies.assigned(old, day, Einddatum=old.stop, RedenWijziging="05")
    body = bodies.toewijzing(old.person, [ended, bodies.assigned(new, day)])
    exchange.give_back(exchange.send("wmo", "301", old.product.aanbieder, day, body), quarter)
    report_stop(exchange, old, quarter)
    report_start(exchange, new, quarter)


def new_client(exchange: Exchange, given: Toewijzing, quarter: str) -> None:
    """A new client: youth by a request of the provider (referred by the huisarts), Wmo by the gemeente."""
    day = given.begin - 14 * _DAY
    extra = {}
    if given.product.wet == "jw":
        reference = f"VOT{given.number}"
        asked = day - 7 * _DAY
        request = bodies.request(given, reference, "02")
        exchange.give_back(exchange.send("jw", "315", given.product.aanbieder, asked, request), quarter)
        extra = {"ReferentieAanbieder": reference}
        if exchange.takes_late("verzoek", quarter):
            day += 7 * _DAY
    body = bodies.toewijzing(given.person, [bodies.assigned(given, day, **extra)])
    exchange.give_back(exchange.send(given.product.wet, "301", given.product.aanbieder, day, body), quarter)
    report_start(exchange, given, quarter)


def _months(quarter: str) -> Iterator[date]:
    """Yield the months of 2022 that are declared within a quarter."""
    for number in range(1, 13):
        month = date(2022, number, 1)
        day = declarations.declaration_day(month)
        if f"{day.year}-Q{(day.month + 2) // 3}" == quarter:
            yield month


def _lines(given: Sequence[Toewijzing], key: str, month: date) -> list[Line]:
    last = declarations.month_end(month)
    able = [
        toewijzing
        for toewijzing in given
        if toewijzing.product.key == key
        and toewijzing.unit == toewijzing.product.unit
        and toewijzing.begin <= month
        and (toewijzing.stop is None or toewijzing.stop > last)
    ]
    return [Line(t, f"P{t.number}{month:%y%m}", _MONTHLY[key]) for t in able[-LINES:]]


def declare_months(exchange: Exchange, given: Sequence[Toewijzing], quarter: str) -> None:
    """Declare the months that fall due in a quarter, and answer them."""
    for month in _months(quarter):
        for key in DECLARED:
            case = (exchange.gemeente, key, month)
            lines = _lines(given, key, month)
            serial = f"{key[:3].upper()}{exchange.gemeente}{month:%y%m}"
            declaration = declarations.declare(exchange, lines, month, serial)
            refused: dict[str, str] = {}
            client_code = "0200"
            if case in REFUSED_LINES:
                refused = {line.reference: REFUSED_LINES[case] for line in lines[:2]}
            if case in REFUSED_CLIENT:
                client_code = REFUSED_CLIENT[case]
                refused = {lines[0].reference: "0233"}
            if case in UNANSWERED:
                continue
            declarations.answer(
                exchange, declaration, lines, month, serial, quarter, refused,
                client_code=client_code, whole=case in REFUSED_WHOLE,
            )  # fmt: skip
            if case in CREDITED:
                first = lines[0]
                back = Line(first.given, f"C{first.reference}", first.volume, credit_of=first.reference)
                again = Line(first.given, f"N{first.reference}", first.volume - 2)
                second = declarations.declare(exchange, [back, again], month, f"{serial}C")
                declarations.answer(exchange, second, [back, again], month, f"{serial}C", quarter, {})


def play(exchange: Exchange, given: Sequence[Toewijzing], quarter: str) -> None:
    """Play one quarter: fewer hours, new clients, stops, declarations; in this order."""
    day = event_day(quarter)
    by_number = {toewijzing.number: toewijzing for toewijzing in given}
    for old in given:
        if old.replaced_by and old.stop == day - _DAY:
            fewer_hours(exchange, old, by_number[old.replaced_by], quarter)
    for new in given:
        if new.begin == day and not new.replaces:
            new_client(exchange, new, quarter)
    for ended in given:
        if ended.stop in {day - _DAY, day} and not ended.replaced_by:
            report_stop(exchange, ended, quarter)
    declare_months(exchange, given, quarter)
