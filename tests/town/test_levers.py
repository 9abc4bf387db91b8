"""Levers: what is declared of each, and how it changes who comes into care and for how long."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.town.conftest import SMALL
from wijzer.example.town import LEVERS, Settings, gemeente, levers, placement
from wijzer.example.town.needs import KEYS
from wijzer.example.town.population import Population

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


def test_without_ageing_fewer_older_people_come_into_care_and_as_many_younger_ones() -> None:
    plain = without("vergrijzing")
    shares = {(2019, 75): 1_000, (2024, 75): 900}
    assert levers.older(plain, shares, 80, 2019) == 1_000
    assert levers.older(plain, shares, 80, 2024) == 900
    assert levers.older(plain, shares, 40, 2024) == 1_000
    assert levers.older(SMALL, shares, 80, 2024) == 1_000


def test_the_town_ages_and_without_ageing_the_inflow_is_that_of_the_numbers_of_the_first_year() -> None:
    settings = Settings((gemeente("westervoort"),), 2019, 2024)
    population = Population(settings.gemeenten[0], settings)
    counted: Counter[tuple[int, int]] = Counter()
    for year in range(2019, 2025):
        ages = [
            person.age(date(year, 6, 30))
            for person in population.people
            if person.lives_here(date(year, 7, 1))
        ]
        for low, high in ((65, 75), (75, 85), (85, 130)):
            counted[year, low] = sum(low <= age < high for age in ages)
    of_first, of_last = (sum(counted[year, low] for low in (65, 75, 85)) for year in (2019, 2024))
    assert of_last > of_first * 11 // 10, "there are more people of 65 and older"
    plain = without("vergrijzing")
    old = population.households[0].old
    for (year, low), count in counted.items():
        kept = count * levers.older(plain, old, low + 5, year) // 1_000
        assert abs(kept - counted[2019, low]) <= 5 + count // 1_000


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
