"""The compiled plan of folding gives what the expressions give, from none and from many records."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import ibis
import pyarrow.parquet as pq
import pytest
from ibis.backends.duckdb import Backend

from tests.helpers.berichten import rows_of, tables_of
from tests.helpers.werelden import worlds
from wijzer.engines import duckdb
from wijzer.engines.duckdb import Engine
from wijzer.engines.plan import Plan, fold_plan
from wijzer.engines.plan_file import keep_plan, read_plan
from wijzer.facts.folding import fold
from wijzer.facts.tables import TABLES


def content(engine: Engine, table: ibis.Table) -> list[tuple[object, ...]]:
    rows = engine.execute(table)
    return sorted((tuple(row.values()) for row in rows.to_pylist()), key=repr)


@pytest.mark.parametrize("known_on", [None, date(2022, 1, 25)])
def test_the_plan_gives_the_same_facts_as_the_expressions(
    tmp_path: Path, seed: int, known_on: date | None
) -> None:
    with duckdb.open(threads=1) as engine:
        for number, world in enumerate(worlds(Random(seed), 2)):
            files = {}
            for name, table in tables_of(rows_of(world)).items():
                files[name] = [tmp_path / f"{number}_{name}.parquet"]
                pq.write_table(engine.execute(table), files[name][0])
            planned = engine.fold(files, known_on)
            told = fold(engine.records(files), known_on, keep=engine.keep)
            for name in TABLES:
                assert content(engine, planned[name]) == content(engine, told[name]), name
                assert planned[name].schema() == told[name].schema()


def test_no_records_at_all_fold_into_empty_facts_and_a_calendar() -> None:
    with duckdb.open() as engine:
        facts = engine.fold({})
        filled = {name for name, table in facts.items() if content(engine, table)}
    assert filled == {"kalender"}


def test_a_plan_is_kept_and_found_by_the_next_process(tmp_path: Path) -> None:
    plan = fold_plan(Backend(), None)
    assert read_plan(tmp_path) is None
    keep_plan(tmp_path, plan)
    found = read_plan(tmp_path)
    assert found is not None
    assert (found.steps, found.outputs) == (plan.steps, plan.outputs)
    assert {name: table.to_pylist() for name, table in found.constants.items()} == {
        name: table.to_pylist() for name, table in plan.constants.items()
    }


@pytest.mark.parametrize("content", ["", "{}", '{"steps": 1', '{"steps": [], "outputs": {}}'])
def test_a_plan_that_cannot_be_read_is_compiled_again(tmp_path: Path, content: str) -> None:
    keep_plan(tmp_path, Plan((), {}, {}))
    (kept,) = tmp_path.iterdir()
    kept.write_text(content)
    assert read_plan(tmp_path) is None


def test_the_plan_of_another_version_goes(tmp_path: Path) -> None:
    (tmp_path / "vouwplan-0123.json").write_text("{}")
    keep_plan(tmp_path, Plan((), {}, {}))
    assert len(list(tmp_path.iterdir())) == 1
