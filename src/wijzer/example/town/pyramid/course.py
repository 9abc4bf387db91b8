"""The course of a melding in days: onderzoek, aanvraag, decision, and the legal terms."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.desk import Desk
from wijzer.standards.declaration import Wet
from wijzer.values.periode import Periode
from wijzer.values.werkdagen import add_working_days, is_working_day

RESEARCH, DECISION, YOUTH = 42, 14, 56
"""Days of the legal terms: onderzoek (Wmo), and from aanvraag to decision (Wmo, youth)."""
_RESEARCH_DAYS = ((6, 8), (13, 18), (20, 24), (27, 24), (34, 16), (41, 10))
_YOUTH_DAYS = ((10, 8), (20, 20), (30, 26), (40, 24), (50, 14), (55, 8))
_CROWDS = ((60_000, 45), (110_000, 35), (270_000, 20))
"""Per million too late in a quarter, with weights: quiet, usual and busy quarters."""
_LOCKDOWN = frozenset({"2020-Q2", "2021-Q1"})
_DECIDED_LATE = 500
"""Thousandths of the share of late onderzoeken by which decisions of the Wmo are late."""


@dataclass(frozen=True, slots=True)
class Course:
    """The days of one melding. ``decided`` is the day of a decision; ``closed`` that on which all is done."""

    made: date
    begun: date | None
    ready: date | None
    applied: date | None
    decided: date | None
    closed: date

    def not_before(self, day: date) -> Course:
        """Return the course with nothing before a day, or all on its last day when that lies after it."""
        first = min(day, self.closed)
        if self.made >= first:
            return self

        def later(one: date | None) -> date | None:
            return None if one is None else max(one, first)

        return Course(
            first, later(self.begun), later(self.ready), later(self.applied), self.decided, self.closed
        )


def workday(day: date) -> date:
    """Return the day itself, or the first working day after it."""
    return add_working_days(day - timedelta(days=1), 1)


def _workday_before(day: date) -> date:
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def _late(desk: Desk, day: date, share: int, draw: tuple[object, ...], what: str) -> bool:
    """Say whether a term is not kept; ``share``: thousandths of what is usual in the quarter."""
    quarter = str(Periode.quarter_of(day))
    crowd = desk.settings.chance.weighed(_CROWDS, "drukte", desk.place.code, quarter)
    if quarter in _LOCKDOWN:
        crowd = _CROWDS[-1][0]
    late = desk.settings.goes_wrong(crowd * share // 1_000)
    return desk.settings.chance.happens(late, "termijn", *draw, what)


def _days(desk: Desk, weights: tuple[tuple[int, int], ...], draw: tuple[object, ...], what: str) -> int:
    """Return a number of days up to one of the weighed values, at most six below it."""
    chance = desk.settings.chance
    return chance.weighed(weights, "termijn", *draw, what) - chance.below(7, "termijn", *draw, what, "dag")


def _begun(desk: Desk, made: date, ready: date, draw: tuple[object, ...]) -> date:
    wait = desk.settings.chance.weighed(((1, 20), (4, 35), (9, 30), (18, 15)), "termijn", *draw, "begin")
    return min(workday(made + timedelta(days=wait)), ready)


def _research_days(desk: Desk, day: date, draw: tuple[object, ...]) -> int:
    if _late(desk, day, 1_000, draw, "onderzoek"):
        return RESEARCH + desk.settings.chance.between(5, 45, "termijn", *draw, "te laat")
    return max(1, _days(desk, _RESEARCH_DAYS, draw, "onderzoek"))


def before(desk: Desk, wet: Wet, sent: date, draw: tuple[object, ...]) -> Course:
    """Return the course that ends in a decision at most some days before the toewijzing is sent."""
    chance = desk.settings.chance
    decided = _workday_before(sent - timedelta(days=chance.below(5, "termijn", *draw, "besluit")))
    if wet == "jw":
        return _youth(desk, decided, draw)
    if _late(desk, decided, _DECIDED_LATE, draw, "besluit"):
        took = DECISION + chance.between(5, 21, "termijn", *draw, "besluit te laat")
    else:
        took = chance.between(1, DECISION, "termijn", *draw, "besluit na")
    applied = min(workday(decided - timedelta(days=took)), decided)
    ready = min(workday(applied - timedelta(days=chance.below(8, "termijn", *draw, "aanvraag"))), applied)
    made = min(workday(ready - timedelta(days=_research_days(desk, ready, draw))), ready)
    return Course(made, _begun(desk, made, ready, draw), ready, applied, decided, decided)


def _youth(desk: Desk, decided: date, draw: tuple[object, ...]) -> Course:
    chance = desk.settings.chance
    if _late(desk, decided, 1_000, draw, "besluit"):
        took = YOUTH + chance.between(5, 50, "termijn", *draw, "te laat")
    else:
        took = _days(desk, _YOUTH_DAYS, draw, "besluit")
    applied = min(workday(decided - timedelta(days=took)), decided)
    made = _workday_before(applied - timedelta(days=chance.below(6, "termijn", *draw, "aanvraag")))
    ready = decided - timedelta(days=chance.below(10, "termijn", *draw, "gereed"))
    ready = max(_workday_before(ready), applied)
    return Course(made, _begun(desk, made, ready, draw), ready, applied, decided, decided)


def after(desk: Desk, wet: Wet, made: date, outcome: str, draw: tuple[object, ...]) -> Course:
    """Return the course of a melding of a day that does not end in a toewijzing."""
    chance = desk.settings.chance
    days = _research_days(desk, made, draw)
    if outcome == "ingetrokken":
        ready = workday(made + timedelta(days=chance.between(1, max(1, days), "termijn", *draw, "weg")))
        return Course(made, _begun(desk, made, ready, draw), ready, None, None, ready)
    ready = _workday_before(made + timedelta(days=days))
    ready = max(ready, made)
    begun = _begun(desk, made, ready, draw)
    if outcome != "afgewezen":
        return Course(made, begun, ready, None, None, ready)
    if wet == "jw":
        applied = made
        took = chance.between(2, max(3, YOUTH - (ready - made).days), "termijn", *draw, "besluit na")
    else:
        applied = workday(ready + timedelta(days=chance.below(6, "termijn", *draw, "aanvraag")))
        late = _late(desk, made, _DECIDED_LATE, draw, "besluit")
        took = chance.between(1, DECISION, "termijn", *draw, "besluit na") + (DECISION + 3) * late
    decided = _workday_before((ready if wet == "jw" else applied) + timedelta(days=took))
    decided = max(decided, applied, ready)
    return Course(made, begun, ready, applied, decided, decided)
