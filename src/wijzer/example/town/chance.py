"""Chance without a generator: every draw is a keyed hash of what it is about.

A draw is named by its place: subject, entity and event. The seed and the place together give 64 raw bits,
and these are compared with whole-number thresholds. So a draw never depends on how many draws went before
it: one more lever, one more provider or one planted mistake leaves all other draws as they were, and the same
seed gives the same town on every machine and every Python.

>>> Chance(1).below(100, "doctest", 7) == Chance(1).below(100, "doctest", 7)
True
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from struct import Struct
from typing import TypeVar

MILLION = 1_000_000
_BITS = 64
Value = TypeVar("Value")
_EIGHT = Struct(">8Q").unpack


def scaled(bits: int, count: int) -> int:
    """Return a whole number from 0 to ``count`` (not included) from 64 raw bits."""
    return (bits * count) >> _BITS


@dataclass(frozen=True, slots=True)
class Chance:
    """All chance of one town, from one seed (any whole number)."""

    seed: int

    def bits(self, *place: object) -> int:
        """Return 64 raw bits for a place: words and numbers that name the draw."""
        text = "|".join(map(str, (self.seed, *place)))
        return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big")

    def series(self, *place: object) -> tuple[int, ...]:
        """Return eight times 64 raw bits for a place from one hash, as for successive years.

        >>> len(set(Chance(1).series("doctest")))
        8
        """
        text = "|".join(map(str, (self.seed, *place)))
        return _EIGHT(blake2b(text.encode(), digest_size=64).digest())

    def below(self, count: int, *place: object) -> int:
        """Return a whole number from 0 to ``count`` (not included)."""
        return scaled(self.bits(*place), count)

    def between(self, low: int, high: int, *place: object) -> int:
        """Return a whole number from ``low`` to ``high``, both included."""
        return low + self.below(high - low + 1, *place)

    def happens(self, per_million: int, *place: object) -> bool:
        """Say whether something with a probability of so many in a million happens."""
        return self.below(MILLION, *place) < per_million

    def weighed(self, weights: Sequence[tuple[Value, int]], *place: object) -> Value:
        """Return one of the values of (value, weight), as often as its weight says."""
        left = self.below(sum(weight for _, weight in weights), *place)
        for value, weight in weights:
            left -= weight
            if left < 0:
                return value
        raise ValueError("weights must be positive")
