"""The store: fact tables as Parquet files, one a gemeente, replaced all at once.

A set of facts is a folder named after its content (``folded/<digest>/<table>/gemeente=0293/facts.parquet``).
The file ``folded/current`` names the set that holds. A new set is written beside the old one, then the file
is replaced in one step: whoever reads, or crashes, sees the old set or the new one. Rows are sorted by
key, so the same facts are the same files. A second line of ``current`` tells what the set was made from.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Protocol

import ibis
import pyarrow as pa

from wijzer.facts.answering import Answering, FactTables
from wijzer.facts.declaration import Record, Table
from wijzer.facts.schema import empty
from wijzer.facts.tables import TABLES

_FOLDER, _CURRENT, _BUILDING, _FILE = "folded", "current", "building", "facts.parquet"


class Engine(Answering, Protocol):
    """What the store asks of an engine."""

    def keep(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once."""

    def read_parquet(self, files: Sequence[Path], declared: Table | Record) -> ibis.Table:
        """Return one table over Parquet files."""

    def write_parquet(self, table: ibis.Table, path: Path) -> None:
        """Write a table to one Parquet file, rows in the order of the table."""

    def execute(self, table: ibis.Table) -> pa.Table:
        """Return the rows of a table."""


def write(facts: Mapping[str, ibis.Table], folder: Path, engine: Engine, source: str = "") -> str:
    """Replace the facts in ``folder`` (``data/facts``) by ``facts`` and return the digest of the new set.

    All declared tables must be there. ``source`` is the caller's word for what they were made from, one
    line. Folders are closed to other users. One writer at a time: the caller holds the lock of the workspace.
    """
    base = folder / _FOLDER
    base.mkdir(mode=0o700, parents=True, exist_ok=True)
    building = base / _BUILDING
    _remove(building)
    building.mkdir(mode=0o700)
    for name, table in TABLES.items():
        _write_table(table, facts[name], building / name, engine)
    digest = _digest(building)
    if digest == _digest_now(base):
        _remove(building)
    else:
        _remove(base / digest)
        building.rename(base / digest)
    _point(base, digest, source)
    for stale in base.iterdir():
        if stale.is_dir() and stale.name != digest:
            _remove(stale)
    return digest


def read(folder: Path, engine: Engine) -> FactTables:
    """Return the fact tables in ``folder`` (``data/facts``); all are empty when nothing was folded yet."""
    base = folder / _FOLDER
    digest = _digest_now(base)

    def reader(table: Table) -> Callable[[], ibis.Table]:
        if digest is None:
            return lambda: empty(table)
        return lambda: engine.read_parquet(sorted((base / digest / table.name).rglob(_FILE)), table)

    readers = {name: reader(table) for name, table in TABLES.items()}
    return FactTables(readers, engine, _gemeenten(base / digest) if digest else frozenset())


def _gemeenten(folder: Path) -> frozenset[str]:
    """Return the gemeenten of a set of facts, by its folders."""
    return frozenset(part.name.partition("=")[2] for part in folder.glob("*/gemeente=*"))


def source_of(folder: Path) -> str | None:
    """Return what the facts in ``folder`` were made from, None when there are no facts."""
    lines = _pointer(folder / _FOLDER)
    return lines[1] if len(lines) > 1 else None


def _write_table(declared: Table, table: ibis.Table, target: Path, engine: Engine) -> None:
    target.mkdir(mode=0o700)
    ordered = [ibis.asc(column, nulls_first=True) for column in declared.key]
    if not declared.partition:
        _write_file(table.order_by(ordered), target, engine)
        return
    (column,) = declared.partition
    kept = table if _is_computed(table) else engine.keep(declared.name, table)
    for gemeente in sorted(engine.execute(kept.select(column).distinct())[column].to_pylist()):
        part = target / f"{column}={gemeente}"
        part.mkdir(mode=0o700)
        rows = kept.filter(kept[column] == gemeente).order_by(ordered)
        _write_file(rows, part, engine)


def _is_computed(table: ibis.Table) -> bool:
    """Say whether a table already stands in the database, so that keeping it would only copy it."""
    return isinstance(table.op(), ibis.expr.operations.DatabaseTable)


def _write_file(table: ibis.Table, target: Path, engine: Engine) -> None:
    """Write a file that only its owner can read, also when the folder around it is copied elsewhere."""
    path = target / _FILE
    path.touch(mode=0o600)
    engine.write_parquet(table, path)
    path.chmod(0o600)


def _digest(folder: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(folder.rglob(_FILE)):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode())
        with path.open("rb") as stream:
            total.update(hashlib.file_digest(stream, "sha256").digest())
    return total.hexdigest()[:32]


def _digest_now(base: Path) -> str | None:
    lines = _pointer(base)
    return lines[0] if lines else None


def _pointer(base: Path) -> list[str]:
    pointer = base / _CURRENT
    return pointer.read_text(encoding="utf-8").splitlines() if pointer.is_file() else []


def _point(base: Path, digest: str, source: str) -> None:
    new = base / f"{_CURRENT}.new"
    with new.open("w", encoding="utf-8") as stream:
        stream.write(f"{digest}\n{source}\n")
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(base / _CURRENT)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
