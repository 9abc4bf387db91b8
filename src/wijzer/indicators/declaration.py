"""What an indicator declares: the council's question, what is counted, and what is left out and why.

A declaration is data; pages, traces, tests and disclosure control read it. Texts that people read
are plain Dutch (B1).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

import ibis.expr.types as ir

from wijzer.indicators.availability import Availability
from wijzer.indicators.parameters import Parameter
from wijzer.indicators.question import Given, Question

Kind = Literal["effect", "prestatie", "beleid"]
Timing = Literal["stand", "stroom"]
PeriodKind = Literal["kwartaal", "jaar", "jaren"]
Behind = Literal["personen", "berichten", "grootboek"]
Direction = Literal["lager is beter", "hoger is beter", "geen richting"]
Protection = Literal["personen", "geen personen"]
How = Literal["som", "rijen", "verschillend"]


@dataclass(frozen=True, slots=True)
class Part:
    """One count or sum over the counted rows.

    ``how``: the sum of ``column``, the number of rows, or the number of distinct persons (``column`` is
    ``client``) or of distinct pairs of person and value (any other ``column``).
    ``only`` names a boolean column: just those rows. ``behind`` says what stands behind it: persons,
    messages or a ledger; only with ``"personen"`` does a result carry the number of distinct persons.
    """

    id: str
    label: str
    meaning: str
    unit: str
    how: How
    column: str = ""
    only: str = ""
    behind: Behind = "personen"


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure that is made of parts after protection: ``numerator / denominator x scale``.

    Without ``denominator`` it is the numerator itself, times ``scale`` (0.01 makes euros of cents).
    A denominator of zero gives no figure: ``when_empty`` says in Dutch what that means.
    """

    id: str
    label: str
    numerator: str
    denominator: str | None
    scale: float
    unit: str
    decimals: int
    when_empty: str = ""


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Rows that the definition does not count (``verwijderd``), with the reason."""

    id: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rows that belong to the question but cannot be counted; their number is part of the result.

    The number of rows, or the sum of ``column`` when there is one.
    """

    id: str
    label: str
    reason: str
    unit: str
    column: str = ""
    behind: Behind = "personen"


@dataclass(frozen=True, slots=True)
class Reading:
    """A choice where a text can be read in more than one way, and what the other reading does."""

    question: str
    chosen: str
    reason: str
    other: str
    effect: str


@dataclass(frozen=True, slots=True)
class Source:
    """A public document or rule that the definition rests on."""

    title: str
    place: str


class Computation(Protocol):
    """What every indicator file offers: the rows that matter for the periods, as one Ibis expression.

    Columns of every row: ``periode``, ``gemeente``, ``wet``, ``client`` (null without persons),
    ``sleutel`` (the key of the fact), ``bron``, ``bericht`` and ``regel`` (where it was said), ``reden``
    (null when counted, else the id of an exclusion or left-out reason), then what the parts need.
    """

    def __call__(self, question: Question) -> ir.Table:
        """Return the candidate rows of all periods asked for."""


@dataclass(frozen=True, slots=True, repr=False)
class Indicator:
    """One indicator. ``id`` is the name of its file, its test folder and its page.

    ``number`` is its place in the list of 26. ``laws`` are the laws that it is about, ``()`` when it
    is not about a law. ``measures[0]`` is the figure on the needle. ``rows`` gives the candidate rows,
    which ``wijzer.indicators.run`` adds up to parts; ``availability`` says when there is no data, and
    when it is provisional. ``still_open`` names the left-out reason and the part that together are the
    whole, when what is left out for that reason will still be counted later. ``subsets`` (part, whole)
    and ``totals`` (whole, parts) say which parts lie within others, for disclosure control.
    """

    id: str
    number: int
    label: str
    question: str
    kind: Kind
    timing: Timing
    periods: tuple[PeriodKind, ...]
    laws: tuple[str, ...]
    formula: str
    numerator: str
    denominator: str | None
    parts: tuple[Part, ...]
    measures: tuple[Measure, ...]
    direction: Direction
    protection: Protection
    inclusions: tuple[str, ...]
    exclusions: tuple[Exclusion, ...]
    left_out: tuple[LeftOut, ...]
    breakdowns: tuple[str, ...]
    readings: tuple[Reading, ...]
    caveats: tuple[str, ...]
    sources: tuple[Source, ...]
    facts: tuple[str, ...]
    parameters: tuple[Parameter, ...]
    rows: Computation
    availability: Availability
    still_open: tuple[str, str] | None = None
    subsets: tuple[tuple[str, str], ...] = ()
    totals: tuple[tuple[str, tuple[str, ...]], ...] = ()
    breaks: tuple[tuple[str, str], ...] = ()
    given: Mapping[str, Given] = field(default_factory=dict)

    def __repr__(self) -> str:
        return f"<Indicator {self.id}>"

    @property
    def measure(self) -> Measure:
        """The figure on the needle."""
        return self.measures[0]

    @property
    def persons(self) -> bool:
        """Whether persons stand behind the parts."""
        return self.protection == "personen"

    @property
    def flow(self) -> bool:
        """Whether it is counted over a period (and quarters add up) instead of on a day."""
        return self.timing == "stroom"

    @property
    def unit(self) -> str:
        """The unit of the figure on the needle."""
        return self.measure.unit

    @property
    def decimals(self) -> int:
        """How many decimals the figure on the needle shows."""
        return self.measure.decimals

    def part(self, part_id: str) -> Part:
        """The declared part with this id."""
        return next(part for part in self.parts if part.id == part_id)
