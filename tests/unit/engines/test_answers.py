"""Requests on fact tables: compiled once, shared steps computed once, never the facts of another set."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

import ibis
import ibis.expr.types as ir
import pyarrow as pa
import pytest

from wijzer.engines import answers as answers_module
from wijzer.engines import duckdb
from wijzer.engines.duckdb import Engine
from wijzer.facts.answering import FactTables, Keep, Tables, answers
from wijzer.facts.schema import from_rows
from wijzer.facts.tables import TABLES

MONTHS = {"maanden": pa.table({"maand": pa.array([1, 2], pa.int64())})}


def _facts(engine: Engine, *cents: int) -> FactTables:
    rows = [
        {"gemeente": "0293", "jaar": 2022, "maand": 1 + place % 2, "taakveld": "6.1", "lasten_cent": amount}
        for place, amount in enumerate(cents)
    ]
    return FactTables({"realisatie": partial(from_rows, TABLES["realisatie"], rows)}, engine)


def _costs(facts: Tables, given: Tables, keep: Keep) -> Mapping[str, ir.Table]:
    table = facts["realisatie"]
    months = keep("per_maand", table.group_by("maand").agg(cent=table.lasten_cent.sum()))
    return {
        "alles": months.agg(cent=months.cent.sum()),
        "gevraagd": months.join(given["maanden"], "maand").order_by("maand"),
    }


@pytest.fixture(autouse=True)
def _nothing_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answers_module, "_KNOWN", {})


def test_an_engine_answers_as_plain_tables_do() -> None:
    with duckdb.open() as engine:
        facts = _facts(engine, 100, 20, 3)
        found = answers(facts, ("kosten",), _costs, MONTHS)
        plain = answers({"realisatie": facts["realisatie"]}, ("kosten",), _costs, MONTHS)
    assert found == plain
    assert found["alles"] == [{"cent": 123}]
    assert found["gevraagd"] == [{"maand": 1, "cent": 103}, {"maand": 2, "cent": 20}]


def test_given_tables_may_differ_every_time() -> None:
    with duckdb.open() as engine:
        facts = _facts(engine, 100, 20)
        answers(facts, ("kosten",), _costs, MONTHS)
        only_second = {"maanden": pa.table({"maand": pa.array([2], pa.int64())})}
        assert answers(facts, ("kosten",), _costs, only_second)["gevraagd"] == [{"maand": 2, "cent": 20}]


def test_other_facts_in_the_same_engine_have_answers_of_their_own() -> None:
    with duckdb.open() as engine:
        first, second = _facts(engine, 1), _facts(engine, 2)
        found = [answers(facts, ("kosten",), _costs, MONTHS)["alles"] for facts in (first, second, first)]
    assert found == [[{"cent": 1}], [{"cent": 2}], [{"cent": 1}]]


def test_what_was_compiled_is_kept_in_a_folder_for_the_next_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def built(*_: object) -> Mapping[str, ir.Table]:
        raise AssertionError("built again")

    with duckdb.open(temporary=tmp_path) as engine:
        answers(_facts(engine, 100), ("kosten",), _costs, MONTHS)
    monkeypatch.setattr(answers_module, "_KNOWN", {})
    with duckdb.open(temporary=tmp_path) as engine:
        assert answers(_facts(engine, 7), ("kosten",), built, MONTHS)["alles"] == [{"cent": 7}]
        with pytest.raises(AssertionError):
            answers(_facts(engine, 7), ("andere vraag",), built, MONTHS)


def test_a_damaged_file_is_compiled_again_and_those_of_other_code_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "vraag-oud-1.json").write_text("{}", encoding="utf-8")
    with duckdb.open(temporary=tmp_path) as engine:
        answers(_facts(engine, 5), ("kosten",), _costs, MONTHS)
    (kept,) = tmp_path.glob("vraag-*.json")
    kept.write_text('{"steps": 1', encoding="utf-8")
    monkeypatch.setattr(answers_module, "_KNOWN", {})
    with duckdb.open(temporary=tmp_path) as engine:
        assert answers(_facts(engine, 5), ("kosten",), _costs, MONTHS)["alles"] == [{"cent": 5}]


def test_a_step_that_needs_a_given_table_is_not_kept() -> None:
    def build(facts: Tables, given: Tables, keep: Keep) -> Mapping[str, ir.Table]:
        chosen = keep("gekozen", facts["realisatie"].join(given["maanden"], "maand"))
        return {"aantal": chosen.agg(aantal=chosen.count())}

    with duckdb.open() as engine:
        facts = _facts(engine, 1, 2, 3)
        none = {"maanden": MONTHS["maanden"].slice(0, 0)}
        assert answers(facts, ("aantal",), build, MONTHS)["aantal"] == [{"aantal": 3}]
        assert answers(facts, ("aantal",), build, none)["aantal"] == [{"aantal": 0}]


def test_fact_tables_are_opened_when_they_are_asked_for() -> None:
    def never() -> ibis.Table:
        raise AssertionError("opened")

    with duckdb.open() as engine:
        facts = FactTables({"bericht": never, "kalender": lambda: ibis.memtable({"dag": [1]})}, engine)
        assert sorted(facts) == ["bericht", "kalender"]
        assert facts["kalender"] is facts["kalender"]
