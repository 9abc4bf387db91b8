"""General provisions that the town pays: users and costs."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, KWARTAAL, STAND_OP, count
from wijzer.intake.deliveries.declaration import Column, Delivery

ALGEMENE_VOORZIENINGEN = Delivery(
    name="algemene_voorzieningen",
    title="Algemene voorzieningen",
    purpose="Gebruik en kosten van algemene voorzieningen die de gemeente betaalt.",
    asked_of="Beleid of subsidies, en de organisaties die de voorziening geven.",
    columns=(
        GEMEENTE,
        JAAR,
        KWARTAAL,
        Column("voorziening", "name", "Naam van de voorziening.", "Was- en strijkservice"),
        count("gebruikers", "Hoeveel inwoners haar gebruikten.", "85"),
        Column(
            "kosten",
            "money",
            "Wat zij in het kwartaal kostte, in euro. Leeg: niet bekend.",
            "21.300,00",
            required=False,
            lowest=0,
        ),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "kwartaal", "voorziening"),
    replaces=("gemeente", "jaar", "kwartaal"),
    known_since="stand_op",
)
