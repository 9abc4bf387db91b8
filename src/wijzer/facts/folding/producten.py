"""Products: what a code means in a gemeente on a day, by the newest list that the gemeente delivered."""

from __future__ import annotations

from collections.abc import Sequence

from ibis import Table, literal

from wijzer.facts.folding.expressions import first, lookup, newest, oldest, same

_KEY = ("gemeente", "wet", "product_categorie", "product_code")
_CATEGORY = _KEY[:3]


def with_meaning(table: Table, products: Table, day: str, take: Sequence[str]) -> Table:
    """Add to every row the meaning of its product on its own ``day``, and ``product_bekend``.

    ``take`` names the columns of the product table to add; they are empty when the list does not know the
    product on that day. A row without code means all products of the category that have no row of their own.
    When validities overlap, the meaning that began last holds.
    """
    asked = table.select(*_KEY, _dag=table[day]).distinct()
    joined = asked.inner_join(
        products,
        [
            *same(asked, products, _CATEGORY),
            products.product_code.isnull() | (products.product_code == asked.product_code),
            products.geldig_van.isnull() | (products.geldig_van <= asked._dag),
            products.geldig_tot.isnull() | (products.geldig_tot >= asked._dag),
        ],
        rname="{name}_product",
    )
    meaning = first(
        joined.select(
            *_KEY,
            "_dag",
            "geldig_van",
            "aanlevering",
            "regel",
            *take,
            hele_categorie=joined.product_code_product.isnull(),
        ),
        (*_KEY, "_dag"),
        [*oldest("hele_categorie"), *newest("geldig_van"), *oldest("aanlevering", "regel")],
    ).mutate(product_bekend=literal(True))
    found = lookup(table.mutate(_dag=table[day]), meaning, (*_KEY, "_dag"), (*take, "product_bekend"))
    return found.mutate(product_bekend=found.product_bekend.fill_null(False)).drop("_dag")
