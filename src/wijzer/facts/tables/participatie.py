"""Fact table ``participatie``: how many people work and income supports, under any of its laws."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, MAAND, REGELING, delivered

TABLE = delivered(
    "participatie",
    "participatie",
    ("gemeente", "jaar", "maand", "regeling"),
    "Eén regeling in een maand.",
    JAAR,
    MAAND,
    Column("regeling", "string", "De regeling.", nullable=False, values=REGELING),
    Column("personen", "int64", "Hoeveel mensen de regeling hebben.", unit="personen", nullable=False),
    Column("huishoudens", "int64", "Hoeveel huishoudens dat zijn. Leeg: niet bekend.", unit="huishoudens"),
    Column("bedrag_cent", "int64", "Wat er in de maand is uitgegeven. Leeg: niet bekend.", unit="cent"),
    caveats=("Wie twee regelingen heeft, telt bij beide.",),
)
