"""Fact table ``onderwijs``: pupils at risk of arrears, and places of early education."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "onderwijs",
    "onderwijs",
    ("gemeente", "jaar"),
    "Eén jaar in een gemeente.",
    JAAR,
    Column(
        "leerlingen",
        "int64",
        "Hoeveel leerlingen van de basisschool er zijn.",
        unit="personen",
        nullable=False,
    ),
    Column(
        "risico_achterstand",
        "int64",
        "Hoeveel van hen risico op een achterstand hebben.",
        unit="personen",
        nullable=False,
        caveat="Volgens de achterstandsscore van het CBS, of zoals de gemeente telt.",
    ),
    Column("vve_plaatsen", "int64", "Hoeveel plaatsen VVE er zijn.", unit="plaatsen", nullable=False),
    Column("vve_bezet", "int64", "Hoeveel plaatsen VVE bezet zijn.", unit="plaatsen", nullable=False),
)
