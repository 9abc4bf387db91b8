"""When there is a number at all, when it is provisional, and through which day the sources tell.

A period without a source is *missing*, with a reason in Dutch; it never becomes zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Protocol

import ibis
import ibis.expr.types as ir

from wijzer.indicators.question import Question
from wijzer.values.periode import Periode

_LAW_NAMES = {"wmo": "de Wmo", "jw": "de Jeugdwet"}


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one gemeente and period; see ``IndicatorResult`` for the meaning of the fields."""

    missing: str | None = None
    provisional: bool = False
    expected_share: float | None = None
    data_through: date | None = None


Row = Mapping[str, Any]
Found = Mapping[str, Sequence[Row]]
"""What the queries of an availability found, by their names."""


class Availability(Protocol):
    """Says for each gemeente and period whether the sources of an indicator cover it."""

    def asks(self, question: Question) -> Mapping[str, ir.Table]:
        """Return the queries that it needs, by name; they see the gemeenten of the question only."""

    def judge(
        self, question: Question, gemeenten: Sequence[str], found: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        """Return the status of every gemeente and period that was asked for."""


@dataclass(frozen=True, slots=True)
class Window:
    """What the sources of one gemeente cover: rows of the main table, first and last day known."""

    rows: int = 0
    first: date | None = None
    last: date | None = None


def law_names(laws: Sequence[str]) -> str:
    """Name laws in Dutch: ``de Wmo en de Jeugdwet``."""
    return " en ".join(_LAW_NAMES[law] for law in laws)


def spans_of(question: Question, main: str, start: str) -> ir.Table:
    """Ask what the messages and history tables of every gemeente cover.

    ``main`` is the fact table that is counted, ``start`` its column with the day at which care begins:
    a history row tells of the time from that day to its export. Messages tell of the time from the
    first to the last one known, of whatever type.
    """
    table = question.facts[main]
    counted = table.group_by("gemeente", "wet").agg(
        eerste=ibis.ifelse(table.bron == "historie", table[start], table.bekend_vanaf).min(),
        laatste=table.bekend_vanaf.max(),
        aantal=table.count(),
    )
    messages = messages_known(question).mutate(aantal=ibis.literal(0, "int64")).drop("soort")
    return ibis.union(messages, question.keep(f"venster_{main}", counted))


def messages_known(question: Question) -> ir.Table:
    """Ask from when to when messages are known, and how many, by gemeente, law and type."""
    bericht = question.facts["bericht"]
    counted = bericht.group_by("gemeente", "wet", "soort").agg(
        eerste=bericht.bekend_vanaf.min(), laatste=bericht.bekend_vanaf.max(), aantal=bericht.count()
    )
    return question.keep("berichten_bekend", counted)


def windows(spans: Sequence[Row], gemeenten: Sequence[str], laws: Sequence[str]) -> dict[str, Window]:
    """Put together what was found of spans (:func:`spans_of`, :func:`messages_known`) of these laws."""
    of_each: dict[str, list[Row]] = {gemeente: [] for gemeente in gemeenten}
    for row in spans:
        if row["wet"] in laws and row["gemeente"] in of_each:
            of_each[row["gemeente"]].append(row)
    return {
        gemeente: Window(
            sum(row["aantal"] for row in own),
            min((row["eerste"] for row in own if row["eerste"] is not None), default=None),
            max((row["laatste"] for row in own if row["laatste"] is not None), default=None),
        )
        for gemeente, own in of_each.items()
    }


def products(question: Question) -> ir.Table:
    """Return what the table ``producten`` says of provisions."""
    table = question.facts["product"]
    return question.keep(
        "producten", table.select("gemeente", "wet", "voorziening", "huishoudelijk", "terreingebonden")
    )


def usable_products(question: Question, laws: Sequence[str], usable: ir.BooleanColumn) -> ir.Table:
    """Ask for how many lines of the table ``producten`` ``usable`` (an expression on it) holds."""
    product = products(question)
    found = product.filter(product.wet.isin(laws), usable)
    return found.group_by("gemeente").agg(aantal=found.count())


def counted_products(rows: Sequence[Row], gemeenten: Sequence[str]) -> dict[str, int]:
    """Put together what was found of :func:`usable_products`."""
    return dict.fromkeys(gemeenten, 0) | {row["gemeente"]: row["aantal"] for row in rows}


# Declarations and much other traffic come once a month: a source whose first message comes within a month
# of the first day covers the period.
_LATE_START_DAYS = 31


def judge_window(
    window: Window,
    periode: Periode,
    known_on: date,
    sources: str,
    settle_days: int = 0,
    whole: bool = False,
) -> Status:
    """Judge a period against what the sources cover.

    ``sources`` names them in Dutch for the reason. ``settle_days`` is the number of days after the
    period that must be covered as well before the number is final. ``whole`` says that the period is
    counted from its first day on (a flow): a source that begins halfway then gives no number.
    """
    if not window.rows or window.first is None or window.last is None:
        return Status(missing=f"Er zijn geen {sources} aangeleverd.")
    status = Status(data_through=window.last)
    missing = _not_covered(window.first, window.last, periode, known_on, whole)
    if missing is not None:
        return replace(status, missing=missing)
    needed = periode.last_day + timedelta(days=settle_days)
    covered = min(window.last, known_on - timedelta(days=1))
    if covered >= needed:
        return status
    return replace(status, provisional=True, expected_share=_share_to_come(periode, covered))


def _not_covered(first: date, last: date, periode: Periode, known_on: date, whole: bool) -> str | None:
    """Say in Dutch why the sources do not cover a period, None when they do."""
    if known_on < periode.first_day:
        return "De periode is nog niet begonnen."
    if last < periode.first_day:
        return f"De gegevens lopen tot en met {_day(last)}. Over deze periode is niets bekend."
    if first > periode.last_day:
        return f"De gegevens beginnen op {_day(first)}. Over deze periode is niets bekend."
    if whole and first > periode.first_day + timedelta(days=_LATE_START_DAYS):
        return (
            f"De gegevens beginnen op {_day(first)}, na het begin van deze periode. "
            "Een getal over een deel van de periode zou misleiden."
        )
    return None


def _share_to_come(periode: Periode, covered: date) -> float:
    days = (periode.last_day - periode.first_day).days + 1
    return max(0, (periode.last_day - covered).days) / days


def _day(day: date) -> str:
    return f"{day.day}-{day.month}-{day.year}"
