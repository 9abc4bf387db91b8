"""What the journal can be asked: files, record files, remarks, deliveries."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from wijzer.intake.problems import StoreProblem, system_reason
from wijzer.intake.store import StorePaths

_FILE_COLUMNS = (
    "digest, status, kind, what, gemeenten, day, size, row_count, pack, pack_offset, pack_length, report"
)


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that the journal knows; ``status`` is taken_in, set_aside or removed (past its term)."""

    digest: bytes
    status: str
    kind: str
    what: str
    gemeenten: tuple[str, ...]
    day: str | None
    size: int
    rows: int
    pack: str | None
    offset: int
    length: int
    report: str | None


class JournalReader:
    """The journal of one workspace, to read. Other runs may write at the same time."""

    def __init__(self, paths: StorePaths, connection: sqlite3.Connection) -> None:
        self.paths = paths
        self._db = connection

    @classmethod
    def open_readonly(cls, paths: StorePaths) -> JournalReader:
        """Open the journal to read. Raises StoreProblem when there is none yet."""
        if not paths.journal.is_file():
            raise StoreProblem(
                f"Er is nog geen journaal op {paths.journal}: neem eerst bestanden in met wijzer intake."
            )
        try:
            uri = f"{paths.journal.resolve().as_uri()}?mode=rw"
            connection = sqlite3.connect(uri, uri=True, timeout=30)
            connection.execute("PRAGMA query_only=ON")
            connection.execute("SELECT count(*) FROM setting")
        except sqlite3.Error as error:
            raise StoreProblem(unusable(paths.journal, error)) from error
        return JournalReader(paths, connection)

    def close(self) -> None:
        """Close the connection; SQLite then tidies its own auxiliary files (hence rw, with query_only)."""
        self._db.close()

    def setting(self, name: str) -> str | None:
        """Return a setting that the data were made with, or None."""
        row = self._db.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
        return None if row is None else str(row[0])

    def starts(self) -> set[int]:
        """Return the first eight bytes of each content hash known, as numbers: a quick way to say no."""
        return {int.from_bytes(row[0][:8], "big") for row in self._db.execute("SELECT digest FROM file")}

    def status(self, digest: bytes) -> tuple[str, str] | None:
        """Return status and kind of a file by its content hash, or None when it is unknown."""
        row = self._db.execute("SELECT status, what FROM file WHERE digest = ?", (digest,)).fetchone()
        return None if row is None else (str(row[0]), str(row[1]))

    def files(self, status: str | None = None) -> list[KnownFile]:
        """Return the files known, all or of one status, by place in the archive."""
        sql = (
            f"SELECT {_FILE_COLUMNS} FROM file WHERE ?1 IS NULL OR status = ?1 "  # noqa: S608 - a constant
            "ORDER BY pack, pack_offset, digest"
        )
        return [
            KnownFile(
                *(row[0], row[1], row[2], row[3], tuple(row[4].split()), row[5], row[6], row[7]),
                *(row[8], row[9] or 0, row[10] or 0, row[11]),
            )
            for row in self._db.execute(sql, (status,))
        ]

    def batch_day(self, digest: bytes) -> str | None:
        """Return the day (ISO) of the batch in which a file was last dealt with."""
        row = self._db.execute(
            "SELECT committed_at FROM file JOIN batch USING (batch) WHERE digest = ?", (digest,)
        ).fetchone()
        return None if row is None else str(row[0])[:10]

    def records(self) -> list[str]:
        """Return the names of the records of which there are files."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT record FROM record_file ORDER BY record")]

    def committed_files(self, record: str) -> list[Path]:
        """Return the Parquet files of ``record`` that count."""
        rows = self._db.execute("SELECT path FROM record_file WHERE record = ? ORDER BY path", (record,))
        return [self.paths.records / row[0] for row in rows]

    def record_paths(self) -> set[str]:
        """Return all record files that count, relative to the folder of records."""
        return {row[0] for row in self._db.execute("SELECT path FROM record_file")}

    def packs(self) -> set[str]:
        """Return the packs that hold an original, relative to the archive or the quarantine."""
        return {row[0] for row in self._db.execute("SELECT DISTINCT pack FROM file WHERE pack IS NOT NULL")}

    def reports(self) -> set[str]:
        """Return the names of the reports in quarantine that count."""
        return {row[0] for row in self._db.execute("SELECT report FROM file WHERE report IS NOT NULL")}

    def remarks(self) -> list[tuple[str, str, str, int]]:
        """Return what was remarked on files taken in: code, severity, path and count, most first."""
        sql = (
            "SELECT code, severity, path, sum(count) FROM remark "
            "GROUP BY code, severity, path ORDER BY 4 DESC, 1, 3"
        )
        return [(str(a), str(b), str(c), int(d)) for a, b, c, d in self._db.execute(sql)]

    def names(self, digest: bytes, key: bytes) -> list[str]:
        """Return the names under which a file was delivered; ``key`` is the key of names."""
        cipher = AESGCM(key)
        rows = self._db.execute("SELECT DISTINCT name FROM delivery WHERE digest = ?", (digest,))
        return sorted(
            {
                cipher.decrypt(row[0][:12], row[0][12:], None).decode("utf-8", "surrogateescape")
                for row in rows
            }
        )

    def deliveries(self) -> list[tuple[str, str, int]]:
        """Return per batch and outcome the number of files, in order of time."""
        sql = (
            "SELECT committed_at, outcome, count(*) FROM delivery JOIN batch USING (batch) "
            "GROUP BY batch, outcome ORDER BY 1, batch, 2"
        )
        return [(str(a), str(b), int(c)) for a, b, c in self._db.execute(sql)]


def unusable(path: Path, error: Exception) -> str:
    """Say in Dutch that the journal cannot be used."""
    reason = system_reason(error) if isinstance(error, OSError) else "beschadigd, bezet of vol"
    return (
        f"Het journaal {path} kan niet worden gebruikt ({reason}). Controleer de vrije ruimte en het "
        "schrijfrecht en start opnieuw. Is het bestand beschadigd, zet dan de laatste reservekopie terug."
    )
