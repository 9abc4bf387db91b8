"""The verbs about the workspace itself: init, doctor, rebuild and retention."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from wijzer import flows
from wijzer.cli.jobs import add
from wijzer.cli.options import HERE, AsJson, Folder
from wijzer.cli.output import progress_bar, say, say_item, say_json
from wijzer.flows.errors import ATTENTION, DONE


def register(app: typer.Typer) -> None:
    """Add the verbs to ``app``."""
    add(app, init, doctor, rebuild, retention)


def init(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="De map die een werkmap wordt.")],
    gemeenten: Annotated[
        str,
        typer.Option(metavar="NAMEN", help="Namen of codes, met komma's: westervoort,duiven of 0293,0226."),
    ],
) -> int:
    """Maak een nieuwe werkmap."""
    workspace = flows.init(folder, [name for name in gemeenten.split(",") if name.strip()])
    names = " en ".join(name for _, name in workspace.settings.gemeenten)
    say(f"Werkmap gemaakt voor {names}: {folder}")
    say(f"De sleutel staat in {workspace.key_file}. Bewaar een kopie op een andere plaats dan data/.")
    say(f"Volgende stap: zet bestanden in {workspace.inbox} en geef 'wijzer intake -w {folder}'.")
    return DONE


def doctor(folder: Folder = HERE, json: AsJson = False) -> int:
    """Kijk de werkmap na: versies, sleutel, bronnen, en wat voor welke indicator ontbreekt."""
    advice = flows.doctor(flows.load(folder))
    if json:
        say_json([item.as_dict() for item in advice])
    else:
        for item in advice:
            head = f"{item.mark:<10}{item.subject}"
            if item.level == "goed":
                say(f"{head}: {item.finding}")
            else:
                say_item(head, item.finding, f"→ {item.do}" if item.do else None)
    return ATTENTION if any(item.level == "fout" for item in advice) else DONE


def rebuild(folder: Folder = HERE) -> int:
    """Maak de feiten opnieuw uit het archief."""
    with progress_bar("opnieuw lezen") as report:
        result = flows.rebuild(flows.load(folder), report)
    say(f"Opnieuw gelezen: {result.taken_in} bestanden. Apart gezet: {result.set_aside}.")
    return ATTENTION if result.set_aside else DONE


def retention(folder: Folder = HERE) -> int:
    """Verwijder originelen waarvan de bewaartermijn voorbij is, en maak de feiten opnieuw."""
    with progress_bar("opnieuw lezen") as report:
        result = flows.retention(flows.load(folder), report)
    if not any(result.removed.values()):
        say("Er is niets waarvan de bewaartermijn voorbij is.")
    for source, count in result.removed.items():
        if count:
            say(f"Verwijderd omdat de bewaartermijn voorbij is: {count} bestanden ({source}).")
    return DONE
