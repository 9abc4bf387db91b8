"""One workspace with the example, made through the command line, for the stories that only look at it."""

from __future__ import annotations

import fcntl
import os
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import small_town


@dataclass(frozen=True)
class Said:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        """Everything that appeared on the screen."""
        return self.out + self.err


Wijzer = Callable[..., Said]


def run_wijzer(folder: Path, *words: object) -> Said:
    """Run `wijzer` with these words in a folder, as a user does."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("WIJZER_")}
    done = subprocess.run(
        [sys.executable, "-m", "wijzer", *map(str, words)],
        cwd=folder,
        env=environment | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    return Said(done.returncode, done.stdout, done.stderr)


@dataclass(frozen=True)
class Story:
    """A workspace after all jobs, with what every command said."""

    folder: Path
    written: small_town.ExampleSummary
    said: dict[str, Said]

    def wijzer(self, *words: object) -> Said:
        """Run a command in the workspace."""
        return run_wijzer(self.folder, *words)


VERBS = {
    "intake": ("intake", "inbox"),
    "compute": ("compute", "--known-on", small_town.KNOWN_ON.isoformat()),
    "values": ("values", "--all", "--format", "json"),
    "publish": ("publish",),
    "doctor": ("doctor",),
}


def _make(folder: Path) -> Story:
    folder.parent.mkdir()
    said = {"init": run_wijzer(folder.parent, "init", folder, "--gemeenten", "westervoort,duiven")}
    written = small_town.write(folder / "inbox")
    said |= {verb: run_wijzer(folder, *words) for verb, words in VERBS.items()}
    return Story(folder, written, said)


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Story:
    """Make the workspace once, also when several processes run the tests: the others wait for it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, told = shared / "verhaal met spaties" / "werkmap", shared / "verhaal.pickle"
    with (shared / "verhaal.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not told.exists():
            told.write_bytes(pickle.dumps(_make(folder)))
        made: Story = pickle.loads(told.read_bytes())
    return made
