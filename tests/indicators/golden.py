"""Golden cases: small tables in TOML with a Dutch sentence per row and visible arithmetic.

A case (``[[geval]]``) names its period, the day on which things are known, the rows of the fact tables
and what must come out. Every expected number is written as arithmetic (``"3 + 90 / 60 = 4,5"``) that
the test works out. All cases of an indicator that share a period and day go through the database at
once, each as a gemeente of its own. ``[standaard.toewijzing]`` fills what a row does not say;
``[[toewijzing]]`` at the top holds rows of every case, but those that name the table in ``zonder``.
A value of ``"leeg"`` makes a cell empty that the standard row fills.

    [[geval]]
    naam = "een toewijzing van drie uur"
    toont = ["gewoon"]
    periode = "2022-Q4"
    bekend_op = 2023-02-01
    [[geval.toewijzing]]
    zin = "Mevrouw A krijgt 3 uur per week."
    client = "A"
    ...
    [geval.verwacht]
    uren = "3 = 3"
"""

from __future__ import annotations

import ast
import operator
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from wijzer.facts.declaration import Column
from wijzer.facts.schema import arrow_schema
from wijzer.facts.tables import TABLES
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import get, ids
from wijzer.indicators.result import IndicatorResult, PartValue
from wijzer.indicators.run import rows, run
from wijzer.values.periode import Periode

HERE = Path(__file__).parent
HOME = "0293"
WORDS = {"zin"}


@dataclass(frozen=True)
class Case:
    """One golden case; ``tables`` holds its rows by fact table, common rows of the file included."""

    indicator: str
    file: str
    name: str
    shows: tuple[str, ...]
    periode: Periode
    known_on: date
    tables: Mapping[str, tuple[Mapping[str, Any], ...]]
    expected: Mapping[str, str]
    persons: Mapping[str, int]
    left_out: Mapping[str, str]
    left_out_persons: Mapping[str, int]
    excluded: Mapping[str, int]
    missing: str | None
    provisional: str | None
    parameters: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """The id in the test report."""
        return f"{self.indicator}/{self.file}: {self.name}"


def cases_of(indicator_id: str) -> list[Case]:
    """Read every case of an indicator."""
    return [case for path in sorted((HERE / indicator_id).glob("*.toml")) for case in _read(path)]


@lru_cache(maxsize=1)
def all_cases() -> tuple[Case, ...]:
    """Read every case of every indicator."""
    return tuple(case for indicator_id in ids() for case in cases_of(indicator_id))


def _read(path: Path) -> Iterable[Case]:
    document = tomllib.loads(path.read_text("utf-8"))
    usual = document.get("standaard", {})
    common = {name: document.get(name, []) for name in TABLES}
    for entry in document["geval"]:
        skip = entry.get("zonder", [])
        tables = {
            name: tuple(
                usual.get(name, {}) | row
                for row in ([] if name in skip else common[name]) + entry.get(name, [])
            )
            for name in TABLES
        }
        known = {"naam", "toont", "periode", "bekend_op", "zonder", "verwacht", "personen", "weggelaten",
                 "weggelaten_personen", "niet_geteld", "ontbreekt", "voorlopig"}  # fmt: skip
        if unknown := set(entry) - known - set(TABLES):
            raise ValueError(f"{path.name}, {entry['naam']}: onbekend: {sorted(unknown)}")
        yield Case(
            indicator=path.parent.name,
            file=path.stem,
            name=entry["naam"],
            shows=tuple(entry["toont"]),
            periode=Periode.parse(str(entry["periode"])),
            known_on=entry["bekend_op"],
            tables=tables,
            expected=entry.get("verwacht", {}),
            persons=entry.get("personen", {}),
            left_out=entry.get("weggelaten", {}),
            left_out_persons=entry.get("weggelaten_personen", {}),
            excluded=entry.get("niet_geteld", {}),
            missing=entry.get("ontbreekt"),
            provisional=entry.get("voorlopig"),
        )


def facts_of(cases: Mapping[str, Case]) -> dict[str, ibis.Table]:
    """Stack the rows of cases to fact tables; each case becomes the gemeente that is its key."""
    stacked: dict[str, ibis.Table] = {}
    for name, declared in TABLES.items():
        columns = {column.name: column for column in declared.columns}
        made = [
            {column: _value(row.get(column), columns[column], number) for column in columns}
            | _town(columns, key)
            for key, case in cases.items()
            for number, row in enumerate(_checked(case, name, columns), start=1)
        ]
        stacked[name] = ibis.memtable(pa.Table.from_pylist(made, schema=arrow_schema(declared)))
    return stacked


def _town(columns: Mapping[str, Column], key: str) -> dict[str, str]:
    return {"gemeente": key} if "gemeente" in columns else {}


def _checked(case: Case, name: str, columns: Mapping[str, Column]) -> Iterable[Mapping[str, Any]]:
    for row in case.tables[name]:
        if "zin" not in row:
            raise ValueError(f"{case.id}: een rij van {name} heeft geen zin")
        if unknown := set(row) - set(columns) - WORDS:
            raise ValueError(f"{case.id}: {name} kent geen {sorted(unknown)}")
        yield row


def _value(given: Any, column: Column, number: int) -> Any:
    if given is not None or column.nullable:
        return None if given == "leeg" else given
    defaults = {"boolean": False, "int64": number, "string": "-", "date": date(2020, 1, 1), "float64": 0.0}
    return defaults[column.dtype]


@lru_cache(maxsize=1)
def results() -> Mapping[str, IndicatorResult]:
    """Compute all cases, grouped by indicator, period and day; by id of the case."""
    return {case_id: result for case_id, (result, _) in _computed().items()}


@lru_cache(maxsize=1)
def reasons() -> Mapping[str, Mapping[str, int]]:
    """Return how many rows each case has per reason."""
    return {case_id: found for case_id, (_, found) in _computed().items()}


@lru_cache(maxsize=1)
def _computed() -> Mapping[str, tuple[IndicatorResult, Mapping[str, int]]]:
    groups: dict[tuple[str, Periode, date], list[Case]] = {}
    for case in all_cases():
        groups.setdefault((case.indicator, case.periode, case.known_on), []).append(case)
    found: dict[str, tuple[IndicatorResult, Mapping[str, int]]] = {}
    for (indicator_id, periode, known_on), cases in groups.items():
        keyed = {f"G{number:03}": case for number, case in enumerate(cases)}
        facts = facts_of(keyed)
        indicator = get(indicator_id)
        asked = (indicator, facts, periode, list(keyed), Parameters.defaults(), known_on)
        told = rows(*asked).group_by("gemeente", "reden").agg(rijen=ibis._.count()).to_pyarrow().to_pylist()
        by_case: dict[str, dict[str, int]] = {}
        for row in told:
            by_case.setdefault(row["gemeente"], {})[row["reden"] or ""] = row["rijen"]
        for result in run(*asked):
            found[keyed[result.gemeente].id] = (result, by_case.get(result.gemeente, {}))
    return found


_OPERATORS: dict[type, Callable[[float, float], float]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}


def work_out(arithmetic: str) -> float:
    """Return the number of ``"2 x 3 + 1,5 = 7,5"``; AssertionError when the two sides differ."""
    left, equals, right = arithmetic.replace(",", ".").rpartition("=")
    assert equals, f"'{arithmetic}' heeft geen = teken"
    value, stated = _evaluate(left), float(right)
    decimals = len(right.strip().partition(".")[2])
    assert round(value, decimals) == stated, f"'{arithmetic}' klopt niet: {value}"
    return value


def _evaluate(text: str) -> float:
    spaced = re.sub(r"(?<=[\d)])\s*[x×]\s*(?=[\d(])", " * ", text)

    def value(node: ast.AST) -> float:
        if isinstance(node, ast.Expression):
            return value(node.body)
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float):
            return node.value
        if isinstance(node, ast.BinOp):
            return _OPERATORS[type(node.op)](value(node.left), value(node.right))
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
            return -value(node.operand)
        raise ValueError(f"geen rekensom: {text}")

    return value(ast.parse(spaced.strip(), mode="eval"))


def part_of(indicator: Indicator, result: IndicatorResult, name: str) -> PartValue:
    """Return a part of a result, for an expected name."""
    assert name in {part.id for part in indicator.parts}, f"{indicator.id} heeft geen onderdeel {name}"
    return result.parts[name]
