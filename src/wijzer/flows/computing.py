"""Compute: facts become counts, counts become what everybody may see, and that becomes an edition."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime

import ibis.expr.types as ir

from wijzer.disclosure import dump, protect_all
from wijzer.flows import facts as fact_flow
from wijzer.flows.editions import NamedEdition, make_current, read_edition
from wijzer.flows.workspace import Workspace
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import all_indicators
from wijzer.indicators.result import IndicatorResult
from wijzer.indicators.run import run
from wijzer.steering import read_targets
from wijzer.values.periode import Periode

Report = Callable[[int, int | None], None]
_FIRST_YEAR = 2019
_YEARS_TOGETHER = (2, 3)


def compute(
    workspace: Workspace,
    known_on: date | None = None,
    report: Report = lambda *_: None,
    today: date | None = None,
) -> NamedEdition:
    """Compute every indicator for every quarter and year that is over, and keep it as an edition.

    ``known_on`` asks for what could be known on that day; without it everything known counts. Periods
    run from the first base year in the configuration up to the last one that ended before that day.
    """
    today = today or datetime.now(UTC).date()
    day = known_on or today
    parameters = Parameters.load(workspace.config)
    with fact_flow.opened(workspace, known_on) as facts:
        results = results_of(workspace, facts, parameters, day, report)
    values = protect_all(all_indicators(), results, threshold=workspace.settings.threshold)
    fingerprint = _fingerprint(workspace)
    content = hashlib.sha256(f"{fingerprint}{values!r}".encode()).hexdigest()[:8]
    name = f"{day.isoformat()}-{content}"
    workspace.values.mkdir(parents=True, exist_ok=True)
    dump(
        values,
        workspace.values / f"{name}.json",
        known_on=day,
        computed_on=today,
        fingerprint=fingerprint,
        threshold=workspace.settings.threshold,
    )
    make_current(workspace, name)
    return read_edition(workspace)


def results_of(
    workspace: Workspace,
    facts: Mapping[str, ir.Table],
    parameters: Parameters,
    day: date,
    report: Report = lambda *_: None,
) -> list[IndicatorResult]:
    """Compute the results of all indicators; periods at the begin of which nobody knows anything fall off."""
    results: list[IndicatorResult] = []
    indicators = all_indicators()
    first = _first_year(workspace)
    for number, indicator in enumerate(indicators):
        report(number, len(indicators))
        periods = periods_of(indicator, first, day)
        if periods:
            found = run(indicator, facts, periods, workspace.settings.gemeente_codes, parameters, day)
            results += _without_silence(found, periods)
    report(len(indicators), len(indicators))
    return results


def periods_of(indicator: Indicator, first_year: int, day: date) -> list[Periode]:
    """List the periods of the declared kinds, from ``first_year`` on, that ended before ``day``."""
    periods: list[Periode] = []
    for kind in indicator.periods:
        if kind == "jaren":
            # For a small town, in which a quarter or a year shows too few persons: the newest years together.
            together = (Periode(day.year - years, 0, years) for years in _YEARS_TOGETHER)
            periods += [periode for periode in together if periode.year >= first_year]
            continue
        periode = Periode(first_year, 1 if kind == "kwartaal" else 0)
        while periode.last_day < day:
            periods.append(periode)
            periode = periode.next()
    return periods


def _first_year(workspace: Workspace) -> int:
    """Return the first base year that the configuration names."""
    targets = read_targets(workspace.config / "indicatoren.csv")
    return min((target.base_year for target in targets if target.base_year), default=_FIRST_YEAR)


def _without_silence(results: Sequence[IndicatorResult], periods: Sequence[Periode]) -> list[IndicatorResult]:
    """Leave out the periods before the first about which any gemeente knows something.

    When nothing is known at all, the newest period of each kind stays, with its reason.
    """
    kept: list[IndicatorResult] = []
    for kind in ("kwartaal", "jaar", "jaren"):
        ordered = [str(periode) for periode in periods if periode.kind == kind]
        speaking = {result.periode for result in results if result.missing is None}
        start = next((n for n, periode in enumerate(ordered) if periode in speaking), len(ordered) - 1)
        wanted = set(ordered[max(start, 0) :])
        kept += [result for result in results if result.periode in wanted]
    return kept


def _fingerprint(workspace: Workspace) -> str:
    """Return a short digest of the configuration that the values rest on."""
    digest = hashlib.sha256(f"drempel {workspace.settings.threshold}\n".encode())
    for path in sorted(workspace.config.glob("*.csv")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]
