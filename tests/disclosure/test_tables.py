"""Which numbers bind each other: splits, shared margins, parts that nobody offers, cells that overlap."""

from __future__ import annotations

import pytest

from wijzer.disclosure.tables import (
    Cell,
    Dimension,
    Key,
    Relation,
    Split,
    Variable,
    adds_up,
    combinations,
    key,
    laws,
    link,
    periods,
    tied,
    tree,
)

AREA = tree("gebied", {"gemeente": ("w1", "w2"), "w1": ("b1", "b2"), "w2": ("b3", "b4")}, "gemeente")
AGE = tree("leeftijd", {"alle": ("jong", "oud")}, "alle")
DIMENSIONS = {"gebied": AREA, "leeftijd": AGE}
CLIENTS = Variable("clienten")


def at(**codes: str) -> Key:
    return key("clienten", DIMENSIONS, codes)


def cells(**numbers: int) -> list[Cell]:
    return [Cell(at(gebied=code), number, number) for code, number in numbers.items()]


def linked(given: list[Cell], area: Dimension = AREA, variable: Variable = CLIENTS):
    return link(given, [variable], {"gebied": area, "leeftijd": AGE})


def test_the_margin_of_one_table_is_the_cell_of_another():
    assert at(gebied="w1", leeftijd="alle") == at(gebied="w1")
    assert at(gebied="gemeente", leeftijd="alle") == at()


def test_a_hierarchy_binds_gemeente_wijken_and_buurten():
    tables = linked(cells(gemeente=10, w1=4, w2=6, b1=1, b2=3))
    assert set(tables.relations) == {
        adds_up(at(), (at(gebied="w1"), at(gebied="w2"))),
        adds_up(at(gebied="w1"), (at(gebied="b1"), at(gebied="b2"))),
    }


def test_own_areas_that_cross_wijken_are_bound_through_the_buurten():
    own = AREA.also([Split("gemeente", ("g1", "g2")), Split("g1", ("b1", "b2", "b3")), Split("g2", ("b4",))])
    published = cells(gemeente=10, w1=4, w2=6, g1=7, g2=3)
    with pytest.raises(ValueError, match="cross: the number of"):
        linked(published, own)
    unseen = [Cell(at(gebied=code), n, n, offered=False) for code, n in (("b1", 1), ("b2", 3))]
    tables = linked([*published, *unseen], own)
    b3, b4 = tables.cells[at(gebied="b3")], tables.cells[at(gebied="b4")]
    assert (b3.value, b4.value, b3.offered) == (3, 3, False)


def test_wijken_of_which_only_the_buurten_are_shown_take_part_as_well():
    tables = linked(cells(gemeente=10, w2=6, b1=1, b2=3))
    w1 = tables.cells[at(gebied="w1")]
    assert (w1.value, w1.offered) == (4, False)


def test_what_is_left_of_a_sum_is_a_cell_that_nobody_offers():
    wide = tree("gebied", {"gemeente": ("w1", "w2", "w3")}, "gemeente")
    tables = linked(cells(gemeente=10, w1=4), wide)
    rest = next(cell for cell in tables.cells.values() if not cell.offered)
    assert (rest.value, rest.persons) == (6, 6)
    assert tables.relations == (adds_up(at(), (at(gebied="w1"), rest.key)),)


def test_cells_that_overlap_are_bound_by_bounds_and_by_no_sum():
    tables = linked(
        cells(gemeente=10, w1=7, w2=6), variable=Variable("clienten", overlaps=frozenset({"gebied"}))
    )
    assert not any(relation.equation for relation in tables.relations)
    assert Relation(((at(), -1), (at(gebied="w1"), 1), (at(gebied="w2"), 1)), 0, None) in tables.relations
    assert Relation(((at(), 1), (at(gebied="w1"), -1)), 0, None) in tables.relations


def test_combinations_make_cells_that_overlap_exact():
    # 4 clients have A only, 2 have B only, 1 has both: A counts 5, B counts 3, together they are 7.
    provider = combinations("aanbieder", "alle", [("A",), ("B",), ("A", "B")])
    dimensions = {"aanbieder": provider}
    counts = {"alle": 7, "A": 5, "B": 3, "=A": 4, "=B": 2, "=A+B": 1}
    given = [
        Cell(key("clienten", dimensions, {"aanbieder": code}), n, n, offered=not code.startswith("="))
        for code, n in counts.items()
    ]
    tables = link(given, [CLIENTS], dimensions)
    assert len(tables.relations) == 3
    assert all(relation.equation for relation in tables.relations)


def test_numbers_that_contradict_each_other_are_refused():
    with pytest.raises(ValueError, match="contradict"):
        linked(cells(gemeente=10, w1=5, w2=6))
    with pytest.raises(ValueError, match="contradict"):
        linked(cells(gemeente=10, w1=11))
    with pytest.raises(ValueError, match="twice"):
        linked([Cell(at(), 1, 1), Cell(at(), 2, 2)])


def test_a_code_is_no_part_of_itself():
    with pytest.raises(ValueError, match="part of itself"):
        tree("gebied", {"a": ("b",), "b": ("a",)})


def test_a_flow_over_a_year_is_its_quarters_and_a_stock_its_last_quarter():
    flow = periods(["2021-2022", "2022", "2022-Q4"], stock=False)
    assert flow.of("2022")[0].parts == ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4")
    assert flow.of("2021-2022")[0].parts == ("2021", "2022")
    assert periods(["2022"], stock=True).of("2022") == (Split("2022", ("2022-Q4",)),)


def test_two_sets_of_years_leave_the_years_between():
    found = periods(["2019-2022", "2020-2021"], stock=False).of("2019-2022")
    assert Split("2019-2022", ("2020-2021", "2019", "2022")) in found


def test_the_laws_together_are_the_whole():
    assert laws().of("alles") == (Split("alles", ("jw", "wmo")),)


def test_an_amount_and_its_count_are_bound_by_the_tariff():
    amount, count = Key("euro", ()), Key("dagdelen", ())
    values = {amount: 4200, count: 100}
    assert all(relation.holds(values) for relation in tied(amount, count, 40, 45))
    assert not all(relation.holds(values) for relation in tied(amount, count, 43, 45))
