"""Measure parsing, and parsing with the check, in a process of its own and print one line of JSON.

Run by `bench.run`: `python -m bench.measure_parse parse FOLDER`, or `parse_check`.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from lxml import etree

from bench.figures import Figures, tell
from wijzer.messages.schema import compiled
from wijzer.standards import message_type


def _files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.xml"))


def parse(folder: Path) -> Figures:
    """Parse every file to a tree with bare lxml; nothing is checked and nothing is kept."""
    parser = etree.XMLParser()
    files = _files(folder)
    started, cpu = time.perf_counter(), time.process_time()
    for path in files:
        etree.parse(path, parser)
    return {
        "seconds": time.perf_counter() - started,
        "cpu_seconds": time.process_time() - cpu,
        "files": len(files),
    }


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
    started, cpu = time.perf_counter(), time.process_time()
    for path in files:
        etree.parse(path, parsers[path.name.split("_")[0]])
    return {
        "seconds": time.perf_counter() - started,
        "cpu_seconds": time.process_time() - cpu,
        "files": len(files),
    }


MEASURES = {"parse": parse, "parse_check": parse_check}

if __name__ == "__main__":
    tell(MEASURES[sys.argv[1]](Path(sys.argv[2])))
