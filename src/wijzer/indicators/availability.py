"""When there is a number at all, when it is provisional, and through which day the sources tell.

A period without a source is *missing*, with a reason in Dutch; it never becomes zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol

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


class Availability(Protocol):
    """Says for each gemeente and period whether the sources of an indicator cover it."""

    def __call__(self, question: Question, gemeenten: Sequence[str]) -> Mapping[tuple[str, Periode], Status]:
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


def windows(
    question: Question, gemeenten: Sequence[str], main: str, start: str, laws: Sequence[str]
) -> dict[str, Window]:
    """Measure what the messages and history tables of every gemeente cover.

    ``main`` is the fact table that is counted, ``start`` its column with the day at which care begins:
    a history row tells of the time from that day to its export. Messages tell of the time from the
    first to the last one known, of whatever type, of these laws.
    """
    table = question.facts[main].filter(lambda t: t.wet.isin(laws) & t.gemeente.isin(gemeenten))
    counted = table.select(
        "gemeente",
        eerste=ibis.ifelse(table.bron == "historie", table[start], table.bekend_vanaf),
        laatste="bekend_vanaf",
        rij=ibis.literal(1, "int64"),
    )
    return _measure(ibis.union(_messages(question, gemeenten, laws, 0), counted), gemeenten)


def windows_of_messages(
    question: Question, gemeenten: Sequence[str], laws: Sequence[str]
) -> dict[str, Window]:
    """Measure what the messages of every gemeente cover, for an indicator about messages themselves."""
    return _measure(_messages(question, gemeenten, laws, 1), gemeenten)


def _messages(question: Question, gemeenten: Sequence[str], laws: Sequence[str], rows: int) -> ir.Table:
    berichten = question.facts["bericht"].filter(lambda t: t.wet.isin(laws) & t.gemeente.isin(gemeenten))
    return berichten.select(
        "gemeente", eerste="bekend_vanaf", laatste="bekend_vanaf", rij=ibis.literal(rows, "int64")
    )


def _measure(spans: ir.Table, gemeenten: Sequence[str]) -> dict[str, Window]:
    found = spans.group_by("gemeente").agg(
        eerste=spans.eerste.min(), laatste=spans.laatste.max(), rijen=spans.rij.sum()
    )
    measured = {
        row["gemeente"]: Window(row["rijen"], row["eerste"], row["laatste"])
        for row in found.to_pyarrow().to_pylist()
    }
    return {gemeente: measured.get(gemeente, Window()) for gemeente in gemeenten}


def count_products(
    question: Question, gemeenten: Sequence[str], laws: Sequence[str], usable: ir.BooleanColumn
) -> dict[str, int]:
    """Count the lines of the table ``producten`` for which ``usable`` (an expression on it) holds."""
    product = question.facts["product"]
    found = product.filter(product.gemeente.isin(gemeenten), product.wet.isin(laws), usable)
    counted = found.group_by("gemeente").agg(aantal=found.count()).to_pyarrow().to_pylist()
    return dict.fromkeys(gemeenten, 0) | {row["gemeente"]: row["aantal"] for row in counted}


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
