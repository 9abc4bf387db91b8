"""From declared rows to results: parts, persons behind them, what was left out, and how sure it is.

    results = run(get("maatwerkvoorzieningen_wmo"), facts, periods, gemeenten, parameters, known_on)

All periods go through the database together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.facts.answering import FactTables, Keep, answers
from wijzer.indicators.availability import Status
from wijzer.indicators.code import code_digest
from wijzer.indicators.declaration import Indicator, LeftOut, Part
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.question import PERIODS, Facts, Question, period_rows
from wijzer.indicators.result import IndicatorResult, PartValue
from wijzer.indicators.sums import LEFT_OUT, PERSONS, sums
from wijzer.values.periode import Periode

_SUMS = "aantallen"


def run(
    indicator: Indicator,
    facts: Facts,
    periods: Periode | Sequence[Periode],
    gemeenten: Sequence[str],
    parameters: Parameters,
    known_on: date,
    breakdown: tuple[str, ...] = (),
) -> list[IndicatorResult]:
    """Compute one indicator for every period and gemeente (in that order).

    ``facts`` are folded as known on ``known_on``. ``breakdown`` names declared breakdown columns; then
    there is one result for each group that has rows, besides the missing ones. Periods of a kind that
    the indicator does not declare raise ValueError.
    """
    asked = _periods(indicator, periods, parameters)
    unknown = set(breakdown) - set(indicator.breakdowns)
    if unknown:
        raise ValueError(f"{indicator.id} kent geen uitsplitsing naar {', '.join(sorted(unknown))}")
    question = Question(indicator.id, facts, asked, parameters, known_on, counting=True)
    chosen = _chosen(facts, gemeenten)
    found = answers(
        facts,
        (indicator.id, chosen, breakdown, parameters, code_digest()),
        partial(_queries, indicator, question, chosen, breakdown),
        _given(indicator, question),
    )
    statuses = indicator.availability.judge(question, gemeenten, found)
    groups = _groups(found[_SUMS], breakdown)
    results: list[IndicatorResult] = []
    for periode in question.periods:
        for gemeente in gemeenten:
            status = statuses[gemeente, periode]
            found_here = groups.get((str(periode), gemeente), {} if breakdown else {(): {}})
            if status.missing is not None:
                found_here = {(): {}}
            results += [
                _result(
                    indicator,
                    question,
                    gemeente,
                    periode,
                    status,
                    values,
                    dict(zip(breakdown, group, strict=False)),
                )
                for group, values in sorted(found_here.items())
            ]
    return results


def rows(
    indicator: Indicator,
    facts: Facts,
    periods: Periode | Sequence[Periode],
    gemeenten: Sequence[str],
    parameters: Parameters,
    known_on: date,
) -> ir.Table:
    """Return the rows behind the parts: counted (``reden`` null), excluded and left out.

    For an authorised eye: rows carry pseudonyms and keys, never names.
    """
    asked = _periods(indicator, periods, parameters)
    question = Question(indicator.id, facts, asked, parameters, known_on)
    given = {name: ibis.memtable(table) for name, table in _given(indicator, question).items()}
    return indicator.rows(replace(question, facts=_within(indicator, facts, tuple(gemeenten)), given=given))


def _periods(
    indicator: Indicator, periods: Periode | Sequence[Periode], parameters: Parameters
) -> tuple[Periode, ...]:
    asked = (periods,) if isinstance(periods, Periode) else tuple(dict.fromkeys(periods))
    for periode in asked:
        if periode.kind not in indicator.periods:
            raise ValueError(f"{indicator.id} wordt niet per {periode.kind} berekend")
        for parameter in indicator.parameters:
            parameters.at(indicator.id, parameter, periode.last_day)
    return asked


def _given(indicator: Indicator, question: Question) -> dict[str, pa.Table]:
    return {PERIODS: period_rows(question)} | {name: make(question) for name, make in indicator.given.items()}


def _chosen(facts: Facts, gemeenten: Sequence[str]) -> tuple[str, ...] | None:
    """Return the gemeenten to choose from the facts, None when the facts are about no others."""
    known = facts.gemeenten if isinstance(facts, FactTables) else None
    return None if known is not None and known <= set(gemeenten) else tuple(gemeenten)


def _within(indicator: Indicator, facts: Facts, gemeenten: tuple[str, ...] | None) -> Facts:
    """Return the facts of an indicator, of these gemeenten only."""
    tables = {name: facts[name] for name in indicator.facts}
    if gemeenten is None:
        return tables
    return {
        name: table.filter(table.gemeente.isin(gemeenten)) if "gemeente" in table.columns else table
        for name, table in tables.items()
    }


def _queries(
    indicator: Indicator,
    question: Question,
    gemeenten: tuple[str, ...] | None,
    breakdown: tuple[str, ...],
    facts: Facts,
    given: Mapping[str, ir.Table],
    keep: Keep,
) -> Mapping[str, ir.Table]:
    """Build all queries of an indicator: the sums, and what its availability asks."""
    asked = replace(question, facts=_within(indicator, facts, gemeenten), given=given, keep=keep)
    return {_SUMS: sums(indicator, indicator.rows(asked), breakdown), **indicator.availability.asks(asked)}


def _groups(
    rows: Sequence[Mapping[str, Any]], breakdown: tuple[str, ...]
) -> dict[tuple[str, str], dict[tuple[str, ...], Mapping[str, Any]]]:
    """Order sums by (periode, gemeente) and group."""
    found: dict[tuple[str, str], dict[tuple[str, ...], Mapping[str, Any]]] = {}
    for row in rows:
        group = tuple(str(row[name]) for name in breakdown)
        found.setdefault((row["periode"], row["gemeente"]), {})[group] = row
    return found


def _result(
    indicator: Indicator,
    question: Question,
    gemeente: str,
    periode: Periode,
    status: Status,
    sums: Mapping[str, Any],
    breakdown: Mapping[str, str],
) -> IndicatorResult:
    nothing = None if status.missing is not None else 0
    parts = _values(indicator.parts, "", sums, nothing)
    left_out = _values(indicator.left_out, LEFT_OUT, sums, nothing)
    provisional, share = status.provisional, status.expected_share
    if indicator.still_open is not None and nothing == 0:
        reason, part = indicator.still_open
        still_open, counted = left_out[reason].waarde or 0, parts[part].waarde or 0
        if still_open:
            provisional, share = True, max(share or 0.0, still_open / (still_open + counted))
    return IndicatorResult(
        indicator_id=indicator.id,
        gemeente=gemeente,
        wet=indicator.laws[0] if len(indicator.laws) == 1 else None,
        periode=str(periode),
        known_on=question.known_on,
        parts=parts,
        left_out=left_out,
        missing=status.missing,
        provisional=provisional,
        expected_share=share,
        sources=indicator.facts,
        data_through=status.data_through,
        breakdown=breakdown,
    )


def _values(
    wanted: Iterable[Part | LeftOut], prefix: str, sums: Mapping[str, Any], nothing: int | None
) -> dict[str, PartValue]:
    values: dict[str, PartValue] = {}
    for item in wanted:
        name = prefix + item.id
        persons = None if item.behind != "personen" else sums.get(name + PERSONS, nothing)
        values[item.id] = PartValue(
            nothing if nothing is None else sums.get(name, 0), persons if nothing == 0 else None
        )
    return values
