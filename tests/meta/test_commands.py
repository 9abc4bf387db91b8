"""The commands at the root: what they would run, also in a folder with spaces, and what CI calls."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def spaced(root: Path, tmp_path: Path) -> Path:
    """The root files in a folder whose name has spaces and quotes."""
    folder = tmp_path / "map van Jan's gemeente"
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "constraints.txt"):
        shutil.copy(root / name, folder / name)
    return folder


def _would_run(folder: Path, *words: str) -> str:
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is absent")
    done = subprocess.run(
        [make, "-n", *words], cwd=folder, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_demo_serves_unless_told_not_to(spaced: Path) -> None:
    assert "wijzer demo demo --serve" in _would_run(spaced, "demo")
    assert "wijzer demo demo --no-serve" in _would_run(spaced, "demo", "SERVE=0")
    assert "--port 9000" in _would_run(spaced, "demo", "PORT=9000")


def test_demo_is_what_make_does_by_itself(spaced: Path) -> None:
    assert _would_run(spaced) == _would_run(spaced, "demo")


@pytest.mark.parametrize("target", ["demo", "test", "check", "bench", "docs"])
def test_the_environment_is_made_once_from_the_pinned_versions(spaced: Path, target: str) -> None:
    first = _would_run(spaced, target)
    assert "-m venv .venv" in first
    assert "-c constraints.txt" in first
    (spaced / ".venv/bin").mkdir(parents=True)
    for name in ("bin/python", "runtime", "development"):
        (spaced / ".venv" / name).touch()
    again = _would_run(spaced, target)
    assert "pip install" not in again
    assert "-m venv" not in again


def test_check_looks_at_style_types_arrows_pages_and_tests(spaced: Path) -> None:
    planned = _would_run(spaced, "check")
    for part in (
        "ruff check",
        "ruff format --check",
        "mypy",
        "lint-imports",
        "docs/build.py --check",
        "pytest",
    ):
        assert part in planned, part


def test_the_long_check_says_its_seed(spaced: Path) -> None:
    assert "WIJZER_SEED=12345" in _would_run(spaced, "check-long", "SEED=12345")
    seeds = {re.findall(r"WIJZER_SEED=(\d+)", _would_run(spaced, "check-long"))[0] for _ in range(2)}
    assert len(seeds) == 2


def test_ci_calls_what_people_call(root: Path) -> None:
    steps = re.findall(r"^step (.+)$", (root / ".ci/run").read_text(encoding="utf-8"), re.MULTILINE)
    readme = (root / "README.md").read_text(encoding="utf-8")
    assert "make demo SERVE=0" in steps
    assert "make test" in steps
    assert all(step in readme for step in ("make demo SERVE=0", "make test"))
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    checked = re.search(r"^check: (.+)$", makefile, re.MULTILINE)
    assert checked
    assert set(checked[1].split()) <= {word for step in steps for word in step.split()}
