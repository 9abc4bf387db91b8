"""The fact tables, one declaration a module; ``TABLES`` holds them all by name, in reading order."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wijzer.facts.declaration import Table
from wijzer.facts.tables import (
    antwoord,
    begroting,
    bericht,
    client,
    clientervaring,
    contract,
    declaratie,
    inwoners,
    kalender,
    levering,
    melding,
    nulde_lijn,
    prestatie,
    product,
    realisatie,
    tarief,
    toewijzing,
    verzoek,
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
            clientervaring,
            nulde_lijn,
            kalender,
        )
    }
)

__all__ = ["TABLES"]
