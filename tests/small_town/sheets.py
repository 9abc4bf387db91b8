"""Sheets as people fill them in: XLSX with dates and numbers as such."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

import xlsxwriter

from wijzer.example.tables import Row, dutch

_MADE_ON = datetime.combine(date(2023, 1, 31), time.min)  # fixed, so that the file is the same every time


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
