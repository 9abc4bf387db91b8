"""What Wijzer computes from the inbox equals what the town itself knows."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import ibis
import pytest

from tests.town.conftest import NAMES, PAIR, SMALL, Taken, Towns
from wijzer.example.town import Settings, TownSummary, write
from wijzer.example.town.reckoning import Counted, administrative
from wijzer.indicators import register
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.run import run

TIMELY = "tijdigheid_berichtenverkeer"
MEAN_TOLERANCE = 0.001
FRACTIONS = {"uren"}


def _truth(taken: Taken, known_on: date) -> list[Counted]:
    return [
        one for life in taken.town.lives for one in administrative(life.desk.books, taken.settings, known_on)
    ]


def disagreements(facts: dict[str, ibis.Table], truth: list[Counted], known_on: date) -> list[str]:
    """Name every part that differs: counts and money at all, hours by more than a thousandth."""
    found = []
    periods = sorted({one.periode for one in truth}, key=str)
    for indicator in register.all_indicators():
        results = run(indicator, facts, periods, list(NAMES), Parameters.defaults(), known_on)
        computed = {(result.gemeente, str(result.periode)): result for result in results}
        for one in truth:
            if one.indicator != indicator.id:
                continue
            result = computed[one.gemeente, str(one.periode)]
            value = result.parts[one.part].waarde
            allowed = MEAN_TOLERANCE * float(one.value) if one.part in FRACTIONS else 0
            if value is None or abs(float(value) - float(one.value)) > allowed:
                found.append(
                    f"{one.gemeente} {one.periode} {indicator.id} {one.part}: "
                    f"{float(one.value)} in truth, {value} computed ({result.missing})"
                )
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_all_six_indicators_equal_the_administrative_truth(towns: Towns, seed: int) -> None:
    taken = towns(replace(SMALL, seed=seed))
    known_on = taken.settings.closing
    truth = _truth(taken, known_on)
    assert {one.indicator for one in truth} == set(register.ids())
    assert sum(1 for one in truth if one.value) > len(truth) * 0.6, "the town is not empty"
    with taken.facts() as facts:
        assert disagreements(facts, truth, known_on) == []


@pytest.mark.parametrize("known_on", [date(2020, 3, 31), date(2021, 10, 4)])
def test_on_an_earlier_day_they_equal_what_was_received_by_then(small: Taken, known_on: date) -> None:
    truth = _truth(small, known_on)
    later = {
        (one.gemeente, one.indicator, one.periode, one.part): one.value
        for one in _truth(small, small.settings.closing)
    }
    changed = [one for one in truth if later[one.gemeente, one.indicator, one.periode, one.part] != one.value]
    assert changed, "what is received later changes something"
    with small.facts(known_on) as facts:
        assert disagreements(facts, truth, known_on) == []


def test_with_history_tables_for_the_first_years_it_is_the_same_truth(towns: Towns) -> None:
    taken = towns(replace(SMALL, history_until=date(2020, 12, 31)))
    known_on = taken.settings.closing
    truth = _truth(taken, known_on)
    with taken.facts() as facts:
        assert disagreements(facts, truth, known_on) == []


def test_of_history_years_timeliness_is_not_available_and_says_why(towns: Towns) -> None:
    taken = towns(replace(SMALL, history_until=date(2020, 12, 31)))
    truth = _truth(taken, taken.settings.closing)
    told = {str(one.periode) for one in truth if one.indicator == TIMELY}
    assert min(told) == "2021"
    years = sorted({one.periode for one in truth if one.periode.year == 2019}, key=str)
    with taken.facts() as facts:
        results = run(
            register.get(TIMELY), facts, years, list(NAMES), Parameters.defaults(), taken.settings.closing
        )
        assert len(results) == 10
        assert all(result.missing and "De gegevens beginnen op" in result.missing for result in results)
        assert all(part.waarde is None for result in results for part in result.parts.values())


def _gaps(town: TownSummary) -> dict[str, set[str]]:
    """Return by indicator what the last day tells too much or too little, as truth/verschil.csv has it."""
    found: dict[str, set[str]] = {}
    with (town.folder / "truth" / "verschil.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter=";"):
            found.setdefault(row["indicator"], set()).add(row["verschil"])
    return found


def test_where_all_is_given_and_told_at_once_the_municipality_sees_what_is_real(tmp_path: Path) -> None:
    town = write(tmp_path, replace(SMALL, mistakes=0, trouble=False))
    gaps = _gaps(town)
    assert set(gaps) == set(register.ids()) - {TIMELY}
    assert {value for values in gaps.values() for value in values} <= {"0", "0,0000"}


def test_in_an_ordinary_town_the_municipality_is_somewhat_blind(small: Taken) -> None:
    assert {
        indicator for indicator, values in _gaps(small.town).items() if values <= {"0", "0,0000"}
    } == set()


@pytest.mark.long
def test_the_whole_town_equals_the_administrative_truth(towns: Towns, seed: int) -> None:
    taken = towns(Settings(PAIR, seed=seed))
    known_on = taken.settings.closing
    with taken.facts() as facts:
        assert disagreements(facts, _truth(taken, known_on), known_on) == []
