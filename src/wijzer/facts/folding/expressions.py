"""Small expressions that all folding shares: the first of a group, joins that treat empty as equal, codes.

Everything is plain Ibis: window functions, joins and aggregates that every engine of the house knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import ibis
from ibis import Deferred, Table, Value

NOT_REFUSING = ("0200", "8001")
"""Return codes that refuse nothing: no remark on this class, declaration granted in full (WJ001)."""

NOT_JUDGED = "0233"
"""The class was not judged (WJ001): refused in a 325 (IV087), neither here nor there in a return (IV028)."""


def refuses(codes: Value, *, not_judged_refuses: bool = False) -> Value:
    """Say whether return codes (joined by spaces, or null) refuse the class that they stand with."""
    rest = codes.fill_null("")
    for code in NOT_REFUSING if not_judged_refuses else (*NOT_REFUSING, NOT_JUDGED):
        rest = rest.replace(code, "")
    return rest.strip() != ""


def newest(*columns: str) -> list[Value]:
    """Order by columns, largest first and empty last."""
    return [ibis.desc(column, nulls_first=False) for column in columns]


def oldest(*columns: str) -> list[Value]:
    """Order by columns, smallest first and empty last."""
    return [ibis.asc(column, nulls_first=False) for column in columns]


def first(table: Table, by: Sequence[str], order: Iterable[Value | Deferred]) -> Table:
    """Keep of every group the first row; the order must be total, so that no tie is left to chance."""
    rank = ibis.row_number().over(ibis.window(group_by=list(by), order_by=list(order)))
    ranked = table.mutate(_rank=rank)
    return ranked.filter(ranked._rank == 0).drop("_rank")


def same(left: Table, right: Table, columns: Iterable[str]) -> list[Value]:
    """Join predicates: the columns are equal, where empty equals empty."""
    return [left[column].identical_to(right[column]) for column in columns]


def lookup(left: Table, right: Table, on: Sequence[str], take: Sequence[str]) -> Table:
    """Add the columns ``take`` of ``right`` to ``left``; ``right`` has at most one row per ``on``.

    Empty equals empty. Rows of ``left`` without a partner keep nulls.
    """
    joined = left.left_join(right, same(left, right, on), rname="{name}_other")
    names = {name: joined[name] for name in left.columns if name not in take}
    for name in take:
        names[name] = joined[f"{name}_other" if name in left.columns else name]
    return joined.select(**names)


def flag(left: Table, right: Table, on: Sequence[str], name: str) -> Table:
    """Add the boolean ``name``: whether ``right`` has a row with the same ``on``; empty equals empty."""
    marked = right.select(*on).distinct().mutate(**{name: ibis.literal(True)})
    added = lookup(left, marked, on, (name,))
    return added.mutate(**{name: added[name].fill_null(False)})


def only(left: Table, right: Table, on: Sequence[str]) -> Table:
    """Keep the rows of ``left`` that have a partner in ``right``; empty equals empty."""
    return left.semi_join(right, same(left, right, on))


def without(left: Table, right: Table, on: Sequence[str]) -> Table:
    """Keep the rows of ``left`` that have no partner in ``right``; empty equals empty."""
    return left.anti_join(right, same(left, right, on))


def signed(amount: Value, debet_credit: Value) -> Value:
    """Return an amount in cents with its sign: a credit is negative."""
    return ibis.cases((debet_credit == "C", -amount), else_=amount)
