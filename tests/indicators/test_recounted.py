"""Generated facts: a recount in plain Python agrees, and parts make the whole."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.indicators import recount
from tests.indicators.towns import Town, facts_of, town
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import rows, run
from wijzer.values.periode import Periode

KNOWN_ON = date(2023, 3, 1)
QUARTERS = tuple(Periode(2022, quarter) for quarter in (1, 2, 3, 4))
YEAR = Periode(2022)
BY_ID = pytest.mark.parametrize("indicator", all_indicators(), ids=lambda indicator: indicator.id)


def _towns(seed: int, count: int = 40) -> dict[str, Town]:
    random = Random(seed)
    return {f"G{number:03}": town(random) for number in range(count)}


def _run(
    indicator: Indicator,
    towns: dict[str, Town],
    periods: tuple[Periode, ...],
    breakdown: tuple[str, ...] = (),
) -> list[IndicatorResult]:
    return run(indicator, facts_of(towns), periods, list(towns), Parameters.defaults(), KNOWN_ON, breakdown)


def _numbers(result: IndicatorResult) -> dict[str, float | None]:
    return {name: part.waarde for name, part in (result.parts | result.left_out).items()}


@BY_ID
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_a_recount_in_plain_python_agrees(indicator: Indicator, seed: int) -> None:
    towns = _towns(seed, 6)
    again = getattr(recount, indicator.id)
    for result in _run(indicator, towns, (*QUARTERS, YEAR)):
        if result.missing is None:
            expected = again(towns[result.gemeente], Periode.parse(result.periode), KNOWN_ON)
            assert _numbers(result) == pytest.approx(expected), (result.gemeente, result.periode)


@BY_ID
def test_towns_and_periods_together_are_what_they_are_apart(indicator: Indicator, seed: int) -> None:
    towns = _towns(seed, 3)
    together = {(one.gemeente, one.periode): one for one in _run(indicator, towns, (*QUARTERS, YEAR))}
    for code, facts in towns.items():
        for periode in (QUARTERS[1], YEAR):
            assert _run(indicator, {code: facts}, (periode,)) == [together[code, str(periode)]]


@BY_ID
def test_rows_that_do_not_matter_change_nothing(indicator: Indicator, seed: int) -> None:
    towns = _towns(seed, 5)
    before = _run(indicator, towns, (QUARTERS[2],))
    other = facts_of(towns | {"ANDERS": town(Random(seed + 1))})
    assert run(indicator, other, QUARTERS[2], list(towns), Parameters.defaults(), KNOWN_ON) == before
    if len(indicator.laws) == 1:
        law = indicator.laws[0]
        only = {
            code: {
                name: [row for row in facts if row.get("wet", law) == law] for name, facts in tables.items()
            }
            for code, tables in towns.items()
        }
        assert _run(indicator, only, (QUARTERS[2],)) == before


@BY_ID
def test_the_rows_add_up_to_the_parts(indicator: Indicator, seed: int) -> None:
    towns = _towns(seed, 10)
    told = rows(indicator, facts_of(towns), YEAR, list(towns), Parameters.defaults(), KNOWN_ON)
    for result in _run(indicator, towns, (YEAR,)):
        own = told.filter(told.gemeente == result.gemeente).to_pyarrow().to_pylist()
        reasons = {row["reden"] for row in own if row["reden"] is not None}
        declared = {item.id for item in (*indicator.exclusions, *indicator.left_out)}
        assert reasons <= declared
        for left in indicator.left_out:
            chosen = [row for row in own if row["reden"] == left.id]
            counted = sum(row[left.column] for row in chosen) if left.column else len(chosen)
            assert result.missing is not None or result.left_out[left.id].waarde == counted


@pytest.mark.parametrize(
    "indicator_id", ["verblijfsduur_terreingebonden_verblijf", "tijdigheid_berichtenverkeer"]
)
def test_four_quarters_of_a_flow_make_the_year(indicator_id: str, seed: int) -> None:
    indicator, towns = get(indicator_id), _towns(seed)
    results = _run(indicator, towns, (*QUARTERS, YEAR))
    parts = [part.id for part in indicator.parts if not part.id.endswith("_lopend")]
    for code in towns:
        own = [one for one in results if one.gemeente == code]
        if any(one.missing for one in own):
            continue
        for part in parts:
            quarters = sum(one.parts[part].waarde or 0 for one in own if one.periode != "2022")
            assert quarters == own[-1].parts[part].waarde


@pytest.mark.parametrize(
    "indicator_id",
    [one.id for one in all_indicators() if one.timing == "stand"] + ["totale_kosten_sociaal_domein"],
)
def test_the_last_quarter_of_a_stock_or_a_running_total_is_the_year(indicator_id: str, seed: int) -> None:
    towns = _towns(seed)
    results = _run(get(indicator_id), towns, (QUARTERS[3], YEAR))
    for code in towns:
        quarter, year = (one for one in results if one.gemeente == code)
        assert quarter.parts == year.parts


@pytest.mark.parametrize(
    ("indicator_id", "breakdown"),
    [
        ("tijdigheid_berichtenverkeer", ("paar", "partij")),
        ("tijdigheid_berichtenverkeer", ("wet",)),
        ("totale_kosten_sociaal_domein", ("rubriek",)),
    ],
)
def test_the_groups_of_a_breakdown_make_the_whole(
    indicator_id: str, breakdown: tuple[str, ...], seed: int
) -> None:
    indicator, towns = get(indicator_id), _towns(seed, 10)
    whole = {one.gemeente: one for one in _run(indicator, towns, (YEAR,))}
    groups = _run(indicator, towns, (YEAR,), breakdown)
    assert len(groups) > len(whole)
    for code, one in whole.items():
        for part in one.parts:
            assert (
                sum(g.parts[part].waarde or 0 for g in groups if g.gemeente == code) == one.parts[part].waarde
            )


@pytest.mark.parametrize(
    "indicator", [one for one in all_indicators() if one.persons], ids=lambda one: one.id
)
def test_persons_behind_a_part_never_exceed_its_count(indicator: Indicator, seed: int) -> None:
    for result in _run(indicator, _towns(seed), (*QUARTERS, YEAR)):
        for part in indicator.parts:
            value = result.parts[part.id]
            if value.waarde is not None and part.how != "som":
                assert value.personen is not None
                assert value.personen <= value.waarde


def test_a_period_or_breakdown_that_is_not_declared_is_refused() -> None:
    indicator = get("maatwerkvoorzieningen_wmo")
    with pytest.raises(ValueError, match="uitsplitsing"):
        _run(indicator, _towns(1, 1), (YEAR,), ("buurt",))
    with pytest.raises(KeyError, match="geen indicator"):
        get("bestaat_niet")
