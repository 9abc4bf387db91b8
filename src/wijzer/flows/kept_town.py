"""A model municipality that is kept between runs, and made again when it would become another.

A file beside it holds a digest of what was asked and of every source file that makes a town.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from dataclasses import fields
from pathlib import Path

import wijzer
from wijzer.example import town
from wijzer.example.town import Settings

_STAMP = "gemaakt_met"
_MAKERS = ("example", "messages", "standards", "values")
"""The packages that decide what a town looks like."""


def kept_town(folder: Path, settings: Settings) -> bool:
    """Make the inbox of a town in ``folder``, unless the same one stands there; say whether it was made."""
    stamp, wanted = folder / _STAMP, digest(settings)
    if stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == wanted:
        return False
    shutil.rmtree(folder, ignore_errors=True)
    town.write(folder, settings, processes=os.cpu_count() or 1, truth=False)
    stamp.write_text(f"{wanted}\n", encoding="utf-8")
    return True


def digest(settings: Settings) -> str:
    """Return the digest of a town: of its settings, and of the code and tables that make it."""
    found = hashlib.sha256(_told(settings).encode())
    package = Path(wijzer.__file__).parent
    for name in _MAKERS:
        for path in sorted((package / name).rglob("*")):
            if path.suffix in (".py", ".csv"):
                found.update(path.relative_to(package).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def _told(settings: Settings) -> str:
    """Return settings as text, sets in order: Python tells them in another order from run to run."""
    asked = ((one.name, getattr(settings, one.name)) for one in fields(settings))
    return repr([(name, sorted(value) if isinstance(value, frozenset) else value) for name, value in asked])
