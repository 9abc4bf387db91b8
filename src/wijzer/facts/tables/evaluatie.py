"""Fact table ``evaluatie``: evaluations of a provision with the client."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET, client, toewijzingnummer
from wijzer.facts.tables.delivered import delivered

TABLE = delivered(
    "evaluatie",
    "evaluaties",
    ("gemeente", "wet"),
    "Eén geplande of gehouden evaluatie van een toewijzing.",
    WET,
    client("evaluaties:bsn"),
    toewijzingnummer(),
    Column("gepland_op", "date", "De dag waarop de evaluatie was gepland.", nullable=False),
    Column("gehouden_op", "date", "De dag waarop de evaluatie is gehouden. Leeg: niet gehouden."),
    Column(
        "uitkomst",
        "string",
        "Wat de evaluatie zei over de voorziening.",
        values=(
            ("doel_bereikt", "het doel is bereikt"),
            ("doorgaan", "doorgaan zoals het is"),
            ("minder", "doorgaan met minder"),
            ("meer", "doorgaan met meer"),
            ("stoppen", "stoppen zonder dat het doel is bereikt"),
        ),
    ),
)
