"""What really happened in the pyramid, in counts: the truth that the tables of the town are scored against.

Every value is a count, so that a share is one count over another: of all meldingen and not only of those with
a full registration, of all clients and not only of those who answered, of all who came and not only of those
who were counted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.course import DECISION, RESEARCH, YOUTH
from wijzer.example.town.pyramid.gatherings import EXPERT, GUEST, VOLUNTEER, Quarter
from wijzer.example.town.pyramid.meldingen import LEVELS, Melding
from wijzer.example.town.pyramid.monitor import Figure
from wijzer.example.town.pyramid.satisfaction import NO_OPINION, POSITIVE, answer
from wijzer.example.town.pyramid.survey import Survey, questions
from wijzer.example.town.pyramid.waiting import LAWS, NORM, PROVIDER_NORM, waits
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
    for_care = waits(desk)
    for quarter in yearly.quarters(desk):
        day = quarter.last_day
        for wet in LAWS:
            of_law = [one for one in meldingen if one.wet == wet]
            counts: Counter[str] = Counter()
            for one in of_law:
                if quarter.first_day <= one.made <= day:
                    counts["meldingen"] += 1
                    counts[f"afhandeling_{one.outcome}"] += 1
                    more = bool(one.granted) and LEVELS.index(one.asked) > LEVELS.index(one.granted)
                    counts["meer_gevraagd_dan_gekregen"] += more
                if quarter.first_day <= one.closed <= day:
                    counts["afgehandeld"] += 1
                    counts["wachtdagen_toegang"] += (one.closed - one.made).days
                _judge(counts, one, quarter)
            waiting = [one for one in of_law if one.waits(day)]
            counts["wachtend_toegang"] = len(waiting)
            counts["wachtend_toegang_lang"] = sum((day - one.made).days > NORM[wet] for one in waiting)
            for wait in for_care:
                if wait.given.product.wet != wet:
                    continue
                if wait.lasts(day):
                    counts["wachtend_aanbieder"] += 1
                    counts["wachtend_aanbieder_lang"] += (day - wait.since).days > PROVIDER_NORM
                if wait.began and quarter.first_day <= wait.until <= day:
                    counts["begonnen"] += 1
                    counts["wachtdagen_aanbieder"] += max(0, (wait.until - wait.since).days)
            yield from _rows(desk, quarter, wet, counts)


def _judge(counts: Counter[str], one: Melding, quarter: Periode) -> None:
    """Count the legal terms that ended in a quarter, and those that were kept."""
    went = one.course
    if one.wet == "wmo" and went.ready is not None and quarter.first_day <= went.ready <= quarter.last_day:
        counts["onderzoeken"] += 1
        counts["onderzoeken_op_tijd"] += (went.ready - went.made).days <= RESEARCH
    if went.decided is None or went.applied is None:
        return
    if quarter.first_day <= went.decided <= quarter.last_day:
        counts["besluiten"] += 1
        allowed = DECISION if one.wet == "wmo" else YOUTH
        counts["besluiten_op_tijd"] += (went.decided - went.applied).days <= allowed


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
