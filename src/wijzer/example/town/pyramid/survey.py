"""The client experience survey: once a year, among a sample, and not everybody answers.

Older people answer more often, and so do satisfied ones: what is delivered is rosier than what is true.
Weights make good for what is known of everybody (law, age, kind of help), not for the second.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.people_in_care import Client, clients
from wijzer.example.town.pyramid.satisfaction import (
    ANSWERS,
    NO_OPINION,
    POSITIVE,
    QUESTIONS,
    Question,
    answer,
    score,
)
from wijzer.standards.declaration import Wet

Row = dict[str, Any]
_INVITED = {"wmo": 600_000, "jw": 750_000}
_ANSWERS = {
    "wmo": ((45, 270), (65, 340), (80, 460), (200, 390)),
    "jw": ((12, 240), (200, 180)),
}
"""Thousandths of the invited that answer, younger than this age, when satisfied as most are."""
_USUAL, _EAGER = 770, 1_500
"""The usual score, and how much more somebody answers by it, in thousandths."""
_AGES = (12, 18, 65, 80)


@dataclass(frozen=True, slots=True)
class Survey:
    """The survey of one law and year. ``scores`` are of all clients, ``answered`` of who sent it back."""

    wet: Wet
    year: int
    scores: Sequence[tuple[Client, int]]
    invited: int
    answered: Sequence[tuple[Client, int]]


def surveys(desk: Desk) -> Iterator[Survey]:
    """Hold the survey in autumn of every year, among who got care from January to October."""
    laws: tuple[Wet, ...] = ("wmo", "jw")
    for year in range(desk.settings.first_year, desk.settings.last_year + 1):
        everybody = clients(desk, date(year, 1, 1), date(year, 10, 31))
        for wet in laws:
            yield _held(desk, wet, year, [client for client in everybody if client.wet == wet])


def _held(desk: Desk, wet: Wet, year: int, everybody: Sequence[Client]) -> Survey:
    chance, asked_on = desk.settings.chance, date(year, 11, 1)
    scores = [(client, score(desk, client, year)) for client in everybody]
    invited, answered = 0, []
    for client, level in scores:
        draw = (desk.place.code, wet, client.person.serial, year)
        gone = client.person.gone
        if (gone is not None and gone < asked_on) or not chance.happens(_INVITED[wet], "uitgenodigd", *draw):
            continue
        invited += 1
        age = client.person.age(asked_on)
        usual = next(share for limit, share in _ANSWERS[wet] if age < limit)
        if chance.happens(usual * (1_000 + (level - _USUAL) * _EAGER // 1_000), "ingevuld", *draw):
            answered.append((client, level))
    return Survey(wet, year, scores, invited, answered)


def _stratum(client: Client, year: int) -> tuple[int, bool]:
    age = client.person.age(date(year, 11, 1))
    return sum(age >= limit for limit in _AGES), client.household_help


def _weights(survey: Survey) -> dict[tuple[int, bool], Fraction]:
    """Return the weight of an answer by stratum; together they count for as many as answered."""
    everybody = Counter(_stratum(client, survey.year) for client, _ in survey.scores)
    answered = Counter(_stratum(client, survey.year) for client, _ in survey.answered)
    reached = sum(everybody[stratum] for stratum in answered)
    return {
        stratum: Fraction(everybody[stratum] * len(survey.answered), answered[stratum] * reached)
        for stratum in answered
    }


def questions(wet: Wet) -> Iterator[Question]:
    """Yield the questions of one law."""
    return (question for question in QUESTIONS if question.wet == wet)


def survey_rows(desk: Desk, held: Sequence[Survey]) -> Iterator[Row]:
    """Yield the rows of ``clientervaring``: one for every question and answer that was given."""
    for survey in held:
        weights = _weights(survey)
        for question in questions(survey.wet):
            counts: Counter[str] = Counter()
            weighed: dict[str, Fraction] = {}
            for client, level in survey.answered:
                if question.only_help and not client.household_help:
                    continue
                given = answer(desk, client, survey.year, question, level)
                counts[given] += 1
                weight = weights[_stratum(client, survey.year)]
                weighed[given] = weighed.get(given, Fraction(0)) + weight
            for given in (*ANSWERS, NO_OPINION):
                if counts[given]:
                    yield {
                        "gemeente": desk.place.code,
                        "jaar": survey.year,
                        "wet": survey.wet,
                        "onderwerp": question.subject,
                        "vraag": question.text,
                        "antwoord": given,
                        "positief": None if given == NO_OPINION else given in POSITIVE,
                        "aantal": counts[given],
                        "gewogen_aantal": hundredths(weighed[given]),
                        "uitgenodigd": survey.invited,
                        "ingevuld": len(survey.answered),
                        "stand_op": yearly.known_after(survey.year),
                    }


def hundredths(value: Fraction) -> str:
    """Write a number with two decimals in Dutch notation."""
    whole = round(value * 100)
    return f"{whole // 100},{whole % 100:02d}"
