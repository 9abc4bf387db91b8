"""From a cell to a value: Dutch numbers and dates, codes, BSN, yes and no.

A cell comes as text (CSV) or as a spreadsheet value (XLSX). A parser returns the value, or raises
``CellError`` with what was expected; never with what was found, since columns may have been shifted and
a name can stand anywhere.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from wijzer.intake.deliveries import Column
from wijzer.intake.plain_names import LONGEST, is_plain_name
from wijzer.values import bsn, gemeente_code

Value = str | int | float | bool | date
Parser = Callable[[object], Value]

_ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_PLAIN_DATE = re.compile(r"(\d{4})(\d{2})(\d{2})")
_GROUPED = re.compile(r"[1-9]\d{0,2}(\.\d{3})+(,\d*)?")
_COMMA = re.compile(r"\d*,\d+|\d+,?")
_POINT = re.compile(r"\d*\.\d+")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}")
_YES_NO = {
    **dict.fromkeys(("ja", "j", "1", "true", "waar", "yes"), True),
    **dict.fromkeys(("nee", "n", "0", "false", "onwaar", "no"), False),
}
_EARLIEST, _LATEST = date(1850, 1, 1), date(2200, 12, 31)
_NOISE = Decimal("0.000001")


class CellError(Exception):
    """The cell does not hold what was expected; the text says what that is, in Dutch."""


def is_empty(cell: object) -> bool:
    """Say whether a cell holds nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def as_text(cell: object) -> str:
    """Write a spreadsheet value as people typed it: 1 for 1.0, no decimals that a float added."""
    if isinstance(cell, str):
        return " ".join(cell.split())
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime | date | time):
        raise CellError("tekst, geen datum (zet de cel op tekst)")
    return str(cell)


def parser(column: Column, gemeenten: Mapping[str, str]) -> Parser:
    """Return what reads a cell of ``column``; ``gemeenten`` gives code and name of those of the workspace."""
    if column.kind == "gemeente":
        return _gemeente_parser(gemeenten)
    if column.kind == "choice":
        return _choice_parser(column)
    if column.kind == "code":
        return _code_parser(column)
    if column.kind in {"integer", "decimal"}:
        return _number_parser(column)
    if column.kind == "money" and column.lowest == 0:
        return _positive_money
    return _PLAIN_PARSERS[column.kind]


def _date(cell: object) -> date:
    expected = CellError("een datum als 31-12-2022 of 2022-12-31")
    if isinstance(cell, datetime):
        found = cell.date()
    elif isinstance(cell, date):
        found = cell
    else:
        text = as_text(cell)
        if match := _ISO_DATE.fullmatch(text) or _PLAIN_DATE.fullmatch(text):
            parts = match.group(1, 2, 3)
        elif match := _DUTCH_DATE.fullmatch(text):
            parts = match.group(3, 2, 1)
        else:
            raise expected
        try:
            found = date(*map(int, parts))
        except ValueError:
            raise expected from None
    if not _EARLIEST <= found <= _LATEST:
        raise CellError(f"een datum tussen {_EARLIEST:%d-%m-%Y} en {_LATEST:%d-%m-%Y}")
    return found


def _decimal(cell: object, *, thousands: bool) -> Decimal:
    """Read a number; a lone point before three digits counts as thousands only where that is usual."""
    expected = CellError("een getal als 1250 of 12,5")
    if isinstance(cell, bool):
        raise expected
    if isinstance(cell, int):
        return Decimal(cell)
    if isinstance(cell, float):
        if not math.isfinite(cell):
            raise expected
        return Decimal(repr(cell))
    text = as_text(cell).replace("€", "").replace(" ", "").replace("−", "-")
    sign = -1 if text.startswith("-") else 1
    text = text.removeprefix("-").removesuffix(",-")
    if _GROUPED.fullmatch(text):
        if "," not in text and text.count(".") == 1 and not thousands:
            raise CellError("een getal zonder punt voor duizendtallen: schrijf 1250 of 1,25")
        text = text.replace(".", "").replace(",", ".")
    elif _COMMA.fullmatch(text):
        text = text.replace(",", ".")
    elif not _POINT.fullmatch(text):
        raise expected
    try:
        return sign * Decimal(text)
    except InvalidOperation:
        raise expected from None


def _money(cell: object) -> int:
    """Read euros and return cents."""
    try:
        amount = _decimal(cell, thousands=True)
    except CellError:
        raise CellError("een bedrag in euro als 1.250,00") from None
    cents = (amount * 100).to_integral_value()
    if abs(amount * 100 - cents) > _NOISE:
        raise CellError("een bedrag in euro met hooguit twee decimalen")
    if abs(cents) >= 10**15:
        raise CellError("een bedrag onder tien biljoen euro")
    return int(cents)


def _positive_money(cell: object) -> int:
    if (cents := _money(cell)) < 0:
        raise CellError("een bedrag in euro van 0 of meer")
    return cents


def _number_parser(column: Column) -> Parser:
    low, high = column.lowest, column.highest
    border = "" if low is None else f" van {low}" + (" of meer" if high is None else f" tot en met {high}")

    def read(cell: object) -> Value:
        number = _decimal(cell, thousands=column.kind == "integer")
        if column.kind == "integer" and number != number.to_integral_value():
            raise CellError(f"een heel getal{border}")
        if (
            (low is not None and number < low)
            or (high is not None and number > high)
            or abs(number) >= 10**15
        ):
            raise CellError(f"een {'heel ' if column.kind == 'integer' else ''}getal{border}")
        return int(number) if column.kind == "integer" else float(number)

    return read


def _choice_parser(column: Column) -> Parser:
    known = {value.casefold(): value for value in column.values}
    expected = "een van: " + ", ".join(column.values)

    def read(cell: object) -> str:
        text = as_text(cell).casefold()
        found = known.get(text) or known.get(text.zfill(column.pad))
        if found is None:
            raise CellError(expected)
        return found

    return read


def _code_parser(column: Column) -> Parser:
    pattern = re.compile(column.pattern or r".{1,80}")
    expected = column.pattern_says or "een code"

    def read(cell: object) -> str:
        try:
            text = as_text(cell)
        except CellError:
            raise CellError(expected) from None
        if column.pad and text.isascii() and text.isdigit():
            text = text.zfill(column.pad)
        if not pattern.fullmatch(text):
            raise CellError(expected)
        return text

    return read


def _gemeente_parser(gemeenten: Mapping[str, str]) -> Parser:
    by_name = {name.casefold(): code for code, name in gemeenten.items()}
    allowed = ", ".join(f"{code} ({name})" for code, name in gemeenten.items())

    def read(cell: object) -> str:
        text = as_text(cell)
        code = by_name.get(text.casefold()) or gemeente_code.normalise(text)
        if code is None or code not in gemeenten:
            raise CellError(f"een gemeente van deze werkmap: {allowed}")
        return code

    return read


def _name(cell: object) -> str:
    text = as_text(cell)
    if not is_plain_name(text):
        raise CellError(f"een naam van hooguit {LONGEST} tekens, zonder gegevens van een persoon")
    return text


def _yes_no(cell: object) -> bool:
    found = _YES_NO.get(as_text(cell).casefold())
    if found is None:
        raise CellError("ja of nee")
    return found


def _bsn(cell: object) -> str:
    text = as_text(cell).replace(".", "").replace(" ", "")
    text = text.zfill(9) if text.isascii() and text.isdigit() else text
    if not bsn.is_valid(text):
        raise CellError("een burgerservicenummer: negen cijfers die aan de elfproef voldoen")
    return text


def _postcode(cell: object) -> str:
    text = as_text(cell).upper()
    if not _POSTCODE.fullmatch(text):
        raise CellError("een postcode als 6931 AB")
    return text.replace(" ", "")


_PLAIN_PARSERS: Mapping[str, Parser] = {
    "text": as_text,
    "name": _name,
    "date": _date,
    "money": _money,
    "yesno": _yes_no,
    "bsn": _bsn,
    "postcode": _postcode,
}
