"""Content that two processes read at the same moment: the first counts, the second is taken out."""

from __future__ import annotations

import os

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from wijzer.intake.manifest import FileEntry, Manifest, RecordFile
from wijzer.intake.reading import MARK
from wijzer.intake.repack import rewrite
from wijzer.intake.settings import Settings
from wijzer.intake.store import TEMPORARY, open_private, sync


class Doubles:
    """Remembers what was taken in during this run."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._taken: set[bytes] = set()

    def take_out(self, manifest: Manifest) -> None:
        """Take files out of a batch that another batch of this run has taken in already."""
        fresh = [file for file in manifest.files if file.status == "taken_in" and file.digest is not None]
        doubles = [file for file in fresh if file.digest in self._taken]
        self._taken.update(file.digest for file in fresh if file.digest is not None)
        if not doubles:
            return
        marks = [(file.digest or b"").hex()[:MARK] for file in doubles]
        kept = (self._without(file, marks) for file in manifest.record_files)
        manifest.record_files = [file for file in kept if file is not None]
        for pack in {file.pack for file in doubles if file.pack is not None}:
            self._repack(pack, [file for file in fresh if file.pack == pack and file not in doubles])
        for file in doubles:
            file.status, file.rows, file.remarks, file.pack = "already_known", 0, (), None

    def _without(self, file: RecordFile, marks: list[str]) -> RecordFile | None:
        path = self._settings.paths.records / file.path
        table = pq.read_table(path)
        origin = table.column("bericht" if "bericht" in table.column_names else "aanlevering")
        rest = table.filter(pc.invert(pc.is_in(origin, pa.array(marks))))
        if rest.num_rows == table.num_rows:
            return file
        if not rest.num_rows:
            path.unlink()
            return None
        temporary = path.with_name(path.name + TEMPORARY)
        os.close(open_private(temporary))
        pq.write_table(rest, temporary, compression="zstd", compression_level=1)
        sync(temporary)
        os.rename(temporary, path)
        return RecordFile(file.record, file.path, rest.num_rows)

    def _repack(self, pack: str, staying: list[FileEntry]) -> None:
        places = rewrite(self._settings, pack, [file.offset for file in staying])
        (self._settings.paths.data / pack).unlink()
        for file, (name, place) in zip(staying, places, strict=True):
            file.pack, file.offset, file.length = name, place.offset, place.length
