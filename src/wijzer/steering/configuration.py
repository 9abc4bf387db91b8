"""Reading the workspace's own tables (``config/*.csv``): semicolons, UTF-8, a header; errors by place."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NoReturn


class ConfigurationError(ValueError):
    """A table of the configuration is wrong: the Dutch message names file, row, column and what to do."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row, with its place for error messages. Cells are stripped of spaces; empty cells are ``""``."""

    file: str
    line: int
    cells: dict[str, str]

    def wrong(self, column: str, expected: str) -> NoReturn:
        """Raise the error of one cell."""
        raise ConfigurationError(
            f"{self.file}, regel {self.line}, kolom '{column}': '{self.cells.get(column, '')}' "
            f"kan niet. Verwacht is {expected}."
        )

    def optional(self, column: str) -> str:
        """Return a cell of a column that may be absent."""
        return self.cells.get(column, "")

    def text(self, column: str) -> str:
        """Return a cell that must be filled."""
        return self.cells[column] or self.wrong(column, "een ingevulde cel")

    def whole(self, column: str) -> int | None:
        """Return a whole number, or None for an empty cell."""
        cell = self.cells[column]
        if not cell:
            return None
        return int(cell) if cell.isascii() and cell.isdigit() else self.wrong(column, "een geheel getal")

    def decimal(self, column: str) -> float | None:
        """Return a number with decimal comma or point (no thousands separators), or None when empty."""
        cell = self.cells[column].removesuffix("%").strip().replace(",", ".")
        if not cell:
            return None
        digits = cell.lstrip("+-").replace(".", "", 1)
        if not (digits.isascii() and digits.isdigit()):
            self.wrong(column, "een getal, bijvoorbeeld 2,5 (zonder punten voor duizendtallen)")
        return float(cell)

    def day(self, column: str) -> date | None:
        """Return a date (2022-12-31 or 31-12-2022), or None when empty."""
        cell = self.cells[column]
        if not cell:
            return None
        turned = "-".join(reversed(cell.split("-"))) if cell[2:3] == "-" or cell[1:2] == "-" else cell
        year, _, rest = turned.partition("-")
        month, _, day = rest.partition("-")
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            self.wrong(column, "een datum, bijvoorbeeld 2022-12-31")

    def one_of(self, column: str, permitted: Sequence[str]) -> str:
        """Return a cell that holds one of the permitted words."""
        cell = self.cells[column].lower()
        return cell if cell in permitted else self.wrong(column, "een van: " + ", ".join(permitted))


def read_rows(path: Path, columns: Sequence[str]) -> Iterator[Row]:
    """Yield the filled rows of a table that has at least ``columns``; ConfigurationError otherwise."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ConfigurationError(f"{path.name} ontbreekt in de map {path.parent.name}.") from None
    except UnicodeDecodeError:
        raise ConfigurationError(f"{path.name} is geen UTF-8. Sla het bestand op als 'CSV UTF-8'.") from None
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    header = [name.strip().lower() for name in next(reader, [])]
    if missing := [name for name in columns if name not in header]:
        raise ConfigurationError(
            f"{path.name}, regel 1: deze kolommen ontbreken: {', '.join(missing)}. "
            f"Verwacht zijn de kolommen {';'.join(columns)}."
        )
    for cells in reader:
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            raise ConfigurationError(
                f"{path.name}, regel {reader.line_num}: {len(cells)} cellen; verwacht zijn er {len(header)}."
            )
        filled = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        yield Row(path.name, reader.line_num, filled)
