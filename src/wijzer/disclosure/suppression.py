"""Which cells are withheld: the small ones, and what would betray them.

**Primary.** A cell with 1 to ``threshold - 1`` persons behind it is withheld, whatever its unit: a count,
hours, days or money. *Zero persons* is shown: an empty cell is about nobody, and with a whole gemeente
and a whole law as the only groups (this release) "nobody" says nothing of one identifiable resident. If
breakdowns come, a zero within a small group does say something of its members and must be reconsidered.
*Beside a withheld number a zero is withheld as well.* Else "withheld" would mean "one or more": with twelve
quarters withheld and twelve persons in the three years together, everybody could tell that each quarter
has one.

**Complementary.** In each relation the withheld cells together must not follow from the shown ones as
one cell, nor as a group of fewer than ``threshold`` persons. Until that holds the cheapest shown cell
is withheld as well: a quarter before a year, fewer persons before more. Afterwards an audit solves all
relations together: no withheld cell may follow from any combination of them.

**Not done, and why.** Dominance (one person who makes up most of a sum of money) needs the contributions
per person, which results do not carry; it comes with breakdowns. Differences between two editions (a late
message adds one client) and between two quarters of a stock are accepted: who came and who went is
not in the numbers, since both can happen at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from wijzer.disclosure.cells import CellKey, Cells, Relation


def is_small(persons: int, threshold: int) -> bool:
    """Say whether a group is too small to be shown; nobody at all is not a group."""
    return 0 < persons < threshold


def withheld_cells(cells: Cells, relations: Sequence[Relation], threshold: int) -> frozenset[CellKey]:
    """Return every cell that must not be known, small virtual ones included."""
    withheld = {key for key, cell in cells.items() if is_small(cell.persons, threshold)}
    unpublished = {key for key, cell in cells.items() if cell.virtual}
    while True:
        extra = _cell_for_a_relation(cells, relations, withheld, threshold)
        if extra is None:
            extra = _cell_for_the_audit(cells, relations, withheld, unpublished)
        if extra is None:
            return frozenset(withheld | _empty_beside(cells, relations, withheld))
        withheld.add(extra)


def derivable_cells(relations: Sequence[Relation], unpublished: Iterable[CellKey]) -> frozenset[CellKey]:
    """Return the unpublished cells whose exact value follows from the shown ones by adding and subtracting.

    Each relation is an equation in the unpublished cells; a cell follows when the reduced equations
    hold one with that cell alone.
    """
    unknown = sorted(unpublished)
    place = {key: number for number, key in enumerate(unknown)}
    rows: list[dict[int, Fraction]] = []
    for relation in relations:
        row: dict[int, Fraction] = {}
        for key, sign in ((relation.total, -1), *((key, 1) for key in relation.components)):
            if key in place:
                row[place[key]] = row.get(place[key], Fraction(0)) + sign
        rows.append({column: value for column, value in row.items() if value})
    return frozenset(unknown[next(iter(row))] for row in _reduced(rows) if len(row) == 1)


def _reduced(rows: Iterable[dict[int, Fraction]]) -> list[dict[int, Fraction]]:
    """Return the reduced row echelon form of sparse rows."""
    pivots: dict[int, dict[int, Fraction]] = {}
    for given in rows:
        row = given
        for column in sorted(given):
            if column in pivots and column in row:
                row = _minus(row, pivots[column], row[column])
        while row and (first := next((c for c in sorted(row) if c in pivots), None)) is not None:
            row = _minus(row, pivots[first], row[first])
        if not row:
            continue
        lead = min(row)
        row = {column: value / row[lead] for column, value in row.items()}
        for column, other in pivots.items():
            if lead in other:
                pivots[column] = _minus(other, row, other[lead])
        pivots[lead] = row
    return list(pivots.values())


def _minus(row: dict[int, Fraction], other: dict[int, Fraction], times: Fraction) -> dict[int, Fraction]:
    result = dict(row)
    for column, value in other.items():
        result[column] = result.get(column, Fraction(0)) - times * value
    return {column: value for column, value in result.items() if value}


def _is_safe(cells: Cells, relation: Relation, withheld: set[CellKey], threshold: int) -> bool:
    hidden = [key for key in relation.members if key in withheld]
    unknown = [key for key in relation.members if key in withheld or cells[key].virtual]
    if not hidden:
        return True
    if len(unknown) == 1:
        return False
    if relation.total in unknown:
        return True
    if not any(cells[key].persons for key in relation.components if key not in unknown):
        # All that is not empty is unknown, so what is unknown is exactly the persons of the total.
        return not is_small(cells[relation.total].persons, threshold)
    # Persons may be the same in several cells, so together they are at least the largest of them.
    return max(cells[key].persons for key in unknown) >= threshold


def _cell_for_a_relation(
    cells: Cells, relations: Sequence[Relation], withheld: set[CellKey], threshold: int
) -> CellKey | None:
    for relation in relations:
        if not _is_safe(cells, relation, withheld, threshold):
            extra = _cheapest(cells, relation, withheld)
            if extra is not None:
                return extra
    return None


def _cell_for_the_audit(
    cells: Cells, relations: Sequence[Relation], withheld: set[CellKey], unpublished: set[CellKey]
) -> CellKey | None:
    for exposed in sorted(derivable_cells(relations, withheld | unpublished) & withheld):
        for relation in _connected(relations, exposed, withheld):
            extra = _cheapest(cells, relation, withheld)
            if extra is not None:
                return extra
    return None


def _empty_beside(cells: Cells, relations: Sequence[Relation], withheld: set[CellKey]) -> set[CellKey]:
    """Return the empty cells that share a relation with a withheld one, or with one of these.

    They are found when all else is settled: an empty cell protects nobody.
    """
    found: set[CellKey] = set()
    while True:
        hidden = withheld | found
        more = {
            key
            for relation in relations
            if not hidden.isdisjoint(relation.members)
            for key in relation.members
            if not cells[key].persons
        } - hidden
        if not more:
            return found
        found |= more


def _connected(relations: Sequence[Relation], start: CellKey, withheld: set[CellKey]) -> list[Relation]:
    """Return the relations that lead to ``start`` through withheld cells, nearest first."""
    reached, found = {start}, list[Relation]()
    while True:
        near = [r for r in relations if r not in found and reached.intersection(r.members)]
        if not near:
            return found
        found += near
        reached |= {key for relation in near for key in relation.members if key in withheld}


def _cheapest(cells: Cells, relation: Relation, withheld: set[CellKey]) -> CellKey | None:
    """Return the shown cell of a relation that costs least to withhold; an empty one protects nobody."""
    shown = [key for key in relation.members if key not in withheld and not cells[key].virtual]
    filled = [key for key in shown if cells[key].persons] or shown

    def cost(key: CellKey) -> tuple[bool, int, int, CellKey]:
        last = (key == relation.total) == (relation.sacrifice == "component")
        return last, cells[key].length, cells[key].persons, key

    return min(filled, key=cost, default=None)
