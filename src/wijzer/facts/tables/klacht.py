"""Fact table ``klacht``: complaints about the town or a provider."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET
from wijzer.facts.tables.delivered import GEGROND, delivered

TABLE = delivered(
    "klacht",
    "klachten",
    ("gemeente", "wet"),
    "Eén klacht.",
    Column(
        "klachtnummer", "string", "Het nummer van de klacht bij de gemeente.", nullable=False, personal=True
    ),
    WET,
    Column(
        "onderwerp",
        "string",
        "Waar de klacht over gaat.",
        nullable=False,
        values=(
            ("toegang", "hoe het gaat bij de toegang"),
            ("wachttijd", "te lang wachten"),
            ("bejegening", "hoe iemand is behandeld"),
            ("kwaliteit", "de kwaliteit van de hulp"),
            ("vervoer", "het vervoer"),
            ("anders", "iets anders"),
        ),
    ),
    Column("aanbieder", "string", "De aanbieder waar de klacht over gaat: de AGB-code. Leeg: de gemeente."),
    Column("ontvangen_op", "date", "De dag waarop de klacht is ontvangen.", nullable=False),
    Column("afgehandeld_op", "date", "De dag waarop de klacht is afgehandeld. Leeg: nog niet."),
    Column(
        "uitkomst",
        "string",
        "Hoe het afliep.",
        nullable=False,
        values=(
            *GEGROND,
            ("opgelost", "in overleg opgelost, zonder oordeel"),
            ("ingetrokken", "ingetrokken"),
            ("open", "nog niet afgehandeld"),
        ),
    ),
    caveats=("Een rij gaat over één persoon, ook al staat niet wie het is. Alleen voor bevoegde mensen.",),
)
