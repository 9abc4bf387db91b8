"""Declarations as Ibis schemas: empty tables, and tables made to fit their declaration."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

import ibis
import pyarrow as pa

from wijzer.facts.declaration import Dtype, Record, Table

_ARROW: Mapping[Dtype, pa.DataType] = MappingProxyType(
    {
        "string": pa.string(),
        "int64": pa.int64(),
        "float64": pa.float64(),
        "boolean": pa.bool_(),
        "date": pa.date32(),
    }
)


def types_of(declared: Table | Record) -> dict[str, Dtype]:
    """Map every declared column to its type, in order."""
    if isinstance(declared, Record):
        return dict(declared.columns)
    return {column.name: column.dtype for column in declared.columns}


def arrow_schema(declared: Table | Record) -> pa.Schema:
    """Return the Arrow schema of a declaration."""
    return pa.schema([(name, _ARROW[dtype]) for name, dtype in types_of(declared).items()])


def from_rows(declared: Table | Record, rows: Iterable[Mapping[str, object]]) -> ibis.Table:
    """Make a table of the declared shape from rows; a column that a row does not name is null in it."""
    return ibis.memtable(pa.Table.from_pylist(list(rows), schema=arrow_schema(declared)))


def empty(declared: Table | Record) -> ibis.Table:
    """Return a table without rows that has the declared columns."""
    return from_rows(declared, ())


def conform(table: ibis.Table, declared: Table | Record) -> ibis.Table:
    """Return ``table`` with exactly the declared columns, in order and of the declared types.

    A missing column is an error of the caller and raises Ibis' own exception.
    """
    return table.select(**{name: table[name].cast(dtype) for name, dtype in types_of(declared).items()})
