"""The needle and the chart as drawings: where the hand stands, what is drawn of a withheld period."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from tests.disclosure.results import ALL, hours, stays
from tests.publications.sample import a_site
from tests.steering.test_needle import ON, a_target, costs, mean
from tests.steering.test_programme import HELP, MET, NOT_MET, OTHER, an_actie, linked
from wijzer.disclosure import protect_all
from wijzer.publications.chart import TOKENS, draw, series_for_chart
from wijzer.publications.gauge import actie_gauge, needle_gauge
from wijzer.publications.outcome import OUTCOMES, actie_outcome, outcome, sign
from wijzer.publications.site import Break
from wijzer.publications.views import values_of
from wijzer.steering import FACES, Target, point, point_actie


def angle(svg: str) -> float:
    return float(re.search(r'rotate\((-?[\d.]+) 120 118\)"><path class="wijzer-gauge__hand"', svg)[1])


def words(svg: str) -> tuple[str, str]:
    root = ElementTree.fromstring(svg)
    return root.find("title").text, root.find("desc").text


def a_gauge(value: float, target: Target | None = None) -> str:
    return needle_gauge(point(mean(value), target or a_target(), on=ON), "proef", "Een zin.")


def test_the_hand_goes_to_the_right_as_the_target_comes_nearer():
    angles = [angle(a_gauge(value)) for value in (3.3, 3.07, 2.9, 2.7, 2.5, 2.3)]
    assert angles == sorted(angles)
    assert -90 < angles[0] < -54 == pytest.approx(angles[1], abs=1)
    assert angles[-1] < 90


def test_a_far_hand_stays_on_the_dial():
    for value in (0.1, 40.0):
        assert abs(angle(a_gauge(value))) < 90


def test_the_words_of_the_drawing():
    assert words(a_gauge(2.85)) == ("Op 38% van de weg naar het doel", "Een zin.")


def test_zones_differ_by_pattern_and_sign_not_by_colour_alone():
    svg = a_gauge(2.85)
    assert 'fill="url(#proef-h)"' in svg
    assert "wijzer-gauge__check" in svg
    assert svg.count("wijzer-gauge__tick") == 2


@pytest.mark.parametrize(
    ("needle", "face"),
    [
        (point(mean(2.9), a_target(start=None), on=ON), "geen_startwaarde"),
        (point(mean(2.9), a_target(kind=None), on=ON), "geen_streefwaarde"),
        (point(mean(2.9, "2020-Q1"), a_target(), on=ON), "te_oud"),
        (point(mean(2.9, clients=3), a_target(), on=ON), "te_weinig"),
        (point(mean(2.9, provisional=True), a_target(), on=ON), "voorlopig"),
        (point([], a_target(), on=ON), "nog_niet_gemeten"),
    ],
)
def test_every_face_has_a_drawing_of_its_own_and_no_hand(needle, face):
    svg = needle_gauge(needle, "proef", "")
    assert "wijzer-gauge__hand" not in svg
    assert words(svg)[0] == FACES[face]
    others = [
        needle_gauge(replace(needle, face=other), "proef", "")
        for other in FACES
        if other not in ("stand", face)
    ]
    bodies = {re.search(r"__sign.*", each)[0] for each in [svg, *others]}
    assert len(bodies) == len(FACES) - 1


def test_an_actie_is_in_the_green_only_when_all_is_met():
    def drawn(needles: dict[str, object]) -> tuple[str, str]:
        needle = point_actie(an_actie(), "0293", linked(HELP, OTHER), needles)
        return actie_gauge(needle, "actie"), actie_outcome(needle)

    green, kind = drawn({HELP: MET, OTHER: MET})
    assert angle(green) > 180 * 0.76 - 90
    assert kind == "gehaald"
    half, kind = drawn({HELP: MET, OTHER: NOT_MET})
    assert angle(half) < 180 * 0.76 - 90
    assert kind == "nog_niet"


def test_signs_have_different_shapes():
    assert len({re.sub(r'class="[^"]*"', "", sign(kind)) for kind in [*OUTCOMES, "nog_niet"]}) == 5


@pytest.mark.parametrize(
    ("value", "kind"),
    [(2.4, "gehaald"), (2.9, "dichterbij"), (3.07, "niet_dichterbij"), (3.2, "niet_dichterbij")],
)
def test_outcomes(value, kind):
    assert outcome(point(mean(value), a_target(), on=ON)) == kind


QUARTERS = [f"2022-Q{q}" for q in (1, 2, 3, 4)]


def series(*clients: int):
    return protect_all(ALL, [hours(q, 3.0 * n, n) for q, n in zip(QUARTERS, clients, strict=True)])


def a_chart(values, target=None, breaks=()):
    return draw(values, target, breaks, name="v", title="Titel", description="Uitleg")


def test_a_chart_is_two_well_formed_images_with_name_and_description():
    chart = a_chart(series(20, 30, 40, 50), a_target())
    for svg in (chart.wide, chart.narrow):
        assert words(svg) == ("Titel", "Uitleg")
        assert 'role="img"' in svg
    assert chart.wide != chart.narrow
    ids = re.findall(r'\bid="([^"]+)"', chart.wide + chart.narrow)
    assert len(ids) == len(set(ids))


def test_a_chart_is_the_same_every_time():
    assert a_chart(series(20, 30, 40, 50), a_target()) == a_chart(series(20, 30, 40, 50), a_target())


def test_a_withheld_period_is_a_cross_and_breaks_the_line():
    chart = a_chart(series(20, 3, 40, 50))
    assert chart.shows == {"getoond", "onderdrukt"}
    assert "×" in chart.wide
    lines = re.findall(r'class="mark-line[^>]*>.*?</g>', chart.wide, re.DOTALL)
    assert sum(group.count(" d=") for group in lines) == 2


def test_a_chart_without_any_number_is_not_drawn():
    assert a_chart(series(3, 3, 3, 3)) is None


def test_small_differences_do_not_start_at_zero_and_that_is_said():
    assert not a_chart(series(20, 30, 40, 50), a_target()).starts_at_zero
    assert a_chart([costs(n, f"{2019 + n // 40}") for n in (20, 60, 100)]).starts_at_zero


def test_numbers_on_the_axis_are_dutch():
    values = [costs(30_000_000 + n, str(2019 + n)) for n in range(3)]
    assert re.search(r">\d{2}\.\d{3}\.\d{3}<", a_chart(values).wide)


def test_only_breaks_within_the_series_are_marked():
    breaks = (Break(date(2017, 1, 1), "lang geleden"), Break(date(2022, 7, 1), "midden"))
    assert [gap.text for gap in a_chart(series(20, 30, 40, 50), None, breaks).breaks] == ["midden"]


def test_colours_of_the_chart_are_tokens():
    chart = a_chart(series(20, 3, 40, 50), a_target())
    plain = re.findall(r'(?:fill|stroke)="(#[0-9a-f]+)"', chart.wide)
    assert set(plain) <= {"#000"}, plain
    assert all(f"var({token}, " in chart.wide for token in list(TOKENS.values())[:3])


def test_quarters_and_years_are_never_one_line():
    values = protect_all(ALL, [hours("2022-Q4", 60.0, 20), hours("2021", 60.0, 20), hours("2022", 60.0, 20)])
    assert [v.periode for v in series_for_chart(values, values[0])] == ["2021", "2022"]
    assert [v.periode for v in series_for_chart(values[:2], values[0])] == ["2022-Q4"]


def test_sums_are_drawn_per_year():
    values = [costs(20, "2022-Q3"), costs(20, "2022-Q4"), costs(90, "2022")]
    assert [v.periode for v in series_for_chart(values, values[2])] == ["2022"]


def test_periods_with_the_same_end_go_from_short_to_long():
    periods = ("2020-2022", "2022", "2022-Q4", "2021-2022", "2021", "2022-Q3")
    values = protect_all(ALL, [stays(periode, 600, 20) for periode in periods])
    text = replace(a_site().indicators[0], id="verblijfsduur")
    site = replace(a_site(), values=values, targets=(), indicators=(text,))
    found = [value.periode for value in values_of(site, "verblijfsduur", "0293")]
    assert found == ["2021", "2022-Q3", "2022-Q4", "2022", "2021-2022", "2020-2022"]


def test_several_years_together_are_in_the_table_but_in_no_line():
    values = protect_all(ALL, [stays("2021", 60, 6), stays("2022", 70, 7), stays("2021-2022", 130, 13)])
    assert [v.value for v in series_for_chart(values, values[2])] == [None, None]
    needle = point(values, a_target("verblijfsduur", "richting", None, 40, up=-1), on=ON)
    assert (needle.face, needle.value.periode) == ("stand", "2021-2022")
