"""The demo: the whole thread on an invented town, and its pages served on this computer."""

from __future__ import annotations

import functools
import shutil
from collections.abc import Callable
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from wijzer import example
from wijzer.example.cohorts import TOWNS
from wijzer.flows.begin import init
from wijzer.flows.computing import compute
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.publishing import publish
from wijzer.flows.taking_in import take_in
from wijzer.flows.workspace import CONFIG

Say = Callable[[str], None]
NOTICE = "Voorbeeld: alle mensen en alle getallen op deze pagina's zijn verzonnen."
_MARK = ".voorbeeld"


def demo(folder: Path, say: Say) -> Path:
    """Make the example workspace in ``folder`` anew, do every job, and return the first page.

    Only a folder that an earlier demo made is replaced; anything else is refused.
    """
    if (folder / _MARK).is_file() and (folder / CONFIG).is_file():
        shutil.rmtree(folder)
    elif folder.exists() and any(folder.iterdir()):
        raise WorkspaceError(
            "Deze map is niet leeg en niet van de demo.", str(folder), "Kies een andere map."
        )
    workspace = init(folder, TOWNS, NOTICE)
    targets = workspace.config / "indicatoren.csv"
    targets.write_text(example.fill_targets(targets.read_text(encoding="utf-8")), encoding="utf-8")
    (folder / _MARK).write_text("Verzonnen mensen; deze map mag weg.\n", encoding="utf-8")
    written = example.write(workspace.inbox)
    say(f"Voorbeeld met verzonnen mensen: {written.messages} berichten en {written.tables} tabellen.")
    result = take_in(workspace, [workspace.inbox])
    say(f"Ingenomen: {result.taken_in}. Al bekend: {result.already_known}. Apart gezet: {result.set_aside}.")
    named = compute(workspace, example.KNOWN_ON)
    say(
        f"Uitgerekend: {named.count('getoond', 'voorlopig')} getallen, "
        f"{named.count('onderdrukt')} onderdrukt, {named.count('ontbreekt')} ontbreken."
    )
    index = publish(workspace)
    say(f"Gepubliceerd: {index}")
    return index


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
