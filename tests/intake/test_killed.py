"""Killed fifty times: intake goes on where it was, and gives the same as a run that nobody disturbed."""

from __future__ import annotations

import multiprocessing
import random
import signal
import zipfile
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from tests.intake import killable
from tests.intake.werkmap import PRODUCT, PRODUCTEN, Werkmap, csv, declaratie, start, toewijzing, write
from wijzer.engines import duckdb as engine_duckdb
from wijzer.facts.folding import fold
from wijzer.intake.phases import PHASES

KILLS = 50
AT_LEAST = 5
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.intake.killable"])


def deliveries(folder: Path) -> Path:
    """Loose messages, a zip, a table, a broken message and one large message."""
    files = {f"301-{n}.xml": toewijzing(100 + n, n % 30) for n in range(70)}
    files |= {f"305-{n}.xml": start(100 + n, n % 30) for n in range(30)}
    files |= {"kapot.xml": toewijzing(1)[:700], "producten.csv": csv(PRODUCTEN, PRODUCT).encode()}
    files["323-groot.xml"] = declaratie(1, persons=2500, lines=3)
    assert len(files["323-groot.xml"]) > 4 << 20
    write(folder, files)
    with zipfile.ZipFile(folder / "meer.zip", "w") as archive:
        for number in range(20):
            archive.writestr(f"{number}.xml", declaratie(10 + number, persons=2))
    return folder


@dataclass
class Killer:
    """Starts runs in one workspace and kills each of them; counts in which phase it was."""

    folder: Path
    inbox: Path
    kills: Counter[str] = field(default_factory=Counter)
    finished: int = 0

    def run(self, phase: str, number: int) -> None:
        """Start a run and kill it at the n-th announcement of a phase; it may be done before that."""
        ours, theirs = PROCESSES.Pipe(duplex=False)
        process = PROCESSES.Process(
            target=killable.run, args=(theirs, self.folder, self.inbox, phase, number)
        )
        process.start()
        theirs.close()
        seen = 0
        for name, step in iter(ours.recv, (killable.DONE, "")):
            seen += name == phase
            if name == phase and seen == number:
                process.kill()
                self.kills[f"{phase}: {step}"] += 1
                break
        else:
            self.finished += 1
        process.join()
        ours.close()
        assert process.exitcode == (-signal.SIGKILL if seen == number else 0)

    def in_phase(self, phase: str) -> int:
        return sum(count for name, count in self.kills.items() if name.startswith(f"{phase}:"))


def facts(werkmap: Werkmap) -> dict[str, list[str]]:
    journal = werkmap.journal()
    files = {name: journal.committed_files(name) for name in journal.records()}
    engine = engine_duckdb.open()
    try:
        tables = fold(engine.records(files), keep=engine.keep)
        return {name: sorted(map(repr, engine.execute(table).to_pylist())) for name, table in tables.items()}
    finally:
        engine.close()
        journal.close()


def test_killed_fifty_times_it_gives_the_same_facts(tmp_path: Path, seed: int) -> None:
    inbox = deliveries(tmp_path / "inbox")
    calm = Werkmap(tmp_path / "rustig")
    expected = calm.take_in(inbox)
    dice = random.Random(seed)
    killer = Killer(tmp_path / "geplaagd", inbox)
    disturbed = Werkmap(killer.folder)
    rounds = 0
    while sum(killer.kills.values()) < KILLS or min(map(killer.in_phase, PHASES)) < AT_LEAST:
        rounds += 1
        assert rounds < 4 * KILLS, killer.kills
        if killer.finished:
            killer.folder, killer.finished = tmp_path / f"geplaagd-{rounds}", 0
            _must_be_equal(disturbed, calm, expected.set_aside)
            disturbed = Werkmap(killer.folder)
        phase = min(PHASES, key=lambda name: (killer.in_phase(name), dice.random()))
        killer.run(phase, dice.randint(1, 3 if phase == "journal" else 6))
    disturbed.take_in(inbox)
    _must_be_equal(disturbed, calm, expected.set_aside)
    assert facts(disturbed) == facts(calm)
    counted = ", ".join(f"{name} {killer.in_phase(name)}" for name in PHASES)
    print(f"killed {sum(killer.kills.values())} times: {counted}")


def _must_be_equal(disturbed: Werkmap, calm: Werkmap, set_aside: int) -> None:
    again = disturbed.take_in(*[])
    assert again.outcomes == []
    assert disturbed.records() == calm.records()
    journal = disturbed.journal()
    statuses = Counter(file.status for file in journal.files())
    assert statuses["set_aside"] == set_aside
    named = {disturbed.paths.data / pack for pack in journal.packs()}
    named |= {disturbed.paths.records / path for path in journal.record_paths()}
    named |= {disturbed.paths.quarantine / report for report in journal.reports()}
    on_disk = {
        path
        for path in disturbed.paths.data.rglob("*")
        if path.suffix in {".pak", ".parquet", ".txt", ".deel"}
    }
    assert on_disk == named, "nothing is missing, and no orphan is left"
