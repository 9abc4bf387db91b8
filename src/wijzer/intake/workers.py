"""Reading in several processes: each has batches of its own, the parent alone writes the journal.

The parent reads too, so two processes are the parent and one more; whoever is free gets the next files.
Two processes may read the same content at the same moment. The parent lets the first count and takes the
second out of its batch, so that it makes no difference.
"""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any

from wijzer.intake.doubles import Doubles
from wijzer.intake.journal_reader import JournalReader
from wijzer.intake.manifest import Manifest
from wijzer.intake.problems import IntakeProblem
from wijzer.intake.settings import Settings
from wijzer.intake.sources import Source
from wijzer.intake.store import store_errors
from wijzer.intake.taker import Taker, collector_paused

_CHUNK_FILES = 64
_CHUNK_BYTES = 2 << 20
_AHEAD = 3
"""How many chunks a process has in hand, so that it need not wait while the parent is busy."""


def read_in_processes(
    settings: Settings,
    journal: JournalReader,
    sources: Iterator[Source],
    count: int,
    found: Callable[[], None],
) -> Iterator[Manifest]:
    """Give the manifests of all batches as they come, in any order; ``found`` is told of each source.

    Raises the IntakeProblem of a process, or one that says that a process died.
    """
    crew = _Crew(settings, count - 1)
    taker = Taker(settings, journal)
    doubles = Doubles(settings)
    try:
        with store_errors(settings.paths.data), collector_paused():
            for manifest in crew.run(taker, _chunks(sources, found)):
                doubles.take_out(manifest)
                yield manifest
    finally:
        taker.close()
        crew.stop()


def _chunks(sources: Iterator[Source], found: Callable[[], None]) -> Iterator[list[Source]]:
    chunk: list[Source] = []
    size = 0
    for source in sources:
        found()
        chunk.append(source)
        size += source.size
        if len(chunk) >= _CHUNK_FILES or size >= _CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


class _Crew:
    """The other processes, and what each has in hand."""

    def __init__(self, settings: Settings, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._busy: dict[Connection, int] = {}
        self._processes: list[Any] = []
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, settings), daemon=True)
            process.start()
            theirs.close()
            self._busy[ours] = 0
            self._processes.append(process)
        self._connections = list(self._busy)

    def run(self, taker: Taker, chunks: Iterator[list[Source]]) -> Iterator[Manifest]:
        chunk: list[Source] | None = []
        while chunk is not None:
            self._feed(chunks)
            chunk = next(chunks, None)
            for source in chunk or ():
                yield from taker.take(source)
            yield from self._heard(0.0)
        for connection in self._busy:
            connection.send(None)
        yield from taker.finish()
        while self._busy:
            yield from self._heard(None)

    def _feed(self, chunks: Iterator[list[Source]]) -> None:
        for connection, ahead in self._busy.items():
            for chunk in (next(chunks, None) for _ in range(_AHEAD - ahead)):
                if chunk is not None:
                    connection.send(chunk)
                    self._busy[connection] += 1

    def _heard(self, timeout: float | None) -> Iterator[Manifest]:
        for connection in wait(list(self._busy), timeout):
            if not isinstance(connection, Connection):
                continue
            kind, content = _receive(connection)
            if kind == "problem":
                raise content
            if kind == "manifest":
                yield content
            elif kind == "taken":
                self._busy[connection] -= 1
            else:
                del self._busy[connection]

    def stop(self) -> None:
        """End the processes; what they did not hand over does not count."""
        for connection in self._connections:
            connection.close()
        for process in self._processes:
            process.terminate()
            process.join()


def _receive(connection: Connection) -> tuple[str, Any]:
    try:
        message: tuple[str, Any] = connection.recv()
    except (EOFError, OSError):
        raise IntakeProblem(
            "Een deelproces van de inname is onverwacht gestopt (misschien was er te weinig geheugen). "
            "Wat al in het journaal stond, blijft gelden. Start opnieuw, eventueel met één proces."
        ) from None
    return message


def _unforeseen(error: Exception) -> IntakeProblem:
    """Return what is told of an error that nobody foresaw: its kind and place, not its text."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return IntakeProblem(
        "In een deelproces van de inname ging iets mis dat Wijzer niet had voorzien "
        f"({type(error).__name__}, {Path(frame.filename).name}, regel {frame.lineno}). "
        "Wat al in het journaal stond, blijft gelden. "
        "Meld dit met deze plaats; zie SECURITY.md voor wat u nooit meestuurt."
    )


def _work(connection: Connection, settings: Settings) -> None:
    """Read what the parent sends until there is no more; the body of one process."""
    journal = JournalReader.open_readonly(settings.paths)
    taker = Taker(settings, journal)
    try:
        with store_errors(settings.paths.data), collector_paused():
            for chunk in iter(connection.recv, None):
                for source in chunk:
                    for manifest in taker.take(source):
                        connection.send(("manifest", manifest))
                connection.send(("taken", None))
            for manifest in taker.finish():
                connection.send(("manifest", manifest))
            connection.send(("done", None))
    except IntakeProblem as problem:
        taker.close()
        connection.send(("problem", problem))
    except Exception as error:
        # Else Python prints its text, which may quote what was read.
        taker.close()
        connection.send(("problem", _unforeseen(error)))
    finally:
        journal.close()
