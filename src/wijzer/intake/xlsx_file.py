"""Rows of an XLSX file, read row by row; what could blow up in memory is refused beforehand."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from typing import BinaryIO

from openpyxl import load_workbook

from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Row, Sheet
from wijzer.intake.zips import checked_members

LARGEST_FILE = 64 << 20
_LARGEST_STRINGS = 40 << 20
_LARGEST_TOTAL = 1 << 30
_MOST_COLUMNS = 64
_HEAD = 4096


def open_xlsx(stream: BinaryIO) -> list[Sheet]:
    """Return the sheets of a workbook, each to be read once and in order.

    Raises Refused when it cannot be read, is locked, too large, or hides a document type.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_parts(archive)
        stream.seek(0)
        book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        names = book.sheetnames
    except Refused:
        raise
    except Exception as error:
        raise _unreadable() from error
    return [Sheet(name, _rows(book[name])) for name in names if hasattr(book[name], "iter_rows")]


def _check_parts(archive: zipfile.ZipFile) -> None:
    total = 0
    for part in checked_members(archive):
        total += part.file_size
        if part.filename.lower().endswith("sharedstrings.xml") and part.file_size > _LARGEST_STRINGS:
            raise Refused("te_groot", "In dit Excelbestand staat te veel tekst om veilig te lezen.")
        if total > _LARGEST_TOTAL:
            raise Refused("te_groot", "Dit Excelbestand pakt uit tot meer dan 1 GB.")
        if part.filename.lower().endswith((".xml", ".rels")):
            with archive.open(part) as file:
                head = file.read(_HEAD)
            if b"<!DOCTYPE" in head.upper() or b"\x00" in head or b"<!ENTITY" in head.upper():
                raise Refused(
                    "excel_onleesbaar", "Het Excelbestand bevat een DOCTYPE; die wordt nooit gelezen."
                )


def _rows(sheet: object) -> Iterator[Row]:
    try:
        sheet.reset_dimensions()  # type: ignore[attr-defined]
        rows = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
        for number, cells in enumerate(rows, 1):
            yield Row(number, cells)
    except Refused:
        raise
    except Exception as error:
        raise _unreadable() from error


def _unreadable() -> Refused:
    return Refused("excel_onleesbaar", "Het bestand kan niet als Excelbestand (.xlsx) worden gelezen.")
