"""Answers to requests on fact tables: compiled once, and what requests share computed once.

Building and compiling the expressions of an indicator takes longer than running them on the facts of a
town. They depend on the key of the request and on the declared columns alone, so a process does it once
for each key, and a folder keeps it for the next process. A step that needs no given table is computed
once for one set of facts, whichever request asks for it first.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.engines.plan import Step, typed
from wijzer.engines.plan_file import code_digest
from wijzer.facts.answering import Build, FactTables, Rows
from wijzer.facts.schema import types_of
from wijzer.facts.tables import TABLES

_FACT, _GIVEN, _STEP = "feit_", "gegeven_", "stap_"
_MOST = 64
_FILE = "vraag-"


@dataclass(frozen=True, slots=True)
class Request:
    """A compiled request: the fact tables it reads, steps that are shared, its queries by name."""

    facts: tuple[str, ...]
    steps: tuple[Step, ...]
    queries: Mapping[str, str]


class Answers:
    """Answers requests in one database."""

    def __init__(self, backend: Any, folder: Path | None) -> None:
        self._backend = backend
        self._folder = folder
        self._facts: FactTables | None = None
        self._made: set[str] = set()

    def answer(
        self, facts: FactTables, key: tuple[object, ...], build: Build, given: Mapping[str, pa.Table]
    ) -> dict[str, Rows]:
        """Return the rows of every query, as :func:`wijzer.facts.answering.answers` tells."""
        request = self._request(key, build, given)
        if facts is not self._facts:
            # The names are those of other facts: nothing of theirs is kept.
            self._facts, self._made = facts, set()
        connection = self._backend.con
        for name in request.facts:
            if self._first(_FACT + name):
                self._backend.create_view(_FACT + name, facts[name], overwrite=True)
        for step in request.steps:
            if self._first(step.name):
                self._backend.raw_sql(f'CREATE OR REPLACE TEMP TABLE "{step.name}" AS {step.sql}')
        for name, table in given.items():
            connection.register(_GIVEN + name, table)
        try:
            return {
                name: connection.sql(sql).to_arrow_table().to_pylist()
                for name, sql in request.queries.items()
            }
        finally:
            for name in given:
                connection.unregister(_GIVEN + name)

    def _first(self, name: str) -> bool:
        """Say whether this name is needed for the first time."""
        first = name not in self._made
        self._made.add(name)
        return first

    def _request(self, key: tuple[object, ...], build: Build, given: Mapping[str, pa.Table]) -> Request:
        shapes = {name: ibis.Schema.from_pyarrow(table.schema) for name, table in given.items()}
        digest = hashlib.sha256(repr((key, shapes)).encode()).hexdigest()[:24]
        if digest not in _KNOWN:
            kept = None if self._folder is None else _read(self._folder, digest)
            if kept is None:
                kept = compile_request(self._backend, build, shapes)
                if self._folder is not None:
                    _write(self._folder, digest, kept)
            while len(_KNOWN) >= _MOST:
                _KNOWN.pop(next(iter(_KNOWN)))
            _KNOWN[digest] = kept
        return _KNOWN[digest]


_KNOWN: dict[str, Request] = {}


def compile_request(backend: Any, build: Build, given: Mapping[str, ibis.Schema]) -> Request:
    """Compile a request to the SQL of ``backend``."""
    steps: list[Step] = []
    smalls = {name: ibis.table(schema, name=_GIVEN + name) for name, schema in given.items()}

    def keep(name: str, table: ir.Table) -> ir.Table:
        if any(found.startswith(_GIVEN) for found in _names(table)):
            return table
        sql = typed(backend, table)
        step = Step(f"{_STEP}{name}_{hashlib.sha256(sql.encode()).hexdigest()[:12]}", sql)
        if step not in steps:
            steps.append(step)
        return ibis.table(table.schema(), name=step.name)

    facts = {name: ibis.table(types_of(table), name=_FACT + name) for name, table in TABLES.items()}
    queries = build(facts, smalls, keep)
    read = {name for table in queries.values() for name in _names(table)}
    text = " ".join(step.sql for step in steps)
    used = tuple(name for name in TABLES if _FACT + name in read or f'"{_FACT}{name}"' in text)
    return Request(used, tuple(steps), {name: typed(backend, query) for name, query in queries.items()})


def _names(table: ir.Table) -> set[str]:
    """Return the names of the tables that an expression reads."""
    return {found.name for found in table.op().find(ibis.expr.operations.UnboundTable)}


def _path(folder: Path, digest: str) -> Path:
    return folder / f"{_FILE}{code_digest()}-{digest}.json"


def _read(folder: Path, digest: str) -> Request | None:
    try:
        content = json.loads(_path(folder, digest).read_text(encoding="utf-8"))
        steps = tuple(Step(name, sql) for name, sql in content["steps"])
        return Request(tuple(content["facts"]), steps, content["queries"])
    except (OSError, ValueError, KeyError):
        # Nothing is lost: it is compiled again, and written anew.
        return None


def _write(folder: Path, digest: str, request: Request) -> None:
    """Keep a request; those of other versions of the code go."""
    content = {
        "facts": request.facts,
        "steps": [[step.name, step.sql] for step in request.steps],
        "queries": dict(request.queries),
    }
    path = _path(folder, digest)
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(content), encoding="utf-8")
    new.replace(path)
    for old in folder.glob(f"{_FILE}*.json"):
        if not old.name.startswith(f"{_FILE}{code_digest()}-"):
            old.unlink(missing_ok=True)
