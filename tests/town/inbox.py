"""Reads the inbox of a model municipality: its messages by name, as they lie in the zips."""

from __future__ import annotations

import zipfile
from pathlib import Path


def messages_of(folder: Path) -> dict[str, bytes]:
    """Return all messages but the planted files, by place: ``0293/2021-Q1/NAME.xml``."""
    found = {}
    berichten = folder / "inbox" / "berichten"
    for path in sorted(berichten.glob("*/*.zip")):
        place = path.relative_to(berichten).with_suffix("").as_posix()
        with zipfile.ZipFile(path) as archive:
            found |= {f"{place}/{name}": archive.read(name) for name in archive.namelist()}
    return found
