"""The demo: the whole thread on the model municipality, and its pages served on this computer."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from wijzer.example.town import Settings
from wijzer.flows.begin import init
from wijzer.flows.computing import compute
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.folders import real_folder
from wijzer.flows.kept_town import kept_town
from wijzer.flows.modelling import model_settings
from wijzer.flows.publishing import publish
from wijzer.flows.start_values import fill_start_values
from wijzer.flows.taking_in import take_in

Say = Callable[[str], None]
GEMEENTEN = ("westervoort", "duiven")
HISTORY_UNTIL = "2020-12"
"""Release 3.2 begins with 2021: what is older comes from the tables of the former registration."""
NOTICE = "Voorbeeld: alle mensen en alle getallen op deze pagina's zijn verzonnen."
_MARK = ".voorbeeld"
_TOWN = "town"
"""The folder inside the demo that is kept between runs."""


def demo(folder: Path, say: Say, settings: Settings | None = None) -> Path:
    """Make the workspace of the demo in ``folder`` anew, do every job, and return the first page.

    The town is the standard pair unless ``settings`` ask for another; it is kept in ``folder/town`` for the
    next time. Only a folder that an earlier demo made is replaced; anything else is refused.
    """
    asked = settings or model_settings(GEMEENTEN, history_until=HISTORY_UNTIL)
    folder = real_folder(folder)
    _clear(folder)
    workspace = init(folder, [place.code for place in asked.gemeenten], NOTICE, beside=(_TOWN, _MARK))
    (folder / _MARK).write_text("Verzonnen mensen; deze map mag weg.\n", encoding="utf-8")
    town = folder / _TOWN
    names = " en ".join(place.name for place in asked.gemeenten)
    say(f"Modelgemeente: {names}, {asked.first_year}-{asked.last_year}. Alle mensen zijn verzonnen.")
    made = kept_town(town, asked)
    say("De modelgemeente is nu gemaakt." if made else "De modelgemeente stond er nog van de vorige keer.")
    result = take_in(workspace, [town / "inbox"], processes=os.cpu_count() or 1)
    say(f"Ingenomen: {result.taken_in}. Al bekend: {result.already_known}.")
    say(f"Apart gezet: {result.set_aside}; die bestanden zijn met opzet fout.")
    named = compute(workspace, asked.closing)
    say(
        f"Uitgerekend: {named.count('getoond', 'voorlopig')} getallen, "
        f"{named.count('onderdrukt')} onderdrukt, {named.count('ontbreekt')} ontbreken."
    )
    fill_start_values(workspace)
    index = publish(workspace)
    say(f"Gepubliceerd: {index}")
    return index


def _clear(folder: Path) -> None:
    """Empty a folder that an earlier demo made, but for its town; WorkspaceError for any other folder."""
    if not folder.exists() or not any(folder.iterdir()):
        return
    if not (folder / _MARK).is_file():
        raise WorkspaceError(
            "Deze map is niet leeg en niet van de demo.", str(folder), "Kies een andere map."
        )
    for inside in folder.iterdir():
        if inside.name in (_TOWN, _MARK):
            continue
        if inside.is_dir() and not inside.is_symlink():
            shutil.rmtree(inside)
        else:
            inside.unlink()


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without writing a line for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: addresses of visitors are nobody's business."""


def serve(folder: Path, port: int, say: Say) -> None:
    """Serve ``folder`` on this computer alone, until interrupted."""
    handler = functools.partial(_Quiet, directory=str(folder))
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError:
        server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    with server:
        say(f"Bekijk de pagina's op http://127.0.0.1:{server.server_port}/ (stop met Ctrl-C)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            say("Gestopt.")
