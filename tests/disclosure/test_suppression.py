"""The algebra of suppression on its own: what follows from what, and when a set of sums is safe."""

from __future__ import annotations

from wijzer.disclosure.cells import Cell, CellKey, Relation
from wijzer.disclosure.suppression import derivable_cells, withheld_cells


def key(name: str) -> CellKey:
    return CellKey("0293", "proef", "", "2022", name)


def cells(**persons: int) -> dict[CellKey, Cell]:
    return {key(name): Cell(key(name), number) for name, number in persons.items()}


def total(name: str, *parts: str) -> Relation:
    return Relation(key(name), tuple(key(part) for part in parts))


PAIRS = (total("ab", "a", "b"), total("bc", "b", "c"), total("ac", "a", "c"))


def test_three_sums_of_two_give_all_three():
    # a + b = 12, b + c = 14, a + c = 13: dan is a = 5,5, en zo verder: drie vergelijkingen, drie onbekenden.
    unknown = {key("a"), key("b"), key("c")}
    assert derivable_cells(PAIRS, unknown) == unknown
    assert derivable_cells(PAIRS[:2], unknown) == frozenset()


def test_sums_that_are_safe_one_by_one_are_not_safe_together():
    table = cells(a=6, b=6, c=7, ab=12, bc=13, ac=13)
    withheld = withheld_cells(table, PAIRS, 10)
    assert {key("a"), key("b"), key("c")} < withheld
    assert derivable_cells(PAIRS, withheld) & {key("a"), key("b"), key("c")} == frozenset()
    assert len(withheld) == 4


def test_the_cheapest_cell_goes_and_the_total_stays_when_it_can():
    table = cells(a=5, b=40, c=20, abc=65)
    assert withheld_cells(table, [total("abc", "a", "b", "c")], 10) == {key("a"), key("c")}


def test_nothing_is_withheld_without_reason():
    table = cells(a=15, b=40, c=0, abc=55)
    assert withheld_cells(table, [total("abc", "a", "b", "c")], 10) == frozenset()


def test_a_total_of_one_small_part_and_nobody_else_is_small_itself():
    table = cells(a=5, b=0, ab=5)
    assert withheld_cells(table, [total("ab", "a", "b")], 10) >= {key("a"), key("ab")}
