"""Towns side by side: what one town left, put down again under other codes, until it is large enough.

A copy has another gemeente code, other pseudonyms and other names of files, so that nobody and nothing is
in two towns; numbers, days and amounts stay, as every gemeente numbers for itself. Facts are written as
`wijzer.facts.store` writes them: Parquet, a file a gemeente and table, sorted by key.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from wijzer.engines import duckdb
from wijzer.engines.duckdb import Engine
from wijzer.facts.declaration import Record, Table
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import types_of
from wijzer.facts.tables import TABLES

SET = "naast_elkaar"
_FIRST_CODE = 3000
"""Codes of copies begin here: above the codes that Statistics Netherlands gives."""
_PLACES = ("gemeente", "afzender", "ontvanger")
_NAMES = ("client", "adres", "huishouden", "bericht", "aanlevering")


@dataclass(frozen=True, slots=True)
class Copy:
    """The facts or records of one town, once more; number 0 of a town is the town itself."""

    source: Path
    number: int
    codes: Mapping[str, str]


def copies(towns: Sequence[tuple[Path, Sequence[str], int]], lines: int) -> list[Copy]:
    """Say which towns (folder, gemeenten, declared lines), how often, are together at least so many lines."""
    found: list[Copy] = []
    total, code = 0, _FIRST_CODE
    while total < lines:
        folder, gemeenten, its_lines = towns[len(found) % len(towns)]
        own = len(found) == 0
        codes = {old: old if own else f"{code + place:04d}" for place, old in enumerate(gemeenten)}
        found.append(Copy(folder, len(found), codes))
        code += len(gemeenten)
        total += its_lines
    return found


def write_facts(wanted: Iterable[Copy], folder: Path, processes: int) -> None:
    """Write the facts of all copies as one set into ``folder``; `store.read` reads it."""
    base = folder / "folded"
    for name in TABLES:
        (base / SET / name).mkdir(parents=True)
    _all(partial(_copy_facts, base / SET), wanted, processes)
    (base / "current").write_text(f"{SET}\n\n", encoding="utf-8")


def write_records(wanted: Iterable[Copy], folder: Path, processes: int) -> None:
    """Write the records of all copies: ``<record>/<number of the copy>.parquet``."""
    for name in RECORDS:
        (folder / name).mkdir(parents=True)
    _all(partial(_copy_records, folder), wanted, processes)


def _all(write: partial[None], wanted: Iterable[Copy], processes: int) -> None:
    with ProcessPoolExecutor(processes, get_context("spawn")) as pool:
        list(pool.map(write, wanted))


def _copy_facts(target: Path, copy: Copy) -> None:
    (current,) = (copy.source / "folded").glob("*/bericht")
    with duckdb.open(threads=1, memory="1GB") as engine:
        for name, table in TABLES.items():
            for found in sorted((current.parent / name).rglob("facts.parquet")):
                old = found.parent.name.partition("=")[2]
                place = target / name / (f"gemeente={copy.codes[old]}" if old else "")
                if old or copy.number == 0:
                    place.mkdir(exist_ok=True)
                    order = ", ".join(f'"{column}" ASC NULLS FIRST' for column in table.key)
                    _put(engine, [found], table, copy, place / found.name, f"ORDER BY {order}")


def _copy_records(target: Path, copy: Copy) -> None:
    with duckdb.open(threads=1, memory="1GB") as engine:
        for name, record in RECORDS.items():
            files = sorted((copy.source / name).rglob("*.parquet"))
            if files:
                _put(engine, files, record, copy, target / name / f"{copy.number:05d}.parquet")


def _put(
    engine: Engine, files: Sequence[Path], declared: Table | Record, copy: Copy, path: Path, rest: str = ""
) -> None:
    """Write the rows of files to another, under the codes and names of the copy."""
    replaced = [(name, _replaced(name, dtype, copy)) for name, dtype in types_of(declared).items()]
    columns = ", ".join(f'{new} AS "{name}"' for name, new in replaced)
    listed = ", ".join(f"'{file}'" for file in files)
    rows = f"read_parquet([{listed}], union_by_name = true, hive_partitioning = false)"
    query = f"SELECT {columns} FROM {rows} {rest}"
    engine.backend.raw_sql(f"COPY ({query}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")


def _replaced(name: str, dtype: str, copy: Copy) -> str:
    if name in _PLACES:
        cases = " ".join(f"WHEN '{old}' THEN '{new}'" for old, new in copy.codes.items())
        return f'CASE "{name}" {cases} ELSE "{name}" END'
    if copy.number and dtype == "string" and (name in _NAMES or name.endswith("_bericht")):
        return f"md5(\"{name}\" || '/{copy.number}')"
    return f'"{name}"'
