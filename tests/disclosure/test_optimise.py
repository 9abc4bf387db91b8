"""What is withheld beside a sensitive cell: amounts with their counts, zeros, former editions, large sets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from pathlib import Path
from random import Random

import pytest

from tests.disclosure.files import code_lists, publish
from tests.disclosure.published import TOTAL, summed
from wijzer.disclosure.audit import Demand, audit
from wijzer.disclosure.optimise import CannotProtect, Weight, problem_of, suppress, suppress_whole
from wijzer.disclosure.risk import Dominance, Rules
from wijzer.disclosure.tables import Cell, Key, Split, Tables, Variable, beside_former, link, tied, tree

AREA = tree("r", {TOTAL: ("w1", "w2", "w3", "w4")}, TOTAL)
WIJKEN = {"w1": 4, "w2": 30, "w3": 20, "w4": 40}


def at(code: str = TOTAL, variable: str = "n") -> Key:
    return Key(variable, () if code == TOTAL else (("r", code),))


def cells(numbers: Mapping[str, int], **more: object) -> list[Cell]:
    whole = {TOTAL: sum(numbers.values()), **numbers}
    return [Cell(at(code), n, n, **more) for code, n in whole.items()]  # type: ignore[arg-type]


def tables(given: list[Cell]) -> Tables:
    return link(given, [Variable("n")], {"r": AREA})


def withheld(given: list[Cell], rules: Rules, weight: Weight = "personen") -> set[str]:
    plan = suppress_whole(problem_of(tables(given), rules, weight=weight))
    return {dict(key.at).get("r", TOTAL) for key in plan.withheld}


def test_the_smallest_cell_beside_is_lost_when_persons_are_the_weight():
    assert withheld(cells(WIJKEN), Rules()) == {"w1", "w3"}


def test_a_declared_importance_decides_what_is_lost():
    given = [replace(cell, importance=1 if cell.key == at("w4") else 50) for cell in cells(WIJKEN)]
    assert withheld(given, Rules(), "belang") == {"w1", "w4"}


def test_withheld_cells_together_are_enough_persons():
    # w1 en w2 samen zijn 8: wie het totaal en de rest kent, kent die groep van 8.
    few = {"w1": 4, "w2": 4, "w3": 20, "w4": 40}
    assert withheld(cells(few), Rules()) == {"w1", "w2", "w3"}
    assert withheld(cells(few), Rules(together=False)) == {"w1", "w2"}


def test_empty_cells_are_withheld_beside_or_stay_as_the_rules_say():
    empty = {"w1": 4, "w2": 0, "w3": 20, "w4": 40}
    assert withheld(cells(empty), Rules()) == {"w1", "w2", "w3"}
    assert withheld(cells(empty), Rules(zeros="blijven")) == {"w1", "w3"}


def test_nobody_of_a_known_group_is_withheld_and_protected():
    given = [
        replace(cell, population=25) if cell.key == at("w2") else cell for cell in cells(WIJKEN | {"w1": 15})
    ]
    none = [replace(cell, value=0, persons=0) if cell.key == at("w2") else cell for cell in given]
    total = [replace(cell, value=75, persons=75) if cell.key == at() else cell for cell in none]
    assert withheld(total, Rules(group=40)) == {"w1", "w2"}


def test_an_amount_is_withheld_with_the_count_that_it_tells():
    counts = cells(WIJKEN)
    money = [Cell(at(c.key.code(AREA) or "", "cent"), c.value * 4_000, c.persons) for c in counts]
    rates = [r for c in counts for r in tied(at(c.key.code(AREA) or "", "cent"), c.key, 4_000, 4_000)]
    both = link([*counts, *money], [Variable("n"), Variable("cent", counts=False)], {"r": AREA}, rates)
    plan = suppress(problem_of(both, Rules()))
    hidden = {
        key.variable: {k.at for k in plan.withheld if k.variable == key.variable} for key in plan.withheld
    }
    assert hidden["n"] == hidden["cent"] == {at("w1").at, at("w3").at}


def test_money_of_one_dominating_provider_is_protected_to_its_level():
    shares = {"w1": (900, 50, 50), "w2": (300, 300, 300), "w3": (90, 60, 50), "w4": (700, 600, 700)}
    given = [Cell(at(code, "cent"), sum(each), 50, contributions=each) for code, each in shares.items()]
    given.append(Cell(at(TOTAL, "cent"), sum(cell.value for cell in given), 200))
    made = link(given, [Variable("cent", counts=False)], {"r": AREA})
    plan = suppress(problem_of(made, Rules(dominance=Dominance(1, 70)), weight="waarde"))
    # 900 van 1000: de bovengrens moet 900 / 0,7 - 1000 = 286 hoger liggen; w3 (200) kan niet zo ver dalen.
    assert plan.primary[at("w1", "cent")].reason == "overheersing"  # type: ignore[union-attr]
    assert plan.secondary == {at("w2", "cent")}


def test_cells_that_overlap_protect_each_other_less_than_a_sum_would():
    overlap = Variable("n", overlaps=frozenset({"r"}))
    given = [Cell(at(TOTAL), 50, 50), *(Cell(at(code), n, n) for code, n in WIJKEN.items())]
    plan = suppress(problem_of(link(given, [overlap], {"r": AREA}), Rules()))
    assert plan.withheld == {at("w1")}


def test_what_was_published_stays_known():
    former = {at("w3"): 20, at("w4"): 40, at("w2"): 31}
    given = list(beside_former(cells(WIJKEN), former))
    assert [cell.status for cell in given if cell.key != at()] == ["vrij", "vrij", "getoond", "getoond"]
    assert withheld(given, Rules()) == {"w1", "w2"}


def test_what_follows_from_what_was_published_cannot_be_protected():
    former = {at(code): n for code, n in WIJKEN.items() if code != "w1"} | {at(): 94}
    with pytest.raises(CannotProtect, match="r w1"):
        withheld(list(beside_former(cells(WIJKEN), former)), Rules())


def test_what_was_withheld_before_stays_withheld():
    enough = WIJKEN | {"w1": 14}
    assert withheld(cells(enough), Rules()) == set()
    given = list(beside_former(cells(enough), {at("w1"): None, at("w3"): None}))
    problem = problem_of(tables(given), Rules())
    assert suppress_whole(problem).secondary == {at("w1"), at("w3")}
    alone = list(beside_former(cells(enough), {at("w1"): None}))
    assert withheld(alone, Rules()) == {"w1", "w3"}


def medium(random: Random):
    """Five wijken of three buurten beside own areas that cross them, by four age classes."""
    wijken = tuple(f"w{n}" for n in range(5))
    inside = {wijk: tuple(f"{wijk}b{n}" for n in range(3)) for wijk in wijken}
    buurten = tuple(buurt for wijk in wijken for buurt in inside[wijk])
    area = tree("r", {TOTAL: wijken, **inside}, TOTAL)
    own = {"g1": buurten[:4], "g2": buurten[4:10], "g3": buurten[10:]}
    area = area.also([Split(TOTAL, tuple(own)), *(Split(code, parts) for code, parts in own.items())])
    ages = ("a1", "a2", "a3", "a4")
    dimensions = {"r": area, "c": tree("c", {TOTAL: ages}, TOTAL)}
    leaves = {place: int(random.expovariate(1 / 12)) for place in product(buurten, ages)}
    return dimensions, summed(dimensions, leaves)


def test_a_larger_set_is_protected_quickly_with_its_gap_and_passes_the_auditor(tmp_path: Path, seed: int):
    dimensions, made = medium(Random(seed))
    problem = problem_of(made, Rules(width=4))
    plan = suppress(problem, few=0)
    assert 0 < plan.bound <= plan.cost
    assert 0 <= plan.gap < 1
    whole = suppress_whole(problem, few=0)
    rows = publish(tmp_path, made, whole.withheld, list(dimensions))
    report = audit(rows, code_lists(dimensions), Demand(width=4))
    assert report.passed, report.text
    # Everything that is sensitive shown as well: the auditor sees it.
    narrow = publish(tmp_path, made, plan.primary.keys(), list(dimensions))
    assert not audit(narrow, code_lists(dimensions), Demand(width=4)).passed


def test_the_same_tables_give_the_same_choice(seed: int):
    _, made = medium(Random(seed))
    first, second = (suppress(problem_of(made, Rules()), few=0) for _ in range(2))
    assert first == second
