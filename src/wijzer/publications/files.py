"""The published values as files: ``waarden.csv`` for a spreadsheet, ``waarden.json`` for a program.

The CSV has semicolons, decimal commas and a byte order mark, so that a Dutch spreadsheet opens it by a
double click; the JSON has plain numbers. Both hold every figure, part and left-out count, withheld ones
empty with their reason.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wijzer.disclosure import Publishable, Shown, require_publishable

COLUMNS = (
    "gemeente",
    "gemeentenaam",
    "indicator",
    "wet",
    "periode",
    "soort",
    "naam",
    "waarde",
    "eenheid",
    "stand",
    "reden",
    "nog_te_verwachten",
    "bekend_tot_en_met",
)
_KINDS = (("cijfer", "figures"), ("deel", "parts"), ("buiten_beschouwing", "left_out"))


def as_rows(values: Sequence[Publishable], gemeenten: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield one row per number, in the order of the values."""
    for value in map(require_publishable, values):
        for kind, attribute in _KINDS:
            numbers: Mapping[str, Shown] = getattr(value, attribute)
            for name, number in numbers.items():
                yield {
                    "gemeente": value.gemeente,
                    "gemeentenaam": gemeenten[value.gemeente],
                    "indicator": value.indicator,
                    "wet": value.wet,
                    "periode": value.periode,
                    "soort": kind,
                    "naam": name,
                    "waarde": number.value,
                    "eenheid": number.unit,
                    "stand": _state(value, number),
                    "reden": number.reason,
                    "nog_te_verwachten": value.expected_share,
                    "bekend_tot_en_met": value.known_on.isoformat(),
                }


def _state(value: Publishable, number: Shown) -> str:
    if number.value is not None:
        return "voorlopig" if value.status == "voorlopig" else "getoond"
    return "onderdrukt" if number.withheld else "ontbreekt"


def as_csv(values: Sequence[Publishable], gemeenten: Mapping[str, str]) -> str:
    """Write the values for a spreadsheet. No cell can start a formula."""
    target = io.StringIO(newline="")
    target.write("\ufeff")
    writer = csv.DictWriter(target, COLUMNS, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    for row in as_rows(values, gemeenten):
        writer.writerow({name: _cell(cell) for name, cell in row.items()})
    return target.getvalue()


def _cell(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:.10g}".replace(".", ",") if abs(cell) < 1e9 else f"{cell:.2f}".replace(".", ",")
    text = str(cell)
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def as_json(values: Sequence[Publishable], gemeenten: Mapping[str, str], edition: str) -> str:
    """Write the values for a program."""
    whole = {"uitgave": edition, "waarden": list(as_rows(values, gemeenten))}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
