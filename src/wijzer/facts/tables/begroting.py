"""Fact table ``begroting``: what the council decided to spend, by version."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import GEMEENTE

_SOURCE = "begroting:"

TABLE = Table(
    name="begroting",
    grain="Eén regel van een versie van de begroting: een taakveld in een jaar, zoals aangeleverd.",
    key=("gemeente", "aanlevering", "regel"),
    caveats=(
        "Een begroting heeft versies: de primaire begroting en elke wijziging daarvan met een besluit.",
        "Per gemeente, jaar en versie geldt de nieuwste aanlevering in haar geheel.",
        "Bij een berekening zoals het vroeger bekend was tellen alleen besluiten die toen genomen waren.",
    ),
    columns=(
        GEMEENTE,
        Column("jaar", "int64", "Het begrotingsjaar.", nullable=False, lineage=(f"{_SOURCE}jaar",)),
        Column("versie", "string", "De versie: primair, of een wijziging.", lineage=(f"{_SOURCE}versie",)),
        Column("besluit", "string", "Het besluit van de raad.", lineage=(f"{_SOURCE}besluit",)),
        Column("besluitdatum", "date", "De dag van het besluit.", lineage=(f"{_SOURCE}besluitdatum",)),
        Column("taakveld", "string", "Het taakveld (Iv3).", nullable=False, lineage=(f"{_SOURCE}taakveld",)),
        Column("lasten_cent", "int64", "De lasten (bruto).", unit="cent", lineage=(f"{_SOURCE}lasten",)),
        Column("baten_cent", "int64", "De baten.", unit="cent", lineage=(f"{_SOURCE}baten",)),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
    ),
)
