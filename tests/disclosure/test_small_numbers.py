"""A number about few persons is withheld, whatever its unit, and withheld is never zero."""

from __future__ import annotations

import pytest

from tests.disclosure.results import (
    ALL,
    COSTS,
    HOURS,
    MESSAGES,
    STAYS,
    a_result,
    hours,
    stays,
)
from wijzer.disclosure import UnprotectableResult, protect_all
from wijzer.disclosure.protect import round_half_up


def protect_one(result, **more):
    return protect_all(ALL, [result], **more)[0]


@pytest.mark.parametrize(
    ("persons", "status"), [(1, "onderdrukt"), (9, "onderdrukt"), (10, "getoond"), (11, "getoond")]
)
def test_ten_persons_is_the_least_that_is_shown(persons, status):
    assert protect_one(hours("2022-Q4", 30.0, persons)).status == status


def test_the_threshold_comes_from_the_configuration():
    assert protect_one(hours("2022-Q4", 30.0, 10), threshold=15).status == "onderdrukt"


@pytest.mark.parametrize("threshold", [0, 1, 2, -1])
def test_a_threshold_that_protects_nobody_is_refused(threshold):
    with pytest.raises(ValueError, match="drempel"):
        protect_one(hours("2022-Q4", 30.0, 10), threshold=threshold)


def test_a_large_sum_over_few_persons_is_withheld():
    money = a_result(HOURS, "2022-Q4", {"uren": (4_000_000.0, 4), "clienten": (4, 4)})
    shown = protect_one(money)
    assert shown.parts["uren"].value is None
    assert shown.parts["uren"].withheld


def test_withheld_is_never_zero_and_says_why():
    shown = protect_one(hours("2022-Q4", 12.0, 5))
    assert shown.value is None
    assert shown.parts["clienten"].value is None
    assert "minder dan 10 personen" in shown.reason


def test_nobody_at_all_is_shown_as_zero():
    shown = protect_one(stays("2022-Q4", 0, 0))
    assert shown.parts["verblijven"].value == 0
    assert not shown.parts["verblijven"].withheld


def test_a_mean_over_nobody_does_not_exist_and_is_not_withheld():
    shown = protect_one(stays("2022-Q4", 0, 0))
    assert shown.status == "ontbreekt"
    assert shown.reason == "Er eindigde geen verblijf."


def test_missing_stays_missing_with_its_reason():
    shown = protect_one(
        a_result(
            HOURS, "2022-Q4", {"uren": (None, None), "clienten": (None, None)}, missing="Geen 301-berichten."
        )
    )
    assert (shown.status, shown.value, shown.reason) == ("ontbreekt", None, "Geen 301-berichten.")
    assert shown.parts["uren"].reason == "Geen 301-berichten."
    assert not shown.parts["uren"].withheld


def test_the_mean_is_made_of_the_parts_and_rounded_half_up():
    # 61,65 uur / 15 cliënten = 4,11 uur per week
    assert protect_one(hours("2022-Q4", 61.65, 15)).value == 4.11


@pytest.mark.parametrize(
    ("value", "decimals", "rounded"),
    [(2.345, 2, 2.35), (94.95, 1, 95.0), (0.5, 0, 1.0), (-0.5, 0, -1.0), (-0.2, 0, 0.0)],
)
def test_halves_go_up_as_people_round(value, decimals, rounded):
    assert str(round_half_up(value, decimals)) == str(rounded)


def test_a_figure_of_a_withheld_denominator_is_withheld():
    shown = protect_one(a_result(HOURS, "2022-Q4", {"uren": (80.0, 20), "clienten": (7, 7)}))
    assert shown.status == "onderdrukt"
    assert shown.parts["uren"].value == 80


def test_a_left_out_count_of_few_persons_is_withheld():
    shown = protect_one(hours("2022-Q4", 60.0, 20, left_out={"niet_omrekenbaar": (4, 3)}))
    assert shown.value == 3
    assert shown.left_out["niet_omrekenbaar"].withheld


def test_messages_and_ledgers_have_no_persons_behind_them():
    few = a_result(MESSAGES, "2022-Q4", {"op_tijd": (2, None), "beoordeeld": (3, None)}, wet=None)
    cost = a_result(COSTS, "2022", {"lasten_cent": (1_234_567_890, None)}, wet=None)
    timely, costs = protect_all(ALL, [few, cost])
    assert timely.value == 66.7
    assert costs.value == 12_345_679
    assert (costs.parts["lasten_cent"].value, costs.parts["lasten_cent"].unit) == (12_345_678.90, "euro")


def test_a_part_about_persons_without_their_number_is_refused():
    with pytest.raises(UnprotectableResult, match="number of persons"):
        protect_one(a_result(HOURS, "2022-Q4", {"uren": (80.0, None), "clienten": (20, 20)}))


def test_a_value_without_persons_is_refused():
    with pytest.raises(UnprotectableResult, match="without persons"):
        protect_one(a_result(HOURS, "2022-Q4", {"uren": (80.0, 0), "clienten": (20, 20)}))


def test_a_breakdown_is_refused():
    with pytest.raises(UnprotectableResult, match="breakdown"):
        protect_one(hours("2022-Q4", 60.0, 20, breakdown={"wijk": "01"}))


def test_an_undeclared_part_or_reason_is_refused():
    with pytest.raises(UnprotectableResult, match="not declared: adres"):
        protect_one(a_result(STAYS, "2022-Q4", {"adres": (80.0, 20)}))
    with pytest.raises(UnprotectableResult, match="not declared: onbekend"):
        protect_one(hours("2022-Q4", 60.0, 20, left_out={"onbekend": (20, 20)}))


def test_the_same_place_twice_is_refused():
    with pytest.raises(UnprotectableResult, match="twice"):
        protect_all(ALL, [hours("2022-Q4", 60.0, 20), hours("2022-Q4", 61.0, 20)])


def test_provisional_keeps_what_is_still_expected():
    shown = protect_one(hours("2022-Q4", 60.0, 20, provisional=True, expected_share=0.08))
    assert (shown.status, shown.value, shown.expected_share) == ("voorlopig", 3.0, 0.08)


def test_a_withheld_provisional_figure_is_withheld():
    shown = protect_one(hours("2022-Q4", 6.0, 2, provisional=True, expected_share=0.08))
    assert (shown.status, shown.expected_share) == ("onderdrukt", None)
