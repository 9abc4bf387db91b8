"""The budget per taakveld and year, by version with the council decision that set it."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, TAAKVELD, date_column
from wijzer.intake.deliveries.declaration import Column, Delivery

BEGROTING = Delivery(
    name="begroting",
    title="Begroting",
    purpose="De begrote lasten en baten per taakveld en jaar, per versie met het besluit van de raad.",
    asked_of="Financiën.",
    columns=(
        GEMEENTE,
        JAAR,
        Column(
            "versie",
            "code",
            "primair voor de vastgestelde begroting; wijziging 1, wijziging 2 … voor elke wijziging.",
            "primair",
            pattern=r"primair|wijziging [1-9][0-9]?",
            pattern_says="primair, of wijziging met een volgnummer, zoals wijziging 1",
        ),
        Column("besluit", "text", "Het besluit van de raad.", "Programmabegroting 2022"),
        date_column(
            "besluitdatum", "De dag van het besluit; vanaf die dag is deze versie bekend.", "10-11-2021"
        ),
        TAAKVELD,
        Column("lasten", "money", "Begrote lasten in euro.", "125.000,00"),
        Column("baten", "money", "Begrote baten in euro.", "0,00"),
    ),
    key=("gemeente", "jaar", "versie", "taakveld"),
    replaces=("gemeente", "jaar", "versie"),
    known_since="besluitdatum",
)
