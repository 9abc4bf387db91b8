"""Levers: what is declared of each, and how it changes who comes into care and for how long."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.town.conftest import SMALL
from wijzer.example.town import LEVERS, Settings, levers, placement
from wijzer.example.town.needs import KEYS

LATER = date(2023, 5, 1)


def without(*keys: str) -> Settings:
    """Return the small town without some levers."""
    return replace(SMALL, without=frozenset(keys))


def test_every_lever_says_in_dutch_what_it_is_and_touches_needs_that_exist() -> None:
    for key, lever in LEVERS.items():
        assert lever.key == key
        assert lever.title
        assert lever.size
        assert set(lever.needs) <= {*KEYS, placement.KEY}
        assert lever.until is None or lever.since < lever.until


def test_an_actie_that_costs_something_says_where_it_is_booked() -> None:
    for lever in LEVERS.values():
        assert bool(lever.yearly_cost) == bool(lever.taakveld)
        assert lever.kind == "actie" or not lever.yearly_cost


def test_the_acties_of_westervoort_together_cost_what_was_published() -> None:
    assert sum(lever.yearly_cost.get("0293", 0) for lever in LEVERS.values()) == 6_900_000


def test_a_lever_works_from_its_first_day_to_its_last_unless_left_out() -> None:
    assert not levers.pulled(SMALL, "corona", date(2020, 3, 15))
    assert levers.pulled(SMALL, "corona", date(2020, 3, 16))
    assert not levers.pulled(SMALL, "corona", date(2022, 7, 1))
    assert not levers.pulled(without("corona"), "corona", date(2020, 4, 1))


@pytest.mark.parametrize(
    ("key", "need", "age", "day"),
    [
        ("algemene_voorziening", "huishouden", 70, LATER),
        ("soj_poh", "behandeling", 10, LATER),
        ("soj_poh", "ambulant", 10, LATER),
        ("dyslexie", "dyslexie", 8, LATER),
        ("corona", "dagbesteding", 80, date(2020, 6, 1)),
    ],
)
def test_a_lever_lowers_the_inflow_of_its_need_and_of_no_other(
    key: str, need: str, age: int, day: date
) -> None:
    assert levers.inflow(SMALL, need, age, day) < levers.inflow(without(key), need, age, day) == 1_000
    others = set(KEYS) - set(LEVERS[key].needs)
    assert all(
        levers.inflow(SMALL, other, age, day) == levers.inflow(without(key), other, age, day)
        for other in others
    )


def test_after_corona_people_who_waited_come() -> None:
    assert levers.inflow(SMALL, "begeleiding", 40, date(2021, 9, 1)) > 1_000


def test_a_coach_makes_ambulant_care_shorter_from_twelve_years_on() -> None:
    assert levers.months(SMALL, "ambulant", 12, LATER) < 1_000
    assert levers.months(SMALL, "ambulant", 11, LATER) == 1_000
    assert levers.months(without("jongerencoach"), "ambulant", 12, LATER) == 1_000


def test_without_ageing_only_older_people_need_care_as_younger_ones_do() -> None:
    plain = without("vergrijzing")
    assert levers.need_age(plain, 80, 2019) == 80
    assert levers.need_age(plain, 80, 2024) == 77
    assert levers.need_age(plain, 40, 2024) == 40
    assert levers.need_age(SMALL, 80, 2024) == 80


def test_the_page_tells_every_lever_with_its_date_and_size(root: Path) -> None:
    page = (root / "docs" / "modelgemeente.md").read_text(encoding="utf-8")
    for lever in LEVERS.values():
        row = next(line for line in page.splitlines() if line.startswith(f"| `{lever.key}` |"))
        told = (
            lever.kind,
            lever.title,
            lever.size,
            f"{lever.since.day}-{lever.since.month}-{lever.since.year}",
        )
        assert all(words in row for words in told), lever.key
