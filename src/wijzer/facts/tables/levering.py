"""Fact table ``levering``: care that started, paused or stopped, as providers reported it."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import (
    AANBIEDER,
    BRON,
    GEMEENTE,
    PRODUCT_BEKEND,
    TERREINGEBONDEN,
    VOORZIENING,
    WET,
    bekend_vanaf,
    client,
    product,
    toewijzingnummer,
)

TABLE = Table(
    name="levering",
    grain="Eén periode van levering: van een start tot een stop, of tot nu als er geen stop is.",
    key=(
        "gemeente",
        "wet",
        "client",
        "aanbieder",
        "toewijzingnummer",
        "product_categorie",
        "product_code",
        "begindatum",
    ),
    rules=(
        "IV008",
        "OP033",
        "OP033x2",
        "CS058",
        "OP155",
        "OP378",
        "OP379",
        "TR413",
        "TR414",
        "TR415",
        "OP065",
    ),
    caveats=(
        "Een afgekeurde start of stop telt niet mee. Een verwijderde start of stop (status 3) evenmin, ook "
        "als hij uit de historie komt en na de export is verwijderd.",
        "Een start of stop met status 2 of 9 telt niet mee: die status mag niet (OP033x2).",
        "Reden 20 is een pauze. Na een pauze komt een nieuwe start of één definitieve stop. Komt de "
        "definitieve stop, dan eindigt de levering op zijn einddatum.",
        "Een stop zonder bekende start staat er met de begindatum die in de stop staat.",
    ),
    columns=(
        GEMEENTE,
        WET,
        toewijzingnummer("305:StartProduct/ToewijzingNummer", "307:StopProduct/ToewijzingNummer"),
        client("305:Client/Bsn", "307:Client/Bsn", "historie_leveringen:bsn"),
        AANBIEDER,
        *product("305", "StartProduct"),
        VOORZIENING,
        TERREINGEBONDEN,
        PRODUCT_BEKEND,
        Column(
            "begindatum",
            "date",
            "De dag waarop de levering begon.",
            lineage=("305:StartProduct/Begindatum", "307:StopProduct/Begindatum"),
        ),
        Column(
            "einddatum",
            "date",
            "De laatste dag van de levering, ook als het een pauze is. Leeg als de levering doorloopt.",
            lineage=("307:StopProduct/Einddatum",),
        ),
        Column(
            "reden_beeindiging",
            "string",
            "De reden van de stop (WMO588, JZ588); 20 is een pauze.",
            lineage=("307:StopProduct/RedenBeeindiging",),
        ),
        Column(
            "gepauzeerd",
            "boolean",
            "Of de levering nu stilligt: gepauzeerd, niet hervat en niet definitief gestopt.",
            nullable=False,
        ),
        Column("pauze_op", "date", "De einddatum van de pauze, als er een pauze was."),
        Column("definitief_gestopt", "boolean", "Of de levering definitief is gestopt.", nullable=False),
        BRON,
        Column("start_bericht", "string", "Het bestand met de start. Leeg als alleen de stop bekend is."),
        Column("stop_bericht", "string", "Het bestand met de stop."),
        bekend_vanaf("Sinds wanneer de levering bekend is."),
        Column("stop_bekend_vanaf", "date", "Sinds wanneer de stop of de pauze bekend is."),
    ),
)
