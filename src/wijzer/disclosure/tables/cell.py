"""Cells: one number, where it belongs, and what stands behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from wijzer.disclosure.tables.dimension import Dimension

Status = Literal["vrij", "getoond", "verborgen"]
"""``vrij``: still to be decided. ``getoond``: published before, so it stays known. ``verborgen``: not."""


class Key(NamedTuple):
    """Where a number belongs: the variable, and its codes by dimension, sorted, without "all together"."""

    variable: str
    at: tuple[tuple[str, str], ...]

    def code(self, dimension: Dimension) -> str | None:
        """Return the code in a dimension; the top where the key names none."""
        return dict(self.at).get(dimension.name, dimension.top)

    def moved(self, dimension: Dimension, code: str) -> Key:
        """Return the key with another code in one dimension."""
        at = {name: other for name, other in self.at if name != dimension.name}
        if code != dimension.top:
            at[dimension.name] = code
        return Key(self.variable, tuple(sorted(at.items())))

    @property
    def label(self) -> str:
        """Name the cell for a reader: ``clienten (gebied wijk 1, periode 2022)``."""
        return f"{self.variable} ({', '.join(f'{name} {code}' for name, code in self.at)})"


def key(variable: str, dimensions: Mapping[str, Dimension], codes: Mapping[str, str]) -> Key:
    """Return the key of a cell: a margin of one table and a cell of another get the same one."""
    unknown = codes.keys() - dimensions.keys()
    if unknown:
        raise ValueError(f"{variable}: no such dimension: {', '.join(sorted(unknown))}")
    return Key(
        variable, tuple(sorted((name, code) for name, code in codes.items() if code != dimensions[name].top))
    )


@dataclass(frozen=True, slots=True)
class Variable:
    """What is counted. ``counts`` says that values are whole numbers of persons or things, not a measure.

    Cells add up in every dimension but those in ``overlaps``: there a person can be counted in several
    cells, so that the parts together are the whole or more, and each part is the whole or less.
    """

    name: str
    counts: bool = True
    overlaps: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Cell:
    """One number: its value (a count, hours, or cents) and the distinct ``persons`` behind it.

    ``contributions`` are the shares of each contributor (a provider), largest first, when dominance can
    matter; they add up to ``value``. ``tariff`` is the price of one unit in cents, so that
    ``value / tariff`` is a count. ``population`` is the publicly known size of the group of which the cell
    counts some. ``offered`` is False for a number that is not published itself but follows from others.
    ``importance`` is a declared weight of what is lost without the cell. ``upper`` is what an outsider
    knows to be the most it can be.
    """

    key: Key
    value: int
    persons: int
    contributions: tuple[int, ...] = ()
    tariff: int | None = None
    population: int | None = None
    offered: bool = True
    status: Status = "vrij"
    importance: int | None = None
    upper: int | None = None

    def __post_init__(self) -> None:
        if self.value < 0 or self.persons < 0:
            raise ValueError(f"{self.key.label}: a value or a number of persons below zero")
        if self.contributions and sum(self.contributions) != self.value:
            raise ValueError(f"{self.key.label}: the contributions do not add up to the value")
