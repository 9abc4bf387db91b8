"""Take in: files become records without names, and records become facts; nothing is lost on the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from wijzer.flows.facts import refresh
from wijzer.flows.workspace import Workspace
from wijzer.intake import (
    FileOutcome,
    Intake,
    IntakeResult,
    JoinBasis,
    Progress,
    RetentionResult,
    StorePaths,
)

__all__ = ["FileOutcome", "IntakeResult", "RetentionResult", "rebuild", "retention", "take_in"]

Report = Callable[[int, int | None], None]


def take_in(
    workspace: Workspace, places: Sequence[Path], processes: int = 1, report: Report = lambda *_: None
) -> IntakeResult:
    """Take in all files in ``places`` (files, folders, zips) and fold what is new into the facts."""
    result = _intake(workspace, processes, report).take_in(places, _now())
    refresh(workspace)
    return result


def rebuild(workspace: Workspace, report: Report = lambda *_: None) -> IntakeResult:
    """Read every original in the archive again, and fold the facts anew."""
    result = _intake(workspace, 1, report).rebuild(_now())
    refresh(workspace)
    return result


def retention(
    workspace: Workspace, report: Report = lambda *_: None, today: date | None = None
) -> RetentionResult:
    """Remove originals whose term has passed, journal it, and rebuild records and facts from the rest."""
    intake = _intake(workspace, 1, report)
    result = intake.retention(workspace.settings.retention_years, today or _now().date())
    if result.rebuild_needed:
        intake.rebuild(_now())
        refresh(workspace)
    return result


def _intake(workspace: Workspace, processes: int, report: Report) -> Intake:
    def progress(state: Progress) -> None:
        report(state.done, state.found)

    settings = workspace.settings
    return Intake(
        StorePaths(workspace.data),
        workspace.keys(),
        dict(settings.gemeenten),
        {code: JoinBasis(**basis) for code, basis in settings.joined_laws.items()},
        processes=processes,
        progress=progress,
    )


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)
