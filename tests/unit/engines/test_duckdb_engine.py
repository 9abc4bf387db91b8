"""DuckDB reads records as they are declared, keeps to its limits, and says what is wrong."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.helpers.tables import record
from wijzer.engines import duckdb
from wijzer.engines.errors import EngineError
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import arrow_schema

NAME = "b323_client"


def _file(path: Path, rows: list[dict], drop: str | None = None, **extra: pa.DataType) -> Path:
    schema = arrow_schema(RECORDS[NAME])
    fields = [field for field in schema if field.name != drop] + [pa.field(*one) for one in extra.items()]
    pq.write_table(pa.Table.from_pylist(rows, pa.schema(fields)), path)
    return path


def test_records_without_files_are_empty_with_the_declared_columns() -> None:
    with duckdb.open() as engine:
        records = engine.records({})
        assert set(records) == set(RECORDS)
        for name, table in records.items():
            assert tuple(table.columns) == RECORDS[name].column_names
        assert engine.execute(records[NAME].count()).as_py() == 0


def test_records_over_several_files_have_the_declared_columns_only(tmp_path: Path) -> None:
    one = _file(tmp_path / "1.parquet", [{"bericht": "a", "regel": 1, "client": "p1"}], bsn_lengte=pa.int64())
    two = _file(tmp_path / "2.parquet", [{"bericht": "b", "regel": 1, "client": "p2"}])
    with duckdb.open() as engine:
        table = engine.records({NAME: [two, one], "b999_onbekend": [one]})[NAME]
        assert tuple(table.columns) == RECORDS[NAME].column_names
        assert sorted(engine.execute(table)["client"].to_pylist()) == ["p1", "p2"]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = _file(tmp_path / "1.parquet", [{"bericht": "a", "regel": 1}], drop="client")
    with duckdb.open() as engine, pytest.raises(EngineError, match="'b323_client' missen de kolommen client"):
        engine.records({NAME: [path]})


def test_a_damaged_file_is_said_to_be_so(tmp_path: Path) -> None:
    path = tmp_path / "1.parquet"
    path.write_bytes(b"PAR1 no parquet")
    with (
        duckdb.open() as engine,
        pytest.raises(EngineError, match="'b323_client' kunnen niet worden gelezen"),
    ):
        engine.records({NAME: [path]})


def test_limits_are_kept(tmp_path: Path) -> None:
    with duckdb.open(threads=1, memory="200MB", temporary=tmp_path) as engine:
        settings = dict(
            engine.backend.raw_sql(
                "select name, value from duckdb_settings() "
                "where name in ('threads', 'memory_limit', 'temp_directory')"
            ).fetchall()
        )
    assert settings["threads"] == "1"
    assert settings["memory_limit"] == "190.7 MiB"
    assert settings["temp_directory"] == str(tmp_path)


def test_without_a_folder_of_its_own_nothing_goes_to_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = [{"bericht": f"{n:032d}", "regel": n, "client": f"{n:032d}"} for n in range(200_000)]
    with duckdb.open(threads=1, memory="20MB") as engine, pytest.raises(Exception, match="Out of Memory"):
        engine.keep("x", record(NAME, rows).order_by("client"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("threads", "memory"), [(0, None), (None, "veel")])
def test_a_limit_that_cannot_be_understood_is_refused(threads: int | None, memory: str | None) -> None:
    with pytest.raises(EngineError, match=r"Pas \[engine\] in wijzer.toml aan"):
        duckdb.open(threads=threads, memory=memory)


def test_what_is_kept_is_computed_once_and_two_may_have_one_name() -> None:
    with duckdb.open() as engine:
        table = record(NAME, [{"bericht": "a", "regel": 1, "client": "p1"}])
        one = engine.keep("x", table)
        two = engine.keep("x", table.filter(table.regel > 1))
        assert engine.execute(one.count()).as_py() == 1
        assert engine.execute(two.count()).as_py() == 0


def test_a_written_table_keeps_its_order(tmp_path: Path) -> None:
    rows = [{"bericht": f"{n:05d}", "regel": n, "client": "p"} for n in range(20_000)]
    path = tmp_path / "it's here.parquet"
    with duckdb.open(threads=2) as engine:
        table = record(NAME, rows)
        engine.write_parquet(table.order_by(table.regel.desc()), path)
    assert pq.read_table(path)["regel"].to_pylist() == list(range(19_999, -1, -1))
