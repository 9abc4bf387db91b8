"""Delivered tables: of every scope the newest delivery holds, in whole.

A delivery is as new as the day since when it is known (``bekend_vanaf``); of two from the same day the one
with the largest content hash holds, so that the order of taking in never matters.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ibis import Table

from wijzer.facts.folding.expressions import first, newest, only

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
