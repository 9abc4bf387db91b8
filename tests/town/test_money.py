"""Money beside the declared lines: budgets that people spend themselves, ceilings, versions of the budget."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date

import pytest

from tests.town.conftest import SMALL, Taken
from wijzer.example.town import Settings, gemeente
from wijzer.example.town.ceilings import rows as ceiling_rows
from wijzer.example.town.life import Life, live
from wijzer.example.town.placement import placed
from wijzer.example.town.reckoning.real import care_costs
from wijzer.example.town.treasury import budget_rows


@pytest.fixture(scope="module")
def lives(small: Taken) -> tuple[Life, ...]:
    return small.town.lives


def test_a_budget_is_in_the_real_costs_and_in_the_ledger_but_in_no_message(lives: tuple[Life, ...]) -> None:
    assert any(life.desk.books.budgets for life in lives)
    for life in lives:
        books, settings = life.desk.books, life.desk.settings
        spent = sum(cents for one in books.budgets for _, cents in one.by_month(settings))
        budgets, books.budgets = books.budgets, []
        in_kind = sum(care_costs(life.desk).values())
        books.budgets = budgets
        assert sum(care_costs(life.desk).values()) - in_kind == spent
        declared = sum(line.cents for line in books.lines if line.status == "toegekend" and line.answered)
        booked = sum(one.lasten for one in books.bookings if one.care)
        assert booked <= declared + spent
        assert booked > declared * 9 // 10
        told = {dossier.toewijzing.number for dossier in books.dossiers.values()}
        assert len(told) == len(books.dossiers)


def test_what_is_spent_of_a_budget_is_no_more_than_was_granted(lives: tuple[Life, ...]) -> None:
    for life in lives:
        for one in life.desk.books.budgets:
            for part in one.parts(life.desk.settings):
                assert part.first <= part.last
                assert 0 < part.spent <= part.granted
            monthly = sum(cents for _, cents in one.by_month(life.desk.settings))
            assert monthly == sum(part.spent for part in one.parts(life.desk.settings))


def test_at_most_one_provider_is_granted_more_than_its_ceiling(lives: tuple[Life, ...]) -> None:
    passed = set()
    for life in lives:
        found = list(ceiling_rows(life.desk.books, life.desk.settings))
        assert found
        own = {(row["gemeente"], row["aanbieder"]) for row in found if row["overschreden"]}
        assert len(own) <= 1
        passed |= own
    assert passed


def test_a_budget_version_comes_nearer_to_what_the_year_costs(lives: tuple[Life, ...]) -> None:
    for life in lives:
        spent: dict[int, int] = defaultdict(int)
        for booking in life.desk.books.bookings:
            spent[booking.year] += booking.lasten
        budgeted: dict[tuple[int, str], int] = defaultdict(int)
        for row in budget_rows(life.desk.books, life.desk.settings):
            budgeted[row["jaar"], row["versie"]] += int(row["lasten"].replace(",", ""))
        for year, cents in spent.items():
            gaps = [
                abs(budgeted[year, version] - cents) for version in ("primair", "wijziging 1", "wijziging 2")
            ]
            assert gaps[0] > gaps[2]


def test_another_gemeente_spends_as_much_per_resident_as_the_pair() -> None:
    place = gemeente("Doesburg")
    settings = Settings((place,), 2020, 2020, scale=60, trouble=False)
    life = live(place, settings, lambda *_: None)
    beside = sum(one.lasten for one in life.desk.books.bookings if not one.care) * settings.scale
    assert 900_00 < beside // place.inhabitants < 1_800_00, "cents per resident in 2020"


def test_one_child_of_a_gemeente_is_placed_at_great_cost_and_only_when_that_is_not_left_out() -> None:
    settings = replace(SMALL, gemeenten=SMALL.gemeenten[:1], scale=20, last_year=2022)
    life = live(settings.gemeenten[0], settings, lambda *_: None)
    spell = placed(life.population.people, settings)
    assert spell is not None
    assert 12 <= spell.person.age(spell.begin) <= 15
    very = [
        dossier.toewijzing
        for dossier in life.desk.books.dossiers.values()
        if dossier.toewijzing.product.code == "43B09"
    ]
    assert {given.person.serial for given in very} == {spell.person.serial}
    assert placed(life.population.people, replace(settings, without=frozenset({"dure_plaatsing"}))) is None
    assert spell.begin == date(2021, 9, 6)
