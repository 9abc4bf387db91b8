"""What a centre municipality pays for the inhabitants of a town."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP, count
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

CENTRUMGEMEENTE = Delivery(
    name="centrumgemeente",
    title="Centrumgemeente",
    purpose="Wat de centrumgemeente doet voor inwoners van de gemeente, zoals beschermd wonen.",
    asked_of="De centrumgemeente.",
    columns=(
        GEMEENTE,
        JAAR,
        Column(
            "voorziening",
            "choice",
            "De voorziening.",
            "beschermd_wonen",
            choices=(
                Choice("beschermd_wonen", "beschermd wonen"),
                Choice("maatschappelijke_opvang", "maatschappelijke opvang"),
                Choice("vrouwenopvang", "opvang bij huiselijk geweld"),
                Choice("verslavingszorg", "verslavingszorg"),
            ),
        ),
        count("clienten", "Hoeveel inwoners van de gemeente haar gebruikten.", "18"),
        Column(
            "bedrag",
            "money",
            "Wat dat kostte, in euro. Leeg: niet bekend.",
            "640.000,00",
            required=False,
            lowest=0,
        ),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "voorziening"),
    replaces=("gemeente", "jaar"),
    known_since="stand_op",
)
