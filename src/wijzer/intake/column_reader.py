"""Reads one column of a delivered table: each different cell is understood once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wijzer.intake.cells import CellError, Value, is_empty, parser
from wijzer.intake.deliveries import Column

_REMEMBER = 200_000


class ColumnReader:
    """Turns cells into values; ``None`` is an empty cell that may be empty."""

    def __init__(self, column: Column, gemeenten: Mapping[str, str]) -> None:
        self.column = column
        self._parse = parser(column, gemeenten)
        self._known: dict[object, Value | CellError | None] = {}

    def read(self, cells: Sequence[object]) -> tuple[list[Value | None], list[tuple[int, CellError]]]:
        """Return the values, and of the cells that are wrong the place and what was expected."""
        known = self._known
        if len(known) > _REMEMBER:
            known.clear()
        keys = [cell if cell.__class__ is str else (cell.__class__, cell) for cell in cells]
        wrong = False
        for key in set(keys):
            if key not in known:
                known[key] = self._understand(key[1] if isinstance(key, tuple) else key)
            wrong = wrong or isinstance(known[key], CellError)
        found = [known[key] for key in keys]
        if not wrong:
            return found, []  # type: ignore[return-value]
        faults = [(place, value) for place, value in enumerate(found) if isinstance(value, CellError)]
        return [None if isinstance(value, CellError) else value for value in found], faults

    def _understand(self, cell: object) -> Value | CellError | None:
        if is_empty(cell):
            return CellError("niet leeg; de cel is leeg") if self.column.required else None
        try:
            return self._parse(cell)
        except CellError as error:
            return CellError(f"{error}; er staat iets anders")
