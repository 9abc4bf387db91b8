"""Editions: what was published before cannot be taken back, and what was withheld before stays so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from wijzer.disclosure.tables.cell import Cell, Key


def beside_former(cells: Iterable[Cell], former: Mapping[Key, int | None]) -> Iterator[Cell]:
    """Yield the cells of a new edition, given the numbers of the former ones (None: withheld then).

    A number that was shown and did not change is known, so it is no help to withhold it. A number that
    was withheld stays withheld: shown now, it would fill in the former edition. A number that did change
    is decided anew; what it was before remains known of course.
    """
    for cell in cells:
        before = former.get(cell.key, -1)
        if before == -1 or not cell.offered:
            yield cell
        elif before is None:
            yield replace(cell, status="verborgen")
        else:
            yield replace(cell, status="getoond") if before == cell.value else cell
