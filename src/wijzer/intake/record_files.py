"""The Parquet files of one batch: written under temporary names, made durable, then renamed.

A file that nobody named in the journal does not count and is removed at the next start.
"""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from wijzer.intake.manifest import RecordFile
from wijzer.intake.phases import announce
from wijzer.intake.store import TEMPORARY, open_private, private_folder, sync_files


class RecordFiles:
    """Collects tables per record; ``part`` keeps apart what is accepted or dropped on its own."""

    def __init__(self, folder: Path, batch: str) -> None:
        self._folder = folder
        self._batch = batch
        self._writers: dict[str, pq.ParquetWriter] = {}
        self._records: dict[str, str] = {}
        self._rows: dict[str, int] = {}
        self._parts: dict[str, str] = {}

    def add(self, record: str, part: str, table: pa.Table) -> None:
        """Append a table to the file of a record and part."""
        path = f"{record}/{self._batch}-{part}.parquet"
        writer = self._writers.get(path)
        if writer is None:
            private_folder(self._folder / record)
            temporary = self._folder / (path + TEMPORARY)
            os.close(open_private(temporary))
            writer = pq.ParquetWriter(str(temporary), table.schema, compression="zstd", compression_level=1)
            self._writers[path], self._records[path], self._parts[path] = writer, record, part
            self._rows[path] = 0
        writer.write_table(table)
        self._rows[path] += table.num_rows

    def drop(self, part: str) -> None:
        """Throw away what was written of one part."""
        for path in [path for path, its in self._parts.items() if its == part]:
            self._writers.pop(path).close()
            (self._folder / (path + TEMPORARY)).unlink(missing_ok=True)
            del self._records[path], self._parts[path], self._rows[path]

    def finish(self) -> list[RecordFile]:
        """Complete all files under their temporary names, safely on disk; ``publish`` renames them."""
        for writer in self._writers.values():
            writer.close()
        announce("facts", "before sync")
        sync_files(self._folder / (path + TEMPORARY) for path in self._writers)
        return [RecordFile(self._records[path], path, self._rows[path]) for path in self._writers]

    def publish(self) -> None:
        """Give the files their own names."""
        for path in self._writers:
            announce("rename", "records")
            os.rename(self._folder / (path + TEMPORARY), self._folder / path)
        sync_files(self._folder / record for record in set(self._records.values()))

    def discard(self) -> None:
        """Throw away everything."""
        for part in set(self._parts.values()):
            self.drop(part)
