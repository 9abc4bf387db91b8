"""Intake as others see it: take files in, rebuild the records from the archive, end retention terms."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from wijzer.intake.journal import KEY_CHECK, Journal, JournalReader
from wijzer.intake.keys import Keys
from wijzer.intake.lock import only_one
from wijzer.intake.manifest import Manifest
from wijzer.intake.outcome import IntakeResult, Progress, RetentionResult, outcome_of
from wijzer.intake.problems import JoinProblem, StoreProblem
from wijzer.intake.pseudonyms import JoinBasis
from wijzer.intake.rebuild import rebuild
from wijzer.intake.retention import retention
from wijzer.intake.settings import Settings
from wijzer.intake.sources import Source, expand
from wijzer.intake.store import StorePaths, store_errors
from wijzer.intake.taker import Taker, collector_paused
from wijzer.intake.tidy import tidy
from wijzer.intake.workers import read_in_processes

_JOIN = "koppeling:"


class Intake:
    """Takes files into one workspace. One run at a time; another waits ``wait_seconds`` for its turn.

    ``gemeenten`` gives code and name of the gemeenten of the workspace, ``joins`` those that join the
    laws, with the basis for it. With ``processes`` above 1 files are read side by side. ``progress`` is
    called after each batch.

    Raises KeyProblem, before anything is written, when the key is not the one of this workspace.
    """

    def __init__(
        self,
        paths: StorePaths,
        keys: Keys,
        gemeenten: Mapping[str, str],
        joins: Mapping[str, JoinBasis] | None = None,
        *,
        processes: int = 1,
        wait_seconds: float = 600.0,
        progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self._settings = Settings(paths, keys, dict(gemeenten), dict(joins or {}))
        self._paths = paths
        self._processes = processes
        self._wait_seconds = wait_seconds
        self._progress = progress
        check_key(paths, keys)

    def take_in(self, places: Sequence[Path], now: datetime) -> IntakeResult:
        """Take in all files in ``places``; ``now`` is written in the journal.

        Raises IntakeBusy, KeyProblem, JoinProblem or StoreProblem. What was committed before that counts.
        """
        result, found = IntakeResult(), 0

        def count() -> None:
            nonlocal found
            found += 1

        with self._open() as journal:
            self._settle_joins(journal)
            for manifest in self._manifests(journal, expand(places), count):
                journal.commit(manifest, now.isoformat(), "inname", self._settings.keys.names)
                self._note(result, manifest, found)
        return result

    def rebuild(self, now: datetime) -> IntakeResult:
        """Read every original in the archive again into new records, and let those count instead."""
        with self._open() as journal, store_errors(self._paths.data):
            manifests = rebuild(self._settings, journal, now.isoformat())
            self._settle_joins(journal, anew=True)
            result = IntakeResult()
            for manifest in manifests:
                self._note(result, manifest, 0)
            tidy(self._paths, journal)
        return result

    def retention(self, terms: Mapping[str, int], today: date) -> RetentionResult:
        """Remove the originals whose term has passed, and note that; a rebuild gives the rest.

        ``terms`` are years by source: ``berichten`` or a number (``323``), ``aanleveringen`` or the name
        of a delivery, ``quarantaine``. The most precise name holds; a source without term is kept.
        """
        with self._open() as journal, store_errors(self._paths.data):
            result = retention(self._settings, journal, terms, today)
            tidy(self._paths, journal)
        return result

    @contextmanager
    def _open(self) -> Iterator[Journal]:
        check_key(self._paths, self._settings.keys)
        self._paths.create()
        with only_one(self._paths.lock, self._wait_seconds):
            check_key(self._paths, self._settings.keys)
            journal = Journal.open(self._paths, self._settings.keys.check)
            try:
                tidy(self._paths, journal)
                yield journal
            finally:
                journal.close()

    def _manifests(
        self, journal: Journal, sources: Iterator[Source], count: Callable[[], None]
    ) -> Iterator[Manifest]:
        if self._processes > 1:
            yield from read_in_processes(self._settings, journal, sources, self._processes, count)
            return
        taker = Taker(self._settings, journal)
        try:
            with store_errors(self._paths.data), collector_paused():
                for source in sources:
                    count()
                    yield from taker.take(source)
                yield from taker.finish()
        finally:
            taker.close()

    def _note(self, result: IntakeResult, manifest: Manifest, found: int) -> None:
        result.batches += 1
        for entry in manifest.files:
            result.outcomes.append(outcome_of(entry, self._paths))
            result.bytes += entry.size
        if self._progress is not None:
            self._progress(Progress(len(result.outcomes), found, result.bytes))

    def _settle_joins(self, journal: Journal, *, anew: bool = False) -> None:
        """Keep for each gemeente whether the laws are joined; records are made with one choice only."""
        if not anew:
            _must_join_alike(journal, self._settings.gemeenten, self._settings.joins)
        for gemeente in self._settings.gemeenten:
            journal.set_setting(_JOIN + gemeente, _joined(gemeente, self._settings.joins))


def check_joins(paths: StorePaths, gemeenten: Iterable[str], joins: Container[str]) -> None:
    """Raise JoinProblem when records were made with another choice to join laws; writes nothing."""
    if not paths.journal.exists():
        return
    journal = Journal.open_readonly(paths)
    try:
        _must_join_alike(journal, gemeenten, joins)
    finally:
        journal.close()


def _joined(gemeente: str, joins: Container[str]) -> str:
    return "samen" if gemeente in joins else "apart"


def _must_join_alike(journal: JournalReader, gemeenten: Iterable[str], joins: Container[str]) -> None:
    for gemeente in gemeenten:
        wanted, known = _joined(gemeente, joins), journal.setting(_JOIN + gemeente)
        if known is not None and known != wanted:
            raise JoinProblem(
                f"Voor gemeente {gemeente} zijn de gegevens ingenomen met wetten {known}, en de "
                f"configuratie zegt nu {wanted}. Er is niets geschreven. Draai wijzer rebuild om alles "
                "met de nieuwe keuze op te bouwen, of zet de keuze in wijzer.toml terug."
            )


def check_key(paths: StorePaths, keys: Keys) -> None:
    """Raise KeyProblem when ``keys`` are not those of the workspace; writes nothing.

    Raises StoreProblem when the journal is gone while the archive is not empty.
    """
    if not paths.journal.exists():
        if paths.archive.is_dir() and any(paths.archive.glob("*.pak")):
            raise StoreProblem(
                f"Het journaal {paths.journal} ontbreekt, terwijl het archief gevuld is. Zet het journaal "
                "terug uit een reservekopie; zonder journaal is niet te zeggen wat geldt."
            )
        return
    journal = Journal.open_readonly(paths)
    try:
        known = journal.setting(KEY_CHECK)
    finally:
        journal.close()
    if known is not None:
        keys.must_equal(known)
