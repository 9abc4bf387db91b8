"""Fact table ``realisatie``: costs and income as booked."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import GEMEENTE, bekend_vanaf

_SOURCE = "realisatie:"

TABLE = Table(
    name="realisatie",
    grain="Eén regel uit de financiële administratie: een taakveld in een maand, zoals aangeleverd.",
    key=("gemeente", "aanlevering", "regel"),
    caveats=(
        "Per gemeente en maand geldt de nieuwste aanlevering in haar geheel.",
        "Bij een berekening zoals het vroeger bekend was tellen alleen de regels die toen waren geboekt.",
    ),
    columns=(
        GEMEENTE,
        Column("jaar", "int64", "Het boekjaar.", nullable=False, lineage=(f"{_SOURCE}jaar",)),
        Column("maand", "int64", "De maand, 1 tot en met 12.", nullable=False, lineage=(f"{_SOURCE}maand",)),
        Column("taakveld", "string", "Het taakveld (Iv3).", nullable=False, lineage=(f"{_SOURCE}taakveld",)),
        Column("lasten_cent", "int64", "De lasten (bruto).", unit="cent", lineage=(f"{_SOURCE}lasten",)),
        Column("baten_cent", "int64", "De baten.", unit="cent", lineage=(f"{_SOURCE}baten",)),
        Column("boekdatum", "date", "De dag van boeking.", lineage=(f"{_SOURCE}boekdatum",)),
        Column(
            "bijgewerkt_tot",
            "date",
            "Tot welke dag de administratie was bijgewerkt toen de tabel werd gemaakt.",
            lineage=(f"{_SOURCE}bijgewerkt_tot",),
        ),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
        bekend_vanaf("Sinds wanneer de regel bekend is: de dag van boeking."),
    ),
)
