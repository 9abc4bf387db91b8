"""Wijzer itself: the facts of the store, and the six indicators as `wijzer compute` computes them."""

from __future__ import annotations

from functools import partial

from bench.peers.asked import MEMORY, Asked, Numbers
from wijzer.engines import duckdb
from wijzer.facts import store
from wijzer.facts.answering import FactTables
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import run


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

    def _anew(self) -> FactTables:
        """The same facts, of which nothing has been computed yet."""
        readers = {name: partial(self.facts.__getitem__, name) for name in self.facts}
        return FactTables(readers, self.engine, self.facts.gemeenten)

    def _numbers(self, indicator_id: str, facts: FactTables) -> Numbers:
        asked = self.asked
        return _numbers(
            run(get(indicator_id), facts, asked.periods, asked.gemeenten, asked.parameters, asked.known_on)
        )

    def close(self) -> None:
        self.engine.close()


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
