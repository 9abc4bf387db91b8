"""What protection must know of an indicator: its figures, what stands behind each part, stock or flow.

Protocols: the declarations of ``indicators`` (and later of ``analysis``) fit them as they are, so that
this room needs none of their expressions.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Figure(Protocol):
    """A figure made of parts after protection: ``numerator / denominator x scale``.

    Without ``denominator`` it is the numerator times ``scale``. ``when_empty`` is the Dutch sentence
    for a denominator of zero.
    """

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def numerator(self) -> str: ...  # noqa: D102
    @property
    def denominator(self) -> str | None: ...  # noqa: D102
    @property
    def scale(self) -> float: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def decimals(self) -> int: ...  # noqa: D102
    @property
    def when_empty(self) -> str: ...  # noqa: D102


class CountedPart(Protocol):
    """A part or a reason to leave out; ``behind`` is ``personen`` when persons stand behind it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def unit(self) -> str: ...  # noqa: D102
    @property
    def behind(self) -> str: ...  # noqa: D102


class Declaration(Protocol):
    """What protection must know of an indicator. ``measures[0]`` is the figure on the needle.

    ``timing`` is ``"stand"`` (counted on the last day of the period) or ``"stroom"`` (counted over it).
    """

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def timing(self) -> str: ...  # noqa: D102
    @property
    def measures(self) -> Sequence[Figure]: ...  # noqa: D102
    @property
    def parts(self) -> Sequence[CountedPart]: ...  # noqa: D102
    @property
    def left_out(self) -> Sequence[CountedPart]: ...  # noqa: D102
