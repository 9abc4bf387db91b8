"""The cell suppression problem, in numbers: cells by place, bounds of an outsider, rows, needs.

Formulation of Fischetti & Salazar-González, Models and algorithms for optimizing cell suppression in
tabular data with linear constraints (JASA 95, 2000): a cell that is withheld may lie anywhere between what
an outsider knows of it beforehand, a shown cell does not move, and all relations hold.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import inf
from typing import Literal, NamedTuple

from wijzer.disclosure.risk import Protection, Risk, Rules
from wijzer.disclosure.tables import Cell, Key, Tables

Weight = Literal["waarde", "personen", "aantal", "belang"]
"""What is lost with a cell: its value, its persons, one cell, or its declared importance (else persons)."""


class Row(NamedTuple):
    """A relation in deviations from the truth: ``lower <= sum of coefficient x deviation <= upper``."""

    places: tuple[int, ...]
    coefficients: tuple[int, ...]
    lower: float
    upper: float


@dataclass(frozen=True, slots=True)
class Problem:
    """Everything by place in ``keys``.

    ``below`` and ``above`` are how far the value of a withheld cell may deviate in the eyes of an outsider.
    ``hidden`` cells are withheld in any case and cost nothing; ``shown`` ones stay known in any case.
    ``follows`` holds pairs (cell, empty cell): with the one the other is withheld. ``sums`` holds
    (total, parts) of the equations, for the rule that withheld cells together are ``minimum`` persons.
    ``spreads`` are the levels that protect a cell, sensitive or not.
    """

    keys: tuple[Key, ...]
    values: tuple[int, ...]
    persons: tuple[int, ...]
    below: tuple[int, ...]
    above: tuple[int, ...]
    weights: tuple[int, ...]
    rows: tuple[Row, ...]
    needs: Mapping[int, Protection]
    risks: Mapping[int, Risk]
    hidden: frozenset[int]
    shown: frozenset[int]
    follows: tuple[tuple[int, int], ...]
    sums: tuple[tuple[int, tuple[int, ...]], ...]
    minimum: int
    spreads: tuple[Protection, ...]

    @property
    def free(self) -> tuple[int, ...]:
        """The cells of which is still to be decided."""
        return tuple(
            place for place in range(len(self.keys)) if place not in self.hidden and place not in self.shown
        )

    def cost(self, withheld: frozenset[int]) -> int:
        """Return what is lost by withholding these beyond the cells that are withheld in any case."""
        return sum(self.weights[place] for place in withheld - self.hidden)


def problem_of(
    tables: Tables,
    rules: Rules,
    *,
    weight: Weight = "personen",
    needs: Mapping[Key, Protection] | None = None,
) -> Problem:
    """Put a set of tables and the rules in numbers.

    ``needs`` are sensitive cells with their protection levels, when they are given instead of found.
    """
    keys = tuple(sorted(tables.cells))
    place = {key: number for number, key in enumerate(keys)}
    cells = [tables.cells[key] for key in keys]
    known = {number for number, cell in enumerate(cells) if cell.status == "getoond"}
    known |= {
        n for n, cell in enumerate(cells) if rules.zeros == "blijven" and not cell.value and cell.offered
    }
    risks = {} if needs is not None else _risks(cells, tables, rules, known)
    levels = {place[key]: level for key, level in (needs or {}).items()} or {
        number: risk.protection for number, risk in risks.items()
    }
    hidden = set(levels) | {
        n for n, cell in enumerate(cells) if cell.status == "verborgen" or not cell.offered
    }
    sums = tuple(
        (place[relation.terms[0][0]], tuple(place[key] for key, _ in relation.terms[1:]))
        for relation in tables.relations
        if relation.equation
        and relation.terms[0][1] == -1
        and all(times == 1 for _, times in relation.terms[1:])
    )
    return Problem(
        keys=keys,
        values=tuple(cell.value for cell in cells),
        persons=tuple(cell.persons for cell in cells),
        below=tuple(_below(cell, rules) for cell in cells),
        above=_above(cells),
        weights=tuple(_weight(cell, weight) for cell in cells),
        rows=tuple(
            _row(relation.terms, relation.lower, relation.upper, place, cells)
            for relation in tables.relations
        ),
        needs=levels,
        risks=risks,
        hidden=frozenset(hidden),
        shown=frozenset(known),
        follows=_follows(cells, sums, known) if rules.zeros == "naast" else (),
        sums=sums,
        minimum=rules.minimum if rules.together else 0,
        spreads=tuple(rules.spread(cell, tables.variables[cell.key.variable]) for cell in cells),
    )


def _risks(cells: Sequence[Cell], tables: Tables, rules: Rules, known: set[int]) -> dict[int, Risk]:
    found = {}
    for number, cell in enumerate(cells):
        risk = rules.risk(cell, tables.variables[cell.key.variable])
        if risk and number not in known:
            found[number] = risk
    return found


def _below(cell: Cell, rules: Rules) -> int:
    return max(0, cell.value - 1) if rules.zeros == "blijven" else cell.value


def _above(cells: Sequence[Cell]) -> tuple[int, ...]:
    most: dict[str, int] = {}
    for cell in cells:
        most[cell.key.variable] = max(most.get(cell.key.variable, 100), cell.value)
    return tuple(
        2 * most[cell.key.variable] if cell.upper is None else max(0, cell.upper - cell.value)
        for cell in cells
    )


def _weight(cell: Cell, weight: Weight) -> int:
    if not cell.offered:
        return 0
    if weight == "waarde":
        return max(1, cell.value)
    if weight == "aantal":
        return 1
    if weight == "belang" and cell.importance is not None:
        return max(1, cell.importance)
    return max(1, cell.persons)


def _row(
    terms: Sequence[tuple[Key, int]],
    lower: int | None,
    upper: int | None,
    place: Mapping[Key, int],
    cells: Sequence[Cell],
) -> Row:
    places = tuple(place[key] for key, _ in terms)
    now = sum(times * cells[number].value for number, (_, times) in zip(places, terms, strict=True))
    return Row(
        places,
        tuple(times for _, times in terms),
        -inf if lower is None else lower - now,
        inf if upper is None else upper - now,
    )


def _follows(
    cells: Sequence[Cell], sums: Sequence[tuple[int, tuple[int, ...]]], known: set[int]
) -> tuple[tuple[int, int], ...]:
    pairs: dict[tuple[int, int], None] = {}
    for total, parts in sums:
        members = (total, *parts)
        empty = [n for n in members if not cells[n].value and not cells[n].persons and n not in known]
        for number in members:
            for other in empty:
                if number != other and number not in known:
                    pairs.setdefault((number, other))
    return tuple(pairs)
