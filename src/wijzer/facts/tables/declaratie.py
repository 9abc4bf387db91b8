"""Fact table ``declaratie``: declarations and what the gemeente granted of them."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import AANBIEDER, BERICHT, GEMEENTE, WET, bekend_vanaf

TABLE = Table(
    name="declaratie",
    grain="Eén declaratiebericht (323).",
    key=("gemeente", "bericht"),
    rules=("IV087", "IV088", "TR337", "TR342", "OP304", "OP090x4"),
    caveats=(
        "Toegekend is niet hetzelfde als betaald: over de betaling zegt het berichtenverkeer niets.",
        "Zonder 325 wacht een declaratie nog op antwoord.",
    ),
    columns=(
        GEMEENTE,
        WET,
        AANBIEDER,
        Column(
            "declaratienummer",
            "string",
            "Het nummer dat de aanbieder aan de declaratie gaf.",
            lineage=("323:Declaratie/DeclaratieNummer",),
        ),
        Column(
            "identificatie",
            "string",
            "De identificatie van het bericht.",
            lineage=("323:Header/BerichtIdentificatie/Identificatie",),
        ),
        Column(
            "periode_begin",
            "date",
            "De eerste dag van de declaratieperiode.",
            lineage=("323:Declaratie/DeclaratiePeriode/Begindatum",),
        ),
        Column(
            "periode_eind",
            "date",
            "De laatste dag van de declaratieperiode.",
            lineage=("323:Declaratie/DeclaratiePeriode/Einddatum",),
        ),
        Column(
            "dagtekening",
            "date",
            "De dagtekening van de declaratie.",
            lineage=("323:Declaratie/DeclaratieDagtekening",),
        ),
        Column(
            "ingediend_cent",
            "int64",
            "Het totaal dat de aanbieder indiende. Een credit is negatief.",
            unit="cent",
            lineage=("323:Declaratie/TotaalIngediendBedrag/TotaalBedrag",),
        ),
        Column(
            "toegekend_cent",
            "int64",
            "Het totaal dat de gemeente toekende, volgens de 325.",
            unit="cent",
            caveat="Leeg zonder 325. Nul als de hele declaratie is afgekeurd.",
            lineage=("325:DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag",),
        ),
        Column(
            "toegekend_regels_cent",
            "int64",
            "De som van de regels die zijn toegekend.",
            unit="cent",
            caveat="Leeg zonder 325.",
        ),
        Column(
            "verschil_cent",
            "int64",
            "Het totaal van de 325 min de som van de toegekende regels. Hoort nul te zijn.",
            unit="cent",
        ),
        Column(
            "status",
            "string",
            "Hoe de declaratie ervoor staat.",
            nullable=False,
            values=(
                ("toegekend", "alle regels zijn toegekend"),
                ("deels", "een deel van de regels is toegekend"),
                ("geweigerd", "geen regel is toegekend"),
                ("wacht", "er is nog geen antwoord"),
            ),
        ),
        BERICHT,
        Column("antwoord_bericht", "string", "Het bestand met de 325."),
        bekend_vanaf("Sinds wanneer de declaratie bekend is."),
        Column("antwoord_bekend", "date", "Sinds wanneer de 325 bekend is."),
    ),
)
