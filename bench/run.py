"""Measure the house, write `bench/results.json` and generate `docs/performance.md`.

`python -m bench.run` measures 200 MB of messages, and model municipalities side by side of 1 and 10 million
declared lines (and more with `--lines 100`), in alternating repetitions, so that what else the machine does
falls on all alike, and takes medians. `--small` does everything once and tiny: it shows that the bench works,
and writes nothing but what `--results` and `--page` name.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import child, indicators, report, towns
from bench.child import ROOT
from bench.make_messages import make, make_large

MILLION = 1_000_000
WORK = ROOT / "bench" / "work"
RESULTS = ROOT / "bench" / "results.json"
PAGE = ROOT / "docs" / "performance.md"
COMMANDS = {
    "parse": ("bench.measure_parse", "parse", "{folder}"),
    "parse_check": ("bench.measure_parse", "parse_check", "{folder}"),
    "intake": ("bench.measure_intake", "{folder}", "1"),
    "intake_2": ("bench.measure_intake", "{folder}", "2"),
}


def measured(name: str, folder: Path) -> dict[str, float]:
    """Measure one thing in a process of its own, and show what it took."""
    module, *arguments = (word.format(folder=folder) for word in COMMANDS[name])
    figures: dict[str, float] = child.measured(module, *arguments)
    print(f"  {name:12} {figures['seconds']:8.2f} s  {figures['peak_mb']:6.0f} MB", flush=True)
    return figures


def medians(rounds: Sequence[dict[str, float]]) -> dict[str, float]:
    """Return the median of every figure over the repetitions; of memory the most."""
    return {
        name: (max if name.endswith("peak_mb") else statistics.median)([figures[name] for figures in rounds])
        for name in rounds[0]
    }


def throughput(folder: Path, repetitions: int) -> dict[str, dict[str, float]]:
    """Measure parsing, checking and intake in turn, so many times."""
    rounds: dict[str, list[dict[str, float]]] = {name: [] for name in COMMANDS}
    for repetition in range(repetitions):
        print(f"repetition {repetition + 1} of {repetitions}", flush=True)
        for name in COMMANDS:
            rounds[name].append(measured(name, folder))
    return {name: medians(found) for name, found in rounds.items()}


def flatness(sizes: Sequence[int]) -> list[dict[str, float]]:
    """Take in the same make-up at several sizes; cost per message must not grow."""
    rows = []
    for size in sizes:
        folder = WORK / f"berichten_{size}"
        made = make(folder, size)
        print(f"{size} MB, {made.files} messages", flush=True)
        figures = measured("intake", folder)
        shutil.rmtree(folder)
        rows.append(
            {
                "megabytes": made.bytes / 1e6,
                "messages": made.files,
                "take_in_cpu_microseconds": figures["take_in_cpu_seconds"] / made.files * 1e6,
                "take_in_microseconds": figures["take_in_seconds"] / made.files * 1e6,
                "fold_microseconds": figures["fold_seconds"] / made.files * 1e6,
                "microseconds": figures["seconds"] / made.files * 1e6,
                "take_in_peak_mb": figures["take_in_peak_mb"],
                "peak_mb": figures["peak_mb"],
            }
        )
    return rows


def one_large_file(megabytes: int) -> dict[str, float]:
    """Take in one single declaration of so many megabytes."""
    folder = WORK / "groot"
    folder.mkdir(parents=True, exist_ok=True)
    made = make_large(folder / "wmo323_groot.xml", megabytes)
    print(f"one file of {made.bytes / 1e6:.0f} MB", flush=True)
    figures = measured("intake", folder)
    shutil.rmtree(folder)
    return {"megabytes": made.bytes / 1e6, **figures}


def municipalities(seeds: Sequence[int], scale: int, sizes: Sequence[int], rounds: int) -> dict[str, Any]:
    """Make model municipalities, and measure folding and the indicators at several numbers of lines."""
    made = towns.make(WORK, seeds, scale)
    measured_sizes = []
    for lines in sizes:
        facts = WORK / "feiten"
        towns.side_by_side(made, lines, facts)
        measured_sizes.append(indicators.measure(facts, lines, rounds if lines <= 10 * MILLION else 1, WORK))
        shutil.rmtree(facts)
    folded = towns.folding(made, sizes[:2], WORK)
    first, second = measured_sizes[:2]
    return {
        "towns": made.figures,
        "sizes": measured_sizes,
        "growth": indicators.growth(first, second),
        "folding": folded,
        "folding_growth": towns.exponent(folded),
    }


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured: megabytes of messages, sizes in declared lines, and how often."""

    megabytes: int = 200
    repetitions: int = 3
    sets: tuple[int, ...] = (10, 100, 400)
    large: int = 300
    seeds: tuple[int, ...] = (1, 2)
    scale: int = 1
    lines: tuple[int, ...] = (MILLION, 10 * MILLION)
    rounds: int = 2


SMALL = Plan(10, 1, (10, 20), 20, (1,), 40, (10_000, 20_000), 1)


def measure_all(plan: Plan) -> dict[str, Any]:
    """Measure everything and return the results."""
    shutil.rmtree(WORK, ignore_errors=True)
    loads = [os.getloadavg()[0]]
    folder = WORK / "berichten"
    made = make(folder, plan.megabytes)
    print(f"{made.bytes / 1e6:.1f} MB in {made.files} messages, {made.lines} declared lines", flush=True)
    found = throughput(folder, plan.repetitions)
    shutil.rmtree(folder)
    loads.append(os.getloadavg()[0])
    flat = flatness(plan.sets)
    whole = one_large_file(plan.large)
    pairs = municipalities(plan.seeds, plan.scale, plan.lines, plan.rounds)
    shutil.rmtree(WORK)
    return {
        "machine": {
            "cores": os.cpu_count(),
            "load": max(loads),
            "python": platform.python_version(),
            "system": platform.system(),
            "libraries": {name: version(name) for name in ("duckdb", "ibis-framework", "polars", "pandas")},
        },
        "messages": {
            "megabytes": made.bytes / 1e6,
            "files": made.files,
            "declared_lines": made.lines,
            "repetitions": plan.repetitions,
            "measures": found,
            "flatness": flat,
            "large_file": whole,
        },
        "municipalities": pairs,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--small", action="store_true", help="once and tiny: does the bench work?")
    parser.add_argument(
        "--lines", type=int, metavar="MILLIONS", help="one more size, of so many million lines"
    )
    parser.add_argument("--results", type=Path, help=f"default {RESULTS.relative_to(ROOT)}; not for --small")
    parser.add_argument("--page", type=Path, help=f"default {PAGE.relative_to(ROOT)}; not for --small")
    asked = parser.parse_args()
    plan = SMALL if asked.small else Plan()
    if asked.lines:
        plan = replace(plan, lines=tuple(sorted({*plan.lines, asked.lines * MILLION})))
    results = measure_all(plan)
    results_path = asked.results or (None if asked.small else RESULTS)
    page_path = asked.page or (None if asked.small else PAGE)
    if results_path:
        results_path.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    if page_path:
        page_path.write_text(report.page(results), encoding="utf-8")
    for line in report.summary(results):
        print(line)


if __name__ == "__main__":
    main()
