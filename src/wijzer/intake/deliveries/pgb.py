"""Personal budgets: granted and spent."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    ANY_PRODUCT,
    BSN,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    STAND_OP,
    WET,
    date_column,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

PGB = Delivery(
    name="pgb",
    title="Pgb",
    purpose="Persoonsgebonden budgetten: wat is toegekend en wat is besteed.",
    asked_of="De pgb-administratie, met de gegevens van de SVB.",
    columns=(
        GEMEENTE,
        WET,
        BSN,
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        date_column("van", "Eerste dag van het budget.", "01-01-2022"),
        date_column("tot", "Laatste dag van het budget. Leeg als dat open is.", "31-12-2022", required=False),
        Column(
            "budget", "money", "Het toegekende budget over de hele periode, in euro.", "7.400,00", lowest=0
        ),
        Column(
            "besteed",
            "money",
            "Wat daarvan is besteed, in euro. Leeg: nog niet bekend.",
            "6.912,50",
            required=False,
            lowest=0,
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "bsn", "product_categorie", "product_code", "van"),
    replaces=("gemeente", "wet"),
    known_since="stand_op",
    ordered=(("van", "tot"),),
)
