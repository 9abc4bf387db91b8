"""Measure one thing in a process of its own and print it as one line of JSON.

Run by `bench.run`: `python -m bench.measure parse FOLDER`, and so for the names in `MEASURES`. A process
of its own keeps memory figures honest and caches cold.
"""

from __future__ import annotations

import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from lxml import etree

from wijzer.engines import duckdb
from wijzer.facts import folding, store
from wijzer.intake import Intake, Journal, Keys, StorePaths
from wijzer.messages.schema import compiled
from wijzer.standards import message_type

TOWNS = {"0293": "Westervoort", "0226": "Duiven"}
NOW = datetime(2026, 1, 1, tzinfo=UTC)
Figures = dict[str, float]


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.xml"))


def parse(folder: Path) -> Figures:
    """Parse every file to a tree with bare lxml; nothing is checked and nothing is kept."""
    parser = etree.XMLParser()
    files = _files(folder)
    started = time.perf_counter()
    for path in files:
        etree.parse(path, parser)
    return {"seconds": time.perf_counter() - started, "files": len(files)}


def parse_check(folder: Path) -> Figures:
    """Parse every file to a tree and check it during the parse, with the schema that intake uses.

    This is the fastest way that lxml offers to do both. It is not lean: a tree takes some seven times the
    size of the file, and is held whole.
    """
    files = _files(folder)
    parsers: dict[str, etree.XMLParser] = {}
    for name in {path.name.split("_")[0] for path in files}:
        wet = "wmo" if name.startswith("wmo") else "jw"
        parsers[name] = etree.XMLParser(schema=compiled(message_type(wet, name[-3:])))
    started = time.perf_counter()
    for path in files:
        etree.parse(path, parsers[path.name.split("_")[0]])
    return {"seconds": time.perf_counter() - started, "files": len(files)}


def intake(folder: Path, processes: int = 1) -> Figures:
    """Take everything in (hash, archive, check, read, write), then fold the facts and write them."""
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        base = Path(place)
        paths = StorePaths(base / "data")
        paths.create()
        taker = Intake(paths, Keys.create(base / "sleutel"), TOWNS, processes=processes)
        started = time.perf_counter()
        result = taker.take_in([folder], NOW)
        taken = time.perf_counter()
        journal = Journal.open_readonly(paths)
        with duckdb.open(threads=processes, memory="2GB") as engine:
            records = engine.records({name: journal.committed_files(name) for name in journal.records()})
            store.write(folding.fold(records, keep=engine.keep), base / "feiten", engine)
        folded = time.perf_counter()
    if result.set_aside or result.already_known:
        raise ValueError(f"{result.set_aside} files set aside, {result.already_known} known already")
    return {
        "seconds": folded - started,
        "take_in_seconds": taken - started,
        "fold_seconds": folded - taken,
        "files": result.taken_in,
    }


def intake_2(folder: Path) -> Figures:
    """The whole intake with two processes."""
    return intake(folder, processes=2)


MEASURES: dict[str, Callable[[Path], Figures]] = {
    "parse": parse,
    "parse_check": parse_check,
    "intake": intake,
    "intake_2": intake_2,
}


def _peak_megabytes() -> float:
    """Return the most memory that this process or any of its children held, in MB."""
    own, children = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return max(own, children) / 1024


def main() -> None:
    """Measure what the command line names."""
    name, folder = sys.argv[1:3]
    figures = MEASURES[name](Path(folder))
    cpu = sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )
    print(json.dumps(figures | {"peak_mb": _peak_megabytes(), "cpu_seconds": cpu}))


if __name__ == "__main__":
    main()
