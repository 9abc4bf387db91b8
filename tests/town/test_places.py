"""Every gemeente of 2020 can be made, and one that is made up; no resident or house can be a real one."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.town.conftest import PAIR, Towns
from wijzer import flows
from wijzer.example.town import Settings, gemeente
from wijzer.example.town.gemeenten import codes
from wijzer.example.town.identities import allotted
from wijzer.example.town.places import AGE_CLASSES, Gemeente
from wijzer.example.town.population import Population
from wijzer.standards import code_list

CLASSES = ("k_0Tot15Jaar_8", "k_15Tot25Jaar_9", "k_25Tot45Jaar_10", "k_45Tot65Jaar_11", "k_65JaarOfOuder_12")
EVERY = [gemeente(code) for code in codes()]
OTHERS = [place for place in EVERY if place not in PAIR]


def _by_class(place: Gemeente) -> list[int]:
    return [sum(buurt.residents[at] for buurt in place.buurten) for at in range(len(AGE_CLASSES))]


@pytest.mark.shared
def test_every_gemeente_has_the_residents_and_households_that_cbs_published(shared: Path) -> None:
    with (shared / "opendata" / "kwb2020_gemeenten.csv").open(encoding="utf-8") as file:
        published = {row["Codering_3"].strip()[2:]: row for row in csv.DictReader(file)}
    made = {place.code: place for place in OTHERS}
    assert {*published, "9650"} == {*made, "0293", "0226"}
    for code, row in published.items():
        if code in made:
            place = made[code]
            assert place.name == row["Gemeentenaam_1"].strip()
            assert _by_class(place) == [int(row[name]) for name in CLASSES], place.name
            households = sum(buurt.households for buurt in place.buurten)
            assert households == int(row["HuishoudensTotaal_28"]), place.name
            single = sum(buurt.single for buurt in place.buurten)
            assert single == int(row["Eenpersoonshuishoudens_29"]), place.name


@pytest.mark.shared
def test_the_standard_pair_has_its_own_buurten(shared: Path) -> None:
    with (shared / "opendata" / "westervoort_duiven_kwb2020.csv").open(encoding="utf-8") as file:
        buurten = {row["code"]: row for row in csv.DictReader(file) if row["soort"] == "buurt"}
    for buurt in (buurt for place in PAIR for buurt in place.buurten):
        row = buurten[buurt.code]
        ages = [int(row[name]) for name in ("k0_15", "k15_25", "k25_45", "k45_65", "k65_oo")]
        assert (buurt.name, list(buurt.residents)) == (row["naam"], ages)
        assert (buurt.households, buurt.single) == (int(row["huishoudens"]), int(row["eenpersoons"]))


@pytest.mark.parametrize(
    ("named", "code"),
    [
        ("Súdwest-Fryslân", "1900"),
        ("sudwest-fryslan", "1900"),
        (" GM0518 ", "0518"),
        ("'s-gravenhage", "0518"),
        ("nuenen-gerwen-en-nederwetten", "0820"),
        ("Grootstad", "9650"),
    ],
)
def test_a_gemeente_is_found_by_name_code_or_the_name_of_its_files(named: str, code: str) -> None:
    assert gemeente(named).code == code


def test_an_unknown_gemeente_is_refused_in_dutch() -> None:
    with pytest.raises(ValueError, match="Nergenshuizen kan niet worden gemaakt"):
        gemeente("Nergenshuizen")


def test_made_up_buurten_say_so_and_differ_in_age() -> None:
    for place in OTHERS:
        assert all(re.fullmatch(rf"BU{place.code}X\d\d\d", buurt.code) for buurt in place.buurten)
        assert len({buurt.code for buurt in place.buurten}) == len(place.buurten)
        sizes = [sum(buurt.residents) for buurt in place.buurten]
        assert max(sizes) < 6_000
        assert len(sizes) < 3 or min(sizes) > 1_000, place.name
    old = [buurt.residents[-1] * 100 // sum(buurt.residents) for buurt in gemeente("arnhem").buurten]
    assert max(old) > 2 * min(old)


def test_the_large_town_has_650_000_residents_and_a_code_that_cbs_does_not_use() -> None:
    place = gemeente("grootstad")
    assert place.inhabitants == 650_000
    assert place.code not in {entry.code for entry in code_list("wmo", "CBS_Gemeentecodes").codes}


def test_no_two_gemeenten_share_a_postcode_and_no_house_has_one() -> None:
    settings = Settings((EVERY[0],), last_year=2019, scale=100)
    numbers = sorted(
        (place.postcode_from, place.postcode_from + -(-len(place.buurten) // 3)) for place in EVERY
    )
    assert numbers[0][0] >= 1_000
    assert all(end <= first for (_, end), (first, _) in pairwise(numbers))
    every = [
        address.postcode
        for place in (EVERY[0], *PAIR)
        for home in Population(place, replace(settings, gemeenten=(place,))).households
        for address in home.addresses
    ]
    assert all(postcode[-2:] in {"SA", "SD", "SS"} for postcode in every)


@pytest.mark.parametrize("named", [["arnhem"], ["arnhem", "duiven"], ["westervoort", "nijmegen", "duiven"]])
def test_gemeenten_that_are_made_together_share_no_bsn(named: list[str]) -> None:
    places = tuple(gemeente(name) for name in named)
    parts = sorted(allotted(places, 1).values())
    assert all(end <= first for (_, end), (first, _) in pairwise(parts))
    assert parts[0][0] >= 1
    assert parts[-1][1] <= 1_000_000


def test_people_of_the_standard_pair_have_the_same_bsns_whatever_else_is_made() -> None:
    together = allotted((gemeente("nijmegen"), *PAIR), 1)
    assert allotted(PAIR, 1).items() <= together.items()
    assert allotted(PAIR[:1], 1).items() <= together.items()


@pytest.mark.parametrize(
    "named", [["amsterdam"], ["grootstad", "duiven"], ["utrecht", "eindhoven", "tilburg"]]
)
def test_more_residents_than_there_are_bsns_are_refused_in_dutch(named: list[str]) -> None:
    places = tuple(gemeente(name) for name in named)
    with pytest.raises(ValueError, match="niet genoeg verzonnen BSN's"):
        Settings(places)
    assert Settings(places, scale=3)


def test_a_scale_that_leaves_hardly_anybody_is_refused_in_dutch() -> None:
    with pytest.raises(ValueError, match="te weinig inwoners"):
        Settings((gemeente("schiermonnikoog"),), scale=40)


@pytest.mark.parametrize("named", ["0003", "tubbergen", "rozendaal"])
def test_the_part_of_a_gemeente_is_large_enough_for_all_years(named: str) -> None:
    settings = Settings((gemeente(named),))
    first, end = allotted(settings.gemeenten, 1)[settings.gemeenten[0].code]
    used = len(Population(settings.gemeenten[0], settings).people)
    assert used < (end - first) * 10 // 11


@pytest.mark.long
def test_the_large_town_can_be_lived_with_the_numbers_there_are() -> None:
    population = Population(gemeente("grootstad"), Settings((gemeente("grootstad"),)))
    assert len({person.bsn for person in population.people}) == len(population.people) > 650_000


def test_a_made_up_large_town_is_taken_in_by_a_fresh_workspace_without_a_hand(
    tmp_path: Path, towns: Towns
) -> None:
    workspace = flows.init(tmp_path / "werkmap", ["grootstad"])
    assert workspace.settings.gemeenten == (("9650", "Grootstad"),)
    taken = towns(Settings((gemeente("grootstad"),), 2019, 2019, scale=5_000))
    assert taken.result.taken_in == taken.town.messages + taken.town.tables
    aside = [outcome for outcome in taken.result.outcomes if outcome.status == "set_aside"]
    assert len(aside) == taken.town.set_aside
