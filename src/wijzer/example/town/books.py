"""The administrative truth: what was sent and validly received, as the simulation itself keeps it.

Whoever sends a message writes here what it means, and since when that is known. Counting is done in
``reckoning``; nothing here is read back from messages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.pgb import Budget


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a toewijzing that was sent; the newest ``moment`` (date and time) holds.

    Of two with the same moment the one that was sent last holds.

    ``received``: when it really arrived; ``known``: since when it counts as known (for history: the export).
    """

    received: date
    known: date
    logged: bool
    history: bool
    moment: str
    begin: date
    end: date | None
    removed: bool = False


def newest(versions: Sequence[Version]) -> Version | None:
    """Return the version that holds of those that were sent, in the order of sending."""
    return max(reversed(versions), key=lambda version: version.moment) if versions else None


@dataclass(slots=True)
class Start:
    """A reported start that was not refused; ``void`` is the day since when it is known to be removed."""

    begin: date
    known: date
    history: bool
    void: date | None = None

    def stands(self, day: date) -> bool:
        """Say whether it was known on a day and not removed."""
        return self.known <= day and (self.void is None or self.void > day)


@dataclass(slots=True)
class Stop:
    """A reported stop that was not refused, of the delivery that began on ``begin``."""

    begin: date
    end: date
    reason: str
    known: date
    history: bool
    void: date | None = None

    def stands(self, day: date) -> bool:
        """Say whether it was known on a day and not removed."""
        return self.known <= day and (self.void is None or self.void > day)


@dataclass(slots=True)
class Dossier:
    """All that was told of one toewijzing. ``asked``: the term of the request that it answers."""

    toewijzing: Toewijzing
    versions: list[Version] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    stops: list[Stop] = field(default_factory=list)
    asked: Term | None = None

    def begun(self, known: date) -> set[date]:
        """Return the days on which care began by what was known on a day; a stop alone tells of one too."""
        removed = {start.begin for start in self.starts if start.void is not None and start.void <= known}
        told = {stop.begin for stop in self.stops if stop.stands(known)} - removed
        return {start.begin for start in self.starts if start.stands(known)} | told

    def stopped(self, begin: date, known: date) -> list[Stop]:
        """Return the stops of the delivery that began on ``begin``, by what was known on a day."""
        return [stop for stop in self.stops if stop.stands(known) and stop.begin == begin]

    def version(self, day: date) -> Version | None:
        """Return the version that held by what was known on a day."""
        known = [version for version in self.versions if version.known <= day]
        return newest(known)


@dataclass(slots=True)
class Term:
    """One term that runs: of whom, from when, and what answered it.

    ``kind`` is a term of the standard (see ``reckoning.terms``); ``answers`` are (sent, known).
    ``left_out``: a reason why it is not judged. ``dossier``: of a start or stop, whose toewijzing may have
    been told of afterwards. ``void``: since when the record is known not to stand. ``taken_back``: answers
    that did not last, as (sent, known, known not to stand).
    """

    wet: str
    kind: str
    by_gemeente: bool
    pair: tuple[str, ...]
    known: date
    begin: date
    answers: list[tuple[date, date]] = field(default_factory=list)
    left_out: str = ""
    dossier: Dossier | None = None
    void: date | None = None
    taken_back: list[tuple[date, date, date]] = field(default_factory=list)


@dataclass(slots=True)
class Line:
    """A declared line: ``cents`` is negative for a credit. ``status``: toegekend, geweigerd or wacht.

    ``declared_by``: another provider than that of the toewijzing.
    """

    dossier: Dossier
    reference: str
    begin: date
    end: date
    volume: int
    rate: int
    cents: int
    status: str
    answered: date | None
    credit_of: str | None = None
    history: bool = False
    credited: bool = False
    declared_by: str = ""

    @property
    def agb(self) -> str:
        """Who declared it."""
        return self.declared_by or self.dossier.toewijzing.provider.agb


@dataclass(frozen=True, slots=True)
class Booking:
    """An amount in the ledger: its month, taakveld, and day of booking. ``care``: of care (and pgb)."""

    year: int
    month: int
    taakveld: str
    lasten: int
    baten: int
    booked: date
    care: bool


@dataclass(slots=True)
class Request:
    """A request of a provider (315, or 317 for a renewal): until when, and what came of it."""

    toewijzing: Toewijzing
    reference: str
    referrer: str
    volume: int
    until: date | None
    asked: date
    answer: str
    answered: date | None
    history: bool = False


@dataclass(slots=True)
class Books:
    """The books of one gemeente. ``heard``: by law, the days since when messages are known, by number."""

    gemeente: str
    dossiers: dict[int, Dossier] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    bookings: list[Booking] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)
    budgets: list[Budget] = field(default_factory=list)
    heard: dict[str, list[tuple[date, str]]] = field(default_factory=dict)

    def open(self, toewijzing: Toewijzing) -> Dossier:
        """Open the dossier of a toewijzing. Raises ValueError when its number has been given before."""
        if toewijzing.number in self.dossiers:
            raise ValueError(f"number {toewijzing.number} is given twice")
        made = Dossier(toewijzing)
        self.dossiers[toewijzing.number] = made
        return made

    def known_versions(self, wet: str, day: date) -> Iterator[tuple[Dossier, Version]]:
        """Yield the toewijzingen of a law with the version that held on a day."""
        for dossier in self.dossiers.values():
            if dossier.toewijzing.product.wet == wet:
                version = dossier.version(day)
                if version is not None:
                    yield dossier, version
