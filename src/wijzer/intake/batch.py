"""One batch on its way to the journal: originals to packs, reports to quarantine, rows to record files.

Everything is written under temporary names and made durable; then it is renamed; then the journal
commits. Whatever happens before that commit leaves nothing that counts.
"""

from __future__ import annotations

import os
import uuid
from collections.abc import Sequence
from pathlib import Path

from wijzer.intake.manifest import FileEntry, Manifest, Refusal
from wijzer.intake.packs import PackWriter
from wijzer.intake.phases import announce
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.quarantine import report_name, report_text, write_report
from wijzer.intake.reading import Reading
from wijzer.intake.record_files import RecordFiles
from wijzer.intake.settings import Settings
from wijzer.intake.store import TEMPORARY, store_errors, sync_files


class OpenBatch:
    """A batch that takes files; ``finish`` gives its manifest."""

    def __init__(self, settings: Settings, persons: Pseudonymiser) -> None:
        self.name = uuid.uuid4().hex
        self.bytes = 0
        self.files: list[FileEntry] = []
        self.records = RecordFiles(settings.paths.records, self.name)
        self.reading = Reading(settings.gemeenten, self.records, persons)
        self._settings = settings
        self._paths = settings.paths
        self._kept: list[tuple[FileEntry, bytes]] = []
        self._set_aside: list[tuple[FileEntry, bytes]] = []
        self._renames: list[tuple[Path, Path]] = []

    def keep(self, entry: FileEntry, content: bytes) -> None:
        """Take a small file in: its original goes to the archive."""
        self.files.append(entry)
        self._kept.append((entry, content))
        self.bytes += len(content)

    def set_aside(self, entry: FileEntry, refusal: Refusal, content: bytes | None) -> None:
        """Set a file aside: a report, and the original encrypted beside it (None: it could not be read)."""
        _refuse(entry, refusal)
        self.files.append(entry)
        if content is not None:
            self._set_aside.append((entry, content))
            self.bytes += len(content)

    def known(self, entry: FileEntry) -> None:
        """Note a file that was taken in before."""
        entry.status = "already_known"
        self.files.append(entry)

    def large(self, entry: FileEntry, pack: Path, refusal: Refusal | None) -> None:
        """Take a large file, of which ``pack`` (temporary, complete) already holds the original."""
        self.files.append(entry)
        folder = self._paths.archive
        if refusal is not None:
            _refuse(entry, refusal)
            folder = self._paths.quarantine
        final = folder / pack.name.removesuffix(TEMPORARY)
        entry.pack = str(final.relative_to(self._paths.data))
        self._renames.append((pack, final))

    def finish(self) -> Manifest:
        """Write and rename everything; what remains is the journal's commit. Raises StoreProblem."""
        try:
            with store_errors(self._paths.data):
                announce("archive", "begin")
                self._write_pack(self._paths.archive, self._kept)
                self._write_pack(self._paths.quarantine, self._set_aside)
                self._write_reports()
                announce("facts", "begin")
                self.reading.write()
                record_files = self.records.finish()
                announce("rename", "begin")
                self._publish()
        except BaseException:
            self.discard()
            raise
        return Manifest(self.name, self.files, record_files)

    def discard(self) -> None:
        """Throw away what is on disk under temporary names."""
        self.records.discard()
        for temporary, _ in self._renames:
            temporary.unlink(missing_ok=True)

    def _write_pack(self, folder: Path, contents: Sequence[tuple[FileEntry, bytes]]) -> None:
        if not contents:
            return
        final = folder / f"{self.name}.pak"
        temporary = final.with_name(final.name + TEMPORARY)
        relative = str(final.relative_to(self._paths.data))
        self._renames.append((temporary, final))
        pack = PackWriter(temporary, self._settings.keys.archive)
        try:
            for number, (entry, content) in enumerate(contents):
                if number == len(contents) // 2:
                    announce("archive", "halfway")
                place = pack.add(content)
                entry.pack = relative
                entry.offset, entry.length = place.offset, place.length
            announce("archive", "before sync")
            pack.close()
        except BaseException:
            pack.discard()
            raise

    def _write_reports(self) -> None:
        written: list[Path] = []
        for entry in self.files:
            if entry.refusal is None or entry.digest is None:
                continue
            name = report_name(entry.digest)
            text = report_text(entry.name, entry.digest, entry.size, entry.refusal)
            temporary = write_report(self._paths.quarantine, name, text)
            self._renames.append((temporary, self._paths.quarantine / name))
            entry.report = name
            written.append(temporary)
        if written:
            sync_files(written)

    def _publish(self) -> None:
        for temporary, final in dict(self._renames).items():
            announce("rename", "originals")
            os.rename(temporary, final)
        sync_files({final.parent for _, final in self._renames})
        self.records.publish()


def _refuse(entry: FileEntry, refusal: Refusal) -> None:
    entry.status, entry.refusal = "set_aside", refusal
    entry.rows, entry.remarks = 0, ()
