"""What a product costs per unit, for all providers or for one."""

from __future__ import annotations

from dataclasses import replace

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    ANY_PRODUCT,
    EENHEID,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    STAND_OP,
    WET,
    date_column,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

TARIEVEN = Delivery(
    name="tarieven",
    title="Tarieven",
    purpose="Wat een product per eenheid kost, voor alle aanbieders of voor één.",
    asked_of="Inkoop of contractmanagement.",
    columns=(
        GEMEENTE,
        WET,
        replace(AANBIEDER, required=False, meaning="AGB-code van de aanbieder. Leeg: voor alle aanbieders."),
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        EENHEID,
        Column("tarief", "money", "Tarief per eenheid in euro.", "28,50"),
        date_column("van", "Eerste dag waarop het tarief geldt.", "01-01-2022"),
        date_column("tot", "Laatste dag waarop het tarief geldt. Leeg als dat open is.", "", required=False),
        STAND_OP,
    ),
    key=("gemeente", "wet", "aanbieder", "product_categorie", "product_code", "eenheid", "van"),
    replaces=("gemeente",),
    known_since="stand_op",
    ordered=(("van", "tot"),),
)
