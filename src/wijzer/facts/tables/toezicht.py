"""Fact table ``toezicht``: visits of supervision to providers."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "toezicht",
    "toezicht",
    ("gemeente", "jaar"),
    "Eén bezoek van de toezichthouder aan een aanbieder.",
    JAAR,
    Column("aanbieder", "string", "De aanbieder: de AGB-code.", nullable=False),
    Column("bezocht_op", "date", "De dag van het bezoek.", nullable=False),
    Column(
        "onderwerp",
        "string",
        "Waar het bezoek over ging.",
        nullable=False,
        values=(
            ("kwaliteit", "de kwaliteit van de zorg"),
            ("rechtmatigheid", "of de zorg klopt met wat is gedeclareerd"),
        ),
    ),
    Column("eisen", "int64", "Hoeveel eisen zijn bekeken.", unit="eisen", nullable=False),
    Column("eisen_voldaan", "int64", "Aan hoeveel daarvan is voldaan.", unit="eisen", nullable=False),
)
