"""Fact table ``client``: what the newest message or export says about a client."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import GEMEENTE, WET, bekend_vanaf, client

TABLE = Table(
    name="client",
    grain="Eén cliënt binnen een gemeente en een wet.",
    key=("gemeente", "wet", "client"),
    caveats=(
        "De gegevens komen uit het nieuwste bericht of de nieuwste export waar de cliënt in staat.",
        "Dit zijn persoonsgegevens, ook al is de naam niet bekend. Alleen bevoegde mensen mogen ze zien.",
    ),
    columns=(
        GEMEENTE,
        WET,
        client("301:Client/Bsn", "historie_toewijzingen:bsn"),
        Column(
            "geboortejaar",
            "int64",
            "Het geboortejaar.",
            personal=True,
            caveat="Leeg als de geboortedatum onbekend is.",
            lineage=("301:Client/Geboortedatum/Datum", "historie_toewijzingen:geboortedatum"),
        ),
        Column(
            "geboortemaand",
            "date",
            "De eerste dag van de geboortemaand.",
            personal=True,
            caveat="De dag zelf wordt niet bewaard. Leeg als de maand onbekend is.",
            lineage=("301:Client/Geboortedatum/Datum", "historie_toewijzingen:geboortedatum"),
        ),
        Column(
            "geslacht",
            "string",
            "Het geslacht (COD046): 0 onbekend, 1 man, 2 vrouw, 9 niet gespecificeerd.",
            personal=True,
            lineage=("301:Client/Geslacht", "historie_toewijzingen:geslacht"),
        ),
        Column(
            "huishouden",
            "string",
            "Het adres onder een pseudoniem. Cliënten met hetzelfde pseudoniem wonen op één adres.",
            personal=True,
            caveat="Eerst het BRP-adres, anders het verblijfadres. Een correspondentieadres telt niet.",
            lineage=("301:Client/Contactgegevens/Contact/Adres", "historie_toewijzingen:postcode"),
        ),
        Column(
            "buurt",
            "string",
            "De buurt van het adres, volgens de postcodetabel.",
            personal=True,
            caveat="Uit de tabel van het jaar waarin het adres bekend werd; anders de tabel die daar het "
            "dichtst voor ligt, en als die er niet is de eerste erna.",
            lineage=("postcodes:buurt",),
        ),
        Column("wijk", "string", "De wijk van het adres.", personal=True, lineage=("postcodes:wijk",)),
        bekend_vanaf("Sinds wanneer het nieuwste over deze cliënt bekend is."),
    ),
)
