"""The verbs about figures: compute, values and publish."""

from __future__ import annotations

import enum
from pathlib import Path
from typing import Annotated

import typer

from wijzer import flows
from wijzer.cli.options import HERE, Folder, KnownOn
from wijzer.cli.output import progress_bar, say, say_json, say_table
from wijzer.flows.errors import DONE


class Format(enum.StrEnum):
    """How ``values`` writes: a table for people, CSV or JSON for programs."""

    tabel = "tabel"
    csv = "csv"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the verbs to ``app``."""
    app.command()(compute)
    app.command()(values)
    app.command()(publish)


def compute(folder: Folder = HERE, known_on: KnownOn = None) -> int:
    """Reken de indicatoren uit en bescherm wat niemand mag herkennen."""
    with progress_bar("rekenen") as report:
        edition = flows.compute(flows.load(folder), known_on, report)
    say(f"Uitgerekend: {edition.shown} getallen, {edition.withheld} onderdrukt, {edition.missing} ontbreken.")
    say(f"Bekend tot en met {edition.known_on}. Editie: {edition.name}")
    return DONE


def values(
    folder: Folder = HERE,
    every: Annotated[bool, typer.Option("--all", help="Alle perioden, niet alleen de nieuwste.")] = False,
    form: Annotated[Format, typer.Option("--format", help="tabel, csv of json.")] = Format.tabel,
) -> int:
    """Toon de uitgerekende waarden, zoals ze gepubliceerd mogen worden."""
    rows = flows.value_rows(flows.load(folder), every)
    if form is Format.json:
        say_json(rows)
    elif form is Format.csv:
        say(flows.as_csv(rows).rstrip("\n"))
    else:
        say_table(list(rows[0]) if rows else ["geen waarden"], [list(row.values()) for row in rows])
    return DONE


def publish(
    folder: Folder = HERE,
    to: Annotated[Path | None, typer.Option("--naar", help="Map voor de pagina's.")] = None,
) -> int:
    """Schrijf de pagina's met de wijzers."""
    index = flows.publish(flows.load(folder), to)
    say(f"Gepubliceerd: {index}")
    return DONE
