"""Objections against decisions, with the terms that run."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEGROND, GEMEENTE, STAND_OP, WET, case_number, date_column
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, Demand

BEZWAREN = Delivery(
    name="bezwaren",
    title="Bezwaren",
    purpose="Bezwaren tegen besluiten, met de termijn en de uitkomst.",
    asked_of="Juridische zaken, of de commissie voor bezwaarschriften.",
    columns=(
        GEMEENTE,
        case_number("bezwaarnummer", "Nummer van het bezwaar, uniek per wet.", "BZ-2022-014"),
        WET,
        date_column("ontvangen_op", "De dag waarop het bezwaar is ontvangen.", "11-04-2022"),
        Column(
            "commissie",
            "yesno",
            "Geeft een commissie advies? Dan is de termijn twaalf weken, anders zes.",
            "nee",
        ),
        Column("verdaagd", "yesno", "Is het besluit verdaagd? Dan komen er zes weken bij.", "nee"),
        date_column(
            "besluit_op",
            "De dag van het besluit op het bezwaar. Leeg: nog niet.",
            "16-05-2022",
            required=False,
        ),
        Column(
            "uitkomst",
            "choice",
            "Hoe het afliep.",
            "ongegrond",
            choices=(
                *GEGROND,
                Choice("niet_ontvankelijk", "niet inhoudelijk beoordeeld"),
                Choice("ingetrokken", "ingetrokken"),
                Choice("open", "nog niet afgehandeld"),
            ),
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "bezwaarnummer"),
    replaces=("gemeente", "wet"),
    known_since="stand_op",
    ordered=(("ontvangen_op", "besluit_op", "stand_op"),),
    demands=(
        Demand("uitkomst", ("open",), "besluit_op", filled=False),
        Demand(
            "uitkomst",
            ("gegrond", "deels_gegrond", "ongegrond", "niet_ontvankelijk"),
            "besluit_op",
            filled=True,
        ),
    ),
)
