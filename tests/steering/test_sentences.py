"""The sentence below a needle: what it is, from what to what, since when, whose target."""

from __future__ import annotations

from datetime import date

import pytest

from tests.disclosure.results import ALL, hours, stays
from tests.steering.test_needle import ON, a_target, mean
from wijzer.disclosure import NotPublishable, protect_all
from wijzer.steering import number, point, quantity, sentence_about, target_sentence, when


def say(target, *values):
    return sentence_about(point(values, target, on=ON), "Westervoort", "uur per week", 2)


def test_the_whole_sentence():
    assert say(a_target(decision="Samen Sterk, 14-12-2020"), mean(2.85)) == (
        "In Westervoort: van 3,07 uur per week in 2019 naar 2,85 uur per week op 31 december 2022. "
        "Het doel is 2,5 uur per week, uiterlijk op 31 december 2022 (besluit: Samen Sterk, 14-12-2020). "
        "Die dag is voorbij en het doel is niet gehaald."
    )


@pytest.mark.parametrize(
    ("value", "deadline", "said"),
    [
        (mean(2.85), date(2022, 12, 31), True),
        (mean(2.85), date(2023, 12, 31), False),
        (mean(2.85), None, False),
        (mean(2.45), date(2022, 12, 31), False),
        (mean(2.85, clients=4), date(2022, 12, 31), False),
        (mean(2.85, provisional=True), date(2022, 12, 31), False),
    ],
)
def test_a_day_that_is_over_is_said_only_of_a_final_number_that_missed_it(value, deadline, said):
    assert ("Die dag is voorbij" in say(a_target(deadline=deadline), value)) is said


def test_without_start_value_deadline_or_decision():
    assert say(a_target(start=None, deadline=None, decision=""), mean(2.85)) == (
        "In Westervoort: 2,85 uur per week op 31 december 2022. "
        "Het doel is 2,5 uur per week (wie het doel stelde, staat er niet bij)."
    )


def test_a_withheld_number_is_in_no_sentence():
    said = say(a_target(), mean(2.04, clients=4))
    assert "te weinig personen om te tonen" in said
    assert "2,04" not in said


def test_not_measured_still_tells_the_target():
    assert say(a_target()).startswith("Het doel is 2,5 uur per week")


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        (a_target(kind="verandering", amount=-5), "5% lager dan in 2019, dus 2,917 uur per week"),
        (a_target(kind="verandering", amount=-5, start=None), "5% lager dan in 2019,"),
        (a_target(kind="gelijk", amount=2), "gelijk blijven: evenveel als in 2019 (tot 2% verschil)"),
        (a_target(kind="richting", amount=None, up=-1), "lager dan in 2019"),
        (a_target(kind="plafond", amount=3), "hooguit 3 uur per week"),
        (a_target(kind=None), "Er is geen doel in een getal afgesproken."),
    ],
)
def test_each_kind_of_target_in_words(target, wanted):
    assert wanted in target_sentence(target, "uur per week", 2)


def test_a_stock_is_on_a_day_and_a_flow_over_a_time():
    stock = mean(2.85)
    flow, year, years = protect_all(
        ALL, [stays("2022-Q4", 600, 20), stays("2021", 600, 20), stays("2018-2020", 600, 20)]
    )
    assert when(stock) == "op 31 december 2022"
    assert when(flow) == "in het 4e kwartaal 2022"
    assert when(year) == "in 2021"
    assert when(years) == "in 2018 tot en met 2020"
    assert years.last_day == date(2020, 12, 31)
    with pytest.raises(NotPublishable):
        when(hours("2022-Q4", 60.0, 20))


def test_numbers_are_dutch():
    assert number(1234567.891, 2) == "1.234.567,89"
    assert number(-0.5, 1) == "−0,5"
    assert quantity(1234.5, "euro", 0) == "€ 1.235"
    assert quantity(95, "procent", 1) == "95,0%"
    assert quantity(12, "", 0) == "12"
