"""What an indicator is asked: fact tables, periods, parameters, and the day of knowledge."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.facts.answering import Keep
from wijzer.indicators.parameters import Parameter, Parameters
from wijzer.values.periode import Periode

Facts = Mapping[str, ir.Table]
"""Fact tables by name (``facts["toewijzing"]``), folded as known on the day of the question."""

PERIODS = "periode"
DAY_ZERO = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class Question:
    """Several periods at once, asked of facts as they were known on ``known_on``.

    ``facts`` must have been folded with the same ``known_on``; the day itself is used for what is
    still open (a term that runs, a quarter that is not over). A period may appear once. ``given`` are
    small tables made of the question itself: the periods, and what the indicator declares. With
    ``counting`` only numbers are asked, no rows: what is not counted may be left away at once.
    """

    indicator_id: str
    facts: Facts
    periods: tuple[Periode, ...]
    parameters: Parameters
    known_on: date
    given: Mapping[str, ir.Table] = field(default_factory=dict)
    counting: bool = False
    keep: Keep = lambda _, table: table

    def period_table(self) -> ir.Table:
        """Return the periods: see :func:`period_rows`."""
        return self.given[PERIODS]

    def number(self, parameter: Parameter, day: ir.DateValue) -> ir.IntegerValue:
        """Return the number that holds on ``day`` as an expression; null when none holds."""
        branches = [
            (_between(day, dated.valid_from, dated.valid_to), ibis.literal(dated.value, "int64"))
            for dated in self.parameters.dated(self.indicator_id, parameter)
        ]
        return ibis.cases(*branches, else_=ibis.null("int64"))

    def has_code(self, parameter: Parameter, code: ir.StringValue, day: ir.DateValue) -> ir.BooleanValue:
        """Say whether ``code`` is in the set that holds on ``day``; a missing code is in no set."""
        values = self.parameters.dated(self.indicator_id, parameter)
        if len(values) == 1 and values[0].valid_from is None and values[0].valid_to is None:
            return code.isin(values[0].codes).fill_null(False)
        branches = [
            (_between(day, dated.valid_from, dated.valid_to), code.isin(codes))
            for dated in values
            if (codes := dated.codes)
        ]
        return ibis.cases(*branches, else_=False).fill_null(False)


Given = Callable[[Question], pa.Table]
"""Makes a small table of a question."""


def period_rows(question: Question) -> pa.Table:
    """Return the periods: ``periode``, ``eerste_dag``, ``laatste_dag``, ``jaar``, ``tot_maand``.

    ``laatste_dagnummer`` numbers the last day, counted from ``DAY_ZERO``; ``bekend_op`` is the day of
    knowledge, the same in every row.
    """
    periods = question.periods
    return pa.table(
        {
            "periode": pa.array([str(periode) for periode in periods], pa.string()),
            "eerste_dag": pa.array([periode.first_day for periode in periods], pa.date32()),
            "laatste_dag": pa.array([periode.last_day for periode in periods], pa.date32()),
            "jaar": pa.array([periode.year for periode in periods], pa.int64()),
            "tot_maand": pa.array([periode.last_day.month for periode in periods], pa.int64()),
            "laatste_dagnummer": pa.array(
                [(periode.last_day - DAY_ZERO).days for periode in periods], pa.int64()
            ),
            "bekend_op": pa.array([question.known_on] * len(periods), pa.date32()),
        }
    )


def _between(day: ir.DateValue, first: date | None, last: date | None) -> ir.BooleanValue:
    holds = day.notnull()
    if first is not None:
        holds &= day >= first
    if last is not None:
        holds &= day <= last
    return holds
