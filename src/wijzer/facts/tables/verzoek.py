"""Fact table ``verzoek``: what providers asked for, and what the gemeente answered."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import (
    AANBIEDER,
    BERICHT,
    BRON,
    GEMEENTE,
    REGEL,
    WET,
    bekend_vanaf,
    client,
    product,
    size,
    toewijzingnummer,
)

_ASKED = "315:AangevraagdProduct"

TABLE = Table(
    name="verzoek",
    grain="Eén gevraagd product in een verzoek om toewijzing (315) of een verzoek om wijziging (317).",
    key=("gemeente", "wet", "soort", "bericht", "regelsoort", "regel"),
    rules=("OP274", "OP344", "OP346", "TR355", "TR379", "OP359", "OP361", "OP065"),
    caveats=(
        "Een afgekeurd verzoek telt als niet verzonden en staat er niet in.",
        "Een 315 wordt per product beantwoord, een 317 als geheel (OP344).",
        "Een verzoek verandert geen toewijzing.",
        "Het eerste antwoord telt: een toewijzing met dezelfde referentie, of een afwijzing (319).",
    ),
    columns=(
        GEMEENTE,
        WET,
        Column(
            "soort",
            "string",
            "Het soort verzoek.",
            nullable=False,
            values=(("315", "verzoek om toewijzing"), ("317", "verzoek om wijziging")),
        ),
        Column(
            "referentie_aanbieder",
            "string",
            "De referentie die de aanbieder aan het verzoek gaf.",
            lineage=(f"{_ASKED}/ReferentieAanbieder", "317:Client/Verzoek/ReferentieAanbieder"),
        ),
        client("315:Client/Bsn", "317:Client/Bsn", "historie_verzoeken:bsn"),
        AANBIEDER,
        Column(
            "verwijzer_type",
            "string",
            "Wie de cliënt verwees (COD327).",
            caveat="Alleen in een 315: een toewijzing en een 317 hebben geen verwijzer.",
            lineage=(f"{_ASKED}/Verwijzer/Type",),
        ),
        toewijzingnummer("317:TeWijzigenProduct/ToewijzingNummer"),
        Column(
            "regelsoort",
            "string",
            "Wat er met dit product moet gebeuren.",
            nullable=False,
            values=(
                ("aangevraagd", "een aangevraagd product (315)"),
                ("te_wijzigen", "een toegewezen product dat anders moet (317)"),
                ("ongewijzigd", "een toegewezen product dat zo blijft (317)"),
                ("nieuw", "een product dat erbij moet (317)"),
            ),
        ),
        *product("315", "AangevraagdProduct"),
        Column(
            "ingangsdatum",
            "date",
            "De gewenste eerste dag.",
            lineage=(f"{_ASKED}/ToewijzingIngangsdatum", "317:TeWijzigenProduct/GewensteIngangsdatum"),
        ),
        Column(
            "einddatum",
            "date",
            "De gewenste laatste dag.",
            lineage=(f"{_ASKED}/ToewijzingEinddatum", "317:TeWijzigenProduct/Einddatum"),
        ),
        *size("315", "AangevraagdProduct"),
        Column("dagtekening", "date", "De dagtekening van het verzoek."),
        Column(
            "antwoord",
            "string",
            "Hoe het verzoek er nu voor staat.",
            nullable=False,
            values=(
                ("toewijzing", "er is een toewijzing gegeven"),
                ("afwijzing", "het verzoek is afgewezen"),
                ("in_onderzoek", "het verzoek is in onderzoek, nog zonder besluit"),
                ("open", "er is nog geen antwoord"),
            ),
            lineage=("319:Antwoord/VerzoekAntwoord", "301:ToegewezenProduct/ReferentieAanbieder"),
        ),
        Column("antwoord_op", "date", "De dag waarop het besluit is verstuurd."),
        Column("in_onderzoek_op", "date", "De dag waarop 'in onderzoek' is verstuurd."),
        Column(
            "reden_afwijzing",
            "string",
            "De reden van de afwijzing (WJ759).",
            lineage=("319:Antwoord/RedenAfwijzingVerzoek",),
        ),
        Column(
            "toegewezen_nummer",
            "int64",
            "Het nummer van de toewijzing die op dit product volgde.",
            caveat="Bij een 317: de toewijzing voor hetzelfde product die het laatst ingaat.",
        ),
        Column("toegewezen_volume", "int64", "Het volume dat toen is toegewezen."),
        Column("toegewezen_einddatum", "date", "De einddatum die toen is toegewezen."),
        BRON,
        BERICHT,
        REGEL,
        bekend_vanaf("Sinds wanneer het verzoek bekend is."),
    ),
)
