"""The bench measures real messages and the right numbers, and its page tells what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench import indicators, report
from bench.make_messages import make, make_large, samples, valid_bsns
from wijzer import messages
from wijzer.values import bsn


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("berichten")
    made = make(folder, 1)
    assert made.files > 1_000
    assert made.bytes > 10_000_000
    return folder


def test_sampled_messages_of_every_type_are_accepted_without_errors(made: Path) -> None:
    chosen = samples(made, per_type=6)
    assert {path.name.split("_")[0] for path in chosen} == {
        *("wmo301", "wmo305", "wmo307", "wmo315", "wmo323", "wmo325"),
        *("jw301", "jw305", "jw307", "jw323", "jw325"),
    }
    results = {path.name: messages.check(path) for path in chosen}
    assert [name for name, result in results.items() if not result.accepted] == []
    errors = [
        f"{name}: {finding.sentence()}"
        for name, result in results.items()
        for finding in result.findings
        if finding.severity == "fout"
    ]
    assert errors == []


def test_rounds_have_the_same_make_up(tmp_path: Path) -> None:
    make(tmp_path, 12)
    rounds = [sorted(path.name.split("_")[0] for path in folder.iterdir()) for folder in tmp_path.iterdir()]
    assert len(rounds) == 2
    assert rounds[0] == rounds[1]


def test_a_large_file_is_as_large_as_asked_and_accepted(tmp_path: Path) -> None:
    made = make_large(tmp_path / "groot.xml", 3)
    assert 3_000_000 <= made.bytes < 4_000_000
    assert messages.check(tmp_path / "groot.xml").accepted


def test_the_bsns_of_the_bench_are_the_valid_ones_of_the_test_range() -> None:
    numbers = valid_bsns()
    assert len(numbers) > 9_000
    assert all(map(bsn.is_valid, numbers))


def test_indicators_and_sql_by_hand_give_the_same_numbers() -> None:
    measured = indicators.measure(lines=20_000, repetitions=2)  # stops when a number differs
    assert len(measured["each"]) == 6


def test_the_page_on_performance_is_made_of_the_results(root: Path) -> None:
    results = json.loads((root / "bench" / "results.json").read_text(encoding="utf-8"))
    page = (root / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page == report.page(results)
