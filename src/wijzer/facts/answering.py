"""Asking fact tables several things at once, so that what the answers share is computed once.

An engine that can compile a request keeps it (see ``wijzer.engines``); for plain tables of Ibis every query
goes to the database by itself. The answers are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir
import pyarrow as pa

Tables = Mapping[str, ir.Table]
Rows = list[dict[str, Any]]
Keep = Callable[[str, ir.Table], ir.Table]
"""Computes a table once, when the engine can; what is built on the result does not compute it again."""


class Build(Protocol):
    """Builds queries on fact tables and on small given tables; pure, so that it can be compiled once."""

    def __call__(self, facts: Tables, given: Tables, keep: Keep) -> Mapping[str, ir.Table]:
        """Return the queries by name."""


class Answering(Protocol):
    """An engine that answers a whole request."""

    def answer(
        self, facts: FactTables, key: tuple[object, ...], build: Build, given: Mapping[str, pa.Table]
    ) -> dict[str, Rows]:
        """Return the rows of every query that ``build`` gives; see :func:`answers`."""


class FactTables(Mapping[str, ir.Table]):
    """Fact tables by name, each one opened when it is asked for, that know the engine they are in."""

    def __init__(
        self,
        readers: Mapping[str, Callable[[], ir.Table]],
        engine: Answering,
        gemeenten: frozenset[str] | None = None,
    ) -> None:
        """``gemeenten`` are all that the tables tell about, None when that is not known."""
        self._readers = readers
        self.gemeenten = gemeenten
        self._opened: dict[str, ir.Table] = {}
        self.engine = engine

    def __getitem__(self, name: str) -> ir.Table:
        if name not in self._opened:
            self._opened[name] = self._readers[name]()
        return self._opened[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._readers)

    def __len__(self) -> int:
        return len(self._readers)


def answers(
    facts: Tables, key: tuple[object, ...], build: Build, given: Mapping[str, pa.Table]
) -> dict[str, Rows]:
    """Return the rows of every query that ``build`` gives, by name.

    ``key`` says all that the queries depend on, the tables apart: two requests with the same key, on the
    same kinds of tables, are the same queries. ``given`` are small tables that may differ every time.
    """
    if isinstance(facts, FactTables):
        return facts.engine.answer(facts, key, build, given)
    tables = {name: ibis.memtable(table) for name, table in given.items()}
    queries = build(facts, tables, lambda _, table: table)
    return {name: query.to_pyarrow().to_pylist() for name, query in queries.items()}
