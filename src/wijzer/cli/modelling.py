"""The verb that makes a model municipality: an invented town whose truth is known."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wijzer import flows
from wijzer.cli.dutch import WrongValue
from wijzer.cli.jobs import add
from wijzer.cli.output import say, say_table
from wijzer.flows.errors import DONE


def register(app: typer.Typer) -> None:
    """Add the verb to ``app``."""
    add(app, example)


def _list_levers(asked: bool) -> None:
    if asked:
        headings = ("naam", "soort", "wat het is", "vanaf", "tot en met", "hoe groot")
        say_table(headings, flows.lever_list())
        raise typer.Exit(DONE)


def example(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map voor de modelgemeente.")],
    gemeenten: Annotated[
        str, typer.Option(metavar="NAMEN", help="Namen of codes, met komma's.")
    ] = "westervoort,duiven",
    years: Annotated[str, typer.Option(metavar="JAREN", help="Jaren, zoals 2019-2024.")] = "2019-2024",
    seed: Annotated[
        int, typer.Option(metavar="GETAL", help="Een ander getal geeft een andere gemeente.")
    ] = 1,
    history_until: Annotated[
        str | None,
        typer.Option(metavar="MAAND", help="Tot en met deze maand komt alles als historie, zoals 2020-12."),
    ] = None,
    without: Annotated[
        str | None,
        typer.Option(metavar="NAMEN", help="Acties en invloeden die er niet zijn, met komma's."),
    ] = None,
    scale: Annotated[
        int, typer.Option(metavar="GETAL", help="Maak één op zoveel inwoners, voor een snelle proef.")
    ] = 1,
    list_levers: Annotated[
        bool,
        typer.Option(
            "--list-levers", help="Noem alle acties en invloeden.", is_eager=True, callback=_list_levers
        ),
    ] = False,
) -> int:
    """Maak een verzonnen gemeente: berichten en tabellen om in te nemen, en de waarheid ernaast."""
    try:
        settings = flows.model_settings(
            gemeenten.split(","),
            years,
            seed,
            history_until=history_until,
            without=[name.strip() for name in (without or "").split(",") if name.strip()],
            scale=scale,
        )
    except ValueError as error:
        raise WrongValue(str(error)) from None
    made = flows.model_municipality(folder, settings)
    say(f"Modelgemeente gemaakt: {made.messages} berichten en {made.tables} tabellen in {folder / 'inbox'}.")
    say(f"Bij het innemen worden {made.set_aside} bestanden apart gezet; {made.already_known} komen dubbel.")
    say(f"Wat er echt is gebeurd staat in {folder / 'truth'}. Alle mensen en getallen zijn verzonnen.")
    return DONE
