"""Measure the house, write `bench/results.json` and generate `docs/performance.md`.

`python -m bench.run` measures 200 MB of messages in alternating repetitions, so that what else the
machine does falls on all alike, and takes medians. `--small` does everything once on 10 MB: it shows that
the bench works, and writes nothing but what `--results` and `--page` name.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bench import indicators, report
from bench.make_messages import make, make_large

ROOT = Path(__file__).resolve().parent.parent
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
    """Measure one thing in a process of its own: memory is its own, and caches are cold."""
    command = [sys.executable, "-m", *(word.format(folder=folder) for word in COMMANDS[name])]
    done = subprocess.run(command, cwd=ROOT, check=False, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"measuring {name} failed:\n{done.stderr}")
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
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


def measure_all(
    megabytes: int, repetitions: int, sizes: Sequence[int], large: int, lines: int
) -> dict[str, Any]:
    """Measure everything and return the results."""
    shutil.rmtree(WORK, ignore_errors=True)
    loads = [os.getloadavg()[0]]
    folder = WORK / "berichten"
    made = make(folder, megabytes)
    print(f"{made.bytes / 1e6:.1f} MB in {made.files} messages, {made.lines} declared lines", flush=True)
    found = throughput(folder, repetitions)
    shutil.rmtree(folder)
    loads.append(os.getloadavg()[0])
    flat = flatness(sizes)
    whole = one_large_file(large)
    six = indicators.measure(lines, repetitions + 1)
    shutil.rmtree(WORK)
    seconds = {name: figures["seconds"] for name, figures in found.items()}
    found_intakes = (found["intake"], found["intake_2"])
    cpu = {name: figures["cpu_seconds"] for name, figures in found.items()}
    return {
        "machine": {
            "cores": os.cpu_count(),
            "load": max(loads),
            "python": platform.python_version(),
            "system": platform.system(),
        },
        "megabytes": made.bytes / 1e6,
        "messages": made.files,
        "declared_lines": made.lines,
        "repetitions": repetitions,
        "measures": found,
        "check_ratio_parse": seconds["parse_check"] / seconds["parse"],
        "intake_ratio_parse": seconds["intake"] / seconds["parse"],
        "intake_ratio_parse_check": seconds["intake"] / seconds["parse_check"],
        "intake_cpu_ratio_parse_check": cpu["intake"] / cpu["parse_check"],
        "take_in_cpu_ratio_parse_check": found["intake"]["take_in_cpu_seconds"] / cpu["parse_check"],
        "take_in_ratio_parse_check": found["intake"]["take_in_seconds"] / seconds["parse_check"],
        "intake_scaling_2_processes": seconds["intake"] / seconds["intake_2"],
        "take_in_scaling_2_processes": found["intake"]["take_in_seconds"]
        / found["intake_2"]["take_in_seconds"],
        "intake_peak_mb": max(row["take_in_peak_mb"] for row in (*found_intakes, whole, *flat)),
        "fold_peak_mb": max(row["peak_mb"] for row in (*found_intakes, whole, *flat)),
        "flatness": flat,
        f"intake_cost_flatness_{sizes[0]}_{sizes[-1]}": flat[-1]["take_in_cpu_microseconds"]
        / flat[0]["take_in_cpu_microseconds"],
        "large_file": whole,
        "indicators": six,
        "indicators_ratio_sql": six["ratio"],
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--small", action="store_true", help="once, on 10 MB: does the bench work?")
    parser.add_argument("--megabytes", type=int, default=200)
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--largest", type=int, default=1000, help="MB of the largest set for flatness")
    parser.add_argument("--results", type=Path, help=f"default {RESULTS.relative_to(ROOT)}; not for --small")
    parser.add_argument("--page", type=Path, help=f"default {PAGE.relative_to(ROOT)}; not for --small")
    asked = parser.parse_args()
    if asked.small:
        results = measure_all(10, 1, (10, 20), 20, 20_000)
    else:
        results = measure_all(asked.megabytes, asked.repetitions, (10, 100, asked.largest), 300, 1_000_000)
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
