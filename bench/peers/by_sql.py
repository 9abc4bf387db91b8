"""DuckDB by SQL written by hand (`bench/sql`), one indicator after the other in one connection."""

from __future__ import annotations

from pathlib import Path
from string import Template

from bench.peers.asked import MEMORY, Asked, Numbers, numbers
from wijzer.engines import duckdb
from wijzer.indicators.register import ids

SQL = Path(__file__).parent.parent / "sql"
TABLES = ("toewijzing", "levering", "antwoord", "bericht", "realisatie", "kalender")


class BySql:
    """The six by hand. ``folder`` may hold other queries under the same names."""

    def __init__(self, asked: Asked, folder: Path = SQL) -> None:
        self.folder = folder
        self.asked = asked
        self.engine = duckdb.open(asked.threads, MEMORY)
        connection = self.engine.backend.con
        for name in TABLES:
            files = f"read_parquet('{asked.tables / name}/**/facts.parquet', hive_partitioning = false)"
            connection.execute(f"CREATE TEMP VIEW {name} AS FROM {files}")
        connection.register("periode", asked.period_table())
        connection.register("indeling", asked.division())

    def one(self, indicator_id: str) -> Numbers:
        text = (self.folder / f"{indicator_id}.sql").read_text("utf-8")
        query = self.engine.backend.con.execute(Template(text).substitute(known_on=self.asked.known_on))
        names = [column[0] for column in query.description]
        return numbers(dict(zip(names, row, strict=True)) for row in query.fetchall())

    def all(self) -> dict[str, Numbers]:
        return {indicator_id: self.one(indicator_id) for indicator_id in ids()}

    def close(self) -> None:
        self.engine.close()
