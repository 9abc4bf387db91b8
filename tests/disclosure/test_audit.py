"""The auditor reads published files as an outsider does, and refuses what tells too much."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from pathlib import Path
from random import Random

import pytest

from tests.disclosure.files import code_lists, numbers, publish, write
from tests.disclosure.published import AREAS, TOTAL, drawn_leaves, made_of, summed
from tests.disclosure.results import ALL, stays
from wijzer.disclosure import protect_all
from wijzer.disclosure.audit import (
    Demand,
    Public,
    Ratio,
    Unreadable,
    Unsafe,
    audit,
    cbs_areas,
    read_code_list,
    read_published,
    refuse_unless_safe,
)
from wijzer.disclosure.audit.bounds import islands
from wijzer.disclosure.audit.system import system_of
from wijzer.disclosure.optimise import CannotProtect, problem_of, suppress, suppress_whole
from wijzer.disclosure.risk import Rules
from wijzer.disclosure.tables import Dimension, Split, Variable, link
from wijzer.publications.files import as_csv

WIJKEN = Public({"gebied": {"": (("w1", "w2", "w3"),), "w1": (("b1", "b2"),)}})


def row(waarde: int | None, gebied: str = "", **more: str) -> dict[str, str | int | None]:
    return {"gebied": gebied, "waarde": waarde, **more}


def kinds(report):
    return {(finding.kind, finding.low, finding.high) for finding in report.findings}


def test_one_withheld_wijk_follows_from_the_others(tmp_path: Path):
    report = audit(numbers(tmp_path, "1", [row(60), row(None, "w1"), row(20, "w2"), row(36, "w3")]), WIJKEN)
    assert kinds(report) == {("te_smal", 4, 4)}
    assert "gebied w1" in report.text
    assert "precies 4" in report.text
    with pytest.raises(Unsafe, match="Niet publiceren"):
        refuse_unless_safe(report)


def test_two_withheld_wijken_of_enough_persons_are_safe(tmp_path: Path):
    report = audit(numbers(tmp_path, "1", [row(60), row(None, "w1"), row(None, "w2"), row(36, "w3")]), WIJKEN)
    assert report.passed
    assert (report.hidden, report.in_whole_numbers) == (2, 2)
    refuse_unless_safe(report)


def test_two_withheld_wijken_that_are_together_a_small_group_are_refused(tmp_path: Path):
    report = audit(numbers(tmp_path, "1", [row(44), row(None, "w1"), row(None, "w2"), row(36, "w3")]), WIJKEN)
    assert kinds(report) == {("samen", 8, 8)}


def test_what_is_left_of_a_wijk_is_a_group_that_stands_nowhere(tmp_path: Path):
    published = [row(60), row(25, "w1"), row(15, "w2"), row(20, "w3"), row(22, "b1")]
    report = audit(numbers(tmp_path, "1", published), WIJKEN)
    assert kinds(report) == {("rest", 3, 3)}
    assert "gebied b2" in report.text


def test_own_areas_betray_the_buurten_between_that_nobody_published(tmp_path: Path):
    wijken = {"": (("w1", "w2"), ("g1", "g2")), "w1": (AREAS[:2],), "w2": (AREAS[2:],)}
    crossing = wijken | {"g1": (AREAS[:3],), "g2": (AREAS[3:],)}
    published = [row(60), row(20, "w1"), row(40, "w2"), row(24, "g1"), row(36, "g2")]
    report = audit(numbers(tmp_path, "1", published), Public({"gebied": crossing}))
    assert ("rest", 4, 4) in kinds(report)
    assert "gebied b3" in report.text
    assert audit(numbers(tmp_path, "1", published), Public({"gebied": wijken})).passed


def test_quarters_and_laws_need_no_code_list(tmp_path: Path):
    quarters = [row(20 + n, periode=f"2022-Q{n}") for n in (1, 2, 3)]
    report = audit(numbers(tmp_path, "1", [row(70), *quarters, row(None, periode="2022-Q4")]), Public())
    assert kinds(report) == {("te_smal", 4, 4)}
    laws = [row(70), row(66, wet="wmo"), row(None, wet="jw")]
    assert kinds(audit(numbers(tmp_path, "2", laws), Public())) == {("te_smal", 4, 4)}


def test_a_year_of_a_stock_is_its_last_quarter(tmp_path: Path):
    published = numbers(tmp_path, "1", [row(14), row(None, periode="2022-Q4")])
    assert audit(published, Public()).passed
    assert kinds(audit(published, Public(stocks=frozenset({"proef"})))) == {("te_smal", 14, 14)}


def test_cells_that_overlap_give_bounds_and_no_sum(tmp_path: Path):
    published = numbers(tmp_path, "1", [row(60), row(None, "w1"), row(20, "w2"), row(36, "w3")])
    overlaps = replace(WIJKEN, overlaps={"proef.clienten": frozenset({"gebied"})})
    assert audit(published, overlaps).passed
    narrow = numbers(tmp_path, "2", [row(2), row(None, "w1"), row(1, "w2"), row(1, "w3")])
    assert kinds(audit(narrow, overlaps)) == {("te_smal", 0, 2)}


def test_residents_that_everybody_knows_make_an_interval_narrow(tmp_path: Path):
    # w1 en w2 samen 24 cliënten; in w2 wonen 15 mensen, in w1 tien: dan zijn het er minstens 9 en 14.
    published = numbers(tmp_path, "1", [row(60), row(None, "w1"), row(None, "w2"), row(36, "w3")])
    residents = {(("gebied", "w1"),): 10, (("gebied", "w2"),): 15}
    report = audit(published, replace(WIJKEN, residents=residents, persons=frozenset({"proef.clienten"})))
    assert kinds(report) == {("te_smal", 9, 10), ("te_smal", 14, 15)}


def test_a_number_that_the_former_edition_showed_stays_known(tmp_path: Path):
    first = numbers(tmp_path, "1", [row(60), row(12, "w1"), row(12, "w2"), row(36, "w3")])
    second = numbers(tmp_path, "2", [row(60), row(None, "w1"), row(None, "w2"), row(36, "w3")])
    assert audit(second, WIJKEN).passed
    report = audit([*first, *second], WIJKEN)
    assert kinds(report) == {("te_smal", 12, 12)}
    assert {place.edition for finding in report.findings for place in finding.places} == {"2"}


def test_two_editions_that_each_withhold_another_pair_betray_both(tmp_path: Path):
    first = numbers(tmp_path, "1", [row(60), row(None, "w1"), row(None, "w2"), row(36, "w3")])
    second = numbers(tmp_path, "2", [row(60), row(None, "w1"), row(20, "w2"), row(None, "w3")])
    assert audit(first, WIJKEN).passed
    assert audit(second, WIJKEN).passed
    assert {finding.low for finding in audit([*first, *second], WIJKEN).findings} == {4, 20, 36}


def test_editions_that_contradict_each_other_are_read_apart_and_that_is_said(tmp_path: Path):
    first = numbers(tmp_path, "1", [row(60), row(None, "w1"), row(None, "w2"), row(36, "w3")])
    second = numbers(tmp_path, "2", [row(None), row(12, "w1"), row(17, "w2"), row(36, "w3")])
    report = audit([*first, *second], WIJKEN)
    assert report.editions_apart
    assert "spreken elkaar tegen" in report.text


def test_a_mean_beside_its_sum_tells_the_count(tmp_path: Path):
    # 61,65 uur en gemiddeld 6,85 uur per week: dat zijn 9 cliënten.
    published = numbers(
        tmp_path,
        "1",
        [
            row(None),
            {"naam": "uren", "eenheid": "uur", "waarde": "61,65"},
            {"soort": "cijfer", "naam": "gemiddelde", "eenheid": "uur per week", "waarde": "6,85"},
        ],
    )
    assert audit(published, Public()).passed
    mean = Ratio("uren", "clienten", 1.0, 2)
    assert kinds(audit(published, Public(ratios={"proef.gemiddelde": mean}))) == {("te_smal", 9, 9)}


def test_numbers_that_cannot_be_true_are_refused(tmp_path: Path):
    report = audit(numbers(tmp_path, "1", [row(60), row(30, "w1"), row(20, "w2"), row(36, "w3")]), WIJKEN)
    assert [finding.kind for finding in report.findings] == ["tegenspraak"]


def test_whole_numbers_tell_more_than_fractions(tmp_path: Path):
    # Elke twee van a, b en c zijn samen hooguit 1. Met breuken zijn de drie samen hooguit 1,5, in hele
    # getallen hooguit 1; zo ook d, e en f. Alle zes zijn dan hooguit 2, en niet 3.
    pairs = {one + other: (one, other) for three in ("abc", "def") for one, other in combinations(three, 2)}
    lists = {"gebied": {"": (tuple("abcdef"),), **{name: (parts,) for name, parts in pairs.items()}}}
    residents = {(("gebied", name),): 1 for name in pairs}
    public = Public(lists, residents=residents, persons=frozenset({"proef.clienten"}))
    published = numbers(tmp_path, "1", [row(None), *(row(None, code) for code in (*pairs, *"abcdef"))])
    whole = published[0].place

    def of_all(few: int) -> list[tuple[float, float]]:
        found = audit(published, public, Demand(width=3, few=few)).findings
        return [(finding.low, finding.high) for finding in found if finding.places == (whole,)]

    assert of_all(few=0) == []
    assert of_all(few=150) == [(0, 2)]


def test_code_lists_are_read_from_public_files(tmp_path: Path):
    file = tmp_path / "codes.csv"
    lines = ["dimensie;indeling;code;deel", "gebied;wijken;;w1", "gebied;wijken;;w2", "gebied;eigen;;g1"]
    file.write_text("\n".join(lines), encoding="utf-8")
    assert read_code_list(file) == {"gebied": {"": (("w1", "w2"), ("g1",))}}
    areas = cbs_areas(["WK029301", "WK029302", "BU02930101", "BU02930102", "BU02930201"])
    assert areas[""] == (("WK029301", "WK029302"),)
    assert areas["WK029301"] == (("BU02930101", "BU02930102"),)


def test_a_file_that_lacks_a_column_or_says_something_twice_is_refused(tmp_path: Path):
    with pytest.raises(Unreadable, match="twee keer"):
        numbers(tmp_path, "1", [row(60), row(61)])
    file = tmp_path / "x.csv"
    file.write_text("indicator;waarde\nproef;3\n", encoding="utf-8")
    with pytest.raises(Unreadable, match="ontbreekt"):
        read_published(file, "1")
    with pytest.raises(Unreadable, match="geen getal"):
        read_published(write(file, [{"waarde": "veel", "stand": "getoond"}]), "1")


def test_a_relation_that_the_suppression_does_not_know_makes_the_auditor_refuse(tmp_path: Path):
    leaves = {("b1",): 2, ("b2",): 30, ("b3",): 11, ("b4",): 15}
    whole = Dimension("r", (Split(TOTAL, AREAS), Split(TOTAL, ("w1", "w2"))), TOTAL)
    whole = whole.also([Split("w1", AREAS[:2]), Split("w2", AREAS[2:])])
    known = Dimension("r", tuple(split for split in whole.splits if split.total == TOTAL), TOTAL)
    truth = summed({"r": whole}, leaves)
    rules = Rules(minimum=10, width=3)
    for dimension, passes in ((whole, True), (known, False)):
        tables = link(truth.cells.values(), [Variable("n")], {"r": dimension})
        plan = suppress(problem_of(tables, rules))
        report = audit(publish(tmp_path, tables, plan.withheld, ["r"]), code_lists({"r": whole}))
        assert report.passed == passes, report.text
    assert any(finding.low == finding.high == 2 for finding in report.findings)


def worlds(leaves, hidden, shown_sums):
    """Every whole-numbered world of the hidden leaves that fits the shown sums."""
    highest = {
        leaf: min(
            (
                total - sum(leaves[other] for other in inside if other not in hidden)
                for inside, total in shown_sums
                if leaf in inside
            ),
            default=None,
        )
        for leaf in hidden
    }
    if None in highest.values() or any(top > 40 for top in highest.values()):
        return None
    size = 1
    for top in highest.values():
        size *= top + 1
    if size > 4000:
        return None
    found = []
    for values in product(*(range(highest[leaf] + 1) for leaf in hidden)):
        world = leaves | dict(zip(hidden, values, strict=True))
        if all(sum(world[leaf] for leaf in inside) == total for inside, total in shown_sums):
            found.append(world)
    return found


def test_the_auditor_agrees_with_every_world_tried(tmp_path: Path, seed: int):
    random = Random(seed + 7)
    compared = 0
    for _ in range(40):
        dimensions, leaves = drawn_leaves(random)
        below, tables = made_of(dimensions, leaves), summed(dimensions, leaves)
        withheld = {key for key, cell in tables.cells.items() if cell.value < 5 or random.random() < 0.15}
        shown = [(below[key], cell.value) for key, cell in tables.cells.items() if key not in withheld]
        fixed = {inside[0] for inside, _ in shown if len(inside) == 1}
        possible = worlds(leaves, [leaf for leaf in leaves if leaf not in fixed], shown)
        if not possible:
            continue
        system = system_of(publish(tmp_path, tables, withheld, list(dimensions)), code_lists(dimensions))
        intervals = {}
        for island in islands(system):
            island.whole()
            intervals |= island.intervals([p for p in island.places if system.numbers[p].low is None], {})
        for key in withheld:
            (place,) = [p for p in intervals if p.at == tuple(sorted((*key.at, ("periode", "2022"))))]
            values = [sum(world[leaf] for leaf in below[key]) for world in possible]
            assert (intervals[place].low, intervals[place].high) == (min(values), max(values)), place
            compared += 1
    assert compared > 60


def test_what_the_suppression_lets_through_the_auditor_lets_through(tmp_path: Path, seed: int):
    random = Random(seed + 8)
    published = 0
    for _ in range(40):
        dimensions, leaves = drawn_leaves(random)
        tables = summed(dimensions, leaves)
        try:
            plan = suppress_whole(problem_of(tables, Rules(minimum=5, width=4)), few=random.choice((0, 400)))
        except CannotProtect:
            continue
        rows = publish(tmp_path, tables, plan.withheld, list(dimensions))
        report = audit(rows, code_lists(dimensions), Demand(width=4, minimum=5, few=0))
        assert report.passed, report.text
        published += bool(plan.withheld)
    assert published > 15


def test_of_what_is_published_today_nothing_can_be_recovered(tmp_path: Path, seed: int):
    random = Random(seed + 10)
    hidden = 0
    for _ in range(12):
        laws = {law: [random.choice((0, 2, 5, 8, 15, 30)) for _ in range(4)] for law in ("jw", "wmo")}
        results = [
            stays(periode, n * 30, n, wet=law)
            for law, counts in laws.items()
            for periode, n in (*((f"2022-Q{q}", n) for q, n in enumerate(counts, 1)), ("2022", sum(counts)))
        ]
        whole = sum(map(sum, laws.values()))
        values = protect_all(ALL, [*results, stays("2022", whole * 30, whole, wet=None)])
        file = tmp_path / "waarden.csv"
        file.write_text(as_csv(values, {"0293": "Westervoort"}), encoding="utf-8", newline="")
        report = audit(read_published(file, "1"), Public(), Demand(width=1, share=1))
        assert report.passed, report.text
        hidden += report.hidden
    assert hidden > 50
