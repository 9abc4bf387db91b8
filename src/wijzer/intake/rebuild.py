"""The records made again from the archive: the same files read by the same code give the same facts.

The new record files are written beside the old; one transaction lets them count instead. An interrupted
rebuild changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from wijzer.intake.batch import OpenBatch
from wijzer.intake.journal import Journal, insert_record_files
from wijzer.intake.journal_reader import KnownFile
from wijzer.intake.manifest import FileEntry, Manifest
from wijzer.intake.packs import PackReader
from wijzer.intake.phases import announce
from wijzer.intake.problems import StoreProblem
from wijzer.intake.refusals import Refused
from wijzer.intake.settings import BATCH_BYTES, BATCH_FILES, SMALL, Settings
from wijzer.intake.taker import collector_paused


def rebuild(settings: Settings, journal: Journal, committed_at: str) -> list[Manifest]:
    """Read all originals again and let the new records count. Raises StoreProblem for a broken archive."""
    with collector_paused():
        manifests = list(_manifests(settings, journal))
    announce("journal", "begin")
    with journal.transaction() as db:
        db.execute("DELETE FROM record_file")
        db.execute("DELETE FROM remark")
        for manifest in manifests:
            db.execute("INSERT INTO batch VALUES (?, ?, 'herbouw')", (manifest.batch, committed_at))
            insert_record_files(db, manifest.batch, manifest.record_files)
            journal.update_read(db, manifest.files)
        announce("journal", "before commit")
    announce("journal", "committed")
    return manifests


def _manifests(settings: Settings, journal: Journal) -> Iterator[Manifest]:
    persons = settings.persons()
    batch = OpenBatch(settings, persons)
    try:
        for pack, files in groupby(journal.files("taken_in"), key=lambda file: file.pack):
            if pack is None:
                raise StoreProblem("Het journaal noemt een ingenomen bestand zonder plaats in het archief.")
            with PackReader(settings.paths.data / pack, settings.keys.archive) as reader:
                for file in files:
                    large = file.size > SMALL
                    if batch.files and (
                        large or batch.bytes >= BATCH_BYTES or len(batch.files) >= BATCH_FILES
                    ):
                        yield batch.finish()
                        batch = OpenBatch(settings, persons)
                    _read(batch, reader, file, large=large)
        if batch.files:
            yield batch.finish()
    except BaseException:
        batch.discard()
        raise


def _read(batch: OpenBatch, reader: PackReader, file: KnownFile, *, large: bool) -> None:
    entry = FileEntry(file.digest.hex(), file.size, file.digest, "taken_in")
    entry.pack, entry.offset, entry.length = file.pack, file.offset, file.length
    name = f"{file.what}.csv"
    try:
        if large:
            batch.reading.read(entry, reader.open(file.offset), name)
        else:
            content = reader.read(file.offset)
            if sha256(content).digest() != file.digest:
                raise StoreProblem(_changed(reader.path))
            batch.reading.read_content(entry, content, name)
    except Refused as refused:
        entry.status, entry.refusal = "set_aside", refused.refusal
    batch.files.append(entry)
    batch.bytes += file.size


def _changed(path: Path) -> str:
    return (
        f"In het archiefbestand {path} klopt een origineel niet meer met het journaal. Zet dit bestand "
        "terug uit een reservekopie en start opnieuw; de oude feiten blijven tot dan gelden."
    )
