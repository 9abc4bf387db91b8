"""Fact table ``pgb``: personal budgets, granted and spent."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET, client
from wijzer.facts.tables.delivered import delivered

TABLE = delivered(
    "pgb",
    "pgb",
    ("gemeente", "wet"),
    "Eén budget van een persoon voor een product, gedurende een periode.",
    WET,
    client("pgb:bsn"),
    Column("product_categorie", "string", "De productcategorie.", nullable=False),
    Column("product_code", "string", "De productcode. Leeg: alle producten van de categorie."),
    Column("van", "date", "De eerste dag van het budget.", nullable=False),
    Column("tot", "date", "De laatste dag van het budget. Leeg: open."),
    Column(
        "budget_cent", "int64", "Het toegekende budget over de hele periode.", unit="cent", nullable=False
    ),
    Column("besteed_cent", "int64", "Wat daarvan is besteed. Leeg: nog niet bekend.", unit="cent"),
)
