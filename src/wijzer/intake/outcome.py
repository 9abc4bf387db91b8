"""What a run tells its caller: per file what became of it, and the counts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from wijzer.intake.manifest import FileEntry, Status
from wijzer.intake.quarantine import shown
from wijzer.intake.store import StorePaths


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """What became of one file. ``path`` may be printed; ``reason`` and ``details`` are Dutch.

    ``what`` is the message type or delivery when that is known, ``report`` the file in quarantine,
    ``rows`` the records taken from it and ``warnings`` the number of findings on it.
    """

    path: str
    status: Status
    what: str
    reason: str | None
    details: tuple[str, ...]
    report: Path | None
    rows: int
    warnings: int


@dataclass(slots=True)
class IntakeResult:
    """All outcomes of a run; every file that was pointed at is in it once."""

    outcomes: list[FileOutcome] = field(default_factory=list)
    batches: int = 0
    bytes: int = 0

    def _count(self, status: Status) -> int:
        return sum(outcome.status == status for outcome in self.outcomes)

    @property
    def taken_in(self) -> int:
        """The number of files that were taken in now."""
        return self._count("taken_in")

    @property
    def already_known(self) -> int:
        """The number of files that had been taken in before."""
        return self._count("already_known")

    @property
    def set_aside(self) -> int:
        """The number of files that were set aside."""
        return self._count("set_aside")


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a run is: files done, files found up to now, bytes of the files done."""

    done: int
    found: int
    bytes_done: int


@dataclass(frozen=True, slots=True)
class RetentionResult:
    """What was removed because its term had passed: files per source, and whether a rebuild is due."""

    removed: Mapping[str, int]
    until: Mapping[str, date]

    @property
    def rebuild_needed(self) -> bool:
        """Whether the records still hold rows of what was removed."""
        return any(count for source, count in self.removed.items() if source != "quarantaine")


def outcome_of(entry: FileEntry, paths: StorePaths) -> FileOutcome:
    """Return the outcome of one file of a batch."""
    refusal = entry.refusal
    return FileOutcome(
        shown(entry.name),
        entry.status,
        entry.what,
        refusal.reason if refusal else None,
        refusal.details if refusal else (),
        paths.quarantine / entry.report if entry.report else None,
        entry.rows,
        sum(remark.count for remark in entry.remarks),
    )
