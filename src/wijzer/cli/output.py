"""How the command line speaks: plain Dutch on the screen, JSON where a program reads it.

Results go to standard output, progress and errors to standard error, so that a pipe holds results alone.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from wijzer.flows.errors import UNFORESEEN, foreseen
from wijzer.values import bsn

DEBUG = "WIJZER_DEBUG"


def say(line: str = "") -> None:
    """Print one line of a result; see ``readable``."""
    print(readable(line))


def say_published(text: str) -> None:
    """Print a file of published values as it is: its numbers may look like a BSN and are none."""
    print(text)


def say_json(content: Any) -> None:
    """Print ``content`` as JSON, keys in the order given; texts in it are made ``readable``."""
    print(json.dumps(_readable_texts(content), ensure_ascii=False, indent=2, default=str))


def say_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print a table with headings, as wide as the screen allows, or plain in a pipe."""
    table = Table(*headings, box=None, pad_edge=False, header_style="bold")
    for row in rows:
        table.add_row(*map(_cell, row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=200)
    console.print(table)


def readable(text: str) -> str:
    """Return ``text`` as it may stand on a screen.

    A number that could be a BSN is blacked out, and characters that steer a terminal (colours, cursor,
    direction of writing), which the name of a file may hold, become question marks.
    """
    if not text.isprintable():
        text = "".join("?" if unicodedata.category(one)[0] == "C" and one != "\n" else one for one in text)
    return bsn.mask(text)


def _readable_texts(content: Any) -> Any:
    if isinstance(content, str):
        return readable(content)
    if isinstance(content, Mapping):
        return {key: _readable_texts(value) for key, value in content.items()}
    if isinstance(content, list | tuple):
        return [_readable_texts(value) for value in content]
    return content


def _cell(value: object) -> Text:
    """Make a cell; as ``Text``, since square brackets in the name of a file are no layout. Numbers stay."""
    if value is None:
        return Text("–")
    return Text(str(value) if isinstance(value, int | float) else readable(str(value)))


def complain(error: Exception) -> int:
    """Print what went wrong, where, and what to do; give the exit code that belongs to it.

    An error that nobody foresaw is shown without its text, since that may quote what was read. With
    WIJZER_DEBUG=1 in the environment the whole traceback is shown, to a developer with test data.
    """
    known = foreseen(error)
    if known is not None:
        text, code = known
        print(f"Fout: {readable(text)}", file=sys.stderr)
        return code
    if os.environ.get(DEBUG):
        print(bsn.mask("".join(traceback.format_exception(error))), end="", file=sys.stderr)
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
