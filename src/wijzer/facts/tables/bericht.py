"""Fact table ``bericht``: the messages that were exchanged."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import AANBIEDER, BERICHT, GEMEENTE, WET, bekend_vanaf

TABLE = Table(
    name="bericht",
    grain="Eén bericht dat een gemeente en een aanbieder uitwisselden.",
    key=("gemeente", "bericht"),
    rules=("IV028", "IV032", "IV087", "OP286", "TR056", "TR337"),
    caveats=(
        "Een bericht dat twee keer is verstuurd (zelfde soort, afzender en identificatie) staat er één keer.",
        "Een bericht dat niet aan het schema voldoet staat er niet in: daarop volgt volgens de standaard "
        "geen retourbericht (IV032).",
    ),
    columns=(
        BERICHT,
        GEMEENTE,
        WET,
        Column("soort", "string", "Het nummer van de berichtsoort, bijvoorbeeld 301.", nullable=False),
        Column(
            "richting",
            "string",
            "Wie het bericht stuurde.",
            nullable=False,
            values=(("uit", "de gemeente aan de aanbieder"), ("in", "de aanbieder aan de gemeente")),
        ),
        AANBIEDER,
        Column(
            "identificatie",
            "string",
            "De identificatie die de verzender aan dit bericht gaf.",
            lineage=(
                "301:Header/BerichtIdentificatie/Identificatie",
                "302:Header/IdentificatieRetour",
            ),
        ),
        Column(
            "dagtekening",
            "date",
            "De dagtekening van dit bericht.",
            lineage=("301:Header/BerichtIdentificatie/Dagtekening", "302:Header/DagtekeningRetour"),
        ),
        Column(
            "verzonden_op",
            "date",
            "De dag waarop het bericht is verstuurd, volgens het berichtenlog.",
            caveat="Leeg als het bericht niet in het log staat.",
            lineage=("berichtenlog:verzonden_op",),
        ),
        Column(
            "ontvangen_op",
            "date",
            "De dag waarop het bericht is ontvangen, volgens het berichtenlog.",
            caveat="Leeg als het bericht niet in het log staat.",
            lineage=("berichtenlog:ontvangen_op",),
        ),
        bekend_vanaf(),
        Column(
            "bekend_bron",
            "string",
            "Waar de datum 'bekend vanaf' op steunt.",
            nullable=False,
            values=(
                ("ontvangst", "de ontvangst volgens het berichtenlog"),
                ("dagtekening", "de dagtekening; dit is bij benadering"),
            ),
        ),
        Column(
            "afgekeurd",
            "boolean",
            "Of de ontvanger het hele bericht afkeurde. Het telt dan als niet verzonden.",
            nullable=False,
            caveat="Er staat dan een foutcode in de kop van het antwoord, meestal 0001.",
            lineage=("302:Header/RetourCodes/RetourCode", "325:Header/RetourCodes/RetourCode"),
        ),
        Column("antwoord_bericht", "string", "Het bestand met het antwoord: het retourbericht of de 325."),
        Column(
            "antwoord_bekend",
            "date",
            "Sinds wanneer het antwoord bekend is. Leeg als er nog geen antwoord is.",
        ),
    ),
)
