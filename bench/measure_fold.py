"""Fold records to facts in a process of its own and print one line of JSON.

Run by `bench.towns`: `python -m bench.measure_fold RECORDS TEMPORARY`. The plan of folding is compiled
before the clock starts: it is the same for any number of records, and a workspace keeps it.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from bench.figures import Figures, processor_seconds, tell
from bench.peers.asked import MEMORY, THREADS
from wijzer.engines import duckdb


def fold(records: Path, temporary: Path) -> Figures:
    """Fold all records below a folder."""
    files = {record.name: sorted(record.glob("*.parquet")) for record in records.iterdir()}
    with duckdb.open(THREADS, MEMORY, temporary) as engine:
        engine.fold({})
    with duckdb.open(THREADS, MEMORY, temporary) as engine:
        started, cpu = time.perf_counter(), processor_seconds()
        engine.fold(files)
        return {
            "seconds": time.perf_counter() - started,
            "cpu_seconds": processor_seconds() - cpu,
        }


if __name__ == "__main__":
    tell(fold(Path(sys.argv[1]), Path(sys.argv[2])))
