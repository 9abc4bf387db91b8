"""Takes files one by one and gives a manifest for each batch that is complete. One per process."""

from __future__ import annotations

import gc
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from wijzer.intake.batch import OpenBatch
from wijzer.intake.journal_reader import JournalReader
from wijzer.intake.manifest import FileEntry, Manifest
from wijzer.intake.packs import PackReader, PackWriter, frames
from wijzer.intake.phases import announce
from wijzer.intake.quarantine import stand_in_digest
from wijzer.intake.refusals import Refused
from wijzer.intake.settings import BATCH_BYTES, BATCH_FILES, SMALL, Settings
from wijzer.intake.sources import Opener, Source, unreadable
from wijzer.intake.store import TEMPORARY, store_errors

_COUNTS = frozenset({"taken_in", "removed"})


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep Python's cycle collector from walking the growing rows again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Taker:
    """Takes files; ``journal`` tells which content hashes are known."""

    def __init__(self, settings: Settings, journal: JournalReader) -> None:
        self._settings = settings
        self._journal = journal
        self._starts = journal.starts()
        self._opener = Opener()
        self._seen: dict[bytes, str] = {}
        self._persons = settings.persons()
        self._batch = OpenBatch(settings, self._persons)

    def take(self, source: Source) -> Iterator[Manifest]:
        """Take one file; gives the manifests of the batches that it completes."""
        if source.size > SMALL:
            yield from self.finish()
            self._large(source)
            yield from self.finish()
            return
        self._small(source)
        if self._batch.bytes >= BATCH_BYTES or len(self._batch.files) >= BATCH_FILES:
            yield from self.finish()

    def finish(self) -> Iterator[Manifest]:
        """Complete the batch at hand, when there is anything in it."""
        batch, self._batch = self._batch, OpenBatch(self._settings, self._persons)
        if batch.files:
            manifest = batch.finish()
            gc.collect(1)
            yield manifest

    def close(self) -> None:
        """Let go of open files, and throw away a batch that was not finished."""
        self._batch.discard()
        self._opener.close()

    def _small(self, source: Source) -> None:
        entry = FileEntry(source.name, source.size, None, "taken_in")
        content: bytes | None = None
        try:
            if source.refusal is None or source.size:
                content = self._content(source)
                entry.digest = sha256(content).digest()
            if source.refusal is not None:
                entry.digest = entry.digest or stand_in_digest(source.name)
                self._batch.set_aside(entry, source.refusal, content)
                return
            if self._already_known(entry):
                return
            self._batch.reading.read_content(entry, content or b"", source.file_name)
        except Refused as refused:
            entry.digest = entry.digest or stand_in_digest(source.name)
            self._batch.set_aside(entry, refused.refusal, content)
            return
        self._batch.keep(entry, content or b"")
        self._seen[entry.digest or b""] = entry.what

    def _content(self, source: Source) -> bytes:
        try:
            content = self._opener.read(source)
        except Refused:
            raise
        except Exception as error:
            raise unreadable(error) from error
        if len(content) != source.size:
            raise Refused("veranderd", "Het bestand veranderde terwijl het werd gelezen.")
        return content

    def _already_known(self, entry: FileEntry) -> bool:
        digest = entry.digest or b""
        what = self._seen.get(digest)
        if what is None:
            if int.from_bytes(digest[:8], "big") not in self._starts:
                return False
            known = self._journal.status(digest)
            if known is None or known[0] not in _COUNTS:
                return False
            what = known[1]
        entry.what = what
        self._batch.known(entry)
        return True

    def _large(self, source: Source) -> None:
        """Stream a large file into a pack of its own and read it from there: what is read is what is kept."""
        entry = FileEntry(source.name, source.size, None, "taken_in")
        announce("archive", "large file")
        pack = self._settings.paths.archive / f"{self._batch.name}-g.pak{TEMPORARY}"
        try:
            self._copy(source, pack, entry)
        except Refused as refused:
            entry.digest = stand_in_digest(source.name)
            self._batch.set_aside(entry, refused.refusal, None)
            return
        if source.refusal is None and self._already_known(entry):
            pack.unlink()
            return
        refusal = source.refusal
        if refusal is None:
            try:
                with PackReader(pack, self._settings.keys.archive) as reader:
                    self._batch.reading.read(entry, reader.open(entry.offset), source.file_name)
            except Refused as refused:
                refusal = refused.refusal
        self._batch.large(entry, pack, refusal)
        if refusal is None:
            self._seen[entry.digest or b""] = entry.what

    def _copy(self, source: Source, pack: Path, entry: FileEntry) -> None:
        digest = sha256()
        size = 0

        def pieces(stream: BinaryIO) -> Iterator[bytes]:
            nonlocal size
            try:
                for piece in frames(stream):
                    digest.update(piece)
                    size += len(piece)
                    yield piece
            except (OSError, zipfile.BadZipFile, zlib.error, EOFError) as error:
                raise unreadable(error) from error

        with store_errors(pack.parent):
            writer = PackWriter(pack, self._settings.keys.archive)
            try:
                with self._opener.open(source) as stream:
                    place = writer.add_stream(pieces(stream))
                announce("archive", "before sync")
                writer.close()
            except BaseException:
                writer.discard()
                raise
        if size != source.size:
            pack.unlink()
            raise Refused("veranderd", "Het bestand veranderde terwijl het werd gelezen.")
        entry.digest, entry.offset, entry.length = digest.digest(), place.offset, place.length
