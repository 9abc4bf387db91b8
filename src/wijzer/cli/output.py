"""How the command line speaks: plain Dutch on the screen, JSON where a program reads it.

Results go to standard output, progress and errors to standard error, so that a pipe holds results alone.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table

from wijzer.flows.errors import UNFORESEEN, foreseen
from wijzer.values import bsn

DEBUG = "WIJZER_DEBUG"


def say(line: str = "") -> None:
    """Print one line of a result; a number that could be a BSN is blacked out."""
    print(bsn.mask(line))


def say_json(content: Any) -> None:
    """Print ``content`` as JSON, keys in the order given."""
    print(bsn.mask(json.dumps(content, ensure_ascii=False, indent=2, default=str)))


def say_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table with headings, as wide as the screen allows, or plain in a pipe."""
    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*(bsn.mask("–" if cell is None else str(cell)) for cell in row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=200)
    console.print(table)


def complain(error: Exception) -> int:
    """Print what went wrong, where, and what to do; give the exit code that belongs to it.

    An error that nobody foresaw is shown without its text, since that may quote what was read. With
    WIJZER_DEBUG=1 in the environment the whole traceback is shown, to a developer with test data.
    """
    known = foreseen(error)
    if known is not None:
        text, code = known
        print(f"Fout: {bsn.mask(text)}", file=sys.stderr)
        return code
    if os.environ.get(DEBUG):
        traceback.print_exception(error)
        return UNFORESEEN
    frame = traceback.extract_tb(error.__traceback__)[-1]
    module = frame.filename.replace(os.sep, "/").rpartition("/src/")[2].rpartition("site-packages/")[2]
    print(
        f"Fout: er ging iets mis dat Wijzer niet had voorzien ({type(error).__name__}).\n"
        f"  Waar: {module}, regel {frame.lineno}\n"
        f"  Wat te doen: meld dit met de plaats hierboven; zie SECURITY.md voor wat u nooit meestuurt.",
        file=sys.stderr,
    )
    return UNFORESEEN


@contextmanager
def progress_bar(label: str) -> Iterator[Any]:
    """Show a bar on standard error while work goes on; yields ``report(done, total)``.

    Outside a terminal nothing is drawn.
    """
    console = Console(stderr=True)
    columns = (TextColumn(label), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task(label, total=None)

        def report(done: int, total: int | None) -> None:
            bar.update(task, completed=done, total=total)

        yield report
