"""An empty XLSX for a delivery: the sheet to fill, an explanation, and the permitted values.

Columns with permitted values offer them as a list; dates, numbers and amounts are checked by the
spreadsheet as well. Dates and codes are text cells where a spreadsheet would spoil them (``01``, ``6.10``).
"""

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

import xlsxwriter

from wijzer.intake.deliveries import Column, Delivery, delivery

_ROWS = 5000
_MADE = datetime(2022, 1, 1)  # noqa: DTZ001 - a fixed moment, so that the same template is the same file
_FORM = {
    "text": "tekst",
    "name": "naam, zonder gegevens van personen",
    "code": "code (tekst)",
    "date": "datum (31-12-2022)",
    "integer": "heel getal",
    "decimal": "getal, met komma",
    "money": "bedrag in euro, met komma",
    "yesno": "ja of nee",
    "choice": "keuze uit het blad Waarden",
    "bsn": "burgerservicenummer, negen cijfers",
    "gemeente": "gemeentecode of naam",
    "postcode": "postcode",
}
_EXPLANATION = ("kolom", "verplicht", "vorm", "betekenis", "voorbeeld", "persoonsgegeven")


def template(name: str) -> bytes:
    """Return the XLSX template of the delivery ``name``. Raises KeyError (Dutch) for an unknown name."""
    declared = delivery(name)
    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": declared.title, "created": _MADE})
    formats = {
        "head": book.add_format({"bold": True, "bottom": 1, "num_format": "@"}),
        "wrap": book.add_format({"text_wrap": True, "valign": "top"}),
        "text": book.add_format({"num_format": "@"}),
        "date": book.add_format({"num_format": "dd-mm-yyyy"}),
        "money": book.add_format({"num_format": "#,##0.00"}),
        "plain": book.add_format({}),
    }
    _data_sheet(book, declared, formats)
    _explanation_sheet(book, declared, formats)
    _value_sheet(book, declared, formats)
    book.close()
    return buffer.getvalue()


def _data_sheet(book: Any, declared: Delivery, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet(declared.name)
    sheet.freeze_panes(1, 0)
    for place, column in enumerate(declared.columns):
        form = {"date": "date", "money": "money", "integer": "plain", "decimal": "plain"}.get(
            column.kind, "text"
        )
        sheet.set_column(place, place, max(12, len(column.name) + 3), formats[form])
        sheet.write_string(0, place, column.name, formats["head"])
        sheet.write_comment(0, place, column.meaning, {"x_scale": 2})
        if rule := _rule(column):
            sheet.data_validation(1, place, _ROWS, place, rule)


def _rule(column: Column) -> dict[str, Any] | None:
    """Return what the spreadsheet checks itself."""
    borders: dict[str, Any]
    rule: dict[str, Any] = {"ignore_blank": True, "error_title": column.name[:32]}
    if column.kind == "choice":
        return rule | {
            "validate": "list",
            "source": list(column.values),
            "error_message": "Kies uit de lijst.",
        }
    if column.kind == "yesno":
        return rule | {"validate": "list", "source": ["ja", "nee"], "error_message": "Vul ja of nee in."}
    if column.kind == "date":
        borders = {"minimum": date(1900, 1, 1), "maximum": date(2200, 12, 31)}
        return (
            rule | borders | {"validate": "date", "criteria": "between", "error_message": "Vul een datum in."}
        )
    if column.kind == "integer":
        low = -(10**12) if column.lowest is None else column.lowest
        high = 10**12 if column.highest is None else column.highest
        borders = {"minimum": low, "maximum": high}
        return (
            rule
            | borders
            | {"validate": "integer", "criteria": "between", "error_message": "Vul een heel getal in."}
        )
    if column.kind in {"decimal", "money"}:
        borders = {"minimum": -(10**12), "maximum": 10**12}
        return (
            rule
            | borders
            | {"validate": "decimal", "criteria": "between", "error_message": "Vul een getal in."}
        )
    return None


def _explanation_sheet(book: Any, declared: Delivery, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Uitleg")
    sheet.set_column(0, 2, 24)
    sheet.set_column(3, 3, 70)
    sheet.set_column(4, 5, 22)
    lines = (
        declared.title,
        declared.purpose,
        f"Te vragen aan: {declared.asked_of}",
        f"Vul het blad {declared.name}; laat de kolomnamen staan. Eén rij per {', '.join(declared.key)}.",
        replacement(declared),
    )
    for row, line in enumerate(lines):
        sheet.write_string(row, 0, line)
    first = len(lines) + 1
    for place, word in enumerate(_EXPLANATION):
        sheet.write_string(first, place, word, formats["head"])
    for row, column in enumerate(declared.columns, first + 1):
        for place, text in enumerate(explanation(column)):
            sheet.write_string(row, place, text, formats["wrap"])


def replacement(declared: Delivery) -> str:
    """Say in Dutch what a newer delivery does to an older one."""
    if not declared.replaces:
        return "Regels tellen op: een nieuwe levering vult de vorige aan."
    return (
        f"Een levering met een latere {declared.known_since} vervangt de vorige voor dezelfde "
        f"{', '.join(declared.replaces)}."
    )


def explanation(column: Column) -> tuple[str, ...]:
    """Return what is told of a column: name, required, form, meaning, example, personal."""
    required = "nee, kolom mag ontbreken" if column.optional_column else ("ja" if column.required else "nee")
    personal = "ja" if column.personal else "nee"
    return (column.name, required, _FORM[column.kind], column.meaning, column.example, personal)


def _value_sheet(book: Any, declared: Delivery, formats: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Waarden")
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 60)
    for place, word in enumerate(("kolom", "waarde", "betekenis")):
        sheet.write_string(0, place, word, formats["head"])
    row = 1
    for column in declared.columns:
        for choice in column.choices:
            for place, text in enumerate((column.name, choice.value, choice.meaning)):
                sheet.write_string(row, place, text)
            row += 1
