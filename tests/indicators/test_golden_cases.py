"""Every golden case gives what its arithmetic says, and every declared reason has a case."""

from __future__ import annotations

import pytest

from tests.indicators.golden import Case, all_cases, part_of, reasons, results, work_out
from wijzer.indicators.register import all_indicators, get, ids

KINDS = ("gewoon", "correctie", "intrekking", "periodegrens", "geen_gegevens", "product_onbekend")
MONEY_AND_MESSAGES = {
    "tijdigheid_berichtenverkeer": {"product_onbekend", "intrekking"},
    "totale_kosten_sociaal_domein": {"product_onbekend"},
}


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_golden_case_gives_what_its_arithmetic_says(case: Case) -> None:
    indicator, result = get(case.indicator), results()[case.id]
    if case.missing is not None:
        assert result.missing is not None
        assert case.missing in result.missing
        assert all(part.waarde is None and part.personen is None for part in result.parts.values())
        return
    assert result.missing is None
    assert set(case.expected) == set(result.parts), "elk onderdeel heeft een verwachting"
    for name, arithmetic in case.expected.items():
        assert part_of(indicator, result, name).waarde == pytest.approx(work_out(arithmetic), abs=1e-9), name
    for name, persons in case.persons.items():
        assert part_of(indicator, result, name).personen == persons, name
    expected_left_out = {
        left.id: work_out(case.left_out.get(left.id, "0 = 0")) for left in indicator.left_out
    }
    assert {name: value.waarde for name, value in result.left_out.items()} == expected_left_out
    for name, persons in case.left_out_persons.items():
        assert result.left_out[name].personen == persons, name


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: case.id)
def test_golden_case_is_provisional_only_when_it_says_so(case: Case) -> None:
    result = results()[case.id]
    assert result.provisional == (case.provisional is not None)
    if case.provisional is not None:
        share = None if case.provisional == "onbekend" else work_out(case.provisional)
        assert result.expected_share == (None if share is None else pytest.approx(share))


@pytest.mark.parametrize("case", [case for case in all_cases() if case.excluded], ids=lambda case: case.id)
def test_rows_tell_what_was_not_counted_and_why(case: Case) -> None:
    exclusions = {exclusion.id for exclusion in get(case.indicator).exclusions}
    told = {reason: count for reason, count in reasons()[case.id].items() if reason in exclusions}
    assert told == case.excluded


@pytest.mark.parametrize("indicator_id", ids())
def test_every_declared_reason_has_a_golden_case(indicator_id: str) -> None:
    indicator = get(indicator_id)
    shown = {
        reason
        for case in all_cases()
        if case.indicator == indicator_id
        for reason, count in reasons()[case.id].items()
        if count
    }
    declared = {item.id for item in (*indicator.exclusions, *indicator.left_out)}
    assert declared <= shown
    assert shown - {""} <= declared, "elke reden in de rijen is gedeclareerd"


@pytest.mark.parametrize("indicator_id", ids())
def test_every_indicator_has_the_kinds_of_cases_that_a_reader_expects(indicator_id: str) -> None:
    shown = {kind for case in all_cases() if case.indicator == indicator_id for kind in case.shows}
    assert set(KINDS) - MONEY_AND_MESSAGES.get(indicator_id, set()) <= shown


def test_every_folder_of_cases_is_an_indicator() -> None:
    assert {case.indicator for case in all_cases()} == {indicator.id for indicator in all_indicators()}


def test_arithmetic_that_is_wrong_is_refused() -> None:
    assert work_out("3 + 90 / 60 = 4,5") == 4.5
    assert work_out("2 x 7 = 14") == 14
    with pytest.raises(AssertionError):
        work_out("2 x 7 = 15")
