"""Sets of tables for the tests: from the reference material, and drawn at random."""

from __future__ import annotations

import csv
import json
from collections.abc import Collection, Mapping, Sequence
from itertools import product
from pathlib import Path
from random import Random

from wijzer.disclosure.tables import Cell, Dimension, Key, Split, Tables, Variable, key, link, tree

TOTAL = "Total"


def reference(shared: Path, name: str) -> dict[str, object]:
    """One instance of known answers."""
    for instance in json.loads((shared / "sdc/instances.json").read_text(encoding="utf-8")):
        if instance["id"] == name:
            return instance
    raise LookupError(name)


def from_rows(rows: Sequence[Mapping[str, str]], dims: Sequence[str], value: str) -> Tables:
    """A table with all margins, of rows with one value each."""
    codes = {dim: tuple(sorted({row[dim] for row in rows})) for dim in dims}
    dimensions = {dim: tree(dim, {TOTAL: codes[dim]}, TOTAL) for dim in dims}
    cells = []
    for place in product(*((TOTAL, *codes[dim]) for dim in dims)):
        chosen = dict(zip(dims, place, strict=True))
        number = sum(
            int(float(row[value])) for row in rows if all(chosen[d] in (TOTAL, row[d]) for d in dims)
        )
        cells.append(Cell(key("n", dimensions, chosen), number, number))
    return link(cells, [Variable("n")], dimensions)


def read_csv(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def place(tables: Tables, dims: Sequence[str], codes: Sequence[str]) -> Key:
    at = tuple(sorted((dim, code) for dim, code in zip(dims, codes, strict=True) if code != TOTAL))
    assert Key("n", at) in tables.cells
    return Key("n", at)


AREAS = ("b1", "b2", "b3", "b4")


def drawn(random: Random) -> Tables:
    """A small set of tables: flat, hierarchical, or linked by own areas that cross the wijken."""
    dimensions, leaves = drawn_leaves(random)
    return summed(dimensions, leaves)


def drawn_leaves(random: Random) -> tuple[dict[str, Dimension], dict[tuple[str, ...], int]]:
    """Dimensions and the numbers of the smallest cells."""
    kind = random.choice(("flat", "hierarchical", "linked"))
    highest = random.choice((6, 12, 30))
    columns = ("c1", "c2", "c3")[: random.choice((2, 3) if kind == "flat" else (1, 2))]
    column = tree("c", {TOTAL: columns} if len(columns) > 1 else {}, TOTAL if len(columns) > 1 else "c1")
    if kind == "flat":
        rows = ("r1", "r2", "r3")[: random.choice((2, 3))]
        area = tree("r", {TOTAL: rows}, TOTAL)
    else:
        rows = AREAS
        area = tree("r", {TOTAL: ("w1", "w2"), "w1": AREAS[:2], "w2": AREAS[2:]}, TOTAL)
    if kind == "linked":
        area = area.also([Split(TOTAL, ("g1", "g2")), Split("g1", AREAS[:3]), Split("g2", AREAS[3:])])
    return {"r": area, "c": column}, {p: random.randrange(highest) for p in product(rows, columns)}


def summed(dimensions: Mapping[str, Dimension], leaves: Mapping[tuple[str, ...], int]) -> Tables:
    """The set of all cells that leaves make up, in every combination of codes."""
    cells = []
    for at, inside in made_of(dimensions, leaves).items():
        number = sum(leaves[leaf] for leaf in inside)
        cells.append(Cell(at, number, number))
    return link(cells, [Variable("n")], dimensions)


def made_of(
    dimensions: Mapping[str, Dimension], leaves: Collection[tuple[str, ...]]
) -> dict[Key, list[tuple[str, ...]]]:
    """The leaves in each cell."""
    names = tuple(dimensions)
    below = {
        name: {code: _leaves(dimensions[name], code) for code in _codes(dimensions[name])} for name in names
    }
    found = {}
    for codes in product(*(below[name] for name in names)):
        sets = [below[name][code] for name, code in zip(names, codes, strict=True)]
        inside = [leaf for leaf in leaves if all(c in s for c, s in zip(leaf, sets, strict=True))]
        found[key("n", dimensions, dict(zip(names, codes, strict=True)))] = inside
    return found


def _codes(dimension: Dimension) -> list[str]:
    found = [dimension.top] if dimension.top else []
    for split in dimension.splits:
        found += [code for code in (split.total, *split.parts) if code not in found]
    return found


def _leaves(dimension: Dimension, code: str) -> frozenset[str]:
    splits = dimension.of(code)
    if not splits:
        return frozenset((code,))
    return frozenset().union(*(_leaves(dimension, part) for part in splits[0].parts))
