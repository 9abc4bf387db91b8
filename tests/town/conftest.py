"""A small model municipality, taken in and folded once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

import ibis
import pytest

from wijzer.engines import duckdb as engine_duckdb
from wijzer.engines.duckdb import Engine
from wijzer.example.town import Settings, TownSummary, gemeente, write
from wijzer.facts import store
from wijzer.intake import Intake, IntakeResult, Journal, Keys, StorePaths

PAIR = (gemeente("westervoort"), gemeente("duiven"))
NAMES = {place.code: place.name for place in PAIR}
SMALL = Settings(PAIR, 2019, 2021, seed=1, scale=40)


@dataclass(frozen=True)
class Taken:
    """A town that was taken in."""

    settings: Settings
    town: TownSummary
    result: IntakeResult
    paths: StorePaths

    @contextmanager
    def facts(self, known_on: date | None = None) -> Iterator[dict[str, ibis.Table]]:
        """Fold what was known on a day (the closing unless given), and give the tables of facts."""
        journal = Journal.open_readonly(self.paths)
        known_on = known_on or self.settings.closing
        with engine_duckdb.open(threads=2, memory="2GB") as engine:
            yield self._folded(engine, journal, known_on)

    def _folded(self, engine: Engine, journal: Journal, known_on: date) -> dict[str, ibis.Table]:
        files = {name: journal.committed_files(name) for name in journal.records()}
        folder = self.paths.data / f"feiten_{known_on}"
        store.write(engine.fold(files, known_on), folder, engine)
        return store.read(folder, engine)


def take_in(base: Path, settings: Settings, keys: Keys) -> Taken:
    """Write a town and take in its inbox, in a workspace of its own, without any further setting."""
    town = write(base / "town", settings)
    paths = StorePaths(base / "data")
    paths.create()
    now = datetime.combine(settings.closing, time(9), UTC)
    names = {place.code: place.name for place in settings.gemeenten}
    result = Intake(paths, keys, names).take_in([base / "town" / "inbox"], now)
    return Taken(settings, town, result, paths)


Towns = Callable[[Settings], Taken]


@pytest.fixture(scope="session")
def towns(tmp_path_factory: pytest.TempPathFactory) -> Towns:
    """Give a town as asked, each one made and taken in once; people have the same pseudonyms in all."""
    made: dict[Settings, Taken] = {}
    keys = Keys.create(tmp_path_factory.mktemp("sleutel") / "sleutel")

    def give(settings: Settings) -> Taken:
        if settings not in made:
            made[settings] = take_in(tmp_path_factory.mktemp("modelgemeente"), settings, keys)
        return made[settings]

    return give


@pytest.fixture(scope="session")
def small(towns: Towns) -> Taken:
    """The small town that most tests look at."""
    return towns(SMALL)
