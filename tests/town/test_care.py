"""Care after it was granted: evaluations that change it, and requests that ask for more than is given."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.town.conftest import Taken
from wijzer.example.town import Settings, evaluations, gemeente, needs
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.needs import KEYS
from wijzer.example.town.pgb import Budget
from wijzer.example.town.population import Population
from wijzer.example.town.provision import care_of

SETTINGS = Settings((gemeente("duiven"),), 2019, 2022, scale=6)
CHANGING = {"minder", "meer"}


@pytest.fixture(scope="module")
def spells() -> list[list[Toewijzing]]:
    """All numbers of each spell of care of a part of Duiven."""
    found: dict[tuple[int, int], list[Toewijzing]] = {}
    for person in Population(SETTINGS.gemeenten[0], SETTINGS).people:
        for one in care_of(person, SETTINGS, None):
            if not isinstance(one, Budget):
                found.setdefault((person.serial, one.number // 10), []).append(one)
    return list(found.values())


def _evaluated(spells: list[list[Toewijzing]], *outcomes: str) -> Iterator[list[Toewijzing]]:
    for numbers in spells:
        evaluation = numbers[0].evaluation
        if evaluation is not None and evaluation.outcome in outcomes:
            yield numbers


def test_an_evaluation_is_held_about_three_months_after_care_began(spells: list[list[Toewijzing]]) -> None:
    days = []
    for numbers in spells:
        for one in numbers:
            if one.evaluation is not None and one.evaluation.held is not None:
                days.append((one.evaluation.held - one.deliveries[0].begin).days)
    assert min(days) >= 88
    assert 90 < sum(days) / len(days) < 105


def test_nobody_is_evaluated_before_or_after_the_care_itself(spells: list[list[Toewijzing]]) -> None:
    for numbers in spells:
        given = [one for number in numbers for one in number.deliveries]
        for evaluation in (one.evaluation for one in numbers if one.evaluation is not None):
            assert given[0].begin < evaluation.planned
            last = given[-1].end
            if evaluation.held is not None and last is not None:
                assert evaluation.held <= last


def test_what_an_evaluation_tells_of_care_that_just_ended_is_why_it_ended() -> None:
    settings = replace(SETTINGS, mistakes=0)
    spell = next(
        one
        for person in Population(settings.gemeenten[0], settings).people
        for one in needs.spells(person, settings)
        if one.key == "begeleiding" and settings.start < one.begin and one.begin.year == 2020
    )
    long = replace(spell, end=date(2022, 12, 31), cause="klaar")
    usual = evaluations.evaluate(long, 4, spell.begin, settings)
    assert usual is not None
    told = {}
    for cause in ("klaar", "eerder", "overleden", "verhuisd", "wlz"):
        ended = replace(spell, end=usual.planned, cause=cause)
        evaluation = evaluations.evaluate(ended, 4, spell.begin, settings)
        assert evaluation is not None
        told[cause] = (evaluation.held, evaluation.outcome)
    assert told.pop("klaar") == (usual.planned, "doel_bereikt")
    assert told.pop("eerder") == (usual.planned, "stoppen")
    assert set(told.values()) == {(None, None)}
    assert evaluations.evaluate(long, 4, None, settings) is None, "care that never began"


def test_some_evaluations_never_take_place_and_tell_no_outcome(spells: list[list[Toewijzing]]) -> None:
    every = [numbers[0].evaluation for numbers in spells if numbers[0].evaluation is not None]
    missed = [one for one in every if one.held is None]
    assert 0.05 < len(missed) / len(every) < 0.3
    assert all(one.outcome is None for one in missed)


def test_more_or_less_care_goes_on_under_a_new_number(spells: list[list[Toewijzing]]) -> None:
    seen = set()
    for numbers in _evaluated(spells, *CHANGING):
        evaluation = numbers[0].evaluation
        assert evaluation is not None
        if evaluation.change is None or evaluation.change > SETTINGS.end:
            continue
        later = next(one for one in numbers if one.begin == evaluation.change)
        before = numbers[numbers.index(later) - 1]
        assert (later.volume < before.volume) == (evaluation.outcome == "minder")
        seen.add(evaluation.outcome)
    assert seen == CHANGING


def test_when_the_goal_is_reached_or_care_stops_it_ends_within_weeks(spells: list[list[Toewijzing]]) -> None:
    ended = 0
    for numbers in _evaluated(spells, "doel_bereikt", "stoppen"):
        evaluation, deliveries = numbers[0].evaluation, numbers[-1].deliveries
        if deliveries and deliveries[-1].end is not None and evaluation is not None:
            assert evaluation.held is not None
            assert (deliveries[-1].end - evaluation.held).days <= 40
            ended += 1
    assert ended > 5


def test_every_kind_of_care_has_numbers_of_its_own_within_the_thousand_of_a_person(
    spells: list[list[Toewijzing]],
) -> None:
    kinds: dict[int, str] = {}
    for numbers in spells:
        for one in numbers:
            assert one.number // 1_000 == one.person.serial
            assert kinds.setdefault(one.number // 10, one.product.key) == one.product.key
    places = len(KEYS) * (1 + 6)
    assert places * 10 + 10 <= 1_000, "of every kind one from the start and one a year; then one placement"


def test_a_request_asks_for_as_much_as_is_granted_or_for_more(small: Taken) -> None:
    requests = [one for life in small.town.lives for one in life.desk.books.requests]
    more = [one for one in requests if one.volume > one.toewijzing.volume]
    longer = [one for one in requests if one.until and one.until > (one.toewijzing.planned_end or one.until)]
    assert all(one.volume >= one.toewijzing.volume for one in requests)
    assert 0.05 < len(more) / len(requests) < 0.5
    assert 0.05 < len(longer) / len(requests) < 0.4
    assert all(
        one.volume == one.toewijzing.volume for one in requests if one.toewijzing.product.hours is None
    )
