"""What each product code means: voorziening, sort of care, factor to hours, terreingebonden, taakveld."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    ANY_PRODUCT,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    STAND_OP,
    TAAKVELD,
    WET,
    date_column,
    optional,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

PRODUCTEN = Delivery(
    name="producten",
    title="Producten",
    purpose="Geeft elke productcode betekenis: welke voorziening het is, en hoe het in uren telt.",
    asked_of="Inkoop of contractmanagement, of de regio die de contracten sluit.",
    columns=(
        GEMEENTE,
        WET,
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        Column(
            "voorziening", "text", "De voorziening, in de woorden van de gemeente.", "Hulp bij het huishouden"
        ),
        Column(
            "zorgsoort",
            "text",
            "De soort zorg waar de voorziening onder valt.",
            "huishoudelijk",
            required=False,
        ),
        Column(
            "uren_per_eenheid",
            "decimal",
            "Hoeveel uren één eenheid is, bij stuks, etmalen of euro's. Leeg als omrekenen niet kan.",
            "1,5",
            required=False,
            lowest=0,
            highest=10_000,
        ),
        Column("huishoudelijk", "yesno", "Is dit hulp bij het huishouden?", "ja"),
        Column("terreingebonden", "yesno", "Is dit verblijf op het terrein van een instelling?", "nee"),
        optional(TAAKVELD),
        date_column("geldig_van", "Eerste dag waarop deze betekenis geldt.", "01-01-2019"),
        date_column(
            "geldig_tot", "Laatste dag waarop deze betekenis geldt. Leeg als dat open is.", "", required=False
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "product_categorie", "product_code", "geldig_van"),
    replaces=("gemeente",),
    known_since="stand_op",
    ordered=(("geldig_van", "geldig_tot"),),
)
