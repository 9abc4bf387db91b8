"""The settings of tests/conftest.py, shown on small test files."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest_plugins = ["pytester"]

SKIPPING = "import pytest\n\ndef test_absent():\n    pytest.skip('reason')\n"
SKIPPING_MODULE = "import pytest\n\npytest.skip('reason', allow_module_level=True)\n"
LONG = "import pytest\n\n@pytest.mark.long\ndef test_long():\n    pass\n\ndef test_short():\n    pass\n"


@pytest.fixture
def project(pytester: pytest.Pytester, root: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    for name in ("WIJZER_REQUIRE_ALL", "WIJZER_LONG"):
        monkeypatch.delenv(name, raising=False)
    pytester.makeconftest((root / "tests/conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers = long: long\n")
    return pytester


def test_a_skip_is_a_skip_by_default(project: pytest.Pytester) -> None:
    project.makepyfile(SKIPPING)
    project.runpytest("-p", "no:xdist").assert_outcomes(skipped=1)


def test_a_skip_fails_when_everything_is_required(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIJZER_REQUIRE_ALL", "1")
    project.makepyfile(SKIPPING)
    project.runpytest("-p", "no:xdist").assert_outcomes(failed=1)


def test_a_skipped_module_fails_when_everything_is_required(
    project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WIJZER_REQUIRE_ALL", "1")
    project.makepyfile(SKIPPING_MODULE)
    assert project.runpytest("-p", "no:xdist").ret != 0


def test_a_long_test_waits_for_its_switch(project: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    project.makepyfile(LONG)
    project.runpytest("-p", "no:xdist").assert_outcomes(passed=1, deselected=1)
    monkeypatch.setenv("WIJZER_LONG", "1")
    project.runpytest("-p", "no:xdist").assert_outcomes(passed=2)
