"""Where intake keeps things: folders and files under ``data/``, closed to other users.

``archive/`` the originals, encrypted; ``quarantine/`` what was set aside, with a report each;
``facts/records/`` what was read, without names; ``journal.sqlite3`` what happened; ``intake.lock``.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from wijzer.intake.problems import StoreProblem, system_reason

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
TEMPORARY = ".deel"
_SIDE_BY_SIDE = 8


@dataclass(frozen=True, slots=True)
class StorePaths:
    """The places of one workspace; ``data`` is its ``data/`` folder."""

    data: Path

    @property
    def archive(self) -> Path:
        """Packs of encrypted originals."""
        return self.data / "archive"

    @property
    def quarantine(self) -> Path:
        """Reports and encrypted originals of files that were set aside."""
        return self.data / "quarantine"

    @property
    def facts(self) -> Path:
        """Everything in Parquet."""
        return self.data / "facts"

    @property
    def records(self) -> Path:
        """What was read from messages and tables: one folder a record, one file a batch."""
        return self.facts / "records"

    @property
    def journal(self) -> Path:
        """The SQLite file that says what counts."""
        return self.data / "journal.sqlite3"

    @property
    def lock(self) -> Path:
        """The file that one run at a time holds."""
        return self.data / "intake.lock"

    def create(self) -> None:
        """Make the folders that are missing, closed to other users.

        Raises StoreProblem when a folder cannot be made or written.
        """
        for folder in (self.data, self.archive, self.quarantine, self.facts, self.records):
            try:
                folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
                folder.chmod(PRIVATE_FOLDER)
            except OSError as error:
                raise StoreProblem(_cannot_write(folder, error)) from error
            if not os.access(folder, os.W_OK | os.X_OK):
                raise StoreProblem(_cannot_write(folder, None))


def private_folder(folder: Path) -> Path:
    """Make ``folder``, closed to other users, and return it."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return folder


def open_private(path: Path) -> int:
    """Open a new file for writing, readable by its owner alone; return the descriptor."""
    return os.open(path, os.O_CREAT | os.O_TRUNC | os.O_RDWR, PRIVATE_FILE)


def sync(path: Path) -> None:
    """Make a file, or the renames in a folder, last through a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_files(paths: Iterable[Path]) -> None:
    """Make many files or folders last; side by side, since the disk takes them together."""
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        list(pool.map(sync, paths))


@contextmanager
def store_errors(place: Path) -> Iterator[None]:
    """Turn a failing disk under ``place`` into a StoreProblem in plain Dutch."""
    try:
        yield
    except OSError as error:
        raise StoreProblem(_cannot_write(place, error)) from error


def _cannot_write(place: Path, error: OSError | None) -> str:
    reason = system_reason(error) if error is not None else "geen schrijfrecht"
    return (
        f"De map {place} kan niet worden beschreven ({reason}). Er is niets half bewaard: wat al in het "
        "journaal stond, blijft gelden. Maak ruimte of geef schrijfrecht, en start opnieuw; "
        "wat al is ingenomen, wordt dan overgeslagen."
    )
