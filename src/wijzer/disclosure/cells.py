"""Cells and relations: the numbers that could be published, and the sums that bind them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

LEFT_OUT = "buiten:"
"""Prefix of the part name of a reason to leave out, within a cell key."""


class CellKey(NamedTuple):
    """Where a number belongs. ``part`` is a part id, or ``buiten:<reason>``, or a virtual rest."""

    gemeente: str
    indicator: str
    wet: str
    periode: str
    part: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One number and the distinct persons behind it.

    ``length`` is the number of quarters. A ``virtual`` cell is never published itself: it is what a
    reader gets by subtracting published numbers.
    """

    key: CellKey
    persons: int
    length: int = 1
    virtual: bool = False


@dataclass(frozen=True, slots=True)
class Relation:
    """``total`` is the sum of ``components``: whoever knows all but one of them knows that one.

    ``sacrifice`` says which side is withheld first when another number must be hidden to protect one.
    """

    total: CellKey
    components: tuple[CellKey, ...]
    sacrifice: Literal["component", "total"] = "component"

    @property
    def members(self) -> tuple[CellKey, ...]:
        """All cells of the relation."""
        return (self.total, *self.components)


Cells = Mapping[CellKey, Cell]
