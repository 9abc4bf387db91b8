"""From declared rows to results: parts, persons behind them, what was left out, and how sure it is.

    results = run(get("maatwerkvoorzieningen_wmo"), facts, periods, gemeenten, parameters, known_on)

All periods go through the database together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import ibis
import ibis.expr.types as ir

from wijzer.indicators.availability import Status
from wijzer.indicators.declaration import Indicator, LeftOut, Part
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.question import Facts, Question
from wijzer.indicators.result import IndicatorResult, PartValue
from wijzer.values.periode import Periode

_PERSONS = "_personen"
_LEFT_OUT = "weggelaten_"


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
    question = _question(indicator, facts, periods, parameters, known_on)
    unknown = set(breakdown) - set(indicator.breakdowns)
    if unknown:
        raise ValueError(f"{indicator.id} kent geen uitsplitsing naar {', '.join(sorted(unknown))}")
    statuses = indicator.availability(question, gemeenten)
    groups = _sums(indicator, _rows(indicator, question, gemeenten), breakdown)
    results: list[IndicatorResult] = []
    for periode in question.periods:
        for gemeente in gemeenten:
            status = statuses[gemeente, periode]
            sums = groups.get((str(periode), gemeente), {} if breakdown else {(): {}})
            if status.missing is not None:
                sums = {(): {}}
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
                for group, values in sorted(sums.items())
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
    return _rows(indicator, _question(indicator, facts, periods, parameters, known_on), gemeenten)


def _question(
    indicator: Indicator,
    facts: Facts,
    periods: Periode | Sequence[Periode],
    parameters: Parameters,
    known_on: date,
) -> Question:
    asked = (periods,) if isinstance(periods, Periode) else tuple(dict.fromkeys(periods))
    for periode in asked:
        if periode.kind not in indicator.periods:
            raise ValueError(f"{indicator.id} wordt niet per {periode.kind} berekend")
        for parameter in indicator.parameters:
            parameters.at(indicator.id, parameter, periode.last_day)
    return Question(indicator.id, facts, asked, parameters, known_on)


def _rows(indicator: Indicator, question: Question, gemeenten: Sequence[str]) -> ir.Table:
    within = {
        name: table.filter(table.gemeente.isin(gemeenten)) if "gemeente" in table.columns else table
        for name, table in question.facts.items()
        if name in indicator.facts
    }
    return indicator.rows(
        Question(indicator.id, within, question.periods, question.parameters, question.known_on)
    )


def _sums(
    indicator: Indicator, rows: ir.Table, breakdown: tuple[str, ...]
) -> dict[tuple[str, str], dict[tuple[str, ...], Mapping[str, Any]]]:
    """Add the rows up: (periode, gemeente) → group → name of the part → number."""
    expressions: dict[str, ir.Scalar] = {}
    for part in indicator.parts:
        counts = rows.reden.isnull()
        if part.only:
            counts &= rows[part.only].fill_null(False)
        expressions[part.id] = _measure(part, rows, counts)
        if part.behind == "personen":
            expressions[part.id + _PERSONS] = rows.client.nunique(where=counts)
    for left in indicator.left_out:
        counts = rows.reden == left.id
        expressions[_LEFT_OUT + left.id] = _measure(left, rows, counts)
        if left.behind == "personen":
            expressions[_LEFT_OUT + left.id + _PERSONS] = rows.client.nunique(where=counts)
    keys = ("periode", "gemeente", *breakdown)
    found: dict[tuple[str, str], dict[tuple[str, ...], Mapping[str, Any]]] = {}
    for row in rows.group_by(list(keys)).agg(**expressions).to_pyarrow().to_pylist():
        group = tuple(str(row[name]) for name in breakdown)
        found.setdefault((row["periode"], row["gemeente"]), {})[group] = row
    return found


def _measure(wanted: Part | LeftOut, rows: ir.Table, counts: ir.BooleanColumn) -> ir.Scalar:
    how = wanted.how if isinstance(wanted, Part) else ("som" if wanted.column else "rijen")
    if how == "rijen":
        return counts.fill_null(False).sum()
    column = rows[wanted.column]
    if how == "verschillend":
        return column.nunique(where=counts)
    total = column.sum(where=counts)
    zero = ibis.literal(0, column.type())
    return ibis.coalesce(total, zero).cast(column.type())


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
    left_out = _values(indicator.left_out, _LEFT_OUT, sums, nothing)
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
        persons = None if item.behind != "personen" else sums.get(name + _PERSONS, nothing)
        values[item.id] = PartValue(
            nothing if nothing is None else sums.get(name, 0), persons if nothing == 0 else None
        )
    return values
