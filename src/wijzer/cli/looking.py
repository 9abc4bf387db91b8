"""The verb for an authorised eye: trace, from a figure back to its rows and messages."""

from __future__ import annotations

from typing import Annotated

import typer

from wijzer import flows
from wijzer.cli.jobs import add
from wijzer.cli.options import HERE, AsJson, Folder, KnownOn, period
from wijzer.cli.output import say, say_json, say_table
from wijzer.flows.errors import DONE
from wijzer.values.periode import Periode


def register(app: typer.Typer) -> None:
    """Add the verb to ``app``."""
    add(app, trace)


def trace(
    indicator: Annotated[str, typer.Argument(metavar="INDICATOR", help="Naam of nummer van de indicator.")],
    periode: Annotated[Periode, typer.Argument(metavar="PERIODE", parser=period, help="2022 of 2022-Q4.")],
    gemeente: Annotated[str, typer.Argument(metavar="GEMEENTE", help="Naam of code.")],
    folder: Folder = HERE,
    known_on: KnownOn = None,
    json: AsJson = False,
) -> int:
    """Toon waar een getal vandaan komt: definitie, regels, berichten. Alleen voor bevoegden."""
    found = flows.trace(flows.load(folder), indicator, periode, gemeente, known_on)
    if json:
        say_json(found.as_dict())
        return DONE
    say(f"{found.label} · {found.gemeente} · {periode.label}")
    say(found.formula)
    if found.missing:
        say(f"Er is geen getal: {found.missing}")
    say()
    say_table(["onderdeel", "waarde", "eenheid", "personen"], found.parts)
    for heading, rows in (("Geteld", found.counted), ("Niet geteld", found.not_counted)):
        say()
        say(f"{heading}: {len(rows)} regels")
        if rows:
            say_table(list(rows[0]), [list(row.values()) for row in rows])
    say()
    say("Aanleveringen waar deze regels uit komen:")
    say_table(found.delivery_columns, found.deliveries)
    return DONE
