"""Quarantine: the report of each file that was set aside, in Dutch, without anything that was in it."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

from wijzer.intake.manifest import Refusal
from wijzer.intake.store import TEMPORARY, open_private
from wijzer.values import bsn

_WIDTH = 16


def shown(name: str) -> str:
    """Return the name of a file as it may be printed: numbers that could be a BSN are blacked out."""
    if not name.isprintable():
        name = "".join(letter if letter.isprintable() else "?" for letter in name)
    return bsn.mask(name)


def stand_in_digest(name: str) -> bytes:
    """Return what identifies a file that could not be read: the hash of its name instead of its content."""
    return sha256(b"onleesbaar\x00" + name.encode("utf-8", "surrogateescape")).digest()


def report_name(digest: bytes) -> str:
    """Return the file name of the report on a file, by its content hash."""
    return f"{digest.hex()[:_WIDTH]}.txt"


def report_text(name: str, digest: bytes, size: int, refusal: Refusal) -> str:
    """Return the report: what was set aside, why, where, and what to do."""
    lines = [
        "Apart gezet door Wijzer",
        "",
        f"Bestand:     {shown(name)}",
        f"Grootte:     {size} bytes",
        f"Kenmerk:     {digest.hex()}",
        f"Reden:       {refusal.reason} (code {refusal.code})",
    ]
    if refusal.details:
        lines += ["", "Wat er is gevonden:", *(f"- {detail}" for detail in refusal.details)]
    lines += ["", "Wat u kunt doen:", refusal.todo]
    lines += [
        "",
        "Van dit bestand is niets overgenomen. Het origineel is versleuteld bewaard in deze map, tot de",
        "bewaartermijn van de quarantaine voorbij is. Dit verslag bevat geen gegevens uit het bestand.",
    ]
    return "\n".join(lines) + "\n"


def write_report(folder: Path, name: str, text: str) -> Path:
    """Write a report under a temporary name and return that."""
    temporary = folder / (name + TEMPORARY)
    with os.fdopen(open_private(temporary), "w", encoding="utf-8", errors="replace") as file:
        file.write(text)
    return temporary
