"""The six indicators beside the same numbers by SQL written by hand, on the same invented facts.

Both sides give the numbers of several quarters at once. The SQL knows only this question; the indicator
also counts the persons behind each number and all that it leaves out, with reasons.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from string import Template
from typing import Any

import ibis
import pyarrow as pa

from wijzer.engines import duckdb
from wijzer.engines.duckdb import Engine
from wijzer.facts.schema import conform
from wijzer.facts.tables import TABLES
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import all_indicators
from wijzer.indicators.run import run
from wijzer.values.periode import Periode
from wijzer.values.werkdagen import calendar

SQL = Path(__file__).parent / "sql"
TOWNS = ("0293", "0226")
KNOWN_ON = date(2023, 6, 30)
PERIODS = tuple(Periode.parse(f"{year}-Q{quarter}") for year in (2021, 2022) for quarter in range(1, 5))
FACTS = ("toewijzing", "levering", "antwoord", "bericht", "product", "realisatie")
THREADS = 2
Numbers = dict[tuple[str, str], dict[str, float]]


def make_facts(engine: Engine, lines: int) -> dict[str, ibis.Table]:
    """Make the fact tables of so many lines, with exactly the declared columns."""
    for statement in Template((SQL / "facts.sql").read_text("utf-8")).substitute(lines=lines).split(";\n"):
        if statement.strip():
            engine.backend.raw_sql(statement)
    facts = {}
    for name in FACTS:
        made = conform(engine.backend.table(f"basis_{name}"), TABLES[name])
        engine.backend.create_table(name, made, temp=True)
        facts[name] = engine.backend.table(name)
    days = calendar(PERIODS[0].first_day, date(2023, 12, 31))
    _register(engine, "kalender", ("datum", "is_werkdag", "werkdagnummer"), days)
    rows = [(str(p), p.first_day, p.last_day, p.year, p.last_day.month) for p in PERIODS]
    _register(engine, "periode", ("periode", "eerste_dag", "laatste_dag", "jaar", "tot_maand"), rows)
    return facts


def _register(engine: Engine, name: str, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Give the database a small table for the SQL by hand."""
    table = pa.table(dict(zip(columns, zip(*rows, strict=True), strict=True)))
    engine.backend.con.register(name, table)


def by_indicator(indicator: Indicator, facts: Mapping[str, ibis.Table]) -> Numbers:
    """Compute an indicator as `wijzer compute` does."""
    found = run(indicator, facts, PERIODS, TOWNS, Parameters.defaults(), KNOWN_ON)
    return {
        (result.periode, result.gemeente): {
            name: float(part.waarde or 0) for name, part in result.parts.items()
        }
        for result in found
    }


def by_hand(indicator: Indicator, engine: Engine) -> Numbers:
    """Compute the same numbers by the SQL that bears the indicator's name."""
    text = (SQL / f"{indicator.id}.sql").read_text("utf-8")
    query = engine.backend.con.execute(Template(text).substitute(known_on=KNOWN_ON))
    names = [column[0] for column in query.description]
    numbers: Numbers = {}
    for row in query.fetchall():
        values = dict(zip(names, row, strict=True))
        place = (values.pop("periode"), values.pop("gemeente"))
        numbers[place] = {name: float(value or 0) for name, value in values.items()}
    return numbers


def _same(indicator: Indicator, left: Numbers, right: Numbers) -> None:
    for place, numbers in left.items():
        for name, number in numbers.items():
            other = right[place][name]
            if abs(number - other) > 1e-6 * max(1.0, abs(number)):
                raise SystemExit(f"{indicator.id} {place} {name}: {number}, and {other} by hand")


def _timed(compute: Any, *arguments: Any) -> tuple[float, Numbers]:
    started = time.perf_counter()
    numbers = compute(*arguments)
    return time.perf_counter() - started, numbers


def measure(lines: int, repetitions: int) -> dict[str, Any]:
    """Measure all six, in turn with the SQL; medians. Stops when the numbers differ."""
    each: dict[str, dict[str, float]] = {}
    with duckdb.open(threads=THREADS, memory="4GB") as engine:
        facts = make_facts(engine, lines)
        for indicator in all_indicators():
            ours: list[float] = []
            theirs: list[float] = []
            for _ in range(max(repetitions, 2)):
                seconds, numbers = _timed(by_indicator, indicator, facts)
                hand_seconds, hand = _timed(by_hand, indicator, engine)
                _same(indicator, numbers, hand)
                ours.append(seconds)
                theirs.append(hand_seconds)
            each[indicator.id] = _row(ours, theirs, lines)
            print(f"  {indicator.id:45} {each[indicator.id]['ratio']:6.2f} × SQL", flush=True)
    seconds, sql_seconds = (sum(row[name] for row in each.values()) for name in ("seconds", "sql_seconds"))
    return {
        "lines": lines,
        "periods": len(PERIODS),
        "threads": THREADS,
        "each": each,
        "seconds": seconds,
        "sql_seconds": sql_seconds,
        "ratio": seconds / sql_seconds,
    }


def _row(ours: Sequence[float], theirs: Sequence[float], lines: int) -> dict[str, float]:
    """Return medians in seconds a million lines; the first repetition only warms up."""
    million = 1_000_000 / lines
    seconds, sql_seconds = (statistics.median(list(times)[1:]) * million for times in (ours, theirs))
    return {"seconds": seconds, "sql_seconds": sql_seconds, "ratio": seconds / sql_seconds}
