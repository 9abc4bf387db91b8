"""Values: the newest edition as rows, for people, spreadsheets and programs."""

from __future__ import annotations

from typing import Any

from wijzer.disclosure import Publishable
from wijzer.flows.editions import NamedEdition, read_edition
from wijzer.flows.workspace import Workspace
from wijzer.publications.files import as_csv, as_json, as_rows
from wijzer.values.periode import Periode


def selected(named: NamedEdition, every: bool) -> tuple[Publishable, ...]:
    """Select all values, or of each indicator and gemeente the newest period of each kind."""
    values = named.edition.values
    if every:
        return values
    newest: dict[tuple[str, str, str | None, str], Publishable] = {}
    for value in values:
        key = (value.gemeente, value.indicator, value.wet, Periode.parse(value.periode).kind)
        if key not in newest or value.last_quarter >= newest[key].last_quarter:
            newest[key] = value
    return tuple(value for value in values if value in newest.values())


def value_rows(workspace: Workspace, every: bool = False) -> list[dict[str, Any]]:
    """Return one row per published number, withheld ones with their reason."""
    named = read_edition(workspace)
    return list(as_rows(selected(named, every), dict(workspace.settings.gemeenten)))


def values_as_csv(workspace: Workspace, every: bool = False) -> str:
    """Return the same rows as CSV (semicolons, decimal commas)."""
    named = read_edition(workspace)
    return as_csv(selected(named, every), dict(workspace.settings.gemeenten))


def values_as_json(workspace: Workspace, every: bool = False) -> str:
    """Return the same rows as JSON."""
    named = read_edition(workspace)
    return as_json(selected(named, every), dict(workspace.settings.gemeenten), named.name)
