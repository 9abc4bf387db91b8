"""What is asked of all alike: the quarters of six years, every gemeente, as known after they were over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

import pyarrow as pa

from wijzer.indicators.parameters import Parameters
from wijzer.values.periode import Periode

Numbers = dict[tuple[str, str], dict[str, float]]
"""(periode, gemeente) → name → number; a count of persons bears the name of its part and ``_personen``."""

YOUTH = tuple(str(code) for code in (*range(31, 39), *range(40, 46), *range(50, 56)))
WMO = tuple(f"{code:02}" for code in range(1, 11))
TERMS: Mapping[str, tuple[int | None, int | None]] = {
    "retour": (3, None),
    "declaratie_antwoord": (10, None),
    "verzoek_antwoord": (5, None),
    "start": (5, None),
    "stop": (5, None),
    "verzoek_onderzoek": (None, 56),
    "verzoek_woonplaats": (None, 14),
}
"""The terms in working days or in days, as the peers know them."""

THREADS = 2
MEMORY = "4GB"


@dataclass(frozen=True)
class Asked:
    """The facts (a folder as `wijzer.facts.store` writes it) and the periods asked of them.

    ``temporary`` is a folder for what Wijzer compiled, and for what does not fit in memory.
    """

    folder: Path
    years: tuple[int, int] = (2019, 2024)
    known_on: date = date(2025, 2, 28)
    threads: int = THREADS
    parameters: Parameters = field(default_factory=Parameters.defaults)
    temporary: Path | None = None

    @property
    def periods(self) -> tuple[Periode, ...]:
        """All quarters of the years."""
        years = range(self.years[0], self.years[1] + 1)
        return tuple(Periode(year, quarter) for year in years for quarter in range(1, 5))

    @property
    def tables(self) -> Path:
        """The folder with a folder for each fact table."""
        base = self.folder / "folded"
        return base / (base / "current").read_text(encoding="utf-8").splitlines()[0]

    @property
    def gemeenten(self) -> tuple[str, ...]:
        """The codes of all gemeenten that have facts."""
        return tuple(sorted(path.name.partition("=")[2] for path in (self.tables / "product").iterdir()))

    def period_table(self) -> pa.Table:
        """The periods with their first and last day, year and last month."""
        return pa.table(
            {
                "periode": [str(periode) for periode in self.periods],
                "eerste_dag": [periode.first_day for periode in self.periods],
                "laatste_dag": [periode.last_day for periode in self.periods],
                "jaar": [periode.year for periode in self.periods],
                "tot_maand": [periode.last_day.month for periode in self.periods],
            }
        )

    def division(self) -> pa.Table:
        """The taakvelden of the social domain in every year, from the configuration."""
        years = range(self.years[0], self.years[1] + 1)
        found = [(rule, year) for year in years for rule in self.parameters.taakvelden if rule.holds_in(year)]
        return pa.table(
            {
                "taakveld": [rule.taakveld for rule, _ in found],
                "jaar": [year for _, year in found],
                "sociaal_domein": [rule.sociaal_domein for rule, _ in found],
                "wsw_of_uitkering": [rule.wsw_of_uitkering for rule, _ in found],
            }
        )


class Peer(Protocol):
    """A way to compute the indicators."""

    def one(self, indicator_id: str) -> Numbers:
        """Compute one indicator, from the files on."""

    def all(self) -> dict[str, Numbers]:
        """Compute all six."""

    def close(self) -> None:
        """Let go of what was opened."""


def numbers(rows: Iterable[Mapping[str, Any]]) -> Numbers:
    """Order rows by period and gemeente; an empty sum is zero."""
    found: Numbers = {}
    for row in rows:
        values = dict(row)
        place = (values.pop("periode"), values.pop("gemeente"))
        found[place] = {name: float(value or 0) for name, value in values.items()}
    return found


def differences(ours: Mapping[str, Numbers], theirs: Mapping[str, Numbers]) -> list[str]:
    """Tell every number that is not the same; a place without rows counts zero."""
    found = []
    for indicator_id, places in ours.items():
        for place, values in places.items():
            other = theirs[indicator_id].get(place, {})
            for name, value in values.items():
                if abs(value - other.get(name, 0.0)) > 1e-6 * max(1.0, abs(value)):
                    found.append(f"{indicator_id} {place} {name}: {value}, and {other.get(name, 0.0)}")
        absent = set(theirs[indicator_id]) - set(places)
        found += [f"{indicator_id} {place}: only the other has it" for place in sorted(absent)]
    return found
