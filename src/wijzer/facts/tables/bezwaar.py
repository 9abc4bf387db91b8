"""Fact table ``bezwaar``: objections against decisions."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET
from wijzer.facts.tables.delivered import GEGROND, delivered

TABLE = delivered(
    "bezwaar",
    "bezwaren",
    ("gemeente", "wet"),
    "Eén bezwaar tegen een besluit.",
    Column(
        "bezwaarnummer",
        "string",
        "Het nummer van het bezwaar bij de gemeente.",
        nullable=False,
        personal=True,
    ),
    WET,
    Column("ontvangen_op", "date", "De dag waarop het bezwaar is ontvangen.", nullable=False),
    Column(
        "commissie",
        "boolean",
        "Of een commissie advies geeft. Dan is de termijn twaalf weken, anders zes.",
        nullable=False,
    ),
    Column("verdaagd", "boolean", "Of het besluit is verdaagd. Dan komen er zes weken bij.", nullable=False),
    Column("besluit_op", "date", "De dag van het besluit op het bezwaar. Leeg: er is geen besluit."),
    Column(
        "uitkomst",
        "string",
        "Hoe het afliep.",
        nullable=False,
        values=(
            *GEGROND,
            ("niet_ontvankelijk", "niet inhoudelijk beoordeeld"),
            ("ingetrokken", "ingetrokken"),
            ("open", "nog niet afgehandeld"),
        ),
    ),
    caveats=("Een rij gaat over één persoon, ook al staat niet wie het is. Alleen voor bevoegde mensen.",),
)
