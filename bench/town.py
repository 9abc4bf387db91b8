"""One model municipality: made, and taken in to facts, as a gemeente would."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from datetime import time as clock
from pathlib import Path

from bench.figures import Figures, peak_megabytes, processor_seconds
from wijzer.engines import duckdb
from wijzer.example import town
from wijzer.facts import store
from wijzer.intake import Intake, Journal, Keys, StorePaths

PAIR = ("westervoort", "duiven")


def _settings(seed: int, scale: int) -> town.Settings:
    return town.Settings(tuple(map(town.gemeente, PAIR)), seed=seed, scale=scale)


def make(folder: Path, seed: int, scale: int) -> Figures:
    """Write the standard pair of a seed; ``scale`` 1 is the whole pair."""
    started = time.perf_counter()
    made = town.write(folder / "town", _settings(seed, scale))
    files = [path for path in (folder / "town" / "inbox").rglob("*") if path.is_file()]
    return {
        "seconds": time.perf_counter() - started,
        "messages": made.messages,
        "megabytes": sum(path.stat().st_size for path in files) / 1e6,
    }


def take_in(folder: Path, processes: int) -> Figures:
    """Take the town in, fold it and write its facts; ``lines`` is what was declared."""
    settings = _settings(1, 1)
    paths = StorePaths(folder / "data")
    paths.create()
    keys = Keys.create(folder / "sleutel")
    names = {place.code: place.name for place in settings.gemeenten}
    now = datetime.combine(settings.closing, clock(9), UTC)
    temporary = folder / "tijdelijk"
    temporary.mkdir(mode=0o700)
    started, cpu = time.perf_counter(), processor_seconds()
    Intake(paths, keys, names, processes=processes).take_in([folder / "town" / "inbox"], now)
    taken, taken_cpu = time.perf_counter(), processor_seconds()
    take_in_peak = peak_megabytes()
    journal = Journal.open_readonly(paths)
    with duckdb.open(processes, "4GB", temporary) as engine:
        facts = engine.fold({record: journal.committed_files(record) for record in journal.records()})
        store.write(facts, folder / "facts", engine)
        lines = engine.execute(facts["prestatie"].count().as_table()).column(0)[0].as_py()
    journal.close()
    return {
        "lines": lines,
        "take_in_seconds": taken - started,
        "take_in_cpu_seconds": taken_cpu - cpu,
        "take_in_peak_mb": take_in_peak,
        "fold_seconds": time.perf_counter() - taken,
    }
