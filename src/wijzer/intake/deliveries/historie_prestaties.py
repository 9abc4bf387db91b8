"""Declared lines from a former registration."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    ANY_PRODUCT,
    BSN,
    EENHEID,
    EXPORTDATUM,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    TOEWIJZINGNUMMER,
    VOLUME,
    WET,
    date_column,
    optional,
)
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

HISTORIE_PRESTATIES = Delivery(
    name="historie_prestaties",
    title="Historie: prestaties",
    purpose="Gedeclareerde regels uit de vorige registratie, met het bedrag en of het is toegekend.",
    asked_of="Functioneel beheer van de vorige registratie, of financiën.",
    columns=(
        GEMEENTE,
        WET,
        BSN,
        AANBIEDER,
        Column("referentienummer", "text", "Nummer van de regel, uniek per aanbieder.", "R-2019-00017"),
        optional(TOEWIJZINGNUMMER),
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        date_column("periode_begin", "Eerste dag waarover is gedeclareerd.", "01-04-2019"),
        date_column("periode_eind", "Laatste dag waarover is gedeclareerd.", "30-04-2019"),
        VOLUME,
        optional(EENHEID),
        Column("bedrag", "money", "Bedrag in euro; een creditregel is negatief.", "342,00"),
        Column(
            "status",
            "choice",
            "Wat er met de regel is gebeurd.",
            "toegekend",
            choices=(
                Choice("toegekend", "de gemeente heeft de regel toegekend"),
                Choice("geweigerd", "de gemeente heeft de regel geweigerd"),
                Choice("wacht", "nog niet beoordeeld"),
            ),
        ),
        EXPORTDATUM,
    ),
    key=("gemeente", "wet", "aanbieder", "referentienummer"),
    replaces=("gemeente", "wet"),
    known_since="exportdatum",
    ordered=(("periode_begin", "periode_eind"),),
)
