"""When a cell may not be known, by rules that are data."""

from __future__ import annotations

import pytest

from wijzer.disclosure.risk import Dominance, PPercent, Protection, Rules, read_rules
from wijzer.disclosure.tables import Cell, Key, Variable

CLIENTS, MONEY = Variable("clienten"), Variable("kosten", counts=False)


def cell(value: int, persons: int, **more: object) -> Cell:
    return Cell(Key("clienten", ()), value, persons, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(("persons", "small"), [(0, False), (1, True), (9, True), (10, False)])
def test_fewer_persons_than_the_minimum_are_sensitive(persons, small):
    risk = Rules().risk(cell(persons, persons), CLIENTS)
    assert (risk is not None) == small


def test_money_is_a_count_when_it_is_divided_by_the_tariff():
    # 6 dagdelen van 40 euro: ook bij veel personen gaat het om zes dagdelen.
    risk = Rules().risk(cell(24_000, 12, tariff=4_000), MONEY)
    assert risk is not None
    assert risk.reason == "te_weinig_eenheden"
    assert Rules().risk(cell(40_000, 12, tariff=4_000), MONEY) is None


def test_one_contributor_with_most_of_the_money_dominates():
    # 80 van 100: met k = 75 moet de bovengrens 100 x 80 / 75 - 100 = 7 boven de waarde liggen.
    risk = Rules(dominance=Dominance(1, 75)).risk(cell(100, 50, contributions=(80, 15, 5)), MONEY)
    assert risk is not None
    assert (risk.reason, risk.protection) == ("overheersing", Protection(7, 7))
    assert Rules(dominance=Dominance(1, 80)).risk(cell(100, 50, contributions=(80, 15, 5)), MONEY) is None


def test_the_second_contributor_may_not_estimate_the_first():
    # De tweede weet 15 van 100 en schat de eerste op 85; dat is binnen 10 procent (8) van 80.
    risk = Rules(p_percent=PPercent(10)).risk(cell(100, 50, contributions=(80, 15, 5)), MONEY)
    assert risk is not None
    assert (risk.reason, risk.protection) == ("p_procent", Protection(3, 3))
    assert Rules(p_percent=PPercent(10)).risk(cell(100, 50, contributions=(80, 12, 8)), MONEY) is None


def test_all_or_none_of_a_known_group_tells_of_each_of_them():
    rules = Rules(group=40)
    assert rules.risk(cell(30, 30, population=30), CLIENTS).reason == "hele_groep"  # type: ignore[union-attr]
    assert rules.risk(cell(0, 0, population=30), CLIENTS).reason == "niemand"  # type: ignore[union-attr]
    assert rules.risk(cell(20, 20, population=30), CLIENTS) is None
    assert rules.risk(cell(0, 0, population=400), CLIENTS) is None


def test_the_possible_values_span_the_width_below_and_above():
    rules = Rules(width=5)
    assert rules.spread(cell(8, 8), CLIENTS) == Protection(2, 3)
    assert rules.spread(cell(1, 1), CLIENTS) == Protection(1, 4)
    assert rules.spread(cell(30, 30, upper=30), CLIENTS) == Protection(5, 0)
    assert Rules(share=20).spread(cell(1000, 5), MONEY) == Protection(100, 100)


def test_where_zeros_stay_a_withheld_cell_is_known_not_to_be_empty():
    assert Rules(width=5, zeros="blijven").spread(cell(1, 1), CLIENTS) == Protection(0, 5)


def test_rules_are_read_from_settings():
    rules = read_rules(
        {"minimum": 5, "overheersing": {"n": 2, "k": 80}, "p_procent": 15, "nullen": "blijven"}
    )
    assert rules == Rules(minimum=5, dominance=Dominance(2, 80), p_percent=PPercent(15), zeros="blijven")
    assert read_rules({}) == Rules()


@pytest.mark.parametrize(
    "wrong",
    [
        {"drempel": 5},
        {"minimum": 2},
        {"minimum": "tien"},
        {"overheersing": {"n": 1}},
        {"overheersing": {"n": 1, "k": 100}},
        {"p_procent": 0},
        {"nullen": "soms"},
        {"nullen": "blijven", "groep": 50},
    ],
)
def test_rules_that_are_not_possible_are_refused(wrong):
    with pytest.raises(ValueError):
        read_rules(wrong)
