"""What the cells of one row say of each other: the order of dates and numbers, and what must be filled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from wijzer.intake.cells import Value
from wijzer.intake.deliveries.declaration import Delivery, Demand
from wijzer.intake.person_columns import Values

Fault = tuple[int, str, str]
"""The place of a row in its piece, the column that is wrong, and what was expected, in Dutch."""


def row_faults(delivery: Delivery, values: Values) -> Iterator[Fault]:
    """Find the cells that do not agree with another cell of their row, as ``delivery`` declares.

    ``values`` are the columns of a piece; a cell that could not be read is empty in it.
    """
    for names in delivery.ordered:
        for place, row in enumerate(zip(*(values[name] for name in names), strict=True)):
            yield from _out_of_order(place, names, row)
    for demand in delivery.demands:
        cells = zip(values[demand.column], values[demand.other], strict=True)
        for place, (cell, other) in enumerate(cells):
            if _holds(demand, cell) and (other is not None) != demand.filled:
                yield place, demand.other, _expected(demand)


def _out_of_order(place: int, names: Sequence[str], row: Sequence[Value | None]) -> Iterator[Fault]:
    earlier, highest = "", None
    for name, value in zip(names, row, strict=True):
        if value is None:
            continue
        if highest is not None and value < highest:  # type: ignore[operator]
            is_date = isinstance(value, date)
            yield (
                place,
                name,
                f"niet vóór {earlier}; de datum ligt ervoor"
                if is_date
                else f"niet minder dan {earlier}; het getal is lager",
            )
        else:
            earlier, highest = name, value


def _holds(demand: Demand, cell: Value | None) -> bool:
    return cell in demand.values if demand.values else cell is not None


def _expected(demand: Demand) -> str:
    if demand.filled:
        return f"een gevulde cel {demand.when}; de cel is leeg"
    return f"een lege cel {demand.when}; er staat iets"
