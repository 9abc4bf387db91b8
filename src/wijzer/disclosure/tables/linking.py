"""Linking: the relations between all cells that are published together, from the splits of dimensions.

Two tables that share a margin share its cell, since a key names no dimension that is "all together". So
hierarchical and linked tables are one set of relations, protected at once (de Wolf & Giessing, Adjusting
the tau-ARGUS modular approach to deal with linked tables, 2009, show what goes wrong one table at a time).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from wijzer.disclosure.tables.cell import Cell, Key, Variable
from wijzer.disclosure.tables.dimension import Dimension, Split
from wijzer.disclosure.tables.relation import Relation, adds_up, overlapping


@dataclass(frozen=True, slots=True)
class Tables:
    """All cells by key, those that are not offered included, and the relations between them."""

    cells: Mapping[Key, Cell]
    relations: tuple[Relation, ...]
    variables: Mapping[str, Variable]


def link(
    cells: Iterable[Cell],
    variables: Iterable[Variable],
    dimensions: Mapping[str, Dimension],
    more: Iterable[Relation] = (),
) -> Tables:
    """Derive the relations between cells; ``more`` are relations that no dimension tells of.

    Numbers that nobody offers but that bind others take part too: a wijk whose buurten are published.
    Of a split of which only some parts are there, the others become one cell that is not offered: the
    rest, which a reader gets by subtraction. Raises ValueError for a cell that is there twice with
    different content, a cell of an unknown variable, numbers that contradict a relation, and areas that
    cross each other within cells that were not given (give these as cells that are not offered).
    """
    known: dict[Key, Cell] = {}
    named = {variable.name: variable for variable in variables}
    for cell in cells:
        if known.setdefault(cell.key, cell) != cell:
            raise ValueError(f"{cell.key.label}: twice, with different content")
        if cell.key.variable not in named:
            raise ValueError(f"{cell.key.label}: the variable is not declared")
    ways = [(named[name], dimension) for name in named for dimension in dimensions.values()]
    _complete(known, ways)
    _refuse_what_crosses(known, ways)
    found: dict[Relation, None] = {}
    # Twice: the first time adds the rests, which bind each other in other dimensions the second time.
    for total, variable, dimension, split in tuple(_divided(known, ways)):
        _between(known, variable, dimension, total, split)
    for total, variable, dimension, split in tuple(_divided(known, ways)):
        for relation in _between(known, variable, dimension, total, split):
            found.setdefault(relation)
    for relation in more:
        found.setdefault(relation)
    values = {key: cell.value for key, cell in known.items()}
    for relation in found:
        if not relation.holds(values):
            raise ValueError(f"these numbers contradict each other: {_labels(relation)}")
    return Tables(known, tuple(found), named)


Ways = Sequence[tuple[Variable, Dimension]]


def _divided(known: Mapping[Key, Cell], ways: Ways) -> Iterator[tuple[Cell, Variable, Dimension, Split]]:
    """Yield every cell with every way in which it is divided."""
    for total in known.values():
        for variable, dimension in ways:
            code = total.key.code(dimension) if variable.name == total.key.variable else None
            for split in dimension.of(code) if code is not None else ():
                yield total, variable, dimension, split


def _complete(known: dict[Key, Cell], ways: Ways) -> None:
    """Add the cells that follow from others: the one part that is not there, the total of all parts."""
    exact = [(variable, dimension) for variable, dimension in ways if dimension.name not in variable.overlaps]
    before = -1
    while before != len(known):
        before = len(known)
        for total, _, dimension, split in tuple(_divided(known, exact)):
            parts = [total.key.moved(dimension, code) for code in split.parts]
            present = tuple(part for part in parts if part in known)
            if len(present) == len(parts) - 1:
                rest = _rest(known, dimension, total, split, present)
                known.setdefault(rest.key, rest)
        for part in tuple(known):
            for variable, dimension in exact:
                if variable.name == part.variable:
                    _sums(known, dimension, part)


def _refuse_what_crosses(known: Mapping[Key, Cell], ways: Ways) -> None:
    """Raise ValueError when areas cross each other within cells of which nobody told the number."""
    seen: dict[Key, Key] = {}
    for total, _, dimension, split in _divided(known, ways):
        for part in (total.key.moved(dimension, code) for code in split.parts):
            if part not in known and seen.setdefault(part, total.key) != total.key:
                raise ValueError(
                    f"{total.key.label} and {seen[part].label} cross: the number of {part.label} is needed"
                )


def _sums(known: dict[Key, Cell], dimension: Dimension, part: Key) -> None:
    """Add the totals that nobody offers, when all parts are there and the total is itself part of another."""
    for split in dimension.within(part.code(dimension) or ""):
        total = part.moved(dimension, split.total)
        parts = [part.moved(dimension, code) for code in split.parts]
        linked = dimension.within(split.total) or len(dimension.of(split.total)) > 1
        if total not in known and linked and all(other in known for other in parts):
            cells = [known[other] for other in parts]
            known[total] = Cell(
                total, sum(c.value for c in cells), sum(c.persons for c in cells), offered=False
            )


def _between(
    known: dict[Key, Cell], variable: Variable, dimension: Dimension, total: Cell, split: Split
) -> tuple[Relation, ...]:
    parts = tuple(total.key.moved(dimension, code) for code in split.parts)
    present = tuple(part for part in parts if part in known)
    if not present:
        return ()
    whole = len(present) == len(parts)
    if dimension.name in variable.overlaps:
        return overlapping(total.key, present, whole=whole)
    if whole:
        return (adds_up(total.key, present),)
    rest = _rest(known, dimension, total, split, present)
    known.setdefault(rest.key, rest)
    return (adds_up(total.key, (*present, rest.key)),)


def _rest(
    known: Mapping[Key, Cell], dimension: Dimension, total: Cell, split: Split, present: tuple[Key, ...]
) -> Cell:
    shown = [known[part] for part in present]
    value = total.value - sum(cell.value for cell in shown)
    if value < 0:
        raise ValueError(f"these numbers contradict each other: {total.key.label} is less than its parts")
    persons = max(total.persons - sum(cell.persons for cell in shown), 1 if value else 0)
    left = [
        code for code in split.parts if total.key.moved(dimension, code) not in {cell.key for cell in shown}
    ]
    name = left[0] if len(left) == 1 else "rest: " + "+".join(left)
    return Cell(total.key.moved(dimension, name), value, min(persons, total.persons), offered=False)


def _labels(relation: Relation) -> str:
    return ", ".join(member.label for member in relation.members)
