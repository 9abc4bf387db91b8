"""Files with rows: CSV as finance and suites export it, and XLSX as people fill it in."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import xlsxwriter

Row = Mapping[str, Any]
_MADE_ON = datetime.combine(date(2023, 1, 31), time.min)  # fixed, so that the file is the same every time


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


def write_xlsx(path: Path, sheet: str, rows: Sequence[Row]) -> None:
    """Write rows to one sheet, dates and numbers as such, codes as text."""
    book = xlsxwriter.Workbook(path)
    book.set_properties({"created": _MADE_ON})
    page = book.add_worksheet(sheet)
    day = book.add_format({"num_format": "dd-mm-yyyy"})
    page.write_row(0, 0, list(rows[0]))
    for line, row in enumerate(rows, start=1):
        for place, value in enumerate(row.values()):
            if isinstance(value, date):
                page.write_datetime(line, place, datetime.combine(value, time.min), day)
            elif isinstance(value, bool) or value is None:
                page.write_string(line, place, dutch(value))
            elif isinstance(value, int | float):
                page.write_number(line, place, value)
            else:
                page.write_string(line, place, str(value))
    book.close()
