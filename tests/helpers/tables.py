"""Tables from small rows: facts and records as a test writes them down.

``fact("toewijzing", rows)`` and ``record("b301_bericht", rows)`` make Ibis tables of the declared shape; a
column that a row does not name is null, an unknown name is an error.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

import ibis

from wijzer.facts.declaration import Record, Table
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import from_rows, types_of
from wijzer.facts.tables import TABLES

Rows = Iterable[Mapping[str, object]]


def fact(name: str, rows: Rows = ()) -> ibis.Table:
    """Make a fact table of the declared shape; dates may be written as ``"2022-04-01"``."""
    return _table(TABLES[name], rows)


def record(name: str, rows: Rows = ()) -> ibis.Table:
    """Make a record dataset of the declared shape; dates may be written as ``"2022-04-01"``."""
    return _table(RECORDS[name], rows)


def facts(tables: Mapping[str, Rows] | None = None) -> dict[str, ibis.Table]:
    """Make every fact table; the ones that are not given are empty."""
    given = tables or {}
    unknown = set(given) - set(TABLES)
    assert not unknown, f"no such fact table: {sorted(unknown)}"
    return {name: fact(name, given.get(name, ())) for name in TABLES}


def rows_for(declared: Table | Record, rows: Rows) -> list[dict[str, object]]:
    """Read rows as a test writes them: dates may be texts, an unknown column is an error."""
    types = types_of(declared)
    made = []
    for row in rows:
        unknown = set(row) - set(types)
        assert not unknown, f"{declared.name} has no column {sorted(unknown)}"
        made.append({name: _value(types[name], value) for name, value in row.items()})
    return made


def _table(declared: Table | Record, rows: Rows) -> ibis.Table:
    return from_rows(declared, rows_for(declared, rows))


def _value(dtype: str, value: object) -> object:
    return date.fromisoformat(value) if dtype == "date" and isinstance(value, str) else value
