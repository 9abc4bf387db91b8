"""The verbs about figures: compute, values and publish."""

from __future__ import annotations

import enum
import itertools
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any

import typer

from wijzer import flows
from wijzer.cli.jobs import add
from wijzer.cli.options import HERE, Folder, KnownOn
from wijzer.cli.output import progress_bar, say, say_item, say_published, say_table
from wijzer.flows.errors import DONE

_COLUMNS = ("gemeentenaam", "periode", "naam", "waarde", "eenheid", "stand")


class Format(enum.StrEnum):
    """How ``values`` writes: a table for people, CSV or JSON for programs."""

    tabel = "tabel"
    csv = "csv"
    json = "json"


def register(app: typer.Typer) -> None:
    """Add the verbs to ``app``."""
    add(app, compute, values, publish)


def compute(folder: Folder = HERE, known_on: KnownOn = None) -> int:
    """Reken de indicatoren uit en bescherm wat niemand mag herkennen."""
    with progress_bar("rekenen") as report:
        edition = flows.compute(flows.load(folder), known_on, report)
    shown, withheld = edition.count("getoond", "voorlopig"), edition.count("onderdrukt")
    say(f"Uitgerekend: {shown} getallen, {withheld} onderdrukt, {edition.count('ontbreekt')} ontbreken.")
    say(f"Bekend tot en met {edition.edition.known_on}. Editie: {edition.name}")
    return DONE


def values(
    folder: Folder = HERE,
    every: Annotated[bool, typer.Option("--all", help="Alle perioden, niet alleen de nieuwste.")] = False,
    form: Annotated[
        Format, typer.Option("--format", metavar="SOORT", help="Een van: tabel, csv, json.")
    ] = Format.tabel,
) -> int:
    """Toon de uitgerekende waarden, zoals ze gepubliceerd mogen worden."""
    workspace = flows.load(folder)
    if form is Format.json:
        say_published(flows.values_as_json(workspace, every).rstrip("\n"))
    elif form is Format.csv:
        say_published(flows.values_as_csv(workspace, every).rstrip("\r\n"))
    else:
        # People get the figures; the parts behind them are in the files and in the trace.
        _tell([row for row in flows.value_rows(workspace, every) if row["soort"] == "cijfer"])
    return DONE


def _tell(rows: Sequence[Mapping[str, Any]]) -> None:
    """Print a table per indicator; reasons, which repeat, stand once below it."""
    for indicator, group in itertools.groupby(rows, key=lambda row: row["indicator"]):
        reasons: dict[str, int] = {}
        lines = []
        for row in group:
            note = f" ({reasons.setdefault(row['reden'], len(reasons) + 1)})" if row["reden"] else ""
            cells = [row[name] for name in _COLUMNS]
            lines.append([*cells[:-1], f"{cells[-1]}{note}"])
        say(indicator)
        say_table(["gemeente", "periode", "getal", "waarde", "eenheid", "stand"], lines)
        for reason, number in reasons.items():
            say_item(f"Bij ({number}):", reason)
        say()


def publish(
    folder: Folder = HERE,
    to: Annotated[Path | None, typer.Option("--naar", metavar="MAP", help="Map voor de pagina's.")] = None,
) -> int:
    """Schrijf de pagina's met de wijzers."""
    index = flows.publish(flows.load(folder), to)
    say(f"Gepubliceerd: {index}")
    return DONE
