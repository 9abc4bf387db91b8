"""Fact table ``clientervaring``: answers in the yearly survey, counted and weighted."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "clientervaring",
    "clientervaring",
    ("gemeente", "jaar", "wet"),
    "Eén antwoord op één vraag in het onderzoek van een jaar.",
    JAAR,
    WET,
    Column(
        "onderwerp",
        "string",
        "Waar de vraag over gaat.",
        nullable=False,
        values=(
            ("huishoudelijke_ondersteuning", "de hulp bij het huishouden"),
            ("kwaliteit_van_zorg", "de kwaliteit van de zorg"),
            ("kwaliteit_van_hulpverleners", "de kwaliteit van de hulpverleners"),
            ("toegang", "hoe het gaat bij de toegang"),
            ("effect", "wat de hulp doet voor het leven van de cliënt"),
        ),
    ),
    Column("vraag", "string", "De vraag, zoals die is gesteld.", nullable=False),
    Column("antwoord", "string", "Het antwoord uit de lijst van antwoorden.", nullable=False),
    Column("positief", "boolean", "Of het een goed oordeel is. Leeg: het antwoord telt niet mee."),
    Column("aantal", "int64", "Hoeveel cliënten dit antwoord gaven.", unit="personen", nullable=False),
    Column(
        "gewogen_aantal",
        "float64",
        "Het aantal na weging.",
        unit="personen",
        nullable=False,
        caveat="Weging maakt groepen die weinig invulden zo zwaar als zij onder cliënten zijn.",
    ),
    Column(
        "uitgenodigd",
        "int64",
        "Hoeveel cliënten een vragenlijst kregen, in het hele onderzoek.",
        unit="personen",
        nullable=False,
    ),
    Column(
        "ingevuld",
        "int64",
        "Hoeveel cliënten de vragenlijst invulden, in het hele onderzoek.",
        unit="personen",
        nullable=False,
        caveat="Op elke rij hetzelfde: niet optellen.",
    ),
)
