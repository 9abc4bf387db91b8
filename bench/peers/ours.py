"""Wijzer itself: the facts of the store, and the six indicators as `wijzer compute` computes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import ibis.expr.types as ir

from bench.peers.asked import MEMORY, Asked, Numbers
from wijzer.engines import duckdb
from wijzer.facts import store
from wijzer.facts.answering import FactTables
from wijzer.indicators.availability import Found, Status
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.question import Question
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import run
from wijzer.values.periode import Periode


class Ours:
    """The six in Wijzer: also what was left out, with reasons, and whether the sources cover a period."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.engine = duckdb.open(asked.threads, MEMORY, asked.temporary)
        self.facts = store.read(asked.folder, self.engine)

    def one(self, indicator_id: str) -> Numbers:
        return self._numbers(indicator_id, self._anew())

    def all(self) -> dict[str, Numbers]:
        facts = self._anew()
        return {indicator.id: self._numbers(indicator.id, facts) for indicator in all_indicators()}

    def indicator(self, indicator_id: str) -> Indicator:
        """The indicator as it is declared."""
        return get(indicator_id)

    def _anew(self) -> FactTables:
        """The same facts, of which nothing has been computed yet."""
        readers = {name: partial(self.facts.__getitem__, name) for name in self.facts}
        return FactTables(readers, self.engine, self.facts.gemeenten)

    def _numbers(self, indicator_id: str, facts: FactTables) -> Numbers:
        asked = self.asked
        return _numbers(
            run(
                self.indicator(indicator_id),
                facts,
                asked.periods,
                asked.gemeenten,
                asked.parameters,
                asked.known_on,
            )
        )

    def close(self) -> None:
        self.engine.close()


class NoAvailability:
    """Judges nothing: every period counts as covered."""

    def asks(self, _: Question) -> Mapping[str, ir.Table]:
        return {}

    def judge(
        self, question: Question, gemeenten: Sequence[str], _: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        return {(gemeente, periode): Status() for gemeente in gemeenten for periode in question.periods}


class OursBare(Ours):
    """Wijzer without what the peers do not count either: what was left out, and what sources cover."""

    def indicator(self, indicator_id: str) -> Indicator:
        whole = super().indicator(indicator_id)
        return replace(
            whole, id=f"{whole.id}_kaal", left_out=(), still_open=None, availability=NoAvailability()
        )


def _numbers(results: list[IndicatorResult]) -> Numbers:
    found: Numbers = {}
    for result in results:
        values: dict[str, float] = {}
        for name, part in result.parts.items():
            values[name] = float(part.waarde or 0)
            if part.personen is not None:
                values[f"{name}_personen"] = float(part.personen)
        found[result.periode, result.gemeente] = values
    return found
