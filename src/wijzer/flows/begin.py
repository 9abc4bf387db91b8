"""Begin: make a workspace for municipalities that are named by name or code."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from wijzer.example import town
from wijzer.flows import workspace
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.workspace import Workspace
from wijzer.indicators import programma
from wijzer.standards import code_list
from wijzer.values import gemeente_code


def init(root: Path, named: Sequence[str], notice: str = "", beside: Sequence[str] = ()) -> Workspace:
    """Make a workspace in ``root`` for the gemeenten that are ``named`` (``westervoort`` or ``0293``).

    Its ``config/`` gets the example configuration: the programme of *Samen sterk* with the rows of these
    gemeenten. A gemeente that the documents do not know gets the 26 indicators without its own values.
    ``notice`` becomes a line at the head of every page; ``beside`` names what may already be in ``root``.
    """
    gemeenten = tuple(dict.fromkeys(_gemeente(name) for name in named))
    if not gemeenten:
        raise WorkspaceError(
            "Er is geen gemeente genoemd.", "--gemeenten", "Noem er een: westervoort of 0293."
        )
    codes = [code for code, _ in gemeenten]
    files = {name: _rows_for(programma.example(name), codes).encode() for name in programma.FILES}
    return workspace.create(root, gemeenten, files, notice, beside)


def gemeente_in(opened: Workspace, named: str) -> str:
    """Return the code of a gemeente of this workspace, by name or code; WorkspaceError for any other."""
    code, name = _gemeente(named)
    if code not in opened.settings.gemeente_codes:
        known = ", ".join(f"{known} ({code})" for code, known in opened.settings.gemeenten)
        raise WorkspaceError(f"{name} hoort niet bij deze werkmap.", str(opened.root), f"Kies uit: {known}.")
    return code


def _gemeente(named: str) -> tuple[str, str]:
    """Find (code, name) of a gemeente by name, in any case, or by code; the newest of two that share it.

    Besides those that CBS knows there is the made-up large town of the model municipality.
    """
    if model := town.made_up(named):
        return model
    wanted = named.strip()
    code = gemeente_code.normalise(wanted)
    found = [
        entry
        for entry in code_list("wmo", "CBS_Gemeentecodes").codes
        if entry.code == code or entry.meaning.casefold() == wanted.casefold()
    ]
    if not found:
        raise WorkspaceError(
            f"'{wanted}' is geen gemeente die het CBS kent.",
            "--gemeenten",
            "Gebruik de officiële naam of de code van vier cijfers, bijvoorbeeld westervoort of 0293.",
        )
    newest = max(found, key=lambda entry: (entry.valid_to is None, entry.valid_to, entry.code))
    return newest.code, newest.meaning


def _rows_for(text: str, codes: Sequence[str]) -> str:
    """Keep the rows of a configuration file that are about ``codes``, or about every gemeente.

    A file with a row per gemeente that knows none of a gemeente gives it the rows of the first, without
    base year, start value, decision and remark: what those documents decided is not this town's.
    """
    reader = csv.DictReader(io.StringIO(text), delimiter=";")
    names = list(reader.fieldnames or ())
    rows = list(reader)
    if "gemeente" not in names:
        return text
    known = {row["gemeente"] for row in rows if row["gemeente"]}
    kept = [row for row in rows if not row["gemeente"] or row["gemeente"] in codes]
    first = next((row["gemeente"] for row in rows if row["gemeente"]), "")
    of_no_one = ("basisjaar", "startwaarde", "deadline", "besluit", "opmerking", "toelichting", "doelwaarde")
    for code in codes:
        if known and code not in known:
            kept += [
                {name: "" if name in of_no_one else value for name, value in row.items()}
                | {"gemeente": code}
                | ({"status": "onbekend"} if "status" in row else {})
                for row in rows
                if row["gemeente"] == first
            ]
    target = io.StringIO(newline="")
    writer = csv.DictWriter(target, names, delimiter=";", lineterminator="\n")
    writer.writeheader()
    writer.writerows(kept)
    return target.getvalue()
