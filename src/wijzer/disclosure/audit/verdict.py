"""The verdict: may this be published beside what was published before? If not, which numbers say too much."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf
from typing import Literal

from wijzer.disclosure.audit.bounds import Contradiction, Interval, inward, islands
from wijzer.disclosure.audit.knowledge import Public
from wijzer.disclosure.audit.rows import Number, Place
from wijzer.disclosure.audit.system import System, system_of

Kind = Literal["te_smal", "rest", "samen", "tegenspraak"]


@dataclass(frozen=True, slots=True)
class Demand:
    """How wide the interval of a hidden number must be, and what is a small group.

    ``width``: for counts, from the least to the most it can be. ``share``: for other measures, a
    percentage of the least it can be. ``minimum``: a difference of shown counts may not be a group of
    fewer persons. ``few``: islands of at most so many unknown numbers are solved in whole numbers as well.
    """

    width: int = 3
    share: int = 15
    minimum: int = 10
    few: int = 150


@dataclass(frozen=True, slots=True)
class Finding:
    """One number, or numbers together, of which too much is known."""

    kind: Kind
    places: tuple[Place, ...]
    low: float
    high: float
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """What the auditor found.

    ``hidden`` numbers were not shown, ``in_whole_numbers`` of them were worked out in whole numbers as
    well. ``editions_apart`` says that the editions contradict each other, so that each was read alone.
    """

    findings: tuple[Finding, ...]
    hidden: int
    in_whole_numbers: int
    editions_apart: bool = False

    @property
    def passed(self) -> bool:
        """Say whether nothing was found."""
        return not self.findings

    @property
    def text(self) -> str:
        """The verdict in Dutch, one line a finding."""
        apart = " De uitgaven spreken elkaar tegen en zijn elk apart bekeken." if self.editions_apart else ""
        if self.passed:
            return f"Goedgekeurd: geen van de {self.hidden} niet getoonde getallen is te schatten.{apart}"
        lines = "\n".join(f"- {finding.text}" for finding in self.findings)
        return f"Niet publiceren: {len(self.findings)} keer is te veel te achterhalen.{apart}\n{lines}"


class Unsafe(ValueError):  # noqa: N818
    """The auditor refuses a publication; the text names the numbers."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(report.text)


def refuse_unless_safe(report: Report) -> None:
    """Raise Unsafe when the auditor found anything."""
    if not report.passed:
        raise Unsafe(report)


def audit(published: Iterable[Number], public: Public, demand: Demand | None = None) -> Report:
    """Work out what an outsider can know of every number that is not shown, over all editions together."""
    rows, demand = list(published), demand or Demand()
    try:
        return _judged(system_of(rows, public), demand)
    except Contradiction as error:
        if public.editions_alike and len({row.place.edition for row in rows}) > 1:
            return replace(audit(rows, replace(public, editions_alike=False), demand), editions_apart=True)
        return Report((Finding("tegenspraak", (), 0.0, 0.0, f"{error}."),), _hidden(rows), 0)


def _hidden(rows: Iterable[Number]) -> int:
    return sum(row.state == "onderdrukt" for row in rows)


def _judged(system: System, demand: Demand) -> Report:
    intervals, in_whole = _intervals(system, demand)
    found = [
        *(_single(system, place, interval, demand) for place, interval in sorted(intervals.items())),
        *_together(system, demand),
    ]
    return Report(
        tuple(finding for finding in found if finding),
        _hidden(system.numbers[place] for place in system.published),
        in_whole,
    )


def _intervals(system: System, demand: Demand) -> tuple[dict[Place, Interval], int]:
    found: dict[Place, Interval] = {}
    in_whole = 0
    for island in islands(system):
        wanted = [place for place in island.places if system.numbers[place].state == "onderdrukt"]
        # Wide enough counts are left as soon as two worlds show it; other measures are worked out.
        widths = {place: float(demand.width) for place in wanted if system.numbers[place].whole}
        first = island.intervals(wanted, widths)
        if len(island.places) <= demand.few and any(island.whole_numbers):
            island.whole()
            first |= island.intervals([place for place in wanted if system.numbers[place].whole], widths)
            in_whole += sum(place in system.published for place in widths)
        found |= {place: inward(i, whole=system.numbers[place].whole) for place, i in first.items()}
    return found, in_whole


def _single(system: System, place: Place, interval: Interval, demand: Demand) -> Finding | None:
    low, high, _ = interval
    whole = system.numbers[place].whole
    least = float(demand.width) if whole else demand.share * low / 100
    exactly = low == high
    if high == inf or (high - low >= least and not exactly):
        return None
    known = f"precies {_written(low)}" if exactly else f"van {_written(low)} tot en met {_written(high)}"
    if place in system.published:
        return Finding("te_smal", (place,), low, high, f"{place.label} is niet getoond, maar is {known}.")
    if whole and 0 < high < demand.minimum:
        text = f"{place.label} staat nergens, maar volgt uit andere getallen en is {known}."
        return Finding("rest", (place,), low, high, text)
    return None


def _together(system: System, demand: Demand) -> Iterator[Finding]:
    for line in system.lines:
        (total, times), *others = line.terms
        if line.low != line.high or times != -1.0 or not system.numbers[total].whole:
            continue
        whole = system.numbers[total].low
        hidden = tuple(place for place, _ in others if system.numbers[place].low is None)
        if whole is None or len(hidden) < 2:
            continue
        left = whole - sum(_shown(system.numbers, place) for place, _ in others if place not in hidden)
        if 0 < left < demand.minimum:
            names = "; ".join(place.label for place in hidden)
            yield Finding("samen", hidden, left, left, f"Samen precies {_written(left)}: {names}.")


def _shown(numbers: Mapping[Place, Number], place: Place) -> float:
    low = numbers[place].low
    return 0.0 if low is None else low


def _written(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.2f}".replace(".", ",")
