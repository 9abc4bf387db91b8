"""Fact table ``prestatie``: declared lines with what became of them."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Dtype, Table
from wijzer.facts.tables.common import (
    AANBIEDER,
    BERICHT,
    BRON,
    GEMEENTE,
    PRODUCT_BEKEND,
    REGEL,
    TAAKVELD,
    VOORZIENING,
    WET,
    bekend_vanaf,
    client,
    product,
    toewijzingnummer,
)

_PLACE = "Prestatie"


def _from(name: str, dtype: Dtype, meaning: str, element: str, unit: str | None = None) -> Column:
    return Column(name, dtype, meaning, unit=unit, lineage=(f"323:{_PLACE}/{element}",))


TABLE = Table(
    name="prestatie",
    grain="Eén regel van een declaratie.",
    key=("gemeente", "bron", "bericht", "regel"),
    rules=("IV085", "IV086", "IV087", "IV091", "TR342", "TR366", "OP304", "OP364", "OP366"),
    caveats=(
        "In een 325 staan alleen de regels die zijn geweigerd; wat er niet in staat is toegekend (TR342).",
        "Een foutcode bij een cliënt weigert al zijn regels; een foutcode in de kop weigert de declaratie.",
        "Een creditregel en de regel die hij terugdraait krijgen allebei 'gecrediteerd'; samen zijn zij nul.",
        "Dat een start of stop ontbreekt is nooit een reden om een regel te weigeren (OP364).",
        "Een regel uit de historie vervalt als er een bericht is met dezelfde aanbieder en hetzelfde "
        "referentienummer.",
    ),
    columns=(
        GEMEENTE,
        WET,
        AANBIEDER,
        _from("referentienummer", "string", "Het nummer van de regel.", "ProductReferentie/ReferentieNummer"),
        _from(
            "vorig_referentienummer",
            "string",
            "Bij een credit: het nummer van de regel die wordt teruggedraaid.",
            "ProductReferentie/VorigReferentieNummer",
        ),
        client("323:Client/Bsn", "historie_prestaties:bsn"),
        toewijzingnummer(f"323:{_PLACE}/ToewijzingNummer", "historie_prestaties:toewijzingnummer"),
        *product("323", _PLACE),
        VOORZIENING,
        TAAKVELD,
        PRODUCT_BEKEND,
        _from("periode_begin", "date", "De eerste dag waarover is geleverd.", "ProductPeriode/Begindatum"),
        _from("periode_eind", "date", "De laatste dag waarover is geleverd.", "ProductPeriode/Einddatum"),
        _from("volume", "int64", "Het geleverde volume in de eenheid.", "GeleverdVolume"),
        _from("eenheid", "string", "De eenheid van het volume (WJ756).", "Eenheid"),
        _from("tarief_cent", "int64", "Het tarief per eenheid.", "ProductTarief", "cent"),
        _from(
            "bedrag_cent",
            "int64",
            "Het ingediende bedrag. Een credit is negatief.",
            "IngediendBedrag/Bedrag",
            "cent",
        ),
        Column(
            "debet_credit",
            "string",
            "Of het bedrag wordt gevraagd of teruggegeven.",
            values=(("D", "debet"), ("C", "credit")),
            lineage=(f"323:{_PLACE}/IngediendBedrag/DebetCredit",),
        ),
        Column(
            "status",
            "string",
            "Wat er met de regel gebeurde.",
            nullable=False,
            values=(
                ("toegekend", "de gemeente kende de regel toe"),
                ("geweigerd", "de gemeente weigerde de regel"),
                ("wacht", "er is nog geen antwoord"),
                ("gecrediteerd", "toegekend en daarna teruggedraaid, of de credit die dat deed"),
            ),
            lineage=("325:Prestatie/RetourCodes/RetourCode", "325:Client/RetourCodes/RetourCode"),
        ),
        Column("declaratienummer", "string", "Het nummer van de declaratie."),
        BRON,
        BERICHT,
        REGEL,
        bekend_vanaf("Sinds wanneer de regel bekend is."),
    ),
)
