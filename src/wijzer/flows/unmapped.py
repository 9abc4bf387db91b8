"""Products without meaning: codes in messages that the table ``producten`` does not know, by money."""

from __future__ import annotations

from dataclasses import dataclass

import ibis

from wijzer.flows import facts as fact_flow
from wijzer.flows.workspace import Workspace


@dataclass(frozen=True)
class UnmappedProduct:
    """An unknown product: the money declared and not refused (cents), and the toewijzingen that name it."""

    gemeente: str
    wet: str
    product_categorie: str | None
    product_code: str | None
    cents: int
    assignments: int

    @property
    def name(self) -> str:
        """The law, category and code, as far as the messages gave them."""
        return f"{self.wet} {self.product_categorie or 'geen categorie'}/{self.product_code or 'geen code'}"


def unmapped_products(workspace: Workspace) -> list[UnmappedProduct]:
    """List the products without meaning, those with the most money (granted or waiting) first."""
    keys = ["gemeente", "wet", "product_categorie", "product_code"]
    with fact_flow.opened(workspace) as facts:
        declared, assigned = facts["prestatie"], facts["toewijzing"]
        money = declared.filter(~declared.product_bekend, declared.status.isin(["toegekend", "wacht"]))
        given = assigned.filter(~assigned.product_bekend, ~assigned.verwijderd)
        both = ibis.union(
            money.select(*keys, cents=money.bedrag_cent, given=ibis.literal(0, "int64")),
            given.select(*keys, cents=ibis.literal(0, "int64"), given=ibis.literal(1, "int64")),
        )
        totals = both.group_by(keys).agg(cents=both.cents.sum(), given=both.given.sum())
        ordered = totals.order_by([ibis.desc("cents"), ibis.desc("given"), *keys])
        found = ordered.to_pyarrow().to_pylist()
    return [
        UnmappedProduct(
            row["gemeente"],
            row["wet"],
            row["product_categorie"],
            row["product_code"],
            row["cents"] or 0,
            row["given"] or 0,
        )
        for row in found
    ]
