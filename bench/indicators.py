"""The six indicators beside SQL written by hand, Polars and pandas, on facts of model municipalities.

Every measurement is a process of its own; the ways take turns, so that what else the machine does falls on
all alike. All must give the same numbers, or the bench stops.
"""

from __future__ import annotations

import json
import math
import shutil
import statistics
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.child import measured
from bench.peers.asked import THREADS, Asked, Numbers, differences
from bench.ways import LARGEST, WAYS
from wijzer.indicators.register import ids

WARM = 2
"""Computations after the first, in every process."""
WANTED = (*ids(), "all")
WANTED_OF = {"wijzer_kaal": ("all",)}
"""What is measured of a way, when not everything."""


def measure(facts: Path, lines: int, rounds: int, work: Path) -> dict[str, Any]:
    """Measure every way at one size, in so many rounds; medians of times, the most of memory."""
    ways = [way for way in WAYS if lines <= LARGEST.get(way, lines)]
    temporary = work / "rekenen"
    temporary.mkdir(mode=0o700)
    first = measured("bench.measure_indicators", "wijzer", "all", facts, 0, work / "eerst.json", temporary)
    found: dict[tuple[str, str], list[dict[str, Any]]] = {}
    for number in range(rounds):
        for wanted in WANTED:
            numbers: dict[str, dict[str, Numbers]] = {}
            for way in (way for way in ways if wanted in WANTED_OF.get(way, WANTED)):
                path = work / f"getallen_{way}.json"
                figures = measured(
                    "bench.measure_indicators", way, wanted, facts, WARM, path, temporary, threads=THREADS
                )
                found.setdefault((way, wanted), []).append(figures)
                numbers[way] = _read(path)
                path.unlink()
            _same(numbers)
        print(f"  {lines:,} lines, round {number + 1} of {rounds}: the numbers are the same", flush=True)
    each = {
        way: {wanted: _medians(found[way, wanted]) for wanted in WANTED_OF.get(way, WANTED)} for way in ways
    }
    shutil.rmtree(temporary)
    asked = Asked(facts)
    return {
        "first_seconds": first["cold_seconds"],
        "lines": lines,
        "gemeenten": len(asked.gemeenten),
        "periods": len(asked.periods),
        "threads": THREADS,
        "ways": each,
    }


def _read(path: Path) -> dict[str, Numbers]:
    return {
        indicator_id: {(periode, gemeente): values for periode, gemeente, values in places}
        for indicator_id, places in json.loads(path.read_text("utf-8")).items()
    }


def _same(numbers: Mapping[str, dict[str, Numbers]]) -> None:
    for way, theirs in numbers.items():
        if different := differences(numbers["wijzer"], theirs):
            raise SystemExit(f"{way} gives {len(different)} other numbers, such as:\n{different[0]}")


def _medians(rounds: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    return {
        "seconds": statistics.median([time for figures in rounds for time in figures["warm_seconds"]]),
        "cold_seconds": statistics.median([figures["cold_seconds"] for figures in rounds]),
        "import_seconds": statistics.median([figures["import_seconds"] for figures in rounds]),
        "peak_mb": max(figures["peak_mb"] for figures in rounds),
    }


def growth(small: Mapping[str, Any], large: Mapping[str, Any]) -> dict[str, dict[str, float]]:
    """Return the exponent by which time grows with lines, from one size to another: 1 is in proportion."""
    ratio = math.log(large["lines"] / small["lines"])
    return {
        way: {
            wanted: math.log(figures["seconds"] / small["ways"][way][wanted]["seconds"]) / ratio
            for wanted, figures in wants.items()
        }
        for way, wants in large["ways"].items()
    }
