"""Reads the hand calculation: sums written out, with their outcome; nothing of the project is used here."""

from __future__ import annotations

import ast
import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "expected"
COLUMNS = ["gemeente", "periode", "deel", "som", "waarde", "uitleg"]
LEFT_OUT = "weggelaten: "


@dataclass(frozen=True)
class Line:
    """One number of the hand calculation: what it is, the sum on paper, its outcome, and why."""

    indicator: str
    gemeente: str
    periode: str
    part: str
    sum: str
    value: int
    why: str


def work_out(text: str) -> int:
    """Work out a sum of whole numbers with +, -, * and brackets.

    >>> work_out("93*3 + 7*4")
    307
    """
    return _value(ast.parse(text, mode="eval").body)


def _value(node: ast.expr) -> int:
    match node:
        case ast.Constant(value=int(number)):
            return number
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return _value(left) + _value(right)
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return _value(left) - _value(right)
        case ast.BinOp(left=left, op=ast.Mult(), right=right):
            return _value(left) * _value(right)
    raise ValueError(f"not a sum of whole numbers: {ast.unparse(node)}")


def lines(indicator: str) -> Iterator[Line]:
    """Yield the lines of one indicator."""
    with (FOLDER / f"{indicator}.csv").open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream, delimiter=";")
        if reader.fieldnames != COLUMNS:
            raise ValueError(f"{indicator}: expected the columns {COLUMNS}")
        for row in reader:
            yield Line(
                indicator,
                row["gemeente"],
                row["periode"],
                row["deel"],
                row["som"],
                int(row["waarde"]),
                row["uitleg"],
            )


def indicators() -> list[str]:
    """Name the indicators that have a hand calculation."""
    return sorted(path.stem for path in FOLDER.glob("*.csv"))
