"""How many people wait on a day, at the door and for a provider."""

from __future__ import annotations

from dataclasses import replace

from wijzer.intake.deliveries.common import AANBIEDER, GEMEENTE, STAND_OP, WET, count, date_column
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

WACHTLIJST = Delivery(
    name="wachtlijst",
    title="Wachtlijst",
    purpose="Hoeveel mensen op een dag wachten: bij de toegang, of op een aanbieder.",
    asked_of="De toegang, contractmanagement, of de aanbieders zelf.",
    columns=(
        GEMEENTE,
        date_column("peildatum", "De dag waarop is geteld.", "31-03-2022"),
        WET,
        Column(
            "waar",
            "choice",
            "Waar de mensen op wachten.",
            "aanbieder",
            choices=(
                Choice("toegang", "op een gesprek of een besluit bij de toegang"),
                Choice("aanbieder", "op het begin van de hulp bij een aanbieder"),
            ),
        ),
        Column(
            "voorziening",
            "name",
            "De voorziening, in de woorden van de gemeente. Leeg: niet uitgesplitst.",
            "Begeleiding individueel",
            required=False,
        ),
        replace(
            AANBIEDER,
            required=False,
            meaning="AGB-code van de aanbieder. Leeg: niet uitgesplitst, of de toegang.",
        ),
        count("wachtenden", "Hoeveel mensen wachten.", "14"),
        count("langer_dan_norm", "Hoeveel van hen al langer wachten dan de norm.", "5"),
        STAND_OP,
    ),
    key=("gemeente", "peildatum", "wet", "waar", "voorziening", "aanbieder"),
    replaces=("gemeente", "peildatum", "wet"),
    known_since="stand_op",
    ordered=(
        ("peildatum", "stand_op"),
        ("langer_dan_norm", "wachtenden"),
    ),
)
