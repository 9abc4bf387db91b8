"""DuckDB: a database in the process, on files, with limits on threads and memory.

What it cannot do: nothing that folding and indicators ask for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from types import TracebackType

import duckdb
import ibis
import pyarrow as pa
from ibis.backends.duckdb import Backend

from wijzer.engines.answers import Answers
from wijzer.engines.errors import EngineError
from wijzer.engines.plan import Plan, fold_plan
from wijzer.engines.plan_file import keep_plan, read_plan
from wijzer.facts.answering import Build, FactTables, Rows
from wijzer.facts.declaration import Record, Table
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import conform, empty, types_of


class Engine:
    """One DuckDB in memory that reads and writes Parquet; close it, or use it in a ``with``.

    ``backend`` is the Ibis backend for whoever wants to compose queries; results go through ``execute``.
    """

    def __init__(self, backend: ibis.BaseBackend, temporary: Path | None = None) -> None:
        self.backend = backend
        self._temporary = temporary
        self._answers = Answers(backend, temporary)

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let the database go, and all that was kept in it."""
        self.backend.disconnect()

    def records(self, files: Mapping[str, Sequence[Path]]) -> dict[str, ibis.Table]:
        """Return every declared record dataset over its files, with the declared columns.

        A dataset without files is empty. Datasets that folding does not read are passed over. Raises
        :class:`EngineError` when a file lacks a declared column or cannot be read.
        """
        return {name: self.read_parquet(files.get(name, ()), record) for name, record in RECORDS.items()}

    def fold(
        self, files: Mapping[str, Sequence[Path]], known_on: date | None = None
    ) -> dict[str, ibis.Table]:
        """Fold record files into the fact tables, as :func:`wijzer.facts.folding.fold` tells.

        Every step is computed once, from a plan that is compiled once and kept in the folder for temporary
        files. Raises :class:`EngineError` when a file lacks a declared column or cannot be read.
        """
        for name, record in RECORDS.items():
            query = self._query(files.get(name, ()), record)
            self.backend.raw_sql(f'CREATE OR REPLACE TEMP VIEW "{name}" AS {query}')
        plan = _plan(known_on, self._temporary)
        for name, rows in plan.constants.items():
            self.backend.con.register(name, rows)
        for step in plan.steps:
            self.backend.raw_sql(f'CREATE OR REPLACE TEMP TABLE "{step.name}" AS {step.sql}')
        return {name: self.backend.table(step) for name, step in plan.outputs.items()}

    def _query(self, files: Sequence[Path], record: Record) -> str:
        """Return the query that reads record files with the declared columns; without files no rows."""
        types = self.backend.compiler.type_mapper
        typed = {name: types.to_string(ibis.dtype(dtype)) for name, dtype in types_of(record).items()}
        if not files:
            nothing = ", ".join(f'NULL::{kind} AS "{name}"' for name, kind in typed.items())
            return f"SELECT {nothing} WHERE false"
        paths = [str(path) for path in sorted(files)]
        with _readable(record):
            found = self.backend.con.read_parquet(paths, union_by_name=True, hive_partitioning=False)
            _all_declared(record, found.columns)
        columns = ", ".join(f'"{name}"::{kind} AS "{name}"' for name, kind in typed.items())
        listed = ", ".join("'" + path.replace("'", "''") + "'" for path in paths)
        options = "union_by_name = true, hive_partitioning = false"
        return f"SELECT {columns} FROM read_parquet([{listed}], {options})"  # noqa: S608 - our own names

    def read_parquet(self, files: Sequence[Path], declared: Table | Record) -> ibis.Table:
        """Return one table of the declared shape over Parquet files; no files give an empty table."""
        if not files:
            return empty(declared)
        paths = [str(path) for path in sorted(files)]
        with _readable(declared):
            table = self.backend.read_parquet(paths, union_by_name=True, hive_partitioning=False)
        _all_declared(declared, table.columns)
        return conform(table, declared)

    def keep(self, name: str, table: ibis.Table) -> ibis.Table:
        """Compute a table once; what is built on the result does not compute it again.

        ``name`` is for whoever looks in the database; two tables may be kept under one name.
        """
        return self.backend.create_table(ibis.util.gen_name(name), table, temp=True)

    def answer(
        self, facts: FactTables, key: tuple[object, ...], build: Build, given: Mapping[str, pa.Table]
    ) -> dict[str, Rows]:
        """Answer a request on fact tables, as :func:`wijzer.facts.answering.answers` tells."""
        return self._answers.answer(facts, key, build, given)

    def write_parquet(self, table: ibis.Table, path: Path) -> None:
        """Write a table to one Parquet file, rows in the order of the table."""
        self.backend.to_parquet(table, str(path), compression="zstd")

    def execute(self, table: ibis.Table) -> pa.Table:
        """Return the rows of a table or expression as an Arrow table."""
        return self.backend.to_pyarrow(table)


def open(threads: int | None = None, memory: str | None = None, temporary: Path | None = None) -> Engine:
    """Open a DuckDB in memory.

    ``threads`` is how many cores it may use, ``memory`` how much memory (``"2GB"``); without them DuckDB's
    own defaults hold. What does not fit in memory goes to the folder ``temporary``, which must be closed to
    others: facts are personal data. Without it nothing ever touches the disk, and what does not fit is an
    error. Raises :class:`EngineError` when a limit cannot be understood.
    """
    settings: dict[str, str | int] = {
        "preserve_insertion_order": "true",
        "autoinstall_known_extensions": "false",
        "temp_directory": "" if temporary is None else str(temporary),
    }
    if threads is not None:
        settings["threads"] = threads
    if memory is not None:
        settings["memory_limit"] = memory
    try:
        return Engine(ibis.duckdb.connect(**settings), temporary)
    except duckdb.Error as error:
        raise EngineError(
            f"DuckDB kan niet starten met threads = {threads} en geheugen = {memory}. Verwacht: een heel "
            f"getal vanaf 1 en een hoeveelheid zoals '2GB'. Pas [engine] in wijzer.toml aan."
        ) from error


@contextmanager
def _readable(declared: Table | Record) -> Iterator[None]:
    try:
        yield
    except duckdb.Error as error:
        raise EngineError(
            f"De gegevens '{declared.name}' kunnen niet worden gelezen: een bestand ontbreekt of is "
            f"beschadigd. Geef 'wijzer rebuild': dat maakt de feiten opnieuw uit het archief."
        ) from error


def _all_declared(declared: Table | Record, columns: Sequence[str]) -> None:
    missing = [column for column in declared.column_names if column not in columns]
    if missing:
        raise EngineError(
            f"De gegevens '{declared.name}' missen de kolommen {', '.join(missing)}. Zij zijn gemaakt "
            f"door een andere versie van Wijzer. Geef 'wijzer rebuild': dat maakt de feiten opnieuw uit het "
            f"archief."
        )


@lru_cache(maxsize=8)
def _plan(known_on: date | None, folder: Path | None) -> Plan:
    """Return the plan of folding; that of today's knowledge is kept in ``folder``, the usual one."""
    if known_on is not None or folder is None:
        return fold_plan(Backend(), known_on)
    kept = read_plan(folder)
    if kept is None:
        kept = fold_plan(Backend(), None)
        keep_plan(folder, kept)
    return kept
