"""Pupils at risk of arrears, and places of early education."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP, count
from wijzer.intake.deliveries.declaration import Delivery

ONDERWIJS = Delivery(
    name="onderwijs",
    title="Onderwijs",
    purpose="Leerlingen met risico op achterstand, en plaatsen in de voor- en vroegschoolse educatie (VVE).",
    asked_of="Onderwijsbeleid, of de open cijfers van CBS en DUO.",
    columns=(
        GEMEENTE,
        JAAR,
        count("leerlingen", "Hoeveel leerlingen van de basisschool er zijn.", "1250"),
        count("risico_achterstand", "Hoeveel van hen risico op een achterstand hebben.", "140"),
        count("vve_plaatsen", "Hoeveel plaatsen VVE er zijn.", "64"),
        count("vve_bezet", "Hoeveel plaatsen VVE bezet zijn.", "58"),
        STAND_OP,
    ),
    key=("gemeente", "jaar"),
    replaces=("gemeente", "jaar"),
    known_since="stand_op",
    ordered=(
        ("risico_achterstand", "leerlingen"),
        ("vve_bezet", "vve_plaatsen"),
    ),
)
