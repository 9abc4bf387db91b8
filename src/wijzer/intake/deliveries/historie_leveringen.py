"""Starts and stops of care from a former registration."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    AANBIEDER,
    ANY_PRODUCT,
    BSN,
    EXPORTDATUM,
    GEMEENTE,
    PRODUCT_CATEGORIE,
    TOEWIJZINGNUMMER,
    WET,
    date_column,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

HISTORIE_LEVERINGEN = Delivery(
    name="historie_leveringen",
    title="Historie: leveringen",
    purpose="Wanneer zorg begon en eindigde, uit de vorige registratie.",
    asked_of="Functioneel beheer van de vorige registratie.",
    columns=(
        GEMEENTE,
        WET,
        BSN,
        TOEWIJZINGNUMMER,
        AANBIEDER,
        PRODUCT_CATEGORIE,
        ANY_PRODUCT,
        date_column("begindatum", "Eerste dag van de zorg.", "04-03-2019"),
        date_column("einddatum", "Laatste dag van de zorg. Leeg als die nog loopt.", "", required=False),
        Column(
            "reden_beeindiging",
            "code",
            "Reden beëindiging: twee cijfers, volgens de standaard.",
            "",
            required=False,
            pattern=r"[0-9]{2}",
            pattern_says="een reden van twee cijfers",
            pad=2,
        ),
        EXPORTDATUM,
    ),
    key=("gemeente", "wet", "toewijzingnummer", "begindatum"),
    replaces=("gemeente", "wet"),
    known_since="exportdatum",
    ordered=(("begindatum", "einddatum"),),
)
