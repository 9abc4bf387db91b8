"""The risk rules: when a cell may not be known, and how far from the truth a reader must be kept.

Sources: Willenborg & De Waal, Elements of Statistical Disclosure Control (2001), chapter 6; Hundepool et
al., Statistical Disclosure Control (2012), sections 4.2 and 4.4. The protection levels of dominance and
p% are those of its table 4.2.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import Literal, NamedTuple

from wijzer.disclosure.tables import Cell, Variable

Reason = Literal[
    "te_weinig_personen", "te_weinig_eenheden", "overheersing", "p_procent", "hele_groep", "niemand"
]
LEAST = 3
"""With a minimum of two each of two persons would still know the other."""


@dataclass(frozen=True, slots=True)
class Dominance:
    """(n,k): a cell is sensitive when its ``n`` largest contributors hold more than ``k`` percent."""

    n: int
    k: int


@dataclass(frozen=True, slots=True)
class PPercent:
    """A cell is sensitive when the second can estimate the largest contributor to within ``p`` percent."""

    p: int


class Protection(NamedTuple):
    """How far below and above the truth a possible value must lie: lower and upper protection level."""

    lower: int
    upper: int


class Risk(NamedTuple):
    """Why a cell is sensitive, and what protects it."""

    reason: Reason
    protection: Protection


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one publication.

    ``minimum`` is the least number of persons; a ``population`` up to ``group`` of which all or none are
    counted is sensitive, 0 switches that off. The possible values of a hidden cell must span ``width``
    persons (for counts), or ``share`` percent of its value (for money and measures).
    ``zeros``: ``naast`` withholds an empty cell beside a withheld one; with ``blijven`` empty cells stay,
    and everybody knows that a withheld cell is not empty.
    ``together`` asks that the withheld cells of one sum are never known to be fewer persons than ``minimum``.
    """

    minimum: int = 10
    dominance: Dominance | None = None
    p_percent: PPercent | None = None
    group: int = 0
    width: int = 3
    share: int = 15
    zeros: Literal["naast", "blijven"] = "naast"
    together: bool = True

    def __post_init__(self) -> None:
        if self.minimum < LEAST:
            raise ValueError(f"minimum is {self.minimum} personen; verwacht is {LEAST} of meer")
        if self.width < 1 or self.share < 1 or self.group < 0:
            raise ValueError("width en share zijn 1 of meer, group is 0 of meer")
        if self.group and self.zeros == "blijven":
            raise ValueError("als 'niemand' een groep kan verraden, kunnen nullen niet altijd blijven staan")

    def risk(self, cell: Cell, variable: Variable) -> Risk | None:
        """Return why a cell may not be known, with the widest protection that any rule asks; else None."""
        found = [risk for risk in self._risks(cell, variable) if risk]
        if not found:
            return None
        levels = [risk.protection for risk in found]
        widest = Protection(max(level.lower for level in levels), max(level.upper for level in levels))
        return Risk(found[0].reason, widest)

    def _risks(self, cell: Cell, variable: Variable) -> tuple[Risk | None, ...]:
        return (
            self._few(cell, variable),
            self._group(cell, variable),
            self._dominated(cell),
            self._estimated(cell),
        )

    def _few(self, cell: Cell, variable: Variable) -> Risk | None:
        if 0 < cell.persons < self.minimum:
            return Risk("te_weinig_personen", self.spread(cell, variable))
        if cell.tariff and 0 < Fraction(cell.value, cell.tariff) < self.minimum:
            return Risk("te_weinig_eenheden", self.spread(cell, variable))
        return None

    def _group(self, cell: Cell, variable: Variable) -> Risk | None:
        if not cell.population or cell.population > self.group:
            return None
        if cell.persons == 0:
            return Risk("niemand", self.spread(cell, variable))
        return Risk("hele_groep", self.spread(cell, variable)) if cell.persons >= cell.population else None

    def _dominated(self, cell: Cell) -> Risk | None:
        if not self.dominance or not cell.contributions:
            return None
        largest = sum(sorted(cell.contributions, reverse=True)[: self.dominance.n])
        away = ceil(Fraction(100 * largest, self.dominance.k)) - cell.value
        return Risk("overheersing", _both(away, cell)) if away > 0 else None

    def _estimated(self, cell: Cell) -> Risk | None:
        if not self.p_percent or not cell.contributions:
            return None
        first, second, *_ = (*sorted(cell.contributions, reverse=True), 0, 0)
        away = ceil(Fraction(self.p_percent.p * first, 100)) - (cell.value - first - second)
        return Risk("p_procent", _both(away, cell)) if away > 0 else None

    def spread(self, cell: Cell, variable: Variable) -> Protection:
        """Divide the width that the possible values must span over below and above the truth."""
        width = self.width if variable.counts else max(1, ceil(Fraction(self.share * cell.value, 100)))
        least = 1 if self.zeros == "blijven" and cell.value else 0
        lower = max(0, min(width // 2, cell.value - least))
        most = None if cell.upper is None else cell.upper - cell.value
        if most is not None and most < width - lower:
            return Protection(min(width - most, cell.value - least), most)
        return Protection(lower, width - lower)


def _both(away: int, cell: Cell) -> Protection:
    return Protection(min(away, cell.value), away)
