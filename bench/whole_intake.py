"""The whole intake, measured: what `bench.measure_intake` does in a process of its own."""

from __future__ import annotations

import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import Figures, peak_megabytes, processor_seconds
from wijzer import flows
from wijzer.flows import facts
from wijzer.intake import Intake, StorePaths

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def intake(folder: Path, processes: int) -> Figures:
    """Take everything in (hash, archive, check, read, write) and fold the facts, as `wijzer intake` does.

    The engine gets as many threads as there are processes.
    """
    with tempfile.TemporaryDirectory(dir=folder.parent) as place:
        workspace = flows.init(Path(place) / "werkmap", ("0293", "0226"))
        workspace = replace(workspace, settings=replace(workspace.settings, threads=processes))
        towns = dict(workspace.settings.gemeenten)
        taker = Intake(StorePaths(workspace.data), workspace.keys(), towns, processes=processes)
        started, cpu = time.perf_counter(), processor_seconds()
        result = taker.take_in([folder], NOW)
        taken, taken_cpu = time.perf_counter(), processor_seconds()
        take_in_peak = peak_megabytes()
        facts.refresh(workspace)
        folded, folded_cpu = time.perf_counter(), processor_seconds()
    if result.set_aside or result.already_known:
        raise ValueError(f"{result.set_aside} files set aside, {result.already_known} known already")
    return {
        "seconds": folded - started,
        "take_in_seconds": taken - started,
        "fold_seconds": folded - taken,
        "cpu_seconds": folded_cpu - cpu,
        "take_in_cpu_seconds": taken_cpu - cpu,
        "take_in_peak_mb": take_in_peak,
        "files": result.taken_in,
    }
