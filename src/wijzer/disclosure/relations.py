"""Which published numbers betray each other: over time, between the laws, and groups within groups.

* **Time.** A flow over a year is the sum of its quarters, a set of years the sum of its years. A stock
  over a year is that of its last quarter.
* **Laws.** The whole is the sum of Wmo and Jeugdwet.
* **Groups.** The rest of a group within a group is a group as well (``groups``).

Where a sum does not hold exactly (distinct clients over quarters) the relation is kept all the same: it
then withholds somewhat too much, never too little.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import product

from wijzer.disclosure.cells import Cell, CellKey, Cells, Relation
from wijzer.disclosure.groups import Group
from wijzer.disclosure.span import Span

LAWS = ("jw", "wmo")
UNKNOWN_PERSONS = 1
"""A number that was not offered, but that follows from what was: taken to be a small group."""


def relations_of(
    cells: Mapping[CellKey, Cell],
    timing: Mapping[str, str],
    silent: frozenset[tuple[str, str, str, str]],
    groups: Iterable[Group],
) -> tuple[dict[CellKey, Cell], tuple[Relation, ...]]:
    """Return all cells, virtual ones included, and the relations between them.

    ``timing`` gives ``stand`` or ``stroom`` by indicator. ``silent`` holds the (gemeente, indicator,
    wet, periode) of results without data: they add nothing to a sum.
    """
    known = dict(cells)
    found: list[Relation] = []
    for relation, virtual in (
        *_over_time(cells, timing, silent),
        *_between_laws(cells, silent),
        *_rests(cells, groups),
    ):
        for cell in virtual:
            known.setdefault(cell.key, cell)
        found.append(relation)
    return known, tuple(found)


Found = Iterator[tuple[Relation, tuple[Cell, ...]]]


def _over_time(
    cells: Cells, timing: Mapping[str, str], silent: frozenset[tuple[str, str, str, str]]
) -> Found:
    by_span = {(key._replace(periode=""), Span.parse(key.periode)): key for key in cells}
    quiet = {(*rest, Span.parse(periode)) for *rest, periode in silent}
    for (series, span), total in by_span.items():
        if span.quarters == 1:
            continue
        if timing[series.indicator] == "stand":
            last = by_span.get((series, span.tiles()[-1]))
            if last:
                yield Relation(total, (last,)), ()
            continue
        present = {other for (name, other) in by_span if name == series}
        for tiles in _tilings(span, present):
            components: list[CellKey] = []
            virtual: list[Cell] = []
            for tile in tiles:
                key = by_span.get((series, tile))
                if key is None:
                    if (series.gemeente, series.indicator, series.wet, tile) in quiet:
                        continue
                    key = series._replace(periode=f"{tile.first}:{tile.last}")
                    virtual.append(Cell(key, UNKNOWN_PERSONS, tile.quarters, virtual=True))
                components.append(key)
            yield Relation(total, tuple(components)), tuple(virtual)


def _tilings(span: Span, present: Collection[Span]) -> Iterator[tuple[Span, ...]]:
    """Yield the ways to make up a span of shorter ones, at least one of them present.

    Its quarters or years; and for a set of years each smaller set within it with the years that are left.
    """
    tiles = span.tiles()
    if any(tile in present for tile in tiles):
        yield tiles
    for inner in sorted(present):
        if inner != span and inner.quarters > 4 and span.holds(inner):
            yield (inner, *(tile for tile in tiles if not inner.holds(tile)))


def _between_laws(cells: Cells, silent: frozenset[tuple[str, str, str, str]]) -> Found:
    for total in cells:
        if total.wet:
            continue
        laws = [total._replace(wet=wet) for wet in LAWS]
        if not any(key in cells for key in laws):
            continue
        loud = [key for key in laws if (key.gemeente, key.indicator, key.wet, key.periode) not in silent]
        virtual = tuple(
            Cell(key, UNKNOWN_PERSONS, cells[total].length, virtual=True) for key in loud if key not in cells
        )
        yield Relation(total, tuple(loud), sacrifice="total"), virtual


def _rests(cells: Cells, groups: Iterable[Group]) -> Found:
    by_place: dict[tuple[str, str], list[CellKey]] = {}
    for key in cells:
        by_place.setdefault((key.indicator, key.part), []).append(key)
    for group in groups:
        for part, whole in product(by_place.get(group.part, ()), by_place.get(group.whole, ())):
            same = part.gemeente == whole.gemeente and part.periode == whole.periode
            if not same or (part.wet and whole.wet and part.wet != whole.wet):
                continue
            # The absolute difference: a part that is not wholly within is no smaller risk.
            persons = abs(cells[whole].persons - cells[part].persons)
            rest = whole._replace(part=f"{whole.part} zonder {part.indicator}.{part.part} ({part.wet})")
            yield Relation(whole, (part, rest)), (Cell(rest, persons, cells[whole].length, virtual=True),)
