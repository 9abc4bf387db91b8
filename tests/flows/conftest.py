"""A workspace of the example town, taken in and computed once for all tests of flows and command line."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests import small_town
from wijzer import flows
from wijzer.cli import main
from wijzer.flows.workspace import Workspace


@dataclass(frozen=True)
class Answer:
    """What a command left: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Command = Callable[..., Answer]


@pytest.fixture
def wijzer(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """Run a command as a user would, and give what it left."""

    def run(*words: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["wijzer", *map(str, words)])
        capsys.readouterr()
        with pytest.raises(SystemExit) as left:
            main()
        captured = capsys.readouterr()
        return Answer(int(left.value.code or 0), captured.out, captured.err)

    return run


@pytest.fixture(scope="session")
def example_town(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """The example, taken in and computed as known on its day; only to read."""
    root = tmp_path_factory.mktemp("voorbeeld") / "een werkmap"
    workspace = flows.init(root, ["westervoort", "duiven"])
    small_town.write(workspace.inbox)
    flows.take_in(workspace, [workspace.inbox])
    flows.compute(workspace, small_town.KNOWN_ON)
    return workspace


@pytest.fixture
def own_town(example_town: Workspace, tmp_path: Path) -> Workspace:
    """A copy of the example town that a test may change."""
    shutil.copytree(example_town.root, tmp_path / "eigen")
    return flows.load(tmp_path / "eigen")
