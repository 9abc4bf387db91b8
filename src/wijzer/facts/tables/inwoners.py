"""Fact table ``inwoners``: how many people live where."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import GEMEENTE, bekend_vanaf

_SOURCE = "inwoners:"

TABLE = Table(
    name="inwoners",
    grain="Eén groep inwoners op een peildatum: een buurt, een leeftijd en een geslacht.",
    key=("gemeente", "aanlevering", "regel"),
    caveats=(
        "Per gemeente en peildatum geldt de nieuwste aanlevering in haar geheel.",
        "Het CBS rondt aantallen per wijk en buurt af op vijf; delen tellen daarom niet precies op.",
    ),
    columns=(
        GEMEENTE,
        Column(
            "peildatum", "date", "De dag van de telling.", nullable=False, lineage=(f"{_SOURCE}peildatum",)
        ),
        Column("wijk", "string", "De wijk.", lineage=(f"{_SOURCE}wijk",)),
        Column("buurt", "string", "De buurt.", lineage=(f"{_SOURCE}buurt",)),
        Column(
            "leeftijd",
            "int64",
            "De leeftijd, of het begin van de leeftijdsgroep.",
            unit="jaren",
            lineage=(f"{_SOURCE}leeftijd",),
        ),
        Column("geslacht", "string", "Het geslacht.", lineage=(f"{_SOURCE}geslacht",)),
        Column("aantal", "int64", "Het aantal inwoners.", unit="personen", lineage=(f"{_SOURCE}aantal",)),
        Column("aanlevering", "string", "De tabel waar de regel uit komt: het begin van de controlewaarde."),
        Column("regel", "int64", "De plaats van de regel in de tabel."),
        bekend_vanaf("Sinds wanneer de telling bekend is: de dag waarop de lijst is gemaakt."),
    ),
)
