"""Who lives where, with whom and for how long; people move house, and what is written follows them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from tests.town.conftest import PAIR, Taken
from wijzer.example.town import LEVERS, Settings, bodies, gemeente
from wijzer.example.town.people import Household
from wijzer.example.town.population import Population
from wijzer.example.town.surroundings import address_rows, resident_rows

SETTINGS = Settings(PAIR)
START = SETTINGS.start


@pytest.fixture(scope="module")
def westervoort() -> Population:
    return Population(PAIR[0], SETTINGS)


def _sizes(population: Population, day: date) -> Counter[int]:
    here = Counter(one.household.serial for one in population.people if one.lives_here(day))
    return Counter(here.values())


def test_there_are_as_many_households_as_published(westervoort: Population) -> None:
    sizes = _sizes(westervoort, START)
    assert sum(sizes.values()) == sum(buurt.households for buurt in PAIR[0].buurten)
    assert max(sizes) <= 6


def test_children_live_with_someone_who_can_be_their_parent(westervoort: Population) -> None:
    children = [one for one in westervoort.people if one.age(START) < 16 and one.lives_here(START)]
    gaps = [one.household.members[0].age(START) - one.age(START) for one in children]
    assert children
    assert sum(18 <= gap <= 46 for gap in gaps) > 0.97 * len(gaps)


def test_about_one_in_ten_families_has_one_parent(westervoort: Population) -> None:
    families = [
        home
        for home in westervoort.households
        if home.addresses[0].since == START and any(one.age(START) < 16 for one in home.members)
    ]
    lone = sum(home.adults(START) == 1 for home in families)
    assert 0.08 < lone / len(families) < 0.25


def test_births_deaths_and_moves_are_near_those_of_the_country(westervoort: Population) -> None:
    years = SETTINGS.last_year - SETTINGS.first_year + 1
    people = westervoort.people
    born = sum(one.born > START and one.arrived is None for one in people)
    died = sum(one.died is not None and one.died == one.gone for one in people)
    residents = PAIR[0].inhabitants * years
    assert 6.5 < born / residents * 1_000 < 10.5
    assert 7.5 < died / residents * 1_000 < 11.5
    assert sum(one.lives_here(SETTINGS.end) for one in people) == pytest.approx(PAIR[0].inhabitants, rel=0.04)


def test_the_town_grows_older(westervoort: Population) -> None:
    def old(day: date) -> int:
        return sum(one.lives_here(day) and one.age(day) >= 65 for one in westervoort.people)

    assert 1.1 < old(SETTINGS.end) / old(START) < 1.35


def _movers(population: Population) -> list[Household]:
    return [home for home in population.households if len(home.addresses) > 1]


def test_a_household_that_moves_lives_at_its_new_address_from_that_day_on(westervoort: Population) -> None:
    movers = _movers(westervoort)
    yearly = len(movers) / len(westervoort.households) / 6
    assert 0.02 < yearly < 0.08
    assert any(one.addresses[0].buurt is not one.addresses[1].buurt for one in movers)
    for home in movers:
        for before, after in pairwise(home.addresses):
            assert before.since < after.since
            assert home.at(after.since - timedelta(days=1)) is before
            assert home.at(after.since) is after


def test_no_address_is_used_twice(westervoort: Population) -> None:
    every = [(one.postcode, one.house) for home in westervoort.households for one in home.addresses]
    assert len(set(every)) == len(every)


def test_residents_are_counted_in_the_buurt_of_the_day(westervoort: Population) -> None:
    rows = list(resident_rows(westervoort, SETTINGS))
    for year in (2019, 2022, 2025):
        day = date(year, 1, 1)
        lived = Counter(one.household.at(day).buurt.code for one in westervoort.people if one.lives_here(day))
        told = Counter[str]()
        for row in rows:
            if row["peildatum"] == day:
                told[row["buurt"]] += row["aantal"]
        assert told == lived


def test_every_address_that_is_told_has_a_buurt(westervoort: Population) -> None:
    known = {
        (row["postcode"].replace(" ", ""), row["huisnummer"]): row["buurt"]
        for row in address_rows(westervoort, SETTINGS)
    }
    for home in _movers(westervoort):
        for one in home.addresses:
            assert known[one.postcode, one.house] == one.buurt.code


def test_a_301_after_a_move_tells_the_new_address(small: Taken) -> None:
    home = next(home for life in small.town.lives for home in _movers(life.population))
    person, moved = home.members[0], home.addresses[1]

    def address(day: date) -> tuple[str, int]:
        said = bodies.full_client(person, "Westervoort", [], day, comment=False)
        found = said["Contactgegevens"]["Contact"][0]["Adres"]
        return found["Postcode"], found["Huis"]["Huisnummer"]

    assert address(moved.since) == (moved.postcode, moved.house)
    assert address(moved.since - timedelta(days=1)) != address(moved.since)


def test_people_are_the_same_whatever_levers_are_pulled() -> None:
    place = gemeente("duiven")
    with_all = Population(place, Settings((place,), scale=20))
    without = Population(place, Settings((place,), scale=20, without=frozenset(LEVERS)))
    assert _told(with_all) == _told(without)


def test_a_later_last_year_only_adds_to_the_population() -> None:
    place = gemeente("duiven")
    settings = Settings((place,), 2019, 2020, scale=20)
    short, long = Population(place, settings), Population(place, replace(settings, last_year=2024))
    assert [one.bsn for one in long.people][: len(short.people)] == [one.bsn for one in short.people]
    assert len(long.people) > len(short.people)


def _told(population: Population) -> list[tuple[object, ...]]:
    return [
        (one.bsn, one.born, one.sex, one.arrived, one.gone, one.household.addresses[-1].postcode)
        for one in population.people
    ]
