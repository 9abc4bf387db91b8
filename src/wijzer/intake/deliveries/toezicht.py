"""Visits of supervision to providers, with the demands that were met."""

from __future__ import annotations

from wijzer.intake.deliveries.common import AANBIEDER, GEMEENTE, JAAR, STAND_OP, count, date_column
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

TOEZICHT = Delivery(
    name="toezicht",
    title="Toezicht",
    purpose="Bezoeken van de toezichthouder aan aanbieders, en aan hoeveel eisen is voldaan.",
    asked_of="De toezichthouder Wmo en rechtmatigheid, bijvoorbeeld de GGD.",
    columns=(
        GEMEENTE,
        JAAR,
        AANBIEDER,
        date_column("bezocht_op", "De dag van het bezoek.", "14-06-2022"),
        Column(
            "onderwerp",
            "choice",
            "Waar het bezoek over ging.",
            "kwaliteit",
            choices=(
                Choice("kwaliteit", "de kwaliteit van de zorg"),
                Choice("rechtmatigheid", "of de zorg klopt met wat is gedeclareerd"),
            ),
        ),
        count("eisen", "Hoeveel eisen zijn bekeken.", "24"),
        count("eisen_voldaan", "Aan hoeveel daarvan is voldaan.", "21"),
        STAND_OP,
    ),
    key=("gemeente", "aanbieder", "bezocht_op", "onderwerp"),
    replaces=("gemeente", "jaar"),
    known_since="stand_op",
    ordered=(
        ("bezocht_op", "stand_op"),
        ("eisen_voldaan", "eisen"),
    ),
)
