"""Reading in several processes: each has its own batches, the parent alone writes the journal.

Files of one size always go to the same process. Two files with the same content have the same size, so
whether a file was seen before is decided in one process, without talking to the others.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, wait
from typing import Any

from wijzer.intake.journal_reader import JournalReader
from wijzer.intake.manifest import Manifest
from wijzer.intake.problems import IntakeProblem
from wijzer.intake.settings import Settings
from wijzer.intake.sources import Source
from wijzer.intake.store import store_errors
from wijzer.intake.taker import Taker, collector_paused

_CHUNK_FILES = 64
_CHUNK_BYTES = 2 << 20


def read_in_processes(
    settings: Settings, sources: Iterator[Source], count: int, found: Callable[[], None]
) -> Iterator[Manifest]:
    """Give the manifests of all batches as they come, in any order; ``found`` is told of each source.

    Raises the IntakeProblem of a process, or one that says that a process died.
    """
    crew = _Crew(settings, count)
    try:
        yield from crew.run(sources, found)
    finally:
        crew.stop()


class _Crew:
    def __init__(self, settings: Settings, count: int) -> None:
        context = multiprocessing.get_context("spawn")
        self._queues: list[deque[Source]] = [deque() for _ in range(count)]
        self._load = [0] * count
        self._by_size: dict[int, int] = {}
        self._connections: list[Connection] = []
        self._processes: list[Any] = []
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, settings), daemon=True)
            process.start()
            theirs.close()
            self._connections.append(ours)
            self._processes.append(process)

    def run(self, sources: Iterator[Source], found: Callable[[], None]) -> Iterator[Manifest]:
        busy = dict(enumerate(self._connections))
        while busy:
            for ready in wait(list(busy.values())):
                number = next(key for key, connection in busy.items() if connection is ready)
                kind, content = self._receive(number)
                if kind == "problem":
                    raise content
                if kind == "manifest":
                    yield content
                elif kind == "done":
                    del busy[number]
                else:
                    self._connections[number].send(self._chunk(number, sources, found))

    def _receive(self, number: int) -> tuple[str, Any]:
        try:
            message: tuple[str, Any] = self._connections[number].recv()
        except (EOFError, OSError):
            raise IntakeProblem(
                "Een deelproces van de inname is onverwacht gestopt (misschien was er te weinig geheugen). "
                "Wat al in het journaal stond, blijft gelden. Start opnieuw, eventueel met één proces."
            ) from None
        return message

    def _chunk(
        self, number: int, sources: Iterator[Source], found: Callable[[], None]
    ) -> list[Source] | None:
        """Return the next files for one process; None when there are no more."""
        queue, size = self._queues[number], 0
        chunk: list[Source] = []
        while len(chunk) < _CHUNK_FILES and size < _CHUNK_BYTES:
            if not queue:
                source = next(sources, None)
                if source is None:
                    break
                found()
                self._queues[self._worker_for(source)].append(source)
                continue
            chunk.append(queue.popleft())
            size += chunk[-1].size
        return chunk or None

    def _worker_for(self, source: Source) -> int:
        worker = self._by_size.get(source.size)
        if worker is None:
            worker = self._by_size[source.size] = self._load.index(min(self._load))
        self._load[worker] += source.size
        return worker

    def stop(self) -> None:
        """End the processes; what they did not hand over does not count."""
        for connection in self._connections:
            connection.close()
        for process in self._processes:
            process.terminate()
            process.join()


def _work(connection: Connection, settings: Settings) -> None:
    """Read what the parent sends until there is no more; the body of one process."""
    journal = JournalReader.open_readonly(settings.paths)
    taker = Taker(settings, journal)
    try:
        with store_errors(settings.paths.data), collector_paused():
            _serve(connection, taker)
    except IntakeProblem as problem:
        taker.close()
        connection.send(("problem", problem))
    finally:
        journal.close()


def _serve(connection: Connection, taker: Taker) -> None:
    while True:
        connection.send(("ready", None))
        chunk: list[Source] | None = connection.recv()
        if chunk is None:
            break
        for source in chunk:
            for manifest in taker.take(source):
                connection.send(("manifest", manifest))
    for manifest in taker.finish():
        connection.send(("manifest", manifest))
    connection.send(("done", None))
