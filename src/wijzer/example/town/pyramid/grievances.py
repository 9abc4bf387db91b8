"""Objections to decisions (bezwaren) and complaints (klachten), with their legal terms.

An objection is made within six weeks of a decision and decided on in six weeks, in twelve with a committee,
and in six more when that is put off (Awb, art. 6:7 and 7:10); here the terms are taken from the receipt. A
complaint is dealt with in six weeks (Awb, art. 9:11). How many there are is invented; in 2021 fewer, as was
published.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid.course import workday
from wijzer.example.town.pyramid.meldingen import OPEN, Melding
from wijzer.example.town.pyramid.people_in_care import Client
from wijzer.example.town.pyramid.survey import Survey

Row = dict[str, Any]
WEEKS, WITH_COMMITTEE, PUT_OFF, COMPLAINT = 42, 84, 42, 42
"""Days of the terms."""
_TO_OBJECT = 42
_REFUSED, _LESS, _GRANTED, _FEWER = 150_000, 22_000, 5_000, 80_000
"""Per million decisions to which somebody objects: refused, less than asked, granted, fewer hours."""
_FEWER_IN = {2021: 700}
"""Thousandths of the usual number of objections in a year."""
_LATE = 160_000
_RESULTS = (("gegrond", 16), ("deels_gegrond", 12), ("ongegrond", 49), ("niet_ontvankelijk", 8),
            ("ingetrokken", 15))  # fmt: skip
_SUBJECTS = (("toegang", 20), ("wachttijd", 20), ("bejegening", 22), ("kwaliteit", 26), ("anders", 12))
_SETTLED = (("gegrond", 20), ("deels_gegrond", 10), ("ongegrond", 18), ("opgelost", 44), ("ingetrokken", 8))
_OF_PROVIDER = frozenset({"bejegening", "kwaliteit", "vervoer"})
_LONG_WAIT = 42


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision that somebody may object to: its law, day, and per million how often that is done."""

    mark: str
    wet: str
    day: date
    share: int


def _decisions(desk: Desk, meldingen: Sequence[Melding]) -> Iterator[Decision]:
    for one in meldingen:
        if one.course.decided is not None:
            share = _GRANTED
            if not one.asked.granted:
                share = _REFUSED
            elif one.asked.more:
                share = _LESS
            yield Decision(one.number[1:], one.wet, one.course.decided, share)
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        before = desk.books.dossiers.get(given.number - 1)
        if given.first or before is None or not dossier.versions or given.begin < desk.settings.start:
            continue
        if given.person is before.toewijzing.person and given.volume < before.toewijzing.volume:
            day = date.fromisoformat(dossier.versions[0].moment[:10])
            yield Decision(f"{given.number}", given.product.wet, day, _FEWER)


def objection_rows(desk: Desk, meldingen: Sequence[Melding], last: date) -> Iterator[Row]:
    """Yield the rows of ``bezwaren`` as they stood on a day."""
    chance = desk.settings.chance
    for one in sorted(_decisions(desk, meldingen), key=lambda one: (one.day, one.mark)):
        draw = ("bezwaar", desk.place.code, one.mark)
        share = one.share * _FEWER_IN.get(one.day.year, 1_000) // 1_000
        received = workday(one.day + timedelta(days=chance.between(4, _TO_OBJECT - 2, *draw, "op")))
        if received > last or received < desk.settings.start or not chance.happens(share, *draw):
            continue
        committee = chance.happens(700_000, *draw, "commissie")
        put_off = chance.happens(260_000, *draw, "verdaagd")
        term = (WITH_COMMITTEE if committee else WEEKS) + PUT_OFF * put_off
        days = chance.between(term - 34, term - 2, *draw, "duur")
        if desk.settings.chance.happens(desk.settings.goes_wrong(_LATE), *draw, "te laat"):
            days = term + chance.between(3, 60, *draw, "duur")
        outcome = desk.settings.chance.weighed(_RESULTS, *draw, "uitkomst")
        decided = workday(received + timedelta(days=days // 2 if outcome == "ingetrokken" else days))
        done = decided <= last
        yield {
            "gemeente": desk.place.code,
            "bezwaarnummer": f"B{one.mark}",
            "wet": one.wet,
            "ontvangen_op": received,
            "commissie": committee,
            "verdaagd": put_off,
            "besluit_op": decided if done and outcome != "ingetrokken" else None,
            "uitkomst": outcome if done else OPEN,
            "stand_op": last,
        }


def complaint_rows(desk: Desk, held: Sequence[Survey], last: date) -> Iterator[Row]:
    """Yield the rows of ``klachten`` as they stood on a day: who is less satisfied complains more."""
    chance = desk.settings.chance
    for survey in held:
        for client, level in survey.scores:
            draw = ("klacht", desk.place.code, survey.wet, client.person.serial, survey.year)
            if not chance.happens(max(1_500, (900 - level) * 45), *draw):
                continue
            begun = max(client.newest.deliveries[0].begin, date(survey.year, 1, 1))
            room = (date(survey.year, 12, 31) - begun).days
            received = workday(begun + timedelta(days=chance.between(0, max(0, room - 3), *draw, "op")))
            if received > last:
                continue
            subject = _subject(desk, client, *draw)
            days = chance.between(4, COMPLAINT - 2, *draw, "duur")
            if chance.happens(desk.settings.goes_wrong(_LATE), *draw, "te laat"):
                days = COMPLAINT + chance.between(3, 40, *draw, "duur")
            settled = workday(received + timedelta(days=days))
            done = settled <= last
            yield {
                "gemeente": desk.place.code,
                "klachtnummer": f"K{survey.year}{survey.wet[0]}{client.person.serial}",
                "wet": survey.wet,
                "onderwerp": subject,
                "aanbieder": client.newest.provider.agb if subject in _OF_PROVIDER else None,
                "ontvangen_op": received,
                "afgehandeld_op": settled if done else None,
                "uitkomst": desk.settings.chance.weighed(_SETTLED, *draw, "uitkomst") if done else OPEN,
                "stand_op": last,
            }


def _subject(desk: Desk, client: Client, *draw: object) -> str:
    if client.newest.product.key == "vervoer":
        return "vervoer"
    if client.waited is not None and client.waited > _LONG_WAIT:
        return "wachttijd"
    return desk.settings.chance.weighed(_SUBJECTS, *draw, "onderwerp")
