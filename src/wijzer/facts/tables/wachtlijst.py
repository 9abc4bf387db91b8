"""Fact table ``wachtlijst``: how many people wait on a day."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import WET
from wijzer.facts.tables.delivered import delivered

TABLE = delivered(
    "wachtlijst",
    "wachtlijst",
    ("gemeente", "peildatum", "wet"),
    "Eén groep mensen die op een peildatum wacht.",
    Column("peildatum", "date", "De dag van de telling.", nullable=False),
    WET,
    Column(
        "waar",
        "string",
        "Waar de mensen op wachten.",
        nullable=False,
        values=(
            ("toegang", "op een gesprek of een besluit bij de toegang"),
            ("aanbieder", "op het begin van de hulp bij een aanbieder"),
        ),
    ),
    Column("voorziening", "string", "De voorziening. Leeg: niet uitgesplitst."),
    Column("aanbieder", "string", "De aanbieder: de AGB-code. Leeg: niet uitgesplitst, of de toegang."),
    Column("wachtenden", "int64", "Hoeveel mensen wachten.", unit="personen", nullable=False),
    Column(
        "langer_dan_norm",
        "int64",
        "Hoeveel van hen al langer wachten dan de norm.",
        unit="personen",
        nullable=False,
    ),
    caveats=(
        "Wie op twee voorzieningen wacht, telt bij beide.",
        "Rijen tellen op: er is geen rij met een totaal.",
    ),
)
