"""Facts: folded from the records that the journal names, kept until there are others, read by every job."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from importlib.metadata import version
from pathlib import Path

import ibis.expr.types as ir

from wijzer.engines import duckdb
from wijzer.engines.duckdb import Engine
from wijzer.facts import store
from wijzer.facts.tables import TABLES
from wijzer.flows.workspace import Workspace
from wijzer.intake import JournalReader, StorePaths, check_joins
from wijzer.intake.lock import only_one
from wijzer.intake.store import private_folder, store_errors

NAMES = tuple(TABLES)
"""The names of the fact tables."""

_WAIT_SECONDS = 600.0


@contextmanager
def opened(workspace: Workspace, known_on: date | None = None) -> Iterator[Mapping[str, ir.Table]]:
    """Give the fact tables, as known now or on ``known_on``; they live as long as the block.

    Facts that are older than the records are folded first. Facts of an earlier day are folded in memory
    and never take the place of those on disk.
    """
    _joins_must_hold(workspace)
    with _engine(workspace) as engine:
        if known_on is None:
            refresh(workspace)
            yield store.read(workspace.facts, engine)
        else:
            yield engine.fold(_files(workspace), known_on)


def refresh(workspace: Workspace) -> bool:
    """Fold the records into facts when they are others than those of the last time; say whether they were."""
    _joins_must_hold(workspace)
    with only_one(StorePaths(workspace.data).lock, _WAIT_SECONDS), store_errors(workspace.facts):
        files = _files(workspace)
        source = _fingerprint(files, workspace)
        if store.source_of(workspace.facts) == source:
            return False
        with _engine(workspace) as engine:
            store.write(engine.fold(files), workspace.facts, engine, source)
    return True


def _joins_must_hold(workspace: Workspace) -> None:
    """Refuse facts made with another choice to join laws: a withdrawn legal basis ends the use of them."""
    settings = workspace.settings
    check_joins(StorePaths(workspace.data), settings.gemeente_codes, settings.joined_laws)


def _engine(workspace: Workspace) -> Engine:
    settings = workspace.settings
    # What does not fit in memory is about persons too, so it goes to a folder that is closed to others.
    return duckdb.open(settings.threads, settings.memory, private_folder(workspace.data / "tijdelijk"))


def _files(workspace: Workspace) -> dict[str, list[Path]]:
    """Return the record files that the journal names, by record; none before the first intake."""
    paths = StorePaths(workspace.data)
    if not paths.journal.is_file():
        return {}
    journal = JournalReader.open_readonly(paths)
    try:
        return {record: journal.committed_files(record) for record in journal.records()}
    finally:
        journal.close()


def _fingerprint(files: Mapping[str, list[Path]], workspace: Workspace) -> str:
    names = sorted(str(path.relative_to(workspace.data)) for paths in files.values() for path in paths)
    return hashlib.sha256("\n".join([version("wijzer"), *names]).encode()).hexdigest()
