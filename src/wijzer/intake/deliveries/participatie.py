"""How many people work and income and debt counselling support, per month."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, MAAND, REGELING, STAND_OP, count
from wijzer.intake.deliveries.declaration import Column, Delivery

PARTICIPATIE = Delivery(
    name="participatie",
    title="Participatie",
    purpose="Hoeveel mensen bijstand, werk met steun of schuldhulp hebben, per maand en regeling.",
    asked_of="Werk en inkomen, of de uitvoerder waar de gemeente dat aan overlaat.",
    columns=(
        GEMEENTE,
        JAAR,
        MAAND,
        Column("regeling", "choice", "De regeling.", "bijstand", choices=REGELING),
        count("personen", "Hoeveel mensen de regeling hebben.", "410"),
        count("huishoudens", "Hoeveel huishoudens dat zijn. Leeg: niet bekend.", "352", required=False),
        Column(
            "bedrag",
            "money",
            "Wat er in de maand is uitgegeven, in euro. Leeg: niet bekend.",
            "498.250,00",
            required=False,
            lowest=0,
        ),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "maand", "regeling"),
    replaces=("gemeente", "jaar", "maand", "regeling"),
    known_since="stand_op",
    ordered=(("huishoudens", "personen"),),
)
