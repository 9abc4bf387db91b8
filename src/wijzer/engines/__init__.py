"""Engines: the only room that knows a database. DuckDB is the default; others join beside it."""
