"""The store: what is written is read, the same facts are the same files, and a crash leaves one whole set."""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.berichten import rows_of
from tests.helpers.tables import facts as fact_tables
from tests.helpers.vouwen import write_records
from tests.helpers.werelden import worlds
from wijzer.engines import duckdb
from wijzer.facts import store
from wijzer.facts.tables import TABLES

TOEWIJZINGEN = [
    {
        "gemeente": gemeente,
        "wet": "wmo",
        "toewijzingnummer": number,
        "product_bekend": False,
        "verwijderd": False,
        "geweigerd": False,
        "bron": "bericht",
        "ingangsdatum": "2022-01-01",
        "versies": 1,
    }
    for gemeente in ("0293", "0226")
    for number in (3, 1, 2)
]


@pytest.fixture
def engine() -> Iterator[duckdb.Engine]:
    with duckdb.open(threads=2) as opened:
        yield opened


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_files_and_folders_are_closed_to_others_whatever_the_umask(
    tmp_path: Path, engine: duckdb.Engine
) -> None:
    was = os.umask(0)
    try:
        store.write(fact_tables({"toewijzing": TOEWIJZINGEN}), tmp_path / "facts", engine)
    finally:
        os.umask(was)
    found = [path for path in (tmp_path / "facts" / "folded").rglob("*") if path.name != "current"]
    assert {oct(path.stat().st_mode & 0o777) for path in found if path.is_dir()} == {"0o700"}
    assert {oct(path.stat().st_mode & 0o777) for path in found if path.is_file()} == {"0o600"}


def test_what_is_written_is_read(tmp_path: Path, engine: duckdb.Engine) -> None:
    written = fact_tables({"toewijzing": TOEWIJZINGEN})
    store.write(written, tmp_path, engine)
    found = store.read(tmp_path, engine)
    assert list(found) == list(TABLES)
    rows = engine.execute(found["toewijzing"]).to_pylist()
    assert [(row["gemeente"], row["toewijzingnummer"]) for row in rows] == [
        ("0226", 1),
        ("0226", 2),
        ("0226", 3),
        ("0293", 1),
        ("0293", 2),
        ("0293", 3),
    ]
    assert {type(row["ingangsdatum"]).__name__ for row in rows} == {"date"}


def test_facts_stand_per_gemeente(tmp_path: Path, engine: duckdb.Engine) -> None:
    digest = store.write(fact_tables({"toewijzing": TOEWIJZINGEN}), tmp_path, engine)
    table = tmp_path / "folded" / digest / "toewijzing"
    assert sorted(path.name for path in table.iterdir()) == ["gemeente=0226", "gemeente=0293"]


def test_nothing_folded_yet_reads_as_empty_tables(tmp_path: Path, engine: duckdb.Engine) -> None:
    found = store.read(tmp_path, engine)
    assert {name: engine.execute(table.count()).as_py() for name, table in found.items()} == dict.fromkeys(
        TABLES, 0
    )


def test_facts_removed_and_rebuilt_are_the_same_files(tmp_path: Path, seed: int) -> None:
    rows = [rows_of(world, f"{n:04d}") for n, world in enumerate(worlds(random.Random(seed), 8))]
    digests, files = [], []
    for folder, threads in ((tmp_path / "one", 1), (tmp_path / "two", 2)):
        random.Random(len(digests)).shuffle(rows)
        folder.mkdir()
        with duckdb.open(threads=threads) as engine:
            facts = engine.fold(write_records(rows, folder))
            digests.append(store.write(facts, folder / "facts", engine))
        files.append(_files(folder / "facts"))
    assert digests[0] == digests[1]
    assert files[0] == files[1]


def test_writing_again_replaces_the_old_set(tmp_path: Path, engine: duckdb.Engine) -> None:
    old = store.write(fact_tables({"toewijzing": TOEWIJZINGEN}), tmp_path, engine)
    new = store.write(fact_tables({"toewijzing": TOEWIJZINGEN[:1]}), tmp_path, engine)
    assert old != new
    assert sorted(path.name for path in (tmp_path / "folded").iterdir()) == sorted([new, "current"])
    assert engine.execute(store.read(tmp_path, engine)["toewijzing"].count()).as_py() == 1


@pytest.mark.parametrize("step", ["_write_table", "_digest", "_point"])
def test_a_crash_leaves_the_old_set(
    step: str, tmp_path: Path, engine: duckdb.Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.write(fact_tables({"toewijzing": TOEWIJZINGEN}), tmp_path, engine)
    with monkeypatch.context() as broken:

        def crash(*_: object) -> None:
            raise KeyboardInterrupt

        broken.setattr(store, step, crash)
        with pytest.raises(KeyboardInterrupt):
            store.write(fact_tables({"toewijzing": TOEWIJZINGEN[:1]}), tmp_path, engine)
    assert engine.execute(store.read(tmp_path, engine)["toewijzing"].count()).as_py() == 6
    store.write(fact_tables({"toewijzing": TOEWIJZINGEN[:1]}), tmp_path, engine)
    assert engine.execute(store.read(tmp_path, engine)["toewijzing"].count()).as_py() == 1


def test_folders_are_closed_to_other_users(tmp_path: Path, engine: duckdb.Engine) -> None:
    store.write(fact_tables({"toewijzing": TOEWIJZINGEN}), tmp_path / "facts", engine)
    modes = {
        path.stat().st_mode & 0o077 for path in (tmp_path / "facts" / "folded").rglob("*") if path.is_dir()
    }
    assert modes == {0}
    assert (tmp_path / "facts" / "folded").stat().st_mode & 0o077 == 0
