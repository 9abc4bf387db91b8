"""Which provider may deliver which product, from when to when, with a ceiling if there is one."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    ANY_PRODUCT,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    STAND_OP,
    WET,
    date_column,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

CONTRACTEN = Delivery(
    name="contracten",
    title="Contracten",
    purpose="Welke aanbieder welk product mag leveren, van wanneer tot wanneer, en tot welk bedrag.",
    asked_of="Inkoop of contractmanagement.",
    columns=(
        GEMEENTE,
        WET,
        AANBIEDER,
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        date_column("van", "Eerste dag van het contract.", "01-01-2022"),
        date_column(
            "tot", "Laatste dag van het contract. Leeg als dat open is.", "31-12-2023", required=False
        ),
        Column(
            "plafond",
            "money",
            "Hoogste bedrag per jaar in euro. Leeg als er geen is.",
            "250.000,00",
            required=False,
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "aanbieder", "product_categorie", "product_code", "van"),
    replaces=("gemeente",),
    known_since="stand_op",
    ordered=(("van", "tot"),),
)
