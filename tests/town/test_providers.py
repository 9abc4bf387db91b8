"""Providers differ in character, and after July 2020 there are as many fewer as the region contracted."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.town.conftest import PAIR
from wijzer.example.town import Settings
from wijzer.example.town.catalogue import CONTRACTS
from wijzer.example.town.providers import EXCELLENT, FULL, PROVIDERS, Character, choose

SETTINGS = Settings(PAIR)
BEFORE, AFTER = date(2020, 3, 2), CONTRACTS
FORMS = {
    "Wmo Hulp bij huishouden": {"huishouden", "schoon huis"},
    "Wmo Beschermd wonen": {"beschermd wonen"},
    "Verblijf Jeugd": {"gezinshuis", "terreinverblijf"},
    "Jeugdbescherming": {"jeugdbescherming"},
    "Behandeling Jeugd": {"behandeling", "dyslexie"},
    "Begeleiding Wmo Jeugd": {"begeleiding", "ambulant"},
    "Groepsbegeleiding Wmo Jeugd": {"dagbesteding", "dagbehandeling"},
}
"""Forms of care of the source, and the products of the town. Activerend werk is no care of both laws."""
SCALE = 10


@pytest.mark.shared
def test_one_in_ten_of_the_providers_of_the_region_is_there_before_and_after_july_2020(shared: Path) -> None:
    path = shared / "samen-sterk" / "aanbieders_vermindering.csv"
    with path.open(encoding="utf-8") as file:
        rows = {row["zorgvorm"]: row for row in csv.DictReader(file, delimiter=";")}
    for form, products in FORMS.items():
        here = [one for one in PROVIDERS if one.product in products]
        assert abs(len(here) - int(rows[form]["tot_juli_2020"]) / SCALE) <= 0.5, form
        staying = sum(one.stays for one in here)
        assert abs(staying - int(rows[form]["na_juli_2020"]) / SCALE) <= 0.6, form


def test_agb_codes_are_invented_and_each_given_once() -> None:
    codes = [one.agb for one in PROVIDERS]
    assert len(set(codes)) == len(codes)
    assert all(len(code) == 8 and code.startswith("4297") for code in codes)


def test_every_product_keeps_a_provider_and_every_character_is_there() -> None:
    for product in {one.product for one in PROVIDERS}:
        assert any(one.stays for one in PROVIDERS if one.product == product)
    assert {one.character.name for one in PROVIDERS} == {
        "gemiddeld", "grondig", "traag", "zwijgend", "maximaal", "verlengt", "uitblinker", "vol",
    }  # fmt: skip


def test_new_contracts_only_move_clients_of_providers_that_lost_theirs() -> None:
    moved = 0
    for client in range(2_000):
        without = choose(SETTINGS, "behandeling", BEFORE, client)
        chosen = choose(SETTINGS, "behandeling", AFTER, client)
        assert chosen.stays
        if without.stays:
            assert chosen == without
        moved += chosen != without
    assert moved > 300


def test_without_the_new_contracts_everybody_stays_where_they_were() -> None:
    kept = Settings(PAIR, without=frozenset({"minder_aanbieders"}))
    for client in range(300):
        assert choose(kept, "ambulant", AFTER, client) == choose(kept, "ambulant", BEFORE, client)


def test_most_clients_are_with_a_few_providers() -> None:
    counts: dict[str, int] = {}
    for client in range(3_000):
        agb = choose(SETTINGS, "ambulant", BEFORE, client).agb
        counts[agb] = counts.get(agb, 0) + 1
    order = sorted(counts.values(), reverse=True)
    assert sum(order[:6]) > 0.5 * sum(order)
    assert len(order) == 30


def _mean_wait(character: Character) -> float:
    return sum(weeks * weight for weeks, weight in character.waits) / sum(
        weight for _, weight in character.waits
    )


def test_a_full_provider_lets_wait_by_its_own_draw() -> None:
    others = {one.character.name: one.character for one in PROVIDERS if one.character is not FULL}
    assert _mean_wait(FULL) > 8
    assert all(_mean_wait(one) == 0 and one.lost < FULL.lost for one in others.values())


def test_who_excels_does_so_for_one_age_only() -> None:
    excellent = [one for one in PROVIDERS if one.character is EXCELLENT]
    assert {one.excels_at(8) for one in excellent} == {True, False}
    assert not any(one.excels_at(8) and one.excels_at(15) for one in excellent)
    assert not any(one.excels_at(8) for one in PROVIDERS if one.character is not EXCELLENT)
