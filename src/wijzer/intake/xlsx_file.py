"""Rows of an XLSX file, read row by row; what could blow up in memory is refused beforehand."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import IO, BinaryIO

from openpyxl import load_workbook

from wijzer.intake.deliveries import delivery_names
from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Row, Sheet
from wijzer.intake.zips import checked_members

LARGEST_FILE = 64 << 20
_LARGEST_STRINGS = 40 << 20
_LARGEST_TOTAL = 1 << 30
_LONGEST_TEXT = 1 << 20
"""Bytes between two tags; a cell of Excel holds at most 32,767 characters."""
_MOST_COLUMNS = 64
_MOST_ROWS = 1_048_576
_ROWS_AT_ONCE = 1000
_PIECE = 1 << 16
# The head may hold comments and instructions, but nothing else before the root element. Atomic, so that a
# comment ends at its first end and cannot be made to swallow a DOCTYPE.
_PLAIN_HEAD = re.compile(rb"\A(?:\xef\xbb\xbf)?(?>\s+|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<[A-Za-z_]", re.DOTALL)
_USUAL_SHEET = re.compile(r"(?:blad|sheet) ?\d+", re.IGNORECASE)


def open_xlsx(stream: BinaryIO) -> list[Sheet]:
    """Return the sheets of a workbook, each to be read once and in order.

    Raises Refused when it cannot be read, is locked, too large, or hides a document type.
    """
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_parts(archive)
        stream.seek(0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(stream, read_only=True, data_only=True, keep_links=False)
        names = book.sheetnames
    except Refused:
        raise
    except Exception as error:
        raise _unreadable() from error
    return [
        Sheet(name, _rows(book[name]), _shown(name, number))
        for number, name in enumerate(names, 1)
        if hasattr(book[name], "iter_rows")
    ]


def _shown(name: str, number: int) -> str:
    """Return how a sheet is called in reports: people name sheets after anything, persons too."""
    usual = name.strip().casefold() in delivery_names() or _USUAL_SHEET.fullmatch(name.strip())
    return name.strip() if usual else f"nummer {number}"


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
                _check_part(file)


def _check_part(file: IO[bytes]) -> None:
    """Refuse a part with a document type, or with more text in one place than a cell can hold."""
    piece = file.read(_PIECE)
    if not _PLAIN_HEAD.match(piece):
        raise Refused(
            "excel_onleesbaar",
            "Het Excelbestand bevat een DOCTYPE of begint op een ongewone manier; zo wordt het niet gelezen.",
        )
    length = 0
    while piece:
        first = piece.find(b"<")
        length = length + len(piece) if first < 0 else len(piece) - 1 - piece.rfind(b"<")
        if length > _LONGEST_TEXT:
            raise Refused("te_groot", "In één cel van dit Excelbestand staat te veel tekst.")
        piece = file.read(_PIECE)


def _rows(sheet: object) -> Iterator[Row]:
    try:
        sheet.reset_dimensions()  # type: ignore[attr-defined]
        rows = sheet.iter_rows(max_col=_MOST_COLUMNS, values_only=True)  # type: ignore[attr-defined]
        number = 0
        while piece := _silently(rows):
            for cells in piece:
                number += 1
                yield Row(number, cells)
            if number > _MOST_ROWS:
                # A number of a row in the file may be anything; the rows before it would be made up.
                raise Refused("te_groot", "Dit Excelbestand heeft meer rijen dan Excel zelf kent.")
    except Refused:
        raise
    except Exception as error:
        raise _unreadable() from error


def _silently(rows: Iterator[Sequence[object]]) -> list[Sequence[object]]:
    """Read some rows without the warnings of openpyxl, which quote what is in a cell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return list(islice(rows, _ROWS_AT_ONCE))


def _unreadable() -> Refused:
    return Refused("excel_onleesbaar", "Het bestand kan niet als Excelbestand (.xlsx) worden gelezen.")
