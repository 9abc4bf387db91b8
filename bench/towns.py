"""Model municipalities for the bench: made in parallel, taken in, and put side by side."""

from __future__ import annotations

import math
import shutil
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.child import measured
from bench.peers.asked import THREADS
from bench.side_by_side import copies, write_facts, write_records
from bench.town import PAIR
from wijzer.example import town

CODES = tuple(town.gemeente(name).code for name in PAIR)


@dataclass(frozen=True, slots=True)
class Towns:
    """The towns that were made: where each is, how many lines it declared, and what it took."""

    folders: Mapping[Path, int]
    figures: Mapping[str, Any]


def make(work: Path, seeds: Sequence[int], scale: int) -> Towns:
    """Make the pair of every seed, two at a time, then take each in."""
    folders = [work / f"stad_{seed}" for seed in seeds]
    with ThreadPoolExecutor(THREADS) as pool:
        jobs = [
            pool.submit(measured, "bench.measure_town", "make", folder, seed, scale)
            for folder, seed in zip(folders, seeds, strict=True)
        ]
        made = [job.result() for job in jobs]
    taken = []
    for folder in folders:
        taken.append(measured("bench.measure_town", "take_in", folder, THREADS))
        shutil.rmtree(folder / "town")
        print(f"  {folder.name}: {taken[-1]['lines']:,} declared lines", flush=True)
    lines = {folder: int(figures["lines"]) for folder, figures in zip(folders, taken, strict=True)}
    return Towns(lines, {"seeds": list(seeds), "scale": scale, "made": made, "taken_in": taken})


def side_by_side(towns: Towns, lines: int, folder: Path) -> None:
    """Write the facts of so many lines, as the store writes them, into ``folder``."""
    wanted = copies([(path / "facts", CODES, count) for path, count in towns.folders.items()], lines)
    write_facts(wanted, folder, THREADS)


def folding(towns: Towns, sizes: Sequence[int], work: Path) -> list[dict[str, float]]:
    """Fold the records of the towns side by side, at several numbers of lines."""
    found = []
    temporary = work / "tijdelijk"
    temporary.mkdir(mode=0o700, exist_ok=True)
    for lines in sizes:
        records = work / "records"
        sources = [
            (path / "data" / "facts" / "records", CODES, count) for path, count in towns.folders.items()
        ]
        write_records(copies(sources, lines), records, THREADS)
        figures = measured("bench.measure_fold", records, temporary)
        shutil.rmtree(records)
        found.append({"lines": lines, **figures})
        print(f"  folding {lines:,} lines: {figures['seconds']:.1f} s", flush=True)
    return found


def exponent(rows: Sequence[Mapping[str, float]]) -> float:
    """Return the exponent by which the seconds grow with the lines, from the first row to the last."""
    first, last = rows[0], rows[-1]
    return math.log(last["seconds"] / first["seconds"]) / math.log(last["lines"] / first["lines"])
