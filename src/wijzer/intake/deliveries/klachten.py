"""Complaints about the town or a provider."""

from __future__ import annotations

from dataclasses import replace

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    GEGROND,
    GEMEENTE,
    STAND_OP,
    WET,
    case_number,
    date_column,
)
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, Demand

KLACHTEN = Delivery(
    name="klachten",
    title="Klachten",
    purpose="Klachten over de toegang of over een aanbieder, en hoe zij zijn afgehandeld.",
    asked_of="De klachtencoördinator, of contractmanagement.",
    columns=(
        GEMEENTE,
        case_number("klachtnummer", "Nummer van de klacht, uniek per wet.", "K-2022-008"),
        WET,
        Column(
            "onderwerp",
            "choice",
            "Waar de klacht over gaat.",
            "wachttijd",
            choices=(
                Choice("toegang", "hoe het gaat bij de toegang"),
                Choice("wachttijd", "te lang wachten"),
                Choice("bejegening", "hoe iemand is behandeld"),
                Choice("kwaliteit", "de kwaliteit van de hulp"),
                Choice("vervoer", "het vervoer"),
                Choice("anders", "iets anders"),
            ),
        ),
        replace(
            AANBIEDER,
            required=False,
            meaning="AGB-code van de aanbieder. Leeg: de klacht gaat over de gemeente.",
        ),
        date_column("ontvangen_op", "De dag waarop de klacht is ontvangen.", "02-05-2022"),
        date_column(
            "afgehandeld_op",
            "De dag waarop de klacht is afgehandeld. Leeg: nog niet.",
            "23-05-2022",
            required=False,
        ),
        Column(
            "uitkomst",
            "choice",
            "Hoe het afliep.",
            "opgelost",
            choices=(
                *GEGROND,
                Choice("opgelost", "in overleg opgelost, zonder oordeel"),
                Choice("ingetrokken", "ingetrokken"),
                Choice("open", "nog niet afgehandeld"),
            ),
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "klachtnummer"),
    replaces=("gemeente", "wet"),
    known_since="stand_op",
    ordered=(("ontvangen_op", "afgehandeld_op", "stand_op"),),
    demands=(
        Demand("uitkomst", ("open",), "afgehandeld_op", filled=False),
        Demand(
            "uitkomst", ("gegrond", "deels_gegrond", "ongegrond", "opgelost"), "afgehandeld_op", filled=True
        ),
    ),
)
