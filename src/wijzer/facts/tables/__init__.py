"""The fact tables, one declaration a module; ``TABLES`` holds them all by name, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wijzer.facts.declaration import Table
from wijzer.facts.tables import (
    algemene_voorziening,
    antwoord,
    begroting,
    bericht,
    bezwaar,
    centrumgemeente,
    client,
    clientervaring,
    contract,
    declaratie,
    eerste_lijn,
    evaluatie,
    incident,
    inwoners,
    kalender,
    klacht,
    levering,
    melding,
    monitorcijfer,
    nulde_lijn,
    onderwijs,
    participatie,
    participatie_persoon,
    pgb,
    prestatie,
    product,
    realisatie,
    subsidie,
    tarief,
    toewijzing,
    toezicht,
    verzoek,
    wachtlijst,
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {
        module.TABLE.name: module.TABLE
        for module in (
            bericht,
            client,
            toewijzing,
            levering,
            verzoek,
            declaratie,
            prestatie,
            antwoord,
            realisatie,
            begroting,
            inwoners,
            product,
            contract,
            tarief,
            melding,
            evaluatie,
            bezwaar,
            klacht,
            wachtlijst,
            clientervaring,
            nulde_lijn,
            eerste_lijn,
            onderwijs,
            participatie,
            participatie_persoon,
            pgb,
            algemene_voorziening,
            subsidie,
            centrumgemeente,
            toezicht,
            incident,
            monitorcijfer,
            kalender,
        )
    }
)

__all__ = ["TABLES"]
