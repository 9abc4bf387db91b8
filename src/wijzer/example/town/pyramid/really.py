"""What really happened in the pyramid, in counts: the truth that the tables of the town are scored against.

Every value is a count, so that a share is one count over another: of all meldingen and not only of those with
a full registration, of all clients and not only of those who answered, of all who came and not only of those
who were counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.course import DECISION, RESEARCH, YOUTH
from wijzer.example.town.pyramid.gatherings import EXPERT, GUEST, VOLUNTEER, Quarter
from wijzer.example.town.pyramid.meldingen import Melding
from wijzer.example.town.pyramid.monitor import Figure
from wijzer.example.town.pyramid.satisfaction import NO_OPINION, POSITIVE, answer
from wijzer.example.town.pyramid.survey import Survey, questions
from wijzer.example.town.pyramid.waiting import LAWS, NORM, PROVIDER_NORM, waits
from wijzer.standards.declaration import Wet
from wijzer.values.periode import Periode

Row = dict[str, Any]


def _rows(desk: Desk, periode: Periode, wet: str | None, counts: Counter[str]) -> Iterator[Row]:
    for name, value in sorted(counts.items()):
        yield {
            "gemeente": desk.place.code,
            "periode": str(periode),
            "wet": wet,
            "cijfer": name,
            "waarde": value,
        }


def access(desk: Desk, meldingen: Sequence[Melding]) -> Iterator[Row]:
    """Yield, by quarter and law, what was asked and decided, within which term, and who waited how long."""
    counts = {(quarter, wet): Counter[str]() for quarter in yearly.quarters(desk) for wet in LAWS}

    def at(day: date, wet: Wet) -> Counter[str]:
        return counts.get((Periode.quarter_of(day), wet), Counter())

    for one in meldingen:
        made, closed = at(one.made, one.wet), at(one.closed, one.wet)
        made["meldingen"] += 1
        made[f"afhandeling_{one.outcome}"] += 1
        made["meer_gevraagd_dan_gekregen"] += one.asked.more
        closed["afgehandeld"] += 1
        closed["wachtdagen_toegang"] += (one.closed - one.made).days
        went = one.course
        if one.wet == "wmo" and went.ready is not None:
            at(went.ready, one.wet)["onderzoeken"] += 1
            at(went.ready, one.wet)["onderzoeken_op_tijd"] += (went.ready - went.made).days <= RESEARCH
        if went.decided is not None and went.applied is not None:
            allowed = DECISION if one.wet == "wmo" else YOUTH
            at(went.decided, one.wet)["besluiten"] += 1
            at(went.decided, one.wet)["besluiten_op_tijd"] += (went.decided - went.applied).days <= allowed
        for quarter in yearly.quarters_of(one.made, one.closed, desk):
            if one.waits(quarter.last_day):
                counts[quarter, one.wet]["wachtend_toegang"] += 1
                long = (quarter.last_day - one.made).days > NORM[one.wet]
                counts[quarter, one.wet]["wachtend_toegang_lang"] += long
    for wait in waits(desk):
        wet = wait.given.product.wet
        if wait.began:
            at(wait.until, wet)["begonnen"] += 1
            at(wait.until, wet)["wachtdagen_aanbieder"] += max(0, (wait.until - wait.since).days)
        for quarter in yearly.quarters_of(wait.since, wait.until, desk):
            if wait.lasts(quarter.last_day):
                counts[quarter, wet]["wachtend_aanbieder"] += 1
                long = (quarter.last_day - wait.since).days > PROVIDER_NORM
                counts[quarter, wet]["wachtend_aanbieder_lang"] += long
    for (quarter, wet), found in counts.items():
        yield from _rows(desk, quarter, wet, found)


def experience(desk: Desk, held: Sequence[Survey]) -> Iterator[Row]:
    """Yield, by year and law, how all clients would answer, and who of them was asked and answered."""
    for survey in held:
        counts: Counter[str] = Counter(
            clienten=len(survey.scores), uitgenodigd=survey.invited, ingevuld=len(survey.answered)
        )
        for question in questions(survey.wet):
            for client, level in survey.scores:
                if question.only_help and not client.household_help:
                    continue
                given = answer(desk, client, survey.year, question, level)
                if given != NO_OPINION:
                    counts[f"oordelen_{question.subject}"] += 1
                    counts[f"tevreden_{question.subject}"] += given in POSITIVE
        yield from _rows(desk, Periode(survey.year), survey.wet, counts)


def nulde_lijn(desk: Desk, attended: Sequence[Quarter]) -> Iterator[Row]:
    """Yield, by quarter, who really came to the nulde lijn and who was counted there."""
    for quarter in yearly.quarters(desk):
        counts: Counter[str] = Counter()
        for one in attended:
            if one.periode == quarter:
                for name, role in (("deelnemers", GUEST), ("vrijwilligers", VOLUNTEER),
                                   ("ervaringsdeskundigen", EXPERT)):  # fmt: skip
                    counts[f"nulde_lijn_{name}"] += one.really[role]
                    counts[f"nulde_lijn_{name}_geteld"] += one.counted[role]
        yield from _rows(desk, quarter, None, counts)


def adults(desk: Desk, figures: Sequence[Figure]) -> Iterator[Row]:
    """Yield, by year of the monitor, of how many adults each figure holds, and how many answered."""
    for one in figures:
        counts: Counter[str] = Counter()
        counts[f"monitor_{one.name}"] = one.holds
        counts[f"monitor_{one.name}_volwassenen"] = one.adults
        counts[f"monitor_{one.name}_ingevuld"] = one.answered
        yield from _rows(desk, Periode(one.year), None, counts)
