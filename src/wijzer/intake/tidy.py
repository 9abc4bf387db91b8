"""Removes what an interrupted run left: files that the journal does not name do not count."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from wijzer.intake.journal_reader import JournalReader
from wijzer.intake.store import TEMPORARY, StorePaths


def tidy(paths: StorePaths, journal: JournalReader) -> int:
    """Remove every file of intake that the journal does not name; return how many."""
    packs, records, reports = journal.packs(), journal.record_paths(), journal.reports()
    removed = 0
    for file in _files(paths.archive):
        removed += _remove_unless(str(file.relative_to(paths.data)) in packs, file)
    for file in _files(paths.quarantine):
        counts = str(file.relative_to(paths.data)) in packs or file.name in reports
        removed += _remove_unless(counts, file)
    for file in _files(paths.records):
        removed += _remove_unless(str(file.relative_to(paths.records)) in records, file)
    return removed


def _files(folder: Path) -> Iterator[Path]:
    for place, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".pak", ".txt", ".parquet", TEMPORARY)):
                yield Path(place, name)


def _remove_unless(counts: bool, file: Path) -> int:
    if counts:
        return 0
    file.unlink()
    return 1
