"""Measure one way to compute an indicator, or all six, in a process of its own; print one line of JSON.

Run by `bench.indicators`:
`python -m bench.measure_indicators WAY INDICATOR|all FACTS REPETITIONS NUMBERS TEMPORARY`.
Cold is the first time in the process, from opening the facts to the numbers, after Python has imported what
it needs; the files lie where the operating system has put them, mostly in its memory. Warm is every time
after that, from the files again. The numbers are written to a file, to be compared.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from pathlib import Path

from bench.figures import peak_megabytes
from bench.peers.asked import Asked, Numbers, Peer
from bench.ways import WAYS


def main(way: str, wanted: str, folder: Path, repetitions: int, numbers: Path, temporary: Path) -> None:
    started = time.perf_counter()
    module, name, options = WAYS[way]
    peer_of = getattr(importlib.import_module(module), name)
    imported = time.perf_counter()
    peer: Peer = peer_of(Asked(folder, temporary=temporary), **options)
    found = _compute(peer, wanted)
    times = [time.perf_counter() - imported]
    for _ in range(repetitions):
        begun = time.perf_counter()
        _compute(peer, wanted)
        times.append(time.perf_counter() - begun)
    peer.close()
    numbers.write_text(
        json.dumps(
            {key: [[*place, values] for place, values in some.items()] for key, some in found.items()}
        ),
        encoding="utf-8",
    )
    figures = {"cold_seconds": times[0], "warm_seconds": times[1:], "import_seconds": imported - started}
    print(json.dumps(figures | {"peak_mb": peak_megabytes()}))


def _compute(peer: Peer, wanted: str) -> dict[str, Numbers]:
    return peer.all() if wanted == "all" else {wanted: peer.one(wanted)}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], Path(sys.argv[3]), int(sys.argv[4]), Path(sys.argv[5]), Path(sys.argv[6]))
