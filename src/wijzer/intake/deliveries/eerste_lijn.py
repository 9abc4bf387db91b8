"""Contacts of the first line: practice nurses, school social work, youth coaches."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, KWARTAAL, STAND_OP, count
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

EERSTE_LIJN = Delivery(
    name="eerste_lijn",
    title="Eerste lijn",
    purpose="Contacten en doorverwijzingen van de eerste lijn, zoals de POH-jeugd bij de huisarts.",
    asked_of="De huisartsen en de organisaties voor maatschappelijk werk en jongerenwerk.",
    columns=(
        GEMEENTE,
        JAAR,
        KWARTAAL,
        Column(
            "soort",
            "choice",
            "Wat voor hulp het is.",
            "poh_jeugd",
            choices=(
                Choice("poh_jeugd", "praktijkondersteuner jeugd bij de huisarts"),
                Choice("poh_ggz", "praktijkondersteuner ggz bij de huisarts"),
                Choice("schoolmaatschappelijk_werk", "maatschappelijk werk op school"),
                Choice("maatschappelijk_werk", "algemeen maatschappelijk werk"),
                Choice("jongerencoach", "jongerencoach"),
            ),
        ),
        count("contacten", "Hoeveel gesprekken er waren.", "180"),
        count("clienten", "Hoeveel cliënten er hulp kregen.", "62"),
        count("doorverwezen", "Hoeveel van hen naar andere hulp zijn verwezen.", "9"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "kwartaal", "soort"),
    replaces=("gemeente", "jaar", "kwartaal", "soort"),
    known_since="stand_op",
    ordered=(("doorverwezen", "clienten"),),
)
