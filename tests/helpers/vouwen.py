"""Folding for tests, the way a workspace does it: record files in, rows of facts out."""

from __future__ import annotations

import tempfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from tests.helpers.tables import rows_for
from wijzer.engines import duckdb
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import arrow_schema
from wijzer.facts.tables import TABLES

Rows = dict[str, list[dict]]
Facts = dict[str, dict[str, list[dict]]]


def write_records(worlds: Iterable[Mapping[str, list[dict]]], folder: Path) -> dict[str, list[Path]]:
    """Write the record rows of several gemeenten as Parquet, one file a dataset."""
    many = list(worlds)
    files = {}
    for name, record in RECORDS.items():
        rows = [row for world in many for row in world.get(name, ())]
        if rows:
            files[name] = [folder / f"{name}.parquet"]
            pq.write_table(pa.Table.from_pylist(rows_for(record, rows), arrow_schema(record)), files[name][0])
    return files


def fold_rows(worlds: Iterable[Mapping[str, list[dict]]], known_on: date | None = None) -> Facts:
    """Fold record rows; return the rows of every fact table per gemeente, without the gemeente."""
    found: Facts = defaultdict(lambda: defaultdict(list))
    with tempfile.TemporaryDirectory() as folder, duckdb.open(threads=2) as engine:
        facts = engine.fold(write_records(worlds, Path(folder)), known_on)
        for name, table in TABLES.items():
            if table.partition:
                for row in engine.execute(facts[name]).to_pylist():
                    found[row.pop("gemeente")][name].append(row)
    return found
