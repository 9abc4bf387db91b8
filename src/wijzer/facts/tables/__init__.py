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
    contract,
    declaratie,
    inwoners,
    kalender,
    levering,
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
            kalender,
        )
    }
)

__all__ = ["TABLES"]
