"""Files with rows, as finance and suites export them: CSV in Dutch notation."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]


def dutch(value: object) -> str:
    """Write a value as a Dutch export does: 31-12-2022, 1234,56, ja."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, float):
        return f"{value:.2f}".replace(".", ",")
    return str(value)


def write_csv(path: Path, rows: Sequence[Row], *, encoding: str = "utf-8") -> None:
    """Write rows with `;` and Dutch notation; the first row names the columns."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(rows[0])
    writer.writerows([[dutch(value) for value in row.values()] for row in rows])
    path.write_bytes(text.getvalue().encode(encoding))
