"""Trace: from a figure back to its definition, its rows, and the messages and deliveries they came from.

For an authorised eye: rows carry pseudonyms and keys of the registration, never names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import ibis.expr.types as ir

from wijzer.flows import facts as fact_flow
from wijzer.flows.begin import gemeente_in
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.workspace import Workspace
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.register import all_indicators
from wijzer.indicators.run import rows, run
from wijzer.intake import JournalReader, StorePaths
from wijzer.values.periode import Periode

Row = dict[str, Any]


@dataclass(frozen=True)
class Trace:
    """Where a figure comes from. ``parts``: (label, value, unit, persons behind it); rows as dictionaries."""

    label: str
    formula: str
    gemeente: str
    periode: str
    missing: str | None
    parts: tuple[tuple[str, Any, str, int | None], ...]
    counted: tuple[Row, ...]
    not_counted: tuple[Row, ...]
    deliveries: tuple[tuple[str, ...], ...]

    @property
    def delivery_columns(self) -> tuple[str, ...]:
        """The columns of ``deliveries``."""
        return DELIVERY_COLUMNS

    def as_dict(self) -> dict[str, Any]:
        """Return everything for a program."""
        return {
            "indicator": self.label,
            "formule": self.formula,
            "gemeente": self.gemeente,
            "periode": self.periode,
            "ontbreekt": self.missing,
            "onderdelen": [
                {"naam": name, "waarde": value, "eenheid": unit, "personen": persons}
                for name, value, unit, persons in self.parts
            ],
            "geteld": list(self.counted),
            "niet_geteld": list(self.not_counted),
            "aanleveringen": [dict(zip(DELIVERY_COLUMNS, row, strict=True)) for row in self.deliveries],
        }


DELIVERY_COLUMNS = ("kenmerk", "soort", "naam", "dagtekening", "bekend_vanaf", "ingenomen_op")


def trace(
    workspace: Workspace,
    indicator_name: str,
    periode: Periode,
    gemeente: str,
    known_on: date | None = None,
) -> Trace:
    """Trace one indicator of one gemeente and period; WorkspaceError (Dutch) when it does not exist."""
    indicator = find_indicator(indicator_name)
    if periode.kind not in indicator.periods:
        raise WorkspaceError(
            f"'{indicator.label}' wordt niet per {periode.kind} berekend.",
            str(periode),
            f"Vraag om een periode per {' of '.join(indicator.periods)}.",
        )
    code = gemeente_in(workspace, gemeente)
    parameters = Parameters.load(workspace.config)
    day = known_on or datetime.now(UTC).date()
    with fact_flow.opened(workspace, known_on) as facts:
        found = rows(indicator, facts, periode, [code], parameters, day).to_pyarrow().to_pylist()
        (result,) = run(indicator, facts, periode, [code], parameters, day)
        reasons = _reasons(indicator)
        counted = tuple(_shown(row, {}) for row in found if row["reden"] is None)
        others = tuple(_shown(row, reasons) for row in found if row["reden"] is not None)
        deliveries = _deliveries(workspace, facts, {str(row["bericht"]) for row in found if row["bericht"]})
    values = [(part.label, part.unit, result.parts[part.id]) for part in indicator.parts]
    values += [
        (f"niet te tellen: {left.label}", left.unit, result.left_out[left.id]) for left in indicator.left_out
    ]
    return Trace(
        indicator.label,
        indicator.formula,
        workspace.settings.name_of(code),
        str(periode),
        result.missing,
        tuple((label, value.waarde, unit, value.personen) for label, unit, value in values),
        counted,
        others,
        deliveries,
    )


def find_indicator(name: str) -> Indicator:
    """Find a measured indicator by id or by its number in the list of 26."""
    for indicator in all_indicators():
        if name.strip() in (indicator.id, str(indicator.number)):
            return indicator
    known = ", ".join(f"{indicator.number} {indicator.id}" for indicator in all_indicators())
    raise WorkspaceError(f"'{name}' is geen indicator die Wijzer meet.", "INDICATOR", f"Kies uit: {known}.")


def _reasons(indicator: Indicator) -> Mapping[str, str]:
    return {item.id: item.label for item in indicator.exclusions} | {
        item.id: item.label for item in indicator.left_out
    }


def _shown(row: Mapping[str, Any], reasons: Mapping[str, str]) -> Row:
    """Leave out what is the same on every row, and say the reason in words."""
    shown = {name: value for name, value in row.items() if name not in ("periode", "gemeente", "reden")}
    if row["reden"] is not None:
        shown["reden"] = reasons.get(str(row["reden"]), str(row["reden"]))
    return shown


def _deliveries(
    workspace: Workspace, facts: Mapping[str, ir.Table], wanted: Iterable[str]
) -> tuple[tuple[str, ...], ...]:
    """Say of every message or table that rows came from what it is, and when it was taken in."""
    digests = sorted(wanted)
    if not digests:
        return ()
    table = facts["bericht"]
    messages = {
        row["bericht"]: row for row in table.filter(table.bericht.isin(digests)).to_pyarrow().to_pylist()
    }
    journal = JournalReader.open_readonly(StorePaths(workspace.data))
    try:
        known = {file.digest.hex()[:32]: file for file in journal.files()}
        days = {digest: journal.batch_day(known[digest].digest) for digest in digests if digest in known}
    finally:
        journal.close()
    return tuple(
        _delivery(
            digest, messages.get(digest), known[digest].what if digest in known else "", days.get(digest)
        )
        for digest in digests
    )


def _delivery(
    digest: str, message: Mapping[str, Any] | None, what: str, taken_in: str | None
) -> tuple[str, ...]:
    def text(name: str) -> str:
        return str(message[name] or "") if message else ""

    return (
        digest,
        what,
        text("identificatie"),
        text("dagtekening"),
        text("bekend_vanaf"),
        taken_in or "",
    )
