"""Places: the buurt and wijk of an address, by the list of the year in which the address became known."""

from __future__ import annotations

from collections.abc import Sequence

from ibis import Table

from wijzer.facts.folding.expressions import first, lookup, oldest, same


def with_buurt(table: Table, postcodes: Table, key: Sequence[str], since: str) -> Table:
    """Add buurt and wijk to rows with a ``plek``; ``key`` is unique and names the gemeente.

    The list of the year of ``since`` counts, or the nearest before it, or the first after; a place that
    is on no list stays without.
    """
    lists = postcodes.select(
        "gemeente", "plek", "jaar", "buurt", "wijk", lijst="aanlevering", lijst_regel="regel"
    )
    places = table.select(*key, "plek", sinds=table[since])
    joined = places.inner_join(lists, same(places, lists, ("gemeente", "plek")), rname="{name}_list")
    away = joined.sinds.year() - joined.jaar
    near = first(
        joined.select(*key, "buurt", "wijk", "lijst", "lijst_regel", later=away < 0, away=away.abs()),
        key,
        oldest("later", "away", "lijst", "lijst_regel"),
    )
    return lookup(table, near, key, ("buurt", "wijk"))
