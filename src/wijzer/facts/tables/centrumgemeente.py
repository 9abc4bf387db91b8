"""Fact table ``centrumgemeente``: what a centre municipality pays for a town."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, delivered

TABLE = delivered(
    "centrumgemeente",
    "centrumgemeente",
    ("gemeente", "jaar"),
    "Eén voorziening van de centrumgemeente in een jaar.",
    JAAR,
    Column(
        "voorziening",
        "string",
        "De voorziening.",
        nullable=False,
        values=(
            ("beschermd_wonen", "beschermd wonen"),
            ("maatschappelijke_opvang", "maatschappelijke opvang"),
            ("vrouwenopvang", "opvang bij huiselijk geweld"),
            ("verslavingszorg", "verslavingszorg"),
        ),
    ),
    Column(
        "clienten",
        "int64",
        "Hoeveel inwoners van de gemeente haar gebruikten.",
        unit="personen",
        nullable=False,
    ),
    Column("bedrag_cent", "int64", "Wat dat kostte. Leeg: niet bekend.", unit="cent"),
)
