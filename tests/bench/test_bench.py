"""The bench measures real messages and the right numbers, and its page tells what was measured."""

from __future__ import annotations

import importlib
import json
from pathlib import Path

import pytest

from bench import indicators, report, town
from bench import towns as towns_module
from bench.child import measured
from bench.make_messages import make, make_large, samples, valid_bsns
from bench.peers.asked import Asked, Numbers, differences
from bench.side_by_side import copies, write_facts, write_records
from bench.towns import CODES, Towns, exponent
from bench.ways import WAYS
from wijzer import messages
from wijzer.engines import duckdb
from wijzer.facts import store
from wijzer.facts.tables import TABLES
from wijzer.values import bsn

_FILES = ("bericht", "aanlevering", "regel")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("berichten")
    made = make(folder, 1)
    assert made.files > 1_000
    assert made.bytes > 10_000_000
    return folder


@pytest.fixture(scope="module")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Towns:
    folder = tmp_path_factory.mktemp("modelgemeente")
    town.make(folder, seed=1, scale=80)
    figures = town.take_in(folder, processes=1)
    return Towns({folder: int(figures["lines"])}, {})


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


def test_every_way_gives_the_same_numbers_of_towns_side_by_side_and_is_measured(
    towns: Towns, tmp_path: Path
) -> None:
    towns_module.side_by_side(towns, 2 * min(towns.folders.values()) + 1, tmp_path / "feiten")
    asked = Asked(tmp_path / "feiten")
    assert len(asked.gemeenten) == 6
    ours = _computed("wijzer", asked)
    assert sum(any(any(values.values()) for values in places.values()) for places in ours.values()) >= 5
    for way in WAYS:
        assert differences(ours, _computed(way, asked)) == []
    numbers = tmp_path / "getallen.json"
    figures = measured("bench.measure_indicators", "sql", "all", asked.folder, 1, numbers, tmp_path)
    assert figures["cold_seconds"] > 0
    assert len(figures["warm_seconds"]) == 1
    assert figures["peak_mb"] > 50
    assert len(json.loads(numbers.read_text(encoding="utf-8"))) == 6


def test_a_number_that_is_not_the_same_is_told() -> None:
    ours = {"kosten": {("2022-Q1", "0293"): {"lasten": 100.0}}}
    theirs = {"kosten": {("2022-Q1", "0293"): {"lasten": 101.0}, ("2022-Q1", "0226"): {"lasten": 1.0}}}
    assert differences(ours, ours) == []
    assert len(differences(ours, theirs)) == 2


@pytest.mark.long
def test_records_side_by_side_fold_to_facts_side_by_side(towns: Towns, tmp_path: Path) -> None:
    (folder,) = towns.folders
    write_records(copies([(folder / "data/facts/records", CODES, 1)], 2), tmp_path / "records", 1)
    files = {record.name: sorted(record.iterdir()) for record in (tmp_path / "records").iterdir()}
    with duckdb.open(2, "2GB", folder / "tijdelijk") as engine:
        store.write(engine.fold(files), tmp_path / "gevouwen", engine)
    write_facts(copies([(folder / "facts", CODES, 1)], 2), tmp_path / "naast_elkaar", 1)
    with duckdb.open(2, "2GB") as engine:
        folded = store.read(tmp_path / "gevouwen", engine)
        copied = store.read(tmp_path / "naast_elkaar", engine)
        for name in TABLES:
            # Which of two equal messages gives a row its name follows from the names themselves.
            columns = [column for column in folded[name].columns if not column.endswith(_FILES)]
            left, right = (
                engine.execute(facts[name].select(columns).order_by(columns)) for facts in (folded, copied)
            )
            assert left.equals(right), name


def test_growth_is_one_when_time_grows_with_the_lines() -> None:
    rows = [{"lines": 1_000, "seconds": 2.0}, {"lines": 10_000, "seconds": 20.0}]
    assert exponent(rows) == pytest.approx(1.0)
    small, large = ({"lines": row["lines"], "ways": {"sql": {"all": row}}} for row in rows)
    assert indicators.growth(small, large)["sql"]["all"] == pytest.approx(1.0)


def _computed(way: str, asked: Asked) -> dict[str, Numbers]:
    module, name, options = WAYS[way]
    peer = getattr(importlib.import_module(module), name)(asked, **options)
    try:
        return dict(peer.all())
    finally:
        peer.close()


def test_the_page_on_performance_is_made_of_the_results(root: Path) -> None:
    results = json.loads((root / "bench" / "results.json").read_text(encoding="utf-8"))
    page = (root / "docs" / "performance.md").read_text(encoding="utf-8")
    assert page == report.page(results)
