"""Delivered tables: of every scope the newest delivery holds, in whole.

A delivery is as new as the day since when it is known (``bekend_vanaf``); of two from the same day the one
with the largest content hash holds, so that the order of taking in never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import ibis
from ibis import Table

from wijzer.facts.declaration import Table as Declared
from wijzer.facts.folding.expressions import first, newest, only
from wijzer.facts.folding.plaatsen import with_buurt
from wijzer.facts.tables import TABLES

SCOPES: Mapping[str, tuple[str, ...]] = {
    "producten": ("gemeente",),
    "contracten": ("gemeente",),
    "tarieven": ("gemeente",),
    "postcodes": ("gemeente", "jaar"),
    "inwoners": ("gemeente", "peildatum"),
    "begroting": ("gemeente", "jaar", "versie"),
    "realisatie": ("gemeente", "jaar", "maand"),
    "historie_toewijzingen": ("gemeente", "wet"),
    "historie_leveringen": ("gemeente", "wet"),
    "historie_prestaties": ("gemeente", "wet"),
    "historie_verzoeken": ("gemeente", "wet"),
    **{table.delivery: table.scope for table in TABLES.values() if table.delivery},
}
"""Within which scope a newer delivery replaces an older one."""

MEANING = frozenset({"producten", "contracten", "tarieven", "postcodes"})
"""Deliveries that say what codes and places mean: always the newest, whatever was known when."""


def current(records: Mapping[str, Table], name: str, known_on: date | None) -> Table:
    """Return the rows of delivery ``name`` that hold, of those known on ``known_on``."""
    table = records[f"t_{name}"]
    if known_on is not None and name not in MEANING:
        since = table.boekdatum.coalesce(table.bekend_vanaf) if name == "realisatie" else table.bekend_vanaf
        table = table.filter(since <= known_on)
    scope = SCOPES[name]
    deliveries = table.group_by(*scope, "aanlevering").agg(sinds=table.bekend_vanaf.max())
    holding = first(deliveries, scope, newest("sinds", "aanlevering"))
    return only(table, holding, (*scope, "aanlevering"))


def as_it_is(records: Mapping[str, Table], declared: Declared, known_on: date | None, places: Table) -> Table:
    """Return a fact table that is the newest delivery of its scope; ``places`` says in which buurt it is."""
    table = records[f"t_{declared.delivery}"]
    if known_on is not None:
        table = table.filter(table.bekend_vanaf <= known_on)
    newer = ibis.rank().over(
        ibis.window(group_by=list(declared.scope), order_by=newest("bekend_vanaf", "aanlevering"))
    )
    table = table.mutate(_newer=newer)
    table = table.filter(table._newer == 0)
    if "adres" in table.columns:
        table = table.rename(huishouden="adres")
    return with_buurt(table, places, declared.key, "bekend_vanaf") if "plek" in table.columns else table
