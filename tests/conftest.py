"""What every test may ask for: the reference material, Chromium, the seed; and when a skip is a failure.

Settings, all from the environment:

* ``WIJZER_SHARED``: folder of the reference material; by default ``shared`` beside the repository.
* ``WIJZER_REQUIRE_ALL=1``: nothing may be skipped; a skip counts as a failure.
* ``WIJZER_LONG=1``: also run the tests marked ``long``.
* ``WIJZER_SEED``: the seed of generated cases; fixed by default, varied by ``make check-long``.
* ``WIJZER_CHROMIUM``: the Chromium to use; by default the one on the path.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parent.parent
DEFAULT_SEED = 20191231
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def _switched_on(name: str) -> bool:
    return os.environ.get(name, "") not in {"", "0"}


def _seed() -> int:
    return int(os.environ.get("WIJZER_SEED") or DEFAULT_SEED)


def _shared_folder() -> Path:
    given = os.environ.get("WIJZER_SHARED")
    return Path(given).resolve() if given else ROOT.parent / "shared"


def pytest_report_header() -> list[str]:
    """Say what this run covers, so that a result can be repeated."""
    shared = "present" if _shared_folder().is_dir() else "absent"
    long = "yes" if _switched_on("WIJZER_LONG") else "no"
    required = "yes" if _switched_on("WIJZER_REQUIRE_ALL") else "no"
    return [
        f"wijzer: seed {_seed()}, reference material {shared}, long {long}, skips are failures {required}"
    ]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the long tests to ``make check-long``."""
    if _switched_on("WIJZER_LONG"):
        return
    long = [item for item in items if item.get_closest_marker("long")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if not item.get_closest_marker("long")]


def _fail_when_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if report.outcome != "skipped" or hasattr(report, "wasxfail") or not _switched_on("WIJZER_REQUIRE_ALL"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    report.outcome = "failed"
    report.longrepr = f"{reason}: skipping is not allowed, since WIJZER_REQUIRE_ALL=1"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn a skipped test into a failed one when everything is required."""
    report = yield
    _fail_when_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn a skipped module into a failed one when everything is required."""
    report = yield
    _fail_when_skipped(report)
    return report


COUNTING = (
    "tests/standards/test_oracle.py",
    "tests/intake/test_killed.py",
    "tests/town/test_rules.py",
    "tests/town/test_seeds.py",
)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Show what the counting tests counted: messages compared and coverage per type, kills per phase,
    what moves without a rule of folding, seeds against the truth."""
    counted = sorted(
        line
        for report in terminalreporter.stats.get("passed", [])
        if report.when == "call" and report.nodeid.startswith(COUNTING)
        for line in report.capstdout.splitlines()
        if line.strip()
    )
    if counted:
        terminalreporter.section("counted")
        for line in counted:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material: official schemas, example messages, public documents and tables."""
    folder = _shared_folder()
    if not folder.is_dir():
        pytest.skip("the reference material (folder 'shared' beside the repository) is absent")
    return folder


@pytest.fixture(scope="session")
def seed() -> int:
    """The seed of generated cases; printed at the head of the run."""
    return _seed()


@pytest.fixture(scope="session")
def chromium() -> str:
    """The Chromium executable."""
    found = os.environ.get("WIJZER_CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if not found:
        pytest.skip("Chromium is absent: install it, or name it in WIJZER_CHROMIUM")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A running Chromium, steered by Playwright; it reaches nothing outside this machine."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-background-networking", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield running
        running.close()
