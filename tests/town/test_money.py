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


def test_over_the_years_each_budget_version_lies_nearer_to_what_was_spent(lives: tuple[Life, ...]) -> None:
    versions = ("primair", "wijziging 1", "wijziging 2")
    gaps: dict[str, int] = defaultdict(int)
    for life in lives:
        spent: dict[tuple[int, str], int] = defaultdict(int)
        for booking in life.desk.books.bookings:
            spent[booking.year, booking.taakveld] += booking.lasten
        budgeted: dict[tuple[int, str], dict[str, int]] = defaultdict(dict)
        for row in budget_rows(life.desk.books, life.desk.settings):
            budgeted[row["jaar"], row["taakveld"]][row["versie"]] = int(row["lasten"].replace(",", ""))
        for year, taakveld in spent.keys() | budgeted.keys():
            if year <= life.desk.settings.last_year:
                for version in versions:
                    told = budgeted[year, taakveld].get(version, 0)
                    gaps[version] += abs(told - spent[year, taakveld])
    assert gaps["primair"] > gaps["wijziging 1"] > gaps["wijziging 2"] > 0


def test_a_budget_knows_no_more_than_what_is_booked_on_the_day_of_its_decision(
    lives: tuple[Life, ...],
) -> None:
    day = date(2020, 11, 10)
    for life in lives:
        books, settings = life.desk.books, life.desk.settings
        every = [row for row in budget_rows(books, settings) if row["besluitdatum"] <= day]
        assert {(row["jaar"], row["versie"]) for row in every} >= {(2021, "primair"), (2020, "wijziging 1")}
        lines, bookings = books.lines, books.bookings
        books.lines = [one for one in lines if one.answered is not None and one.answered < date(2020, 11, 1)]
        books.bookings = [one for one in bookings if one.booked <= day]
        assert len(books.lines) < len(lines)
        assert [row for row in budget_rows(books, settings) if row["besluitdatum"] <= day] == every
        books.lines, books.bookings = lines, bookings


def test_the_budget_of_the_year_after_the_last_is_there_at_the_closing(lives: tuple[Life, ...]) -> None:
    for life in lives:
        settings = life.desk.settings
        after = [row for row in budget_rows(life.desk.books, settings) if row["jaar"] > settings.last_year]
        assert {(row["jaar"], row["versie"]) for row in after} == {(settings.last_year + 1, "primair")}
        assert all(row["besluitdatum"] <= settings.closing for row in after)


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
