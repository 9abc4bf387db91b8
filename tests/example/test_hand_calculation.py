"""Every number of the example equals the sum on paper."""

from __future__ import annotations

import pytest

from tests.example.arithmetic import LEFT_OUT, Line, indicators, lines, work_out
from tests.example.conftest import TOWNS, TakenIn
from tests.small_town import KNOWN_ON
from wijzer.indicators import register
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import run
from wijzer.values.periode import Periode

PERIODS = [f"{year}{part}" for year in range(2019, 2023) for part in ("", "-Q1", "-Q2", "-Q3", "-Q4")]
YEARS_TOGETHER = ["2021-2022", "2020-2022"]
MESSAGES_ONLY = "tijdigheid_berichtenverkeer"


def _computed(result: IndicatorResult, part: str) -> float | None:
    if part.startswith(LEFT_OUT):
        left_out = result.left_out.get(part.removeprefix(LEFT_OUT))
        return left_out.waarde if left_out else 0
    return result.parts[part].waarde


def test_the_sums_on_paper_are_right() -> None:
    every = [line for indicator in indicators() for line in lines(indicator)]
    assert len(every) > 700
    assert [line for line in every if work_out(line.sum) != line.value] == []


def test_every_measured_indicator_has_a_hand_calculation() -> None:
    assert indicators() == sorted(register.ids())


@pytest.mark.parametrize("indicator_id", indicators())
def test_computed_numbers_equal_the_hand_calculation(taken_in: TakenIn, indicator_id: str) -> None:
    indicator = register.get(indicator_id)
    wanted = PERIODS + (YEARS_TOGETHER if "jaren" in indicator.periods else [])
    periods = [Periode.parse(text) for text in wanted]
    found = run(indicator, taken_in.facts, periods, list(TOWNS), Parameters.defaults(), KNOWN_ON)
    results = {(result.gemeente, str(result.periode)): result for result in found}
    paper: dict[tuple[str, str], list[Line]] = {}
    for line in lines(indicator_id):
        paper.setdefault((line.gemeente, line.periode), []).append(line)
    expected = {
        (town, periode)
        for town in TOWNS
        for periode in wanted
        if indicator_id != MESSAGES_ONLY or periode >= "2022"
    }
    assert set(paper) == expected
    assert {place for place, result in results.items() if result.missing is None} == expected
    different = [
        f"{line.gemeente} {line.periode} {line.part}: {line.sum} = {line.value}, computed {value}"
        for place, group in paper.items()
        for line in group
        if (value := _computed(results[place], line.part)) != pytest.approx(line.value, abs=1e-6)
    ]
    assert different == []


@pytest.mark.parametrize("indicator_id", indicators())
def test_every_part_of_an_indicator_is_on_paper(indicator_id: str) -> None:
    parts = {line.part for line in lines(indicator_id) if not line.part.startswith(LEFT_OUT)}
    assert parts == {part.id for part in register.get(indicator_id).parts}
