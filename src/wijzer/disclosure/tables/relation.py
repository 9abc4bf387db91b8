"""Relations: what everybody knows to hold between the numbers of a set of tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wijzer.disclosure.tables.cell import Key


@dataclass(frozen=True, slots=True)
class Relation:
    """``lower <= sum of coefficient x value <= upper``; None is no bound. Equal bounds make an equation."""

    terms: tuple[tuple[Key, int], ...]
    lower: int | None = 0
    upper: int | None = 0

    @property
    def members(self) -> tuple[Key, ...]:
        """All cells of the relation."""
        return tuple(key for key, _ in self.terms)

    @property
    def equation(self) -> bool:
        """Say whether the relation fixes its last unknown."""
        return self.lower == self.upper

    def holds(self, values: Mapping[Key, int]) -> bool:
        """Say whether the relation is true of these values."""
        total = sum(times * values[key] for key, times in self.terms)
        return (self.lower is None or total >= self.lower) and (self.upper is None or total <= self.upper)


def adds_up(total: Key, parts: Iterable[Key]) -> Relation:
    """Say that the parts together are the total."""
    return Relation(((total, -1), *((part, 1) for part in parts)))


def overlapping(total: Key, parts: tuple[Key, ...], *, whole: bool) -> tuple[Relation, ...]:
    """Say that no part is more than the total, and, when all are there, that together they reach it."""
    each = tuple(Relation(((total, 1), (part, -1)), 0, None) for part in parts)
    return (*each, Relation(((total, -1), *((part, 1) for part in parts)), 0, None)) if whole else each


def tied(amount: Key, count: Key, least: int, most: int) -> tuple[Relation, ...]:
    """Say that an amount is a count times a tariff between ``least`` and ``most``, both published.

    With one tariff the amount is the count in other words, and hiding one of the two hides nothing.
    """
    return (
        Relation(((amount, 1), (count, -least)), 0, None),
        Relation(((amount, -1), (count, most)), 0, None),
    )
