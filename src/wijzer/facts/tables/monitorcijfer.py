"""Fact table ``monitorcijfer``: figures that a monitor published."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "monitorcijfer",
    "monitorcijfers",
    ("gemeente", "jaar", "cijfer"),
    "Eén gepubliceerd cijfer over een jaar.",
    JAAR,
    Column("cijfer", "string", "De code van het cijfer.", nullable=False),
    Column("waarde", "float64", "De waarde.", nullable=False),
    Column(
        "eenheid",
        "string",
        "De eenheid van de waarde.",
        nullable=False,
        values=(
            ("procent", "procent"),
            ("promille", "per duizend"),
            ("aantal", "aantal"),
            ("score", "score of rapportcijfer"),
            ("euro", "euro"),
            ("dagen", "dagen"),
        ),
    ),
    Column("bron", "string", "Wie het cijfer publiceerde, en waar.", nullable=False),
    caveats=("Het cijfer is elders al gepubliceerd; Wijzer kan het niet narekenen.",),
)
