"""Where the needle stands, and the faces it has when it cannot stand anywhere."""

from __future__ import annotations

from datetime import date

import pytest

from tests.disclosure.results import ALL, COSTS, HOURS, MESSAGES, a_result, hours, stays
from wijzer.disclosure import NotPublishable, protect_all
from wijzer.steering import FACES, Needle, Target, point

ON = date(2023, 2, 1)


def a_target(
    indicator="uren_huishoudelijke_ondersteuning", kind="niveau", amount=2.5, start=3.07, up=None, **more
):
    fields = {
        "gemeente": "0293",
        "nr": 1,
        "opgave": "Innovatie",
        "base_year": 2019,
        "deadline": date(2022, 12, 31),
        "decision": "Samen Sterk",
        "remark": "",
    } | more
    return Target(indicator=indicator, kind=kind, amount=amount, start=start, up=up, **fields)


def mean(value, periode="2022-Q4", clients=20, **more):
    return protect_all(ALL, [hours(periode, value * clients, clients, **more)])[0]


def percent(value):
    return protect_all(
        ALL, [a_result(MESSAGES, "2022-Q4", {"op_tijd": (value, None), "beoordeeld": (100, None)}, wet=None)]
    )


def costs(euros, periode="2022"):
    return protect_all(ALL, [a_result(COSTS, periode, {"lasten_cent": (euros * 100, None)}, wet=None)])[0]


@pytest.mark.parametrize(
    ("value", "way", "verdict", "met"),
    [
        (3.07, 0.0, "Gelijk aan de start", False),
        (2.85, 0.386, "Op 38% van de weg naar het doel", False),
        (2.51, 0.982, "Op 98% van de weg naar het doel", False),
        (2.50, 1.0, "Doel gehaald", True),
        (2.10, 1.702, "Doel gehaald", True),
        (3.20, -0.228, "Verder van het doel dan bij de start", False),
    ],
)
def test_a_level_is_a_way_from_start_to_goal(value, way, verdict, met):
    needle = point(mean(value), a_target(), on=ON)
    assert needle.face == "stand"
    assert needle.dial.way == pytest.approx(way, abs=0.001)
    assert (needle.verdict, needle.met) == (verdict, met)


@pytest.mark.parametrize(
    ("value", "start", "met"),
    [
        (97, 98, True),
        (95, 98, True),
        (99, 98, True),
        (94, 98, False),
        (97, 95, True),
        (95, 95, True),
        (94, 95, False),
    ],
)
def test_a_level_that_was_reached_at_the_start_is_one_to_keep(value, start, met):
    needle = point(
        percent(value), a_target(MESSAGES.id, amount=95, start=start), on=ON, higher_is_better=True
    )
    assert (needle.face, needle.met) == ("stand", met)
    assert needle.verdict == ("Doel gehaald" if met else "Doel niet meer gehaald")
    zone = next(z for z in needle.dial.zones if z.first <= needle.dial.hand <= z.last)
    assert (zone.kind == "gehaald") == met


@pytest.mark.parametrize(("value", "met"), [(2.3, True), (2.45, True), (2.5, True), (2.6, False)])
def test_a_low_level_that_was_reached_at_the_start_is_kept_below(value, met):
    needle = point(mean(value), a_target(amount=2.5, start=2.4), on=ON, higher_is_better=False)
    assert needle.met is met
    assert {tick.name: tick.value for tick in needle.dial.ticks} == {"doel": 2.5, "start": 2.4}


def test_a_level_to_reach_is_the_same_way_whether_or_not_the_direction_is_declared():
    for value in (2.3, 2.7, 3.3):
        with_direction = point(mean(value), a_target(), on=ON, higher_is_better=False)
        assert with_direction == point(mean(value), a_target(), on=ON)


def test_the_hand_is_in_the_green_zone_exactly_when_the_target_is_met():
    for hundredths in range(180, 400, 7):
        needle = point(mean(hundredths / 100), a_target(), on=ON)
        zone = next(z for z in needle.dial.zones if z.first <= needle.dial.hand <= z.last)
        assert (zone.kind == "gehaald") == needle.met


def test_almost_there_is_never_called_all_the_way():
    needle = point(mean(2.50, clients=1000), a_target(amount=2.499), on=ON)
    assert needle.verdict == "Op 99% van de weg naar het doel"


@pytest.mark.parametrize(("value", "met"), [(2.92, False), (2.91, True), (2.5, True)])
def test_a_change_is_against_the_start_value(value, met):
    # 5% minder dan 3,07 is 2,9165
    assert point(mean(value), a_target(kind="verandering", amount=-5), on=ON).met is met


@pytest.mark.parametrize(
    ("value", "met"), [(3.07, True), (3.10, True), (3.13, True), (3.14, False), (3.0, False)]
)
def test_equal_within_the_allowed_percent(value, met):
    # 2% van 3,07 is 0,0614
    assert point(mean(value), a_target(kind="gelijk", amount=2), on=ON).met is met


def test_borders_are_decimal_as_people_reckon():
    # 110 en 2% is 112,2; 1,1 en 10% is 1,21: met gewone machinegetallen net niet
    assert point(mean(112.2), a_target(kind="gelijk", amount=2, start=110.0), on=ON).met is True
    assert point(mean(1.21), a_target(kind="verandering", amount=10, start=1.1), on=ON).met is True


def test_equal_without_an_allowed_percent_is_equal_as_shown():
    assert point(mean(3.07), a_target(kind="gelijk", amount=None), on=ON).met is True
    assert point(mean(3.08), a_target(kind="gelijk", amount=None), on=ON).met is False


@pytest.mark.parametrize(
    ("value", "up", "verdict", "met"),
    [
        (3.0, -1, "Goede kant op", True),
        (3.07, -1, "Gelijk aan de start", False),
        (3.2, -1, "Verkeerde kant op", False),
        (3.2, 1, "Goede kant op", True),
    ],
)
def test_a_direction_is_met_by_any_change_that_way(value, up, verdict, met):
    needle = point(mean(value), a_target(kind="richting", amount=None, up=up), on=ON)
    assert (needle.verdict, needle.met) == (verdict, met)
    assert (needle.dial.hand > 0.5) == met


@pytest.mark.parametrize(("euros", "met"), [(90, True), (100, True), (101, False)])
def test_a_ceiling_needs_no_start_value(euros, met):
    target = a_target(COSTS.id, "plafond", 100, None)
    needle = point(costs(euros), target, on=ON)
    assert (needle.face, needle.met) == ("stand", met)
    assert (needle.dial.hand >= 0.25) is met


def test_no_start_value_has_its_own_face():
    needle = point(mean(2.9), a_target(start=None), on=ON)
    assert (needle.face, needle.met, needle.dial) == ("geen_startwaarde", None, None)


@pytest.mark.parametrize(("share", "met", "word"), [(95, True, "wel"), (94, False, "niet")])
def test_a_level_without_start_value_can_be_met_when_the_direction_is_declared(share, met, word):
    needle = point(percent(share), a_target(MESSAGES.id, amount=95, start=None), on=ON, higher_is_better=True)
    assert (needle.face, needle.met) == ("geen_startwaarde", met)
    assert f"Het doel is {word} gehaald" in needle.verdict


@pytest.mark.parametrize("kind", ["niveau", "verandering", "plafond", "richting", None])
def test_no_target_has_its_own_face(kind):
    needle = point(mean(2.9), a_target(kind=kind, amount=None), on=ON)
    assert (needle.face, needle.met) == ("geen_streefwaarde", None)


def test_too_few_persons_has_its_own_face_and_no_hand():
    needle = point(mean(2.0, clients=4), a_target(), on=ON)
    assert (needle.face, needle.met, needle.dial) == ("te_weinig", None, None)
    assert "minder dan 10 personen" in needle.verdict


def test_too_old_has_its_own_face():
    assert point(mean(2.0, "2021-Q3"), a_target(), on=ON).face == "te_oud"
    assert point(mean(2.0, "2022-Q1"), a_target(), on=ON).face == "stand"


@pytest.mark.parametrize(
    ("share", "text"), [(0.08, "ongeveer 8%"), (0.001, "minder dan 1%"), (None, "Hoeveel is niet bekend")]
)
def test_provisional_has_its_own_face_and_says_how_much_is_to_come(share, text):
    needle = point(mean(2.0, provisional=True, expected_share=share), a_target(), on=ON)
    assert (needle.face, needle.met, needle.dial) == ("voorlopig", None, None)
    assert text in needle.verdict


def test_not_measured_and_missing_have_their_own_faces():
    assert point([], a_target(), on=ON).face == "nog_niet_gemeten"
    missing = protect_all(ALL, [a_result(HOURS, "2022-Q4", {}, missing="Er zijn geen 301-berichten.")])
    needle = point(missing, a_target(), on=ON)
    assert (needle.face, needle.verdict) == ("ontbreekt", "Er zijn geen 301-berichten.")


def test_a_final_value_goes_before_a_newer_provisional_one_which_is_named():
    older, newer = mean(2.9, "2022-Q3"), mean(2.7, "2022-Q4", provisional=True, expected_share=0.1)
    needle = point([newer, older], a_target(), on=ON)
    assert (needle.face, needle.value, needle.newer) == ("stand", older, newer)


def test_a_final_value_that_is_too_old_gives_way_to_a_provisional_one():
    older, newer = mean(2.9, "2021-Q1"), mean(2.7, "2022-Q4", provisional=True, expected_share=0.1)
    assert point([newer, older], a_target(), on=ON).face == "voorlopig"


def test_a_period_that_is_not_over_does_not_count():
    values = [mean(2.9, "2022-Q4"), mean(2.0, "2023-Q1")]
    assert point(values, a_target(), on=ON).value.periode == "2022-Q4"


def test_a_sum_over_a_quarter_is_never_laid_beside_a_base_year():
    target = a_target(COSTS.id, "richting", None, 100, up=-1)
    needle = point([costs(90, "2022"), costs(20, "2022-Q4")], target, on=ON)
    assert needle.value.periode == "2022"
    assert point([costs(20, "2022-Q4")], target, on=ON).face == "ontbreekt"


def test_a_withheld_quarter_gives_way_to_its_shown_year():
    values = protect_all(ALL, [*(stays(f"2022-Q{q}", 90, 3) for q in (1, 2, 3, 4)), stays("2022", 360, 12)])
    needle = point(values, a_target("verblijfsduur", "richting", None, 40, up=-1), on=ON)
    assert (needle.value.periode, needle.met) == ("2022", True)


def test_a_needle_of_something_else_is_refused():
    with pytest.raises(NotPublishable):
        point([hours("2022-Q4", 60.0, 20)], a_target(), on=ON)
    with pytest.raises(NotPublishable):
        point([3.0], a_target(), on=ON)


def test_a_needle_of_a_hidden_count_cannot_be_made():
    hidden = mean(2.0, clients=4)
    dial = point(mean(2.0), a_target(), on=ON).dial
    with pytest.raises(NotPublishable):
        Needle(HOURS.id, "0293", "stand", "Doel gehaald", hidden, a_target(), dial, True)
    with pytest.raises(NotPublishable):
        Needle(HOURS.id, "0293", "stand", "Doel gehaald", hours("2022-Q4", 60.0, 20), a_target(), dial, True)
    with pytest.raises(NotPublishable):
        Needle(HOURS.id, "0293", "te_weinig", "", hidden, a_target(), None, True)


def test_a_value_of_another_gemeente_is_refused():
    with pytest.raises(ValueError, match="belong"):
        point(mean(2.0, gemeente="0226"), a_target(), on=ON)


def test_every_face_has_a_name():
    assert all(FACES.values())
    assert len(set(FACES.values())) == len(FACES) == 8
