"""Incidents and calamities at providers, counted."""

from __future__ import annotations

from wijzer.intake.deliveries.common import AANBIEDER, GEMEENTE, JAAR, KWARTAAL, STAND_OP, count
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

INCIDENTEN = Delivery(
    name="incidenten",
    title="Incidenten",
    purpose="Incidenten en calamiteiten bij aanbieders, per kwartaal geteld.",
    asked_of="De toezichthouder en contractmanagement.",
    columns=(
        GEMEENTE,
        JAAR,
        KWARTAAL,
        AANBIEDER,
        Column(
            "ernst",
            "choice",
            "Hoe ernstig het was.",
            "licht",
            choices=(
                Choice("licht", "zonder blijvend gevolg"),
                Choice("ernstig", "met gevolg voor de cliënt"),
                Choice("calamiteit", "een calamiteit volgens de wet"),
            ),
        ),
        count("aantal", "Hoeveel er waren.", "2"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "kwartaal", "aanbieder", "ernst"),
    replaces=("gemeente", "jaar", "kwartaal"),
    known_since="stand_op",
)
