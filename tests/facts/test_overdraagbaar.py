"""Folding knows no database: every fact can be asked of PostgreSQL and of Spark as well as of DuckDB."""

from __future__ import annotations

from datetime import date

import ibis
import pytest
from ibis.config import Config

from wijzer.facts.folding import fold
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import types_of
from wijzer.facts.tables import TABLES


class SparkOptions(Config):
    treat_nan_as_null: bool = False


@pytest.fixture(scope="module")
def facts() -> dict[str, ibis.Table]:
    """The facts over tables that only have a name: every step that an engine keeps is a named table too."""
    records = {name: ibis.table(types_of(record), name=name) for name, record in RECORDS.items()}
    steps: dict[str, ibis.Table] = {}

    def keep(name: str, table: ibis.Table) -> ibis.Table:
        steps[name] = table
        return ibis.table(table.schema(), name=name)

    fold(records, date(2022, 4, 1), keep=keep)
    return steps


@pytest.mark.parametrize("dialect", ["postgres", "pyspark"])
def test_every_step_of_folding_has_its_sql(
    facts: dict[str, ibis.Table], dialect: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if dialect == "pyspark":  # this option is set when a session opens; here no Spark is needed
        monkeypatch.setattr(ibis.options, "pyspark", SparkOptions())
    assert set(TABLES) < set(facts)
    for name, table in facts.items():
        sql = ibis.to_sql(table, dialect=dialect)
        assert sql.lstrip().upper().startswith(("SELECT", "WITH")), name
