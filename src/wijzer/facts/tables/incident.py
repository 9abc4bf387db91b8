"""Fact table ``incident``: incidents and calamities at providers."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, KWARTAAL, delivered

TABLE = delivered(
    "incident",
    "incidenten",
    ("gemeente", "jaar", "kwartaal"),
    "Eén soort incident bij een aanbieder, in een kwartaal.",
    JAAR,
    KWARTAAL,
    Column("aanbieder", "string", "De aanbieder: de AGB-code.", nullable=False),
    Column(
        "ernst",
        "string",
        "Hoe ernstig het was.",
        nullable=False,
        values=(
            ("licht", "zonder blijvend gevolg"),
            ("ernstig", "met gevolg voor de cliënt"),
            ("calamiteit", "een calamiteit volgens de wet"),
        ),
    ),
    Column("aantal", "int64", "Hoeveel er waren.", unit="incidenten", nullable=False),
)
