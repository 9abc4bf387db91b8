"""Folding a town once more with one rule changed: only the steps that the change reaches run again.

The steps of a changed plan that read as before are left as they are; the others, and what is built on them,
are made in a schema of their own that goes before the first one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import ibis
import pytest
from ibis.backends.duckdb import Backend

from wijzer.engines.duckdb import Engine
from wijzer.engines.plan import Plan, fold_plan
from wijzer.facts import folding
from wijzer.facts.answering import FactTables
from wijzer.facts.folding import (
    aanleveringen,
    berichten,
    besluiten,
    clienten,
    declaraties,
    expressions,
    leveringen,
    meldingen,
    prestaties,
    producten,
    termijnen,
    toewijzingen,
    verzoeken,
    weigeringen,
)
from wijzer.facts.records import RECORDS
from wijzer.indicators import register
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.run import run
from wijzer.values.periode import Periode

Cell = tuple[str, str, str, str]
"""What is counted, gemeente, period, part."""
Cells = dict[Cell, float | int | None]
Facts = Mapping[str, ibis.Table]
_AGAIN = "opnieuw"


class _Remembering:
    """The compiler of DuckDB, which compiles the same expression once."""

    def __init__(self) -> None:
        self._backend = Backend()
        self._known: dict[Any, str] = {}
        self.compiler = self._backend.compiler

    def compile(self, table: ibis.Table) -> str:
        """Return the SQL of an expression."""
        if table.op() not in self._known:
            self._known[table.op()] = self._backend.compile(table)
        return self._known[table.op()]


_COMPILER = _Remembering()
_SHARED = (expressions, producten, weigeringen)
"""Modules whose functions all others use."""
_OWN = (aanleveringen, berichten, besluiten, clienten, declaraties, leveringen, meldingen, prestaties,
        termijnen, toewijzingen, verzoeken)  # fmt: skip
_AS_THEY_ARE = {module: dict(vars(module)) for module in (*_SHARED, *_OWN)}


def _untouched(module: ModuleType) -> bool:
    """Say whether a module holds what it held when it was read: no rule of it is left out."""
    return all(vars(module).get(name) is value for name, value in _AS_THEY_ARE[module].items())


class _Once:
    """A module of folding whose expressions are built once, as long as no rule of it is left out."""

    def __init__(self, module: ModuleType) -> None:
        self._module, self._built = module, {}

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._module, name)
        if not callable(found) or not all(_untouched(module) for module in (*_SHARED, self._module)):
            return found

        def built(*given: Any) -> Any:
            key = (name, *(_named(one) for one in given))
            if key not in self._built:
                self._built[key] = found(*given)
            return self._built[key]

        return built


def _named(given: Any) -> Any:
    """Return what tells one argument of a step from another; the records are always the same tables."""
    if isinstance(given, ibis.Table):
        return given.op()
    return "records" if isinstance(given, Mapping) else given


_BUILT = {module.__name__.rpartition(".")[2]: _Once(module) for module in _OWN}


@dataclass(frozen=True, slots=True)
class Measure:
    """Something to count beside the indicators, of some facts."""

    facts: frozenset[str]
    count: Callable[[Facts], Cells]


@dataclass(slots=True)
class Folded:
    """A folded town: its facts, and what the indicators make of them."""

    facts: Facts
    cells: Cells


class Refolder:
    """One town in a database, folded by the rules as they are, and again by others."""

    def __init__(
        self, engine: Engine, files: Mapping[str, Sequence[Path]], known_on: date, periods: Sequence[Periode],
        gemeenten: Sequence[str], measures: Sequence[Measure] = (),
    ) -> None:  # fmt: skip
        self._engine, self._known_on = engine, known_on
        self._periods, self._gemeenten, self._measures = tuple(periods), tuple(gemeenten), tuple(measures)
        connection = engine.backend.con
        for name, record in RECORDS.items():
            engine.backend.create_table(name, engine.read_parquet(files.get(name, ()), record))
        self._plan = self._planned()
        for step in self._plan.steps:
            connection.execute(f'CREATE TABLE "{step.name}" AS {step.sql}')
        facts = {name: engine.backend.table(step) for name, step in self._plan.outputs.items()}
        self.folded = Folded(facts, self._count(facts, set(facts)))

    def _planned(self) -> Plan:
        with pytest.MonkeyPatch.context() as patch:
            for name, module in _BUILT.items():
                patch.setattr(folding, name, module)
            plan = fold_plan(_COMPILER, self._known_on)
        for name, rows in plan.constants.items():
            self._engine.backend.con.register(name, rows)
        return plan

    @contextmanager
    def again(self) -> Iterator[Folded]:
        """Fold by the rules as they are now; give the facts, and the cells that may have moved.

        When no fact moves the rule is one of counting, and all is counted.
        """
        plan, connection = self._planned(), self._engine.backend.con
        before = {step.name: step.sql for step in self._plan.steps}
        changed: set[str] = set()
        connection.execute(f"CREATE SCHEMA {_AGAIN}")
        connection.execute(f"SET search_path = '{_AGAIN},main'")
        try:
            for step in plan.steps:
                if _same(step.sql, before[step.name]) and not changed & _read_by(step.sql):
                    continue
                changed.add(step.name)
                connection.execute(f'CREATE TABLE {_AGAIN}."{step.name}" AS {step.sql}')
            moved = {name for name, step in plan.outputs.items() if step in changed}
            facts = dict(self.folded.facts)
            for name in moved:
                facts[name] = self._engine.backend.table(plan.outputs[name], database=_AGAIN)
            yield Folded(facts, self._count(facts, moved or set(facts)))
        finally:
            connection.execute("SET search_path = 'main'")
            connection.execute(f"DROP SCHEMA {_AGAIN} CASCADE")

    def _count(self, facts: Facts, moved: set[str]) -> Cells:
        cells: Cells = {}
        readers = {name: partial(facts.__getitem__, name) for name in facts}
        asked = FactTables(readers, self._engine, frozenset(self._gemeenten))
        for indicator in register.all_indicators():
            if not moved & set(indicator.facts):
                continue
            found = run(
                indicator, asked, self._periods, self._gemeenten, Parameters.defaults(), self._known_on
            )
            for result in found:
                for part, value in result.parts.items():
                    number = value.waarde
                    rounded = round(number, 6) if isinstance(number, float) else number
                    cells[indicator.id, result.gemeente, str(result.periode), part] = rounded
        for measure in self._measures:
            cells |= measure.count(facts) if moved & measure.facts else {}
        return cells


def _read_by(sql: str) -> set[str]:
    return set(re.findall(r'"(stap_[^"]+)"', sql))


def _same(one: str, other: str) -> bool:
    """Compare queries; a table that the code brings has another name each time."""
    return _without_names(one) == _without_names(other)


def _without_names(sql: str) -> str:
    return re.sub(r"ibis_\w*memtable\w*", "memtable", sql)


def differences(truth: Cells, found: Cells) -> list[Cell]:
    """Name the cells that differ: hours by more than a thousandth, all else at all; most moved first."""
    moved = [cell for cell, value in found.items() if cell in truth and _differs(truth[cell], value, cell[3])]
    return sorted(moved, key=lambda cell: (-_by(truth[cell], found[cell]), cell))


def _differs(one: float | int | None, other: float | int | None, part: str) -> bool:
    if one is None or other is None:
        return one is not other
    return abs(one - other) > (0.001 * abs(one) if part == "uren" else 0)


def _by(one: float | int | None, other: float | int | None) -> float:
    """Return by which share a value moved."""
    if one is None or other is None or not one:
        return 1.0
    return abs(one - other) / abs(one)


def as_cells(counted: Sequence[Any]) -> Cells:
    """Return what the town itself counted, as cells."""
    return {
        (one.indicator, one.gemeente, str(one.periode), one.part): (
            float(one.value) if isinstance(one.value, Fraction) else one.value
        )
        for one in counted
    }
