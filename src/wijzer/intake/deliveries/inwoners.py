"""How many people live where, by age and sex."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, STAND_OP, date_column, optional
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

INWONERS = Delivery(
    name="inwoners",
    title="Inwoners",
    purpose="Aantallen inwoners per buurt, leeftijd en geslacht, om naar verhouding te kunnen tellen.",
    asked_of="Burgerzaken of onderzoek, of CBS StatLine.",
    columns=(
        GEMEENTE,
        date_column("peildatum", "De dag waarop is geteld.", "01-01-2022"),
        Column("wijk", "text", "Code of naam van de wijk.", "WK029300", required=False),
        Column("buurt", "text", "Code of naam van de buurt.", "BU02930001", required=False),
        Column(
            "leeftijd",
            "integer",
            "Leeftijd in jaren, of de laagste leeftijd van de klasse. Leeg: alle leeftijden.",
            "65",
            required=False,
            lowest=0,
            highest=125,
        ),
        optional(
            Column(
                "geslacht",
                "choice",
                "Geslacht volgens de standaard. Leeg: samen.",
                "2",
                choices=(Choice("0", "onbekend"), Choice("1", "man"), Choice("2", "vrouw")),
            )
        ),
        Column("aantal", "integer", "Aantal inwoners.", "112", lowest=0),
        STAND_OP,
    ),
    key=("gemeente", "peildatum", "wijk", "buurt", "leeftijd", "geslacht"),
    replaces=("gemeente", "peildatum"),
    known_since="stand_op",
)
