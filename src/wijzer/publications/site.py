"""What a site is made of: published values, targets, the programme, and the texts of declarations.

The texts are about definitions, never about persons, so they need no protection; every number comes
from a ``Publishable`` or from a target.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wijzer.disclosure import Publishable, require_publishable
from wijzer.steering import Programme, Target


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice where a text can be read in more than one way."""

    question: str
    chosen: str
    reason: str
    other: str
    effect: str


@dataclass(frozen=True, slots=True)
class Break:
    """A day at which a series breaks: what is before it is not the same as what is after."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class IndicatorText:
    """The words of one indicator, all in Dutch.

    ``figures`` and ``parts`` give labels by id, ``left_out`` (label, reason) by id; the first of
    ``figures`` is the one on the needle, made of ``numerator_part`` and ``denominator_part``.
    ``plain_figures`` are the parts that a figure shows as they are, so that they are not shown twice.
    ``needs`` says what is missing when it is not ``measured``.
    """

    id: str
    nr: int | None
    opgave: str
    label: str
    unit: str
    decimals: int
    measured: bool
    question: str = ""
    kind: str = ""
    timing: str = ""
    higher_is_better: bool | None = None
    formula: str = ""
    numerator: str = ""
    denominator: str | None = None
    numerator_part: str = ""
    denominator_part: str | None = None
    figures: Mapping[str, str] | None = None
    parts: Mapping[str, str] | None = None
    plain_figures: frozenset[str] = frozenset()
    left_out: Mapping[str, tuple[str, str]] | None = None
    counted: tuple[str, ...] = ()
    not_counted: tuple[tuple[str, str], ...] = ()
    choices: tuple[Choice, ...] = ()
    caveats: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    documents: tuple[str, ...] = ()
    source: str = ""
    needs: str = ""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A source that a gemeente delivers: ``newest`` is the last day it tells of, ``expected`` the day up to
    which it should; ``effect`` says in Dutch what is missing because of it."""

    gemeente: str
    label: str
    newest: date | None
    expected: date | None
    effect: str

    @property
    def is_late(self) -> bool:
        """Say whether the source is absent or behind."""
        return self.newest is None or (self.expected is not None and self.newest < self.expected)


@dataclass(frozen=True, slots=True)
class Site:
    """Everything on the pages. ``gemeenten`` gives names by code, in the order of the pages.

    ``reference_day`` is the day the needles are read on (what is over, what is too old): the day up to
    which was known. ``edition`` names the computation. ``notice`` stands at the head of every page
    (that all people are invented). Raises NotPublishable when a value is no
    ``Publishable``, ValueError when a value or target is of an unknown gemeente or indicator.
    """

    title: str
    gemeenten: Mapping[str, str]
    reference_day: date
    edition: str
    indicators: tuple[IndicatorText, ...]
    values: tuple[Publishable, ...]
    targets: tuple[Target, ...]
    programme: Programme
    deliveries: tuple[Delivery, ...] = ()
    notice: str = ""

    def __post_init__(self) -> None:
        known = {text.id for text in self.indicators}
        about = [(value.gemeente, value.indicator) for value in map(require_publishable, self.values)]
        about += [(target.gemeente, target.indicator) for target in self.targets]
        for gemeente, indicator in about:
            if gemeente not in self.gemeenten:
                raise ValueError(f"gemeente {gemeente} is not one of the site")
            if indicator not in known:
                raise ValueError(f"indicator {indicator} has no text")
