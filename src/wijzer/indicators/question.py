"""What an indicator is asked: fact tables, periods, parameters, and the day of knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.indicators.parameters import Parameter, Parameters
from wijzer.values.periode import Periode

Facts = Mapping[str, ir.Table]
"""Fact tables by name (``facts["toewijzing"]``), folded as known on the day of the question."""


@dataclass(frozen=True, slots=True)
class Question:
    """Several periods at once, asked of facts as they were known on ``known_on``.

    ``facts`` must have been folded with the same ``known_on``; the day itself is used for what is
    still open (a term that runs, a quarter that is not over). A period may appear once.
    """

    indicator_id: str
    facts: Facts
    periods: tuple[Periode, ...]
    parameters: Parameters
    known_on: date

    def period_table(self) -> ir.Table:
        """Return the periods: ``periode``, ``eerste_dag``, ``laatste_dag``, ``jaar``, ``tot_maand``."""
        return ibis.memtable(
            pa.table(
                {
                    "periode": pa.array([str(periode) for periode in self.periods], pa.string()),
                    "eerste_dag": pa.array([periode.first_day for periode in self.periods], pa.date32()),
                    "laatste_dag": pa.array([periode.last_day for periode in self.periods], pa.date32()),
                    "jaar": pa.array([periode.year for periode in self.periods], pa.int64()),
                    "tot_maand": pa.array([periode.last_day.month for periode in self.periods], pa.int64()),
                }
            )
        )

    def number(self, parameter: Parameter, day: ir.DateValue) -> ir.IntegerValue:
        """Return the number that holds on ``day`` as an expression; null when none holds."""
        branches = [
            (_between(day, dated.valid_from, dated.valid_to), ibis.literal(dated.value, "int64"))
            for dated in self.parameters.dated(self.indicator_id, parameter)
        ]
        return ibis.cases(*branches, else_=ibis.null("int64"))

    def has_code(self, parameter: Parameter, code: ir.StringValue, day: ir.DateValue) -> ir.BooleanValue:
        """Say whether ``code`` is in the set that holds on ``day``; a missing code is in no set."""
        branches = [
            (_between(day, dated.valid_from, dated.valid_to), code.isin(codes))
            for dated in self.parameters.dated(self.indicator_id, parameter)
            if (codes := dated.codes)
        ]
        return ibis.cases(*branches, else_=False).fill_null(False)


def _between(day: ir.DateValue, first: date | None, last: date | None) -> ir.BooleanValue:
    holds = day.notnull()
    if first is not None:
        holds &= day >= first
    if last is not None:
        holds &= day <= last
    return holds
