"""Requests of providers for a toewijzing, from a former registration."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    ANY_CATEGORIE,
    ANY_PRODUCT,
    BSN,
    EENHEID,
    EXPORTDATUM,
    FREQUENTIE,
    GEMEENTE,
    VOLUME,
    WET,
    date_column,
    optional,
)
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

HISTORIE_VERZOEKEN = Delivery(
    name="historie_verzoeken",
    title="Historie: verzoeken",
    purpose="Verzoeken om een toewijzing uit de vorige registratie, met de verwijzer en het antwoord.",
    asked_of="Functioneel beheer van de vorige registratie.",
    columns=(
        GEMEENTE,
        WET,
        BSN,
        AANBIEDER,
        Column("referentie_aanbieder", "text", "Referentie van de aanbieder bij het verzoek.", "VZ-2019-031"),
        Column(
            "verwijzer_type",
            "choice",
            "Wie verwees, volgens de standaard.",
            "02",
            required=False,
            pad=2,
            choices=(
                Choice("01", "gemeente"),
                Choice("02", "huisarts"),
                Choice("03", "jeugdarts"),
                Choice("04", "gecertificeerde instelling"),
                Choice("05", "medisch specialist"),
                Choice("06", "zelfverwijzer of geen verwijzer"),
                Choice("08", "rechter, officier van justitie of justitiële jeugdinrichting"),
            ),
        ),
        ANY_CATEGORIE,
        ANY_PRODUCT,
        date_column("gewenste_ingangsdatum", "Gevraagde eerste dag.", "01-05-2019", required=False),
        date_column("gewenste_einddatum", "Gevraagde laatste dag.", "", required=False),
        VOLUME,
        optional(EENHEID),
        optional(FREQUENTIE),
        date_column("ontvangen_op", "De dag waarop het verzoek binnenkwam.", "12-04-2019"),
        date_column(
            "beantwoord_op", "De dag van het antwoord. Leeg als het open staat.", "18-04-2019", required=False
        ),
        Column(
            "antwoord",
            "choice",
            "Het antwoord van de gemeente.",
            "toewijzing",
            choices=(
                Choice("toewijzing", "er is toegewezen"),
                Choice("afwijzing", "het verzoek is afgewezen"),
                Choice("in_onderzoek", "het verzoek wordt onderzocht"),
                Choice("open", "nog geen antwoord"),
            ),
        ),
        EXPORTDATUM,
    ),
    key=("gemeente", "wet", "aanbieder", "referentie_aanbieder", "product_categorie", "product_code"),
    replaces=("gemeente", "wet"),
    known_since="exportdatum",
    ordered=(("gewenste_ingangsdatum", "gewenste_einddatum"), ("ontvangen_op", "beantwoord_op")),
)
