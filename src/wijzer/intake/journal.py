"""The journal: an SQLite file that says which originals and which record files count.

A batch is one transaction; before it, nothing of the batch counts, after it, all of it does. Names of
files are encrypted in it, and it holds no value of a person: a file is known by its content hash.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import count
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wijzer.intake.journal_reader import JournalReader, KnownFile, unusable
from wijzer.intake.manifest import FileEntry, Manifest, RecordFile
from wijzer.intake.phases import announce
from wijzer.intake.problems import StoreProblem
from wijzer.intake.quarantine import stand_in_digest
from wijzer.intake.store import TEMPORARY, StorePaths, open_private, sync

KEY_CHECK = "sleutelcontrole"
_SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE batch (
    batch TEXT PRIMARY KEY, committed_at TEXT NOT NULL, job TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE file (
    digest BLOB PRIMARY KEY, status TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL,
    gemeenten TEXT NOT NULL, day TEXT, size INTEGER NOT NULL, row_count INTEGER NOT NULL,
    pack TEXT, pack_offset INTEGER, pack_length INTEGER, reason TEXT, report TEXT,
    batch TEXT NOT NULL, removed_on TEXT) WITHOUT ROWID;
CREATE INDEX file_pack ON file (pack);
CREATE TABLE delivery (
    batch TEXT NOT NULL, digest BLOB, outcome TEXT NOT NULL, name BLOB NOT NULL, reason TEXT);
CREATE TABLE record_file (
    path TEXT PRIMARY KEY, record TEXT NOT NULL, batch TEXT NOT NULL,
    row_count INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE remark (
    digest BLOB NOT NULL, code TEXT NOT NULL, severity TEXT NOT NULL, path TEXT NOT NULL,
    line INTEGER NOT NULL, count INTEGER NOT NULL);
CREATE INDEX remark_digest ON remark (digest);
"""

__all__ = ["Journal", "JournalReader", "KnownFile", "insert_record_files"]


class Journal(JournalReader):
    """The journal of one workspace, to write: for the run that holds the lock."""

    @classmethod
    def open(cls, paths: StorePaths, key_check: str) -> Journal:
        """Open the journal for writing; make it, with the check value of the key, when there is none yet."""
        try:
            if not paths.journal.exists():
                _make(paths.journal, key_check)
            connection = sqlite3.connect(paths.journal, isolation_level=None, timeout=30)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=FULL")
        except (sqlite3.Error, OSError) as error:
            raise StoreProblem(unusable(paths.journal, error)) from error
        return cls(paths, connection)

    def set_setting(self, name: str, value: str) -> None:
        """Keep a setting."""
        self._db.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (name, value))

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """All or nothing; the end of the block is the moment at which it counts."""
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            raise StoreProblem(unusable(self.paths.journal, error)) from error

    def commit(self, manifest: Manifest, committed_at: str, job: str, names_key: bytes) -> None:
        """Make a batch count."""
        announce("journal", "begin")
        with self.transaction() as db:
            db.execute("INSERT INTO batch VALUES (?, ?, ?)", (manifest.batch, committed_at, job))
            self._insert_files(db, manifest)
            hide = _hider(names_key)
            db.executemany(
                "INSERT INTO delivery VALUES (?, ?, ?, ?, ?)",
                [
                    (manifest.batch, file.digest, file.status, hide(file.name), _code(file))
                    for file in manifest.files
                ],
            )
            insert_record_files(db, manifest.batch, manifest.record_files)
            _forget_unreadable(db, manifest)
            announce("journal", "before commit")
        announce("journal", "committed")

    def _insert_files(self, db: sqlite3.Connection, manifest: Manifest) -> None:
        new = [file for file in manifest.files if file.digest is not None and file.status != "already_known"]
        new.sort(key=lambda file: file.digest or b"")  # the table is in this order
        db.executemany(
            "DELETE FROM remark WHERE digest = ?", [(file.digest,) for file in new if file.remarks]
        )
        db.executemany(
            "INSERT OR REPLACE INTO file VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,NULL)",
            [
                (
                    *(
                        file.digest,
                        file.status,
                        file.kind,
                        file.what,
                        " ".join(file.gemeenten),
                        file.day,
                        file.size,
                    ),
                    *(
                        file.rows,
                        file.pack,
                        file.offset,
                        file.length,
                        _code(file),
                        file.report,
                        manifest.batch,
                    ),
                )
                for file in new
            ],
        )
        _insert_remarks(db, new)

    def update_read(self, db: sqlite3.Connection, files: Sequence[FileEntry]) -> None:
        """Note, within a transaction, what reading files again gave."""
        db.executemany(
            "UPDATE file SET status = ?, kind = ?, what = ?, gemeenten = ?, day = ?, row_count = ?, "
            "reason = ?, report = ? WHERE digest = ?",
            [
                (
                    *(file.status, file.kind, file.what, " ".join(file.gemeenten), file.day, file.rows),
                    *(_code(file), file.report, file.digest),
                )
                for file in files
            ],
        )
        _insert_remarks(db, files)


def _make(path: Path, key_check: str) -> None:
    """Make an empty journal, under a temporary name first: whoever sees it sees it whole."""
    temporary = path.with_name(path.name + TEMPORARY)
    os.close(open_private(temporary))
    connection = sqlite3.connect(temporary)
    with connection:
        connection.executescript(_SCHEMA)
        connection.execute("INSERT INTO setting VALUES (?, ?)", (KEY_CHECK, key_check))
    connection.close()
    os.rename(temporary, path)
    sync(path.parent)


def _forget_unreadable(db: sqlite3.Connection, manifest: Manifest) -> None:
    """Drop the note that a file could not be read, now that it was read under the same name."""
    if db.execute("SELECT 1 FROM file WHERE reason = 'onleesbaar' LIMIT 1").fetchone() is None:
        return
    read = [file for file in manifest.files if _code(file) != "onleesbaar"]
    db.executemany("DELETE FROM file WHERE digest = ?", [(stand_in_digest(file.name),) for file in read])


def _insert_remarks(db: sqlite3.Connection, files: Sequence[FileEntry]) -> None:
    db.executemany(
        "INSERT INTO remark VALUES (?, ?, ?, ?, ?, ?)",
        [(file.digest, r.code, r.severity, r.path, r.line, r.count) for file in files for r in file.remarks],
    )


def insert_record_files(db: sqlite3.Connection, batch: str, record_files: Sequence[RecordFile]) -> None:
    """Name record files in the journal, within a transaction."""
    db.executemany(
        "INSERT INTO record_file VALUES (?, ?, ?, ?)",
        [(file.path, file.record, batch, file.rows) for file in record_files],
    )


def _hider(key: bytes) -> Callable[[str], bytes]:
    """Return what encrypts names: a nonce is eight random bytes for the batch and a number."""
    cipher, start = AESGCM(key), os.urandom(8)
    numbers = count()

    def hide(name: str) -> bytes:
        nonce = start + next(numbers).to_bytes(4, "big")
        return nonce + cipher.encrypt(nonce, name.encode("utf-8", "surrogateescape"), None)

    return hide


def _code(file: FileEntry) -> str | None:
    return file.refusal.code if file.refusal else None
