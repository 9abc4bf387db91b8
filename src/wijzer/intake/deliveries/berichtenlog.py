"""The log of the exchange: when each message was sent and received."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, WET, date_column
from wijzer.intake.deliveries.declaration import Column, Delivery

BERICHTENLOG = Delivery(
    name="berichtenlog",
    title="Berichtenlog",
    purpose="Wanneer elk bericht is verzonden en ontvangen. Termijnen lopen vanaf de ontvangst.",
    asked_of="Het knooppunt of de leverancier van het berichtenverkeer (VECOZO, Inlichtingenbureau, suite).",
    columns=(
        GEMEENTE,
        WET,
        Column(
            "soort",
            "code",
            "Nummer van het bericht, zoals 301 of 323.",
            "323",
            pattern=r"30[1-8]|31[5-9]|32[035]",
            pattern_says="het nummer van een bericht, zoals 301 of 323",
        ),
        Column(
            "afzender",
            "code",
            "Wie het bericht stuurde: AGB-code (8 cijfers) of gemeentecode (4 cijfers).",
            "42420001",
            pattern=r"[0-9]{8}|[0-9]{4}",
            pattern_says="een AGB-code van acht of een gemeentecode van vier cijfers",
        ),
        Column(
            "identificatie", "text", "Identificatie van het bericht, zoals in de kop staat.", "DECL2022-001"
        ),
        date_column("verzonden_op", "De dag waarop het bericht is verzonden.", "03-05-2022", required=False),
        date_column("ontvangen_op", "De dag waarop het bericht is ontvangen.", "03-05-2022"),
    ),
    key=("gemeente", "wet", "soort", "afzender", "identificatie"),
    replaces=(),
    known_since="ontvangen_op",
    ordered=(("verzonden_op", "ontvangen_op"),),
)
