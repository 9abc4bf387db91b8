"""Adding rows up to parts: values, the persons behind them, and what was left out.

Rows about persons are added up for each person first, so that persons are counted by counting rows, for
every part and reason at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import ibis
import ibis.expr.types as ir

from wijzer.indicators.declaration import Indicator, LeftOut, Part

PERSONS = "_personen"
LEFT_OUT = "weggelaten_"
_PERSON = "client"
_ALL = "alle_rijen"


def sums(indicator: Indicator, rows: ir.Table, breakdown: Sequence[str]) -> ir.Table:
    """Return one row for each periode, gemeente and group: the parts and what was left out, by name.

    Names are those of the parts; ``weggelaten_`` stands before the id of a left-out reason, ``_personen``
    after what tells the persons behind it.
    """
    wanted = tuple(_wanted(indicator))
    keys = ("periode", "gemeente", *breakdown)
    if not any(item.behind == "personen" for _, item in wanted):
        return _without_persons(rows, keys, wanted)
    pairs = sorted({_pair(item) for _, item in wanted} - {""})
    if len(pairs) > 1:
        raise ValueError(f"{indicator.id} kan maar van één kolom de verschillende waarden tellen")
    for_each: dict[str, ir.Scalar] = {}
    for name, item in wanted:
        counts = _counts(item, rows)
        for_each[_group(item)] = rows.count(where=counts)
        if not (_of_rows(item) or _of_persons(item) or _pair(item)):
            for_each[name] = _measure(item, rows, counts)
    persons = rows.group_by([*keys, _PERSON, *pairs]).agg(**for_each)
    if pairs:
        persons = _by_person(persons, (*keys, _PERSON), pairs[0], tuple(for_each), wanted)
    added: dict[str, ir.Scalar] = {}
    for name, item in wanted:
        counted = persons[_group(item)]
        number = persons.count(where=(counted > 0) & persons[_PERSON].notnull())
        column = counted if _of_rows(item) else None if _of_persons(item) else persons[name]
        added[name] = number if column is None else column.sum().cast(column.type())
        if item.behind == "personen":
            added[name + PERSONS] = number
    return persons.group_by(list(keys)).agg(**added)


def _without_persons(
    rows: ir.Table, keys: Sequence[str], wanted: Sequence[tuple[str, Part | LeftOut]]
) -> ir.Table:
    """Add up by reason and by the columns that parts choose by, then choose among the few sums."""
    chosen = sorted({item.only for _, item in wanted if isinstance(item, Part) and item.only})
    summed = sorted({item.column for _, item in wanted if not _of_rows(item)})
    counted = {_ALL: rows.count()} | {name: rows[name].sum().cast(rows[name].type()) for name in summed}
    few = rows.group_by([*keys, "reden", *chosen]).agg(**counted)
    added: dict[str, ir.Scalar] = {}
    for name, item in wanted:
        column = few[_ALL] if _of_rows(item) else few[item.column]
        total = column.sum(where=_counts(item, few))
        added[name] = ibis.coalesce(total, ibis.literal(0, column.type())).cast(column.type())
    return few.group_by(list(keys)).agg(**added)


def _by_person(
    pairs: ir.Table,
    person: Sequence[str],
    column: str,
    names: Sequence[str],
    wanted: Sequence[tuple[str, Part | LeftOut]],
) -> ir.Table:
    """Add up what was counted for each person and value of ``column``, and count the values."""
    sums = {name: pairs[name].sum().cast(pairs[name].type()) for name in names}
    values = {
        name: pairs.count(where=(pairs[_group(item)] > 0) & pairs[column].notnull())
        for name, item in wanted
        if _pair(item)
    }
    return pairs.group_by(list(person)).agg(**sums, **values)


def _group(item: Part | LeftOut) -> str:
    """Name the number of rows of one person that an item is about; several items may share it."""
    return f"{item.id if isinstance(item, LeftOut) else item.only or 'alle'}_rijen"


def _wanted(indicator: Indicator) -> Iterator[tuple[str, Part | LeftOut]]:
    yield from ((part.id, part) for part in indicator.parts)
    yield from ((LEFT_OUT + left.id, left) for left in indicator.left_out)


def _of_rows(item: Part | LeftOut) -> bool:
    return item.how == "rijen" if isinstance(item, Part) else not item.column


def _of_persons(item: Part | LeftOut) -> bool:
    return isinstance(item, Part) and item.how == "verschillend" and item.column == _PERSON


def _pair(item: Part | LeftOut) -> str:
    """Name the column of which an item counts the distinct values of each person, else nothing."""
    distinct = isinstance(item, Part) and item.how == "verschillend"
    return "" if not distinct or _of_persons(item) else item.column


def _counts(item: Part | LeftOut, rows: ir.Table) -> ir.BooleanColumn:
    """Say which rows an item is about."""
    if isinstance(item, LeftOut):
        return rows.reden == item.id
    counts = rows.reden.isnull()
    return counts & rows[item.only].fill_null(False) if item.only else counts


def _measure(item: Part | LeftOut, rows: ir.Table, counts: ir.BooleanColumn) -> ir.Scalar:
    """Measure over rows, or over the rows of one person."""
    if _of_rows(item):
        return rows.count(where=counts)
    column = rows[item.column]
    total = column.sum(where=counts)
    return ibis.coalesce(total, ibis.literal(0, column.type())).cast(column.type())
