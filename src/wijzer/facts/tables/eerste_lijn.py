"""Fact table ``eerste_lijn``: contacts of the first line."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, KWARTAAL, delivered

TABLE = delivered(
    "eerste_lijn",
    "eerste_lijn",
    ("gemeente", "jaar", "kwartaal", "soort"),
    "Eén soort hulp in de eerste lijn, in een kwartaal.",
    JAAR,
    KWARTAAL,
    Column(
        "soort",
        "string",
        "Wat voor hulp het is.",
        nullable=False,
        values=(
            ("poh_jeugd", "praktijkondersteuner jeugd bij de huisarts"),
            ("poh_ggz", "praktijkondersteuner ggz bij de huisarts"),
            ("schoolmaatschappelijk_werk", "maatschappelijk werk op school"),
            ("maatschappelijk_werk", "algemeen maatschappelijk werk"),
            ("jongerencoach", "jongerencoach"),
        ),
    ),
    Column("contacten", "int64", "Hoeveel gesprekken er waren.", unit="contacten", nullable=False),
    Column("clienten", "int64", "Hoeveel cliënten er hulp kregen.", unit="personen", nullable=False),
    Column(
        "doorverwezen",
        "int64",
        "Hoeveel van hen naar andere hulp zijn verwezen.",
        unit="personen",
        nullable=False,
    ),
)
