"""Fact table ``toewijzing``: what was assigned, as it holds."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import (
    AANBIEDER,
    BERICHT,
    BRON,
    GEMEENTE,
    HUISHOUDELIJK,
    PRODUCT_BEKEND,
    REGEL,
    TERREINGEBONDEN,
    UREN_PER_EENHEID,
    VOORZIENING,
    WET,
    ZORGSOORT,
    bekend_vanaf,
    client,
    product,
    size,
    toewijzingnummer,
)

_PLACE = "ToegewezenProduct"


def _date(name: str, meaning: str, element: str, caveat: str | None = None) -> Column:
    return Column(name, "date", meaning, caveat=caveat, lineage=(f"301:{_PLACE}/{element}",))


TABLE = Table(
    name="toewijzing",
    grain="Eén toewijzing: één ToewijzingNummer van een gemeente binnen een wet.",
    key=("gemeente", "wet", "toewijzingnummer"),
    rules=("IV013", "IV066", "OP033x1", "CS335", "OP275", "TR379", "OP065"),
    caveats=(
        "Per nummer geldt de versie met de nieuwste toewijzingsdatum en -tijd, in welke volgorde de "
        "berichten ook binnenkomen (IV013). Verschillen twee versies met dezelfde datum en tijd, dan geldt "
        "de laatst verzonden versie.",
        "Intrekken is een eerdere einddatum: wat ervoor lag telt mee.",
        "Een verwijderde toewijzing staat in de tabel met 'verwijderd'. Zij telt nergens mee: zij is nooit "
        "verzonden.",
        "Een toewijzing die de aanbieder afkeurde blijft staan, met 'geweigerd'.",
        "De productentabel is altijd de nieuwste, ook bij een berekening zoals het vroeger bekend was.",
    ),
    columns=(
        GEMEENTE,
        WET,
        toewijzingnummer(f"301:{_PLACE}/ToewijzingNummer", "historie_toewijzingen:toewijzingnummer"),
        client("301:Client/Bsn", "historie_toewijzingen:bsn"),
        AANBIEDER,
        *product("301", _PLACE),
        VOORZIENING,
        ZORGSOORT,
        UREN_PER_EENHEID,
        HUISHOUDELIJK,
        TERREINGEBONDEN,
        PRODUCT_BEKEND,
        _date("ingangsdatum", "De eerste dag van de toewijzing.", "Ingangsdatum"),
        _date("einddatum", "De laatste dag van de toewijzing. Leeg als die open is.", "Einddatum"),
        _date("toewijzingsdatum", "De dag waarop de gemeente deze versie vaststelde.", "Toewijzingsdatum"),
        Column(
            "toewijzingstijd",
            "string",
            "Het tijdstip waarop de gemeente deze versie vaststelde (UU:MM:SS).",
            lineage=(f"301:{_PLACE}/Toewijzingstijd",),
        ),
        *size("301", _PLACE),
        Column(
            "reden_wijziging",
            "string",
            "De reden van de laatste wijziging (WMO002, JZ002).",
            lineage=(f"301:{_PLACE}/RedenWijziging",),
        ),
        Column(
            "verwijderd",
            "boolean",
            "Of de toewijzing is verwijderd: reden 13, of de vervallen reden 01 zonder looptijd.",
            nullable=False,
        ),
        Column(
            "geweigerd",
            "boolean",
            "Of de aanbieder deze versie afkeurde met een 302.",
            nullable=False,
            lineage=("302:ToegewezenProduct/RetourCodes/RetourCode", "302:Client/RetourCodes/RetourCode"),
        ),
        Column(
            "referentie_aanbieder",
            "string",
            "Het verzoek van de aanbieder waar de toewijzing het antwoord op is.",
            caveat="Staat alleen in de eerste toewijzing na het verzoek (TR379).",
            lineage=(f"301:{_PLACE}/ReferentieAanbieder",),
        ),
        BRON,
        BERICHT,
        REGEL,
        bekend_vanaf("Sinds wanneer deze versie bekend is."),
        Column(
            "versies",
            "int64",
            "Hoeveel versies van deze toewijzing er zijn: verschillende toewijzingsdatums en -tijden.",
            unit="aantal",
            nullable=False,
        ),
    ),
)
