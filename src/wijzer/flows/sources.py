"""Sources: what each gemeente delivers, how fresh it is, and which indicators wait for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import ibis
import ibis.expr.types as ir

from wijzer.facts.tables import TABLES
from wijzer.flows import facts as fact_flow
from wijzer.flows.workspace import Workspace
from wijzer.indicators.register import all_indicators
from wijzer.intake import delivery
from wijzer.values.periode import Periode

Newest = Callable[[ir.Table], ir.DateColumn | ir.DateScalar]


@dataclass(frozen=True)
class Source:
    """One source of one gemeente: the newest day it tells of, and the day up to which it should.

    Both are None when that cannot be said; ``labels`` are the indicators that read it. An ``optional``
    source is never late.
    """

    gemeente: str
    name: str
    label: str
    newest: date | None
    expected: date | None
    labels: tuple[str, ...]
    optional: bool = False

    @property
    def is_late(self) -> bool:
        """Say whether the source is absent or behind."""
        if self.optional:
            return False
        return self.newest is None or (self.expected is not None and self.newest < self.expected)

    @property
    def effect(self) -> str:
        """Say in Dutch which indicators wait for the source."""
        if not self.labels:
            return "Geen van de gemeten indicatoren gebruikt deze bron."
        return "Nodig voor: " + "; ".join(self.labels) + "."


@dataclass(frozen=True)
class _Kind:
    """How to see in the facts what a source tells: table, filter, newest day, and how fresh it should be."""

    name: str
    label: str
    table: str
    newest: Newest
    fresh: Callable[[date], date | None]
    where: Callable[[ir.Table], ir.BooleanColumn] = lambda table: ibis.literal(True)
    # Fact tables that are made from this source; an indicator that reads one of them waits for it.
    feeds: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()
    optional: bool = False


def _end_of_last_quarter(day: date) -> date:
    return Periode.quarter_of(day).previous().last_day


def _start_of_year(day: date) -> date:
    return date(day.year, 1, 1)


def _end_of_year(day: date) -> date:
    return date(day.year, 12, 31)


def _any_time(day: date) -> None:
    return None


def _month_end(table: ir.Table) -> ir.DateColumn:
    first = ibis.date(table.jaar, table.maand, 1)
    return first + ibis.interval(months=1) - ibis.interval(days=1)


def _messages(wet: str, law: str, richting: str, which: str, feeds: tuple[str, ...]) -> _Kind:
    """One direction of the exchange: a town that has only the other does not see what it misses."""
    return _Kind(
        f"berichten_{wet}_{richting}",
        f"Berichten {law} {which}",
        "bericht",
        lambda t: t.bekend_vanaf,
        _end_of_last_quarter,
        lambda t: (t.wet == wet) & (t.richting == richting),
        feeds,
        (wet,),
    )


_SENT = ("uit", "die u verstuurt (301, 319, 325)", ("toewijzing", "prestatie", "antwoord"))
_RECEIVED = (
    "in",
    "die u ontvangt (305, 307, 315, 317, 323)",
    ("levering", "prestatie", "antwoord", "verzoek"),
)
_KINDS = (
    _messages("wmo", "Wmo", *_SENT),
    _messages("wmo", "Wmo", *_RECEIVED),
    _messages("jw", "Jeugdwet", *_SENT),
    _messages("jw", "Jeugdwet", *_RECEIVED),
    _Kind(
        "berichtenlog",
        "Log van het berichtenverkeer",
        "bericht",
        lambda t: t.ontvangen_op,
        _end_of_last_quarter,
        lambda t: t.ontvangen_op.notnull(),
        ("antwoord",),
    ),
    _Kind(
        "producten",
        "Betekenis van productcodes",
        "product",
        lambda t: t.geldig_van,
        _any_time,
        feeds=("toewijzing", "levering", "prestatie", "product"),
    ),
    _Kind(
        "realisatie",
        "Realisatie uit de financiële administratie",
        "realisatie",
        _month_end,
        _end_of_last_quarter,
        feeds=("realisatie",),
    ),
    _Kind(
        "begroting",
        "Begroting",
        "begroting",
        lambda t: ibis.date(t.jaar, 12, 31),
        _end_of_year,
        feeds=("begroting",),
    ),
    _Kind("inwoners", "Inwoners", "inwoners", lambda t: t.peildatum, _start_of_year, feeds=("inwoners",)),
    _Kind(
        "postcodes",
        "Postcodes en buurten",
        "client",
        lambda t: t.bekend_vanaf,
        _any_time,
        lambda t: t.buurt.notnull(),
        optional=True,
    ),
    _Kind("contracten", "Contracten", "contract", lambda t: t.van, _any_time, optional=True),
    _Kind("tarieven", "Tarieven", "tarief", lambda t: t.van, _any_time, optional=True),
    _Kind(
        "historie",
        "Historie van een vorige registratie",
        "toewijzing",
        lambda t: t.bekend_vanaf,
        _any_time,
        lambda t: t.bron == "historie",
        optional=True,
    ),
    *(
        _Kind(
            table.delivery,
            delivery(table.delivery).title,
            table.name,
            lambda t: t.bekend_vanaf,
            _any_time,
            feeds=(table.name,),
            optional=True,
        )
        for table in TABLES.values()
        if table.delivery
    ),
)


def sources_of(workspace: Workspace, day: date) -> tuple[Source, ...]:
    """Look at every source of every gemeente, as it stands in the facts on ``day``."""
    with fact_flow.opened(workspace) as facts:
        newest = {kind.name: _newest(kind, facts) for kind in _KINDS}
    return tuple(
        Source(
            code,
            kind.name,
            kind.label,
            newest[kind.name].get(code),
            kind.fresh(day),
            _waiting(kind),
            kind.optional,
        )
        for code in workspace.settings.gemeente_codes
        for kind in _KINDS
    )


def _newest(kind: _Kind, facts: Mapping[str, ir.Table]) -> dict[str, date]:
    table = facts[kind.table]
    rows = table.filter(kind.where(table))
    found = rows.group_by("gemeente").agg(nieuwste=kind.newest(rows).max()).to_pyarrow().to_pylist()
    return {row["gemeente"]: _as_date(row["nieuwste"]) for row in found if row["nieuwste"] is not None}


def _as_date(value: date) -> date:
    return date(value.year, value.month, value.day)


def _waiting(kind: _Kind) -> tuple[str, ...]:
    def needs(tables: Sequence[str], laws: Sequence[str]) -> bool:
        same_law = not kind.laws or not laws or bool(set(kind.laws) & set(laws))
        return bool(set(kind.feeds) & set(tables)) and same_law

    return tuple(indicator.label for indicator in all_indicators() if needs(indicator.facts, indicator.laws))
