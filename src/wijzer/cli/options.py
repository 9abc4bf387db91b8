"""The options that several verbs share, each declared once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from wijzer.cli.dutch import WrongValue
from wijzer.values import peildatum
from wijzer.values.periode import Periode


def day(text: str) -> date:
    """Read a day on the command line; a wrong one is wrong use, said in Dutch."""
    found = peildatum.parse(text)
    if found is None:
        raise WrongValue(f"'{text}' is geen datum; verwacht is 2022-04-01 of 1-4-2022")
    return found


def period(text: str) -> Periode:
    """Read a period on the command line; a wrong one is wrong use, said in Dutch."""
    try:
        return Periode.parse(text)
    except ValueError as error:
        raise WrongValue(str(error)) from None


Folder = Annotated[
    Path,
    typer.Option(
        "--werkmap",
        "-w",
        metavar="MAP",
        help="De map van de werkmap.",
        envvar="WIJZER_WERKMAP",
        show_default="deze map",
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Geef het resultaat als JSON, voor een programma.")]
KnownOn = Annotated[
    date | None,
    typer.Option(
        "--known-on",
        parser=day,
        metavar="DATUM",
        help="Reken met wat op deze dag bekend kon zijn.",
    ),
]
HERE = Path()
