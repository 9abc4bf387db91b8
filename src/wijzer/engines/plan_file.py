"""A compiled plan of folding on disk, so that the next process need not compile it again.

The name of the file holds a digest of the code that it was compiled from and by; another version of either
never finds it. It holds queries and the calendar, nothing about persons.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
from functools import lru_cache
from importlib import resources
from importlib.metadata import version
from pathlib import Path

import pyarrow as pa

from wijzer.engines.plan import Plan, Step

_COMPILERS = ("ibis-framework", "sqlglot", "duckdb")
_SOURCES = ("wijzer.facts", "wijzer.facts.folding", "wijzer.facts.tables", "wijzer.values", "wijzer.engines")


def read_plan(folder: Path) -> Plan | None:
    """Return the plan that was kept in ``folder``, None when there is none or it cannot be read."""
    try:
        content = json.loads(_path(folder).read_text(encoding="utf-8"))
        steps = tuple(Step(name, sql) for name, sql in content["steps"])
        constants = {name: _table(text) for name, text in content["constants"].items()}
        return Plan(steps, content["outputs"], constants)
    except (OSError, ValueError, KeyError, pa.ArrowInvalid):
        # Nothing is lost: it is compiled again, and written anew.
        return None


def keep_plan(folder: Path, plan: Plan) -> None:
    """Keep ``plan`` in ``folder``, in the place of those of other versions."""
    content = {
        "steps": [[step.name, step.sql] for step in plan.steps],
        "outputs": dict(plan.outputs),
        "constants": {name: _text(table) for name, table in plan.constants.items()},
    }
    path = _path(folder)
    new = path.with_suffix(f".{os.getpid()}")
    new.write_text(json.dumps(content), encoding="utf-8")
    new.replace(path)
    for old in folder.glob("vouwplan-*.json"):
        if old != path:
            old.unlink(missing_ok=True)


def _path(folder: Path) -> Path:
    return folder / f"vouwplan-{code_digest()}.json"


@lru_cache(maxsize=1)
def code_digest() -> str:
    """Return a digest of the code of facts and engines, and of what compiles it."""
    digest = hashlib.sha256()
    for name in _COMPILERS:
        digest.update(f"{name} {version(name)}\n".encode())
    for package in _SOURCES:
        for source in sorted(resources.files(package).iterdir(), key=lambda path: path.name):
            if source.name.endswith(".py"):
                digest.update(source.name.encode() + source.read_bytes())
    return digest.hexdigest()[:16]


def _text(table: pa.Table) -> str:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return base64.b64encode(sink.getvalue()).decode("ascii")


def _table(text: str) -> pa.Table:
    return pa.ipc.open_stream(base64.b64decode(text)).read_all()
