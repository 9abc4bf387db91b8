"""The plan of folding: every step compiled to SQL once, then run on any records.

Building and compiling the Ibis expressions of :func:`wijzer.facts.folding.fold` takes longer than running
them on the records of a town. They depend on the declared record columns alone, so an engine needs to do
it once for each day of knowledge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import ibis
import pyarrow as pa

from wijzer.facts.folding import fold
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import types_of


@dataclass(frozen=True, slots=True)
class Step:
    """One table to compute: its name in the database and the query that fills it."""

    name: str
    sql: str


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps in order; ``outputs`` names the step of each fact table, ``constants`` the tables of code."""

    steps: tuple[Step, ...]
    outputs: Mapping[str, str]
    constants: Mapping[str, pa.Table]


def fold_plan(backend: Any, known_on: date | None) -> Plan:
    """Compile folding to the SQL of ``backend`` (of Ibis, connected or not), as known on ``known_on``.

    The plan reads one table of the database for each record of ``RECORDS``, by its name.
    """
    steps: list[Step] = []
    constants: dict[str, pa.Table] = {}

    def keep(name: str, table: ibis.Table) -> ibis.Table:
        step = f"stap_{len(steps):02d}_{name}"
        constants.update(_constants(table))
        steps.append(Step(step, typed(backend, table)))
        return ibis.table(table.schema(), name=step)

    given = {name: ibis.table(types_of(record), name=name) for name, record in RECORDS.items()}
    facts = fold(given, known_on, keep=keep)
    return Plan(tuple(steps), {name: table.get_name() for name, table in facts.items()}, constants)


def typed(backend: Any, table: ibis.Table) -> str:
    """Compile an expression to SQL that gives every column the type that Ibis says.

    A database may sum to a wider type.
    """
    types = backend.compiler.type_mapper
    columns = ", ".join(f'"{c}"::{types.to_string(t)} AS "{c}"' for c, t in table.schema().items())
    return f"SELECT {columns} FROM ({backend.compile(table)})"  # noqa: S608 - compiled, not typed in


def _constants(table: ibis.Table) -> dict[str, pa.Table]:
    """Find the tables that the code itself brings (the calendar), by the name that the SQL gives them."""
    return {
        found.name: found.data.to_pyarrow(found.schema)
        for found in table.op().find(ibis.expr.operations.InMemoryTable)
    }
