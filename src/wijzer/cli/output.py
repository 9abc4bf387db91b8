"""How the command line speaks: plain Dutch on the screen, JSON where a program reads it.

Results go to standard output, progress and errors to standard error, so that a pipe holds results alone.
"""

from __future__ import annotations

import json
import os
import sys
import textwrap
import traceback
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from wijzer.flows.errors import UNFORESEEN, foreseen
from wijzer.values import bsn
from wijzer.values.euro import format_number

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
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in headings:
        # A path or a code that does not fit goes on at the next line: half of it is of no use.
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row))
    console = Console()
    if not console.is_terminal:
        console = Console(width=200)
    console.print(table)


def say_item(head: str, *lines: str | None) -> None:
    """Print a heading and under it lines with an indent, wrapped to the screen; absent lines fall off."""
    console = Console()
    width = min(console.width, 100) if console.is_terminal else 100
    say(head)
    for line in filter(None, lines):
        for part in textwrap.wrap(line, width - 4, break_long_words=False, break_on_hyphens=False):
            say(f"    {part}")


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
    if isinstance(value, bool):
        return Text("ja" if value else "nee")
    if isinstance(value, float):
        return Text(format_number(value, 0 if value.is_integer() else 2))
    return Text(str(value) if isinstance(value, int) else readable(str(value)))


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
    print(
        f"Fout: er ging iets mis dat Wijzer niet had voorzien ({type(error).__name__}).\n"
        f"  Waar: {_place(error)}\n"
        f"  Wat te doen: meld dit met de plaats hierboven; zie SECURITY.md voor wat u nooit meestuurt.",
        file=sys.stderr,
    )
    return UNFORESEEN


def _place(error: Exception) -> str:
    """Name the last line of our own that the error came by, without the folders of this computer."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "wijzer" in Path(frame.filename).parts[:-1]]
    frame = (ours or frames)[-1]
    parts = Path(frame.filename).parts
    if ours:
        start = len(parts) - 1 - parts[::-1].index("wijzer")
        return f"{'/'.join(parts[start:])}, regel {frame.lineno}"
    return f"{parts[-1]}, regel {frame.lineno}"


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
