"""The example, written once, taken in and folded once for all tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time

import ibis
import pytest

from tests import small_town
from wijzer.engines import duckdb as engine_duckdb
from wijzer.facts import folding, store
from wijzer.intake import Intake, IntakeResult, Journal, Keys, StorePaths

TOWNS = {"0293": "Westervoort", "0226": "Duiven"}
NOW = datetime.combine(small_town.KNOWN_ON, time(9), UTC)


@dataclass(frozen=True)
class TakenIn:
    """The example after intake and folding."""

    summary: small_town.ExampleSummary
    result: IntakeResult
    facts: dict[str, ibis.Table]


@pytest.fixture(scope="session")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> small_town.ExampleSummary:
    return small_town.write(tmp_path_factory.mktemp("voorbeeld") / "inbox")


@pytest.fixture(scope="session")
def taken_in(inbox: small_town.ExampleSummary, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TakenIn]:
    base = tmp_path_factory.mktemp("voorbeeld_werkmap")
    paths = StorePaths(base / "data")
    paths.create()
    result = Intake(paths, Keys.create(base / "sleutel"), TOWNS).take_in([inbox.folder], NOW)
    journal = Journal.open_readonly(paths)
    with engine_duckdb.open(threads=2, memory="2GB") as engine:
        records = engine.records({name: journal.committed_files(name) for name in journal.records()})
        facts = folding.fold(records, small_town.KNOWN_ON, keep=engine.keep)
        store.write(facts, base / "feiten", engine)
        yield TakenIn(inbox, result, store.read(base / "feiten", engine))
