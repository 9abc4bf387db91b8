"""The verb behind ``make demo``: the whole thread on the example town, served on this computer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wijzer import flows
from wijzer.cli.jobs import add
from wijzer.cli.output import say
from wijzer.flows.errors import DONE


def register(app: typer.Typer) -> None:
    """Add the verb to ``app``."""
    add(app, demo)


def demo(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map voor de voorbeeldwerkmap.")] = Path(
        "demo"
    ),
    serve: Annotated[bool, typer.Option(help="Toon de pagina's op deze computer.")] = True,
    port: Annotated[
        int,
        typer.Option(
            metavar="NUMMER", min=0, max=65535, help="Poort, 0 tot en met 65535; 0 kiest een vrije."
        ),
    ] = 8293,
) -> int:
    """Doorloop alles met een verzonnen gemeente: innemen, rekenen, publiceren en tonen."""
    index = flows.demo(folder, say)
    if serve:
        flows.serve(index.parent, port, say)
    return DONE
