"""Fact table ``algemene_voorziening``: general provisions that the town pays."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, KWARTAAL, delivered

TABLE = delivered(
    "algemene_voorziening",
    "algemene_voorzieningen",
    ("gemeente", "jaar", "kwartaal"),
    "Eén algemene voorziening in een kwartaal.",
    JAAR,
    KWARTAAL,
    Column("voorziening", "string", "De naam van de voorziening.", nullable=False),
    Column("gebruikers", "int64", "Hoeveel inwoners haar gebruikten.", unit="personen", nullable=False),
    Column("kosten_cent", "int64", "Wat zij in het kwartaal kostte. Leeg: niet bekend.", unit="cent"),
    caveats=("Wie twee voorzieningen gebruikt, telt bij beide.",),
)
