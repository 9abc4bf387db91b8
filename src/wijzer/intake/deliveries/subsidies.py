"""Subsidies and contracts for a fixed sum."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP, TAAKVELD
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

SUBSIDIES = Delivery(
    name="subsidies",
    title="Subsidies en vaste bedragen",
    purpose="Subsidies, en contracten met een vast bedrag in plaats van een prijs per uur.",
    asked_of="Subsidies en inkoop, of financiën.",
    columns=(
        GEMEENTE,
        JAAR,
        Column(
            "soort",
            "choice",
            "Subsidie of contract.",
            "subsidie",
            choices=(
                Choice("subsidie", "een subsidie"),
                Choice("lumpsum", "een contract met een vast bedrag"),
            ),
        ),
        Column(
            "ontvanger", "name", "Naam van de organisatie; nooit die van een persoon.", "Stichting Welzijn"
        ),
        Column("doel", "name", "Waar het bedrag voor is.", "Ontmoeting ouderen"),
        TAAKVELD,
        Column("bedrag", "money", "Het bedrag in euro.", "45.000,00"),
        Column("vastgesteld", "yesno", "Is het bedrag definitief vastgesteld?", "nee"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "soort", "ontvanger", "doel", "taakveld"),
    replaces=("gemeente", "jaar"),
    known_since="stand_op",
)
