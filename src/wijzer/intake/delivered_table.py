"""A delivered table, from rows to record columns; all of it or nothing.

Rows are read in pieces, so that memory stays flat. Every cell that is wrong is named by sheet, row and
column with what was expected; after fifty the rest is counted.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b

import numpy as np
import pyarrow as pa

from wijzer.intake.cells import CellError, Parser, Value, is_empty, parser
from wijzer.intake.deliveries import Delivery, record_columns
from wijzer.intake.deliveries.declaration import Dtype
from wijzer.intake.headings import Heading, column_letter, recognise
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Row, Sheet

PIECE = 20_000
_MOST_DETAILS = 50
_CACHE = 20_000
ARROW: Mapping[Dtype, pa.DataType] = {
    "string": pa.string(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


@dataclass(slots=True)
class Faults:
    """What is wrong in a table: the first fifty in words, the rest counted."""

    details: list[str] = field(default_factory=list)
    count: int = 0

    def add(self, text: str) -> None:
        """Note one fault."""
        self.count += 1
        if len(self.details) < _MOST_DETAILS:
            self.details.append(text)

    def sentences(self) -> list[str]:
        """Return what can be shown."""
        rest = self.count - len(self.details)
        return [*self.details, *([f"en nog {rest} andere cellen of rijen"] if rest else [])]


class DeliveredTable:
    """Reads one sheet as one delivery; ``mark`` is the content hash that the rows will carry."""

    def __init__(
        self, sheet: Sheet, file_name: str, mark: str, gemeenten: Mapping[str, str], persons: Pseudonymiser
    ) -> None:
        self.sheet = sheet
        self.heading = _heading(sheet, file_name)
        self.delivery: Delivery = self.heading.delivery
        self.rows = 0
        self.gemeenten: set[str] = set()
        self.newest: date | None = None
        self._mark = mark
        self._persons = persons
        self._faults = Faults()
        self._parsers = {c.name: _cached(parser(c, gemeenten)) for c in self.delivery.columns}
        self._keys = array("q")
        self._numbers = array("q")
        self._scopes: dict[tuple[object, ...], date] = {}
        self._names = {
            c.name: f"{c.name}_cent" if c.kind == "money" else c.name for c in self.delivery.columns
        }
        self.schema = pa.schema([(c.name, ARROW[c.dtype]) for c in record_columns(self.delivery)])

    def pieces(self) -> Iterator[pa.Table]:
        """Give the rows as record columns, piece by piece.

        Raises Refused at the end when anything was wrong: the caller throws away what it wrote.
        """
        piece: list[dict[str, Value | None]] = []
        for row in self.sheet.rows:
            if all(is_empty(cell) for cell in row.cells):
                continue
            values = self._read(row)
            if self._faults.count:
                continue
            piece.append(self._record(row.number, values))
            if len(piece) >= PIECE:
                yield pa.Table.from_pylist(piece, self.schema)
                piece = []
        self._finish()
        if piece:
            yield pa.Table.from_pylist(piece, self.schema)

    def _read(self, row: Row) -> dict[str, Value | None]:
        values: dict[str, Value | None] = {}
        for column in self.delivery.columns:
            place = self.heading.places.get(column.name, -1)
            cell = row.cells[place] if 0 <= place < len(row.cells) else None
            values[column.name] = None
            if is_empty(cell):
                if column.required:
                    self._fault(row.number, column.name, "niet leeg", "de cel is leeg")
                continue
            try:
                values[column.name] = self._parsers[column.name](cell)
            except CellError as error:
                self._fault(row.number, column.name, str(error), "er staat iets anders")
        if len(row.cells) > len(self.heading.places) + len(self.heading.unknown) and any(
            not is_empty(cell) for cell in row.cells[self._width() :]
        ):
            self._faults.add(f"{self.sheet.place(row.number, 'voorbij de laatste')}: er staan cellen te veel")
        self._check_row(row.number, values)
        return values

    def _width(self) -> int:
        return max((*self.heading.places.values(), *self.heading.unknown)) + 1

    def _fault(self, row: int, column: str, expected: str, found: str) -> None:
        place = self.heading.places.get(column)
        letter = f" ({column_letter(place)})" if self.sheet.name and place is not None else ""
        self._faults.add(f"{self.sheet.place(row, column + letter)}: verwacht {expected}; {found}")

    def _check_row(self, row: int, values: Mapping[str, Value | None]) -> None:
        for first, second in self.delivery.ordered:
            start, end = values[first], values[second]
            if isinstance(start, date) and isinstance(end, date) and start > end:
                self._fault(row, second, f"niet vóór {first}", "de datum ligt ervoor")
        known = values[self.delivery.known_since]
        if isinstance(known, date):
            self.newest = max(self.newest or known, known)
            if self.delivery.replaces:
                scope = tuple(values[name] for name in self.delivery.replaces)
                if self._scopes.setdefault(scope, known) != known:
                    same = ", ".join(self.delivery.replaces)
                    self._fault(
                        row, self.delivery.known_since, f"dezelfde datum bij gelijke {same}", "die verschilt"
                    )
        text = "\x1f".join("" if values[name] is None else str(values[name]) for name in self.delivery.key)
        self._keys.append(int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "big", signed=True))
        self._numbers.append(row)

    def _record(self, row: int, values: Mapping[str, Value | None]) -> dict[str, Value | None]:
        gemeente, wet = str(values["gemeente"]), str(values.get("wet") or "")
        self.gemeenten.add(gemeente)
        self.rows += 1
        record = {self._names[name]: value for name, value in values.items()}
        if "bsn" in values:
            record["client"] = self._persons.client(gemeente, wet, str(values["bsn"]))
        birth = values.get("geboortedatum")
        if isinstance(birth, date):
            record["geboortejaar"], record["geboortemaand"] = birth.year, birth.replace(day=1)
        postcode, number = values.get("postcode"), values.get("huisnummer")
        if postcode is not None and number is not None:
            letter, addition = str(values.get("huisletter") or ""), str(values.get("toevoeging") or "")
            record["adres"] = self._persons.adres(gemeente, str(postcode), str(number), letter, addition)
            record["plek"] = self._persons.plek(gemeente, str(postcode), str(number))
        for name in _REFERENCES & record.keys():
            text = record[name]
            if isinstance(text, str):
                record[name] = self._persons.without_bsn(gemeente, text)
        record |= {
            "aanlevering": self._mark,
            "regel": row,
            "gemeente": gemeente,
            "bekend_vanaf": values[self.delivery.known_since],
        }
        return record

    def _finish(self) -> None:
        self._check_keys()
        if self._faults.count:
            raise Refused(
                "tabel_afgekeurd",
                f"In de aanlevering {self.delivery.name} kloppen {self._faults.count} cellen of rijen niet. "
                "Er is niets van overgenomen.",
                self._faults.sentences(),
            )
        if not self.rows:
            raise Refused("leeg", f"De aanlevering {self.delivery.name} heeft alleen een kop en geen rijen.")

    def _check_keys(self) -> None:
        keys, numbers = np.frombuffer(self._keys, np.int64), np.frombuffer(self._numbers, np.int64)
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1]) + 1
        for row in sorted(int(numbers[order[place]]) for place in same):
            what = ", ".join(self.delivery.key)
            self._faults.add(f"{self.sheet.place(row, what)}: verwacht één rij per {what}; deze staat er al")


_REFERENCES = frozenset({"identificatie", "referentienummer", "referentie_aanbieder"})


def _heading(sheet: Sheet, file_name: str) -> Heading:
    for row in sheet.rows:
        if not all(is_empty(cell) for cell in row.cells):
            return recognise(row.cells, file_name, sheet.name)
    raise Refused("leeg", "Het bestand heeft geen rijen.")


def _cached(parse: Parser) -> Callable[[object], Value]:
    """Remember the answers for texts: most columns have few different values."""
    answers: dict[str, Value] = {}

    def read(cell: object) -> Value:
        if not isinstance(cell, str):
            return parse(cell)
        if (known := answers.get(cell)) is not None:
            return known
        value = parse(cell)
        if len(answers) < _CACHE:
            answers[cell] = value
        return value

    return read


def choose_sheet(sheets: Sequence[Sheet], names: Sequence[str]) -> Sheet:
    """Return the sheet with the data: the one named after a delivery, else the first."""
    named = [sheet for sheet in sheets if sheet.name.strip().casefold() in names]
    if len(named) > 1:
        raise Refused(
            "tabel_niet_herkend", "Het Excelbestand heeft meer dan één blad met de naam van een sjabloon."
        )
    if not sheets:
        raise Refused("leeg", "Het Excelbestand heeft geen bladen.")
    return named[0] if named else sheets[0]
