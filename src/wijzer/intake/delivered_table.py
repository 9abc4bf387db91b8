"""A delivered table, from rows to record columns; all of it or nothing.

Rows are read in pieces, so that memory stays flat. Every cell that is wrong is named by sheet, row and
column with what was expected; after fifty the rest is counted.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from operator import itemgetter

import numpy as np
import pyarrow as pa

from wijzer.intake.cells import Value, is_empty
from wijzer.intake.column_reader import ColumnReader
from wijzer.intake.deliveries import Delivery, record_columns
from wijzer.intake.deliveries.declaration import Dtype
from wijzer.intake.headings import Heading, column_letter, recognise
from wijzer.intake.person_columns import Values, person_columns
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.refusals import Refused
from wijzer.intake.row_checks import row_faults
from wijzer.intake.sheets import Row, Sheet

PIECE = 20_000
_MOST_DETAILS = 50
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
        self._readers = [ColumnReader(column, gemeenten) for column in self.delivery.columns]
        self._keys = array("q")
        self._numbers = array("q")
        self._scopes: dict[str, dict[tuple[Value | None, ...], Value]] = {}
        self.schema = pa.schema([(c.name, ARROW[c.dtype]) for c in record_columns(self.delivery)])

    def pieces(self) -> Iterator[pa.Table]:
        """Give the rows as record columns, piece by piece.

        Raises Refused at the end when anything was wrong: the caller throws away what it wrote.
        """
        full = (row for row in self.sheet.rows if not all(is_empty(cell) for cell in row.cells))
        while piece := list(islice(full, PIECE)):
            numbers = [row.number for row in piece]
            values = self._read(piece, numbers)
            if not self._faults.count:
                yield self._table(numbers, values)
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

    def _read(self, piece: Sequence[Row], numbers: Sequence[int]) -> Values:
        values: Values = {}
        faults: list[tuple[int, str]] = []
        for reader in self._readers:
            name = reader.column.name
            place = self.heading.places.get(name, -1)
            cells = [row.cells[place] if 0 <= place < len(row.cells) else None for row in piece]
            values[name], wrong = reader.read(cells)
            faults += [(numbers[at], self._fault(numbers[at], name, str(error))) for at, error in wrong]
        width = max(*self.heading.places.values(), *self.heading.unknown, 0) + 1
        for row in piece:
            if len(row.cells) > width and not all(is_empty(cell) for cell in row.cells[width:]):
                where = self.sheet.place(row.number, "voorbij de laatste")
                faults.append((row.number, f"{where}: er staan cellen te veel"))
        faults += self._check_rows(numbers, values)
        for _, text in sorted(faults, key=itemgetter(0)):
            self._faults.add(text)
        self._keys.extend(map(hash, zip(*(values[name] for name in self.delivery.key), strict=True)))
        self._numbers.extend(numbers)
        return values

    def _fault(self, row: int, column: str, expected: str) -> str:
        place = self.heading.places.get(column)
        letter = f" ({column_letter(place)})" if self.sheet.name and place is not None else ""
        return f"{self.sheet.place(row, column + letter)}: verwacht {expected}"

    def _check_rows(self, numbers: Sequence[int], values: Values) -> Iterator[tuple[int, str]]:
        for place, column, expected in row_faults(self.delivery, values):
            yield numbers[place], self._fault(numbers[place], column, expected)
        known = values[self.delivery.known_since]
        self.newest = max((day for day in (self.newest, *known) if isinstance(day, date)), default=None)
        if not self.delivery.replaces:
            return
        within = ", ".join(self.delivery.replaces)
        scopes = list(zip(*(values[name] for name in self.delivery.replaces), strict=True))
        for name in (self.delivery.known_since, *self.delivery.same):
            said = self._scopes.setdefault(name, {})
            what = "dezelfde datum" if name == self.delivery.known_since else "hetzelfde"
            expected = f"{what} bij gelijke {within}; {'die' if 'datum' in what else 'dat'} verschilt"
            for row, scope, value in zip(numbers, scopes, values[name], strict=True):
                if value is not None and said.setdefault(scope, value) != value:
                    yield row, self._fault(row, name, expected)

    def _table(self, numbers: Sequence[int], values: Values) -> pa.Table:
        gemeenten = values["gemeente"]
        self.gemeenten.update(map(str, set(gemeenten)))
        self.rows += len(numbers)
        columns: dict[str, Sequence[Value | None]] = {
            f"{c.name}_cent" if c.kind == "money" else c.name: values[c.name] for c in self.delivery.columns
        }
        columns |= person_columns(values, self._persons)
        columns |= {
            "aanlevering": [self._mark] * len(numbers),
            "regel": numbers,
            "bekend_vanaf": values[self.delivery.known_since],
        }
        return pa.table([pa.array(columns[f.name], f.type) for f in self.schema], schema=self.schema)

    def _check_keys(self) -> None:
        keys, numbers = np.frombuffer(self._keys, np.int64), np.frombuffer(self._numbers, np.int64)
        order = np.argsort(keys, kind="stable")
        same = np.flatnonzero(keys[order][1:] == keys[order][:-1]) + 1
        what = ", ".join(self.delivery.key)
        for row in sorted(int(numbers[order[place]]) for place in same):
            self._faults.add(f"{self.sheet.place(row, what)}: verwacht één rij per {what}; deze staat er al")


def _heading(sheet: Sheet, file_name: str) -> Heading:
    for row in sheet.rows:
        if not all(is_empty(cell) for cell in row.cells):
            return recognise(row.cells, file_name, sheet.name)
    raise Refused("leeg", "Het bestand heeft geen rijen.")


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
