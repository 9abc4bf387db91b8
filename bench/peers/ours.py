"""Wijzer itself: the facts of the store, and the six indicators as `wijzer compute` computes them."""

from __future__ import annotations

from bench.peers.asked import MEMORY, Asked, Numbers
from wijzer.engines import duckdb
from wijzer.facts import store
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import run


class Ours:
    """The six in Wijzer: also what was left out, with reasons, and whether the sources cover a period."""

    def __init__(self, asked: Asked) -> None:
        self.asked = asked
        self.engine = duckdb.open(asked.threads, MEMORY)
        self.facts = store.read(asked.folder, self.engine)

    def one(self, indicator_id: str) -> Numbers:
        asked = self.asked
        return _numbers(
            run(
                get(indicator_id),
                self.facts,
                asked.periods,
                asked.gemeenten,
                asked.parameters,
                asked.known_on,
            )
        )

    def all(self) -> dict[str, Numbers]:
        return {indicator.id: self.one(indicator.id) for indicator in all_indicators()}

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
