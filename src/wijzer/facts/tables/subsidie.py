"""Fact table ``subsidie``: subsidies and contracts for a fixed sum."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "subsidie",
    "subsidies",
    ("gemeente", "jaar"),
    "Eén bedrag aan een organisatie voor een doel, in een jaar.",
    JAAR,
    Column(
        "soort",
        "string",
        "Subsidie of contract.",
        nullable=False,
        values=(
            ("subsidie", "een subsidie"),
            ("lumpsum", "een contract met een vast bedrag"),
        ),
    ),
    Column("ontvanger", "string", "De organisatie die het bedrag krijgt.", nullable=False),
    Column("doel", "string", "Waar het bedrag voor is.", nullable=False),
    Column("taakveld", "string", "Het taakveld (Iv3).", nullable=False),
    Column("bedrag_cent", "int64", "Het bedrag.", unit="cent", nullable=False),
    Column("vastgesteld", "boolean", "Of het bedrag definitief is vastgesteld.", nullable=False),
    caveats=("Deze bedragen zitten ook in de realisatie van het taakveld: niet bij elkaar optellen.",),
)
