"""The rooms table of docs/design.md, read as data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "wijzer"
ROW = re.compile(
    r"^\| `(?P<room>[a-z_]+)(?:/|\.py)` \|(?P<holds>[^|]*)\|(?P<allowed>[^|]*)\|(?P<since>[^|]*)\|$"
)
ALL_BUT_DOORS = "all but the doors"


@dataclass(frozen=True)
class Room:
    """One row: ``allowed`` names rooms, or modules of rooms, that this room may import."""

    name: str
    allowed: frozenset[str]
    door: bool
    built: bool


def read_rooms(root: Path) -> dict[str, Room]:
    """The rooms by name, in the order of the table."""
    text = (root / "docs/design.md").read_text(encoding="utf-8")
    rows = [found for line in text.splitlines() if (found := ROW.match(line))]
    doors = {row["room"] for row in rows if row["holds"].strip().startswith("door:")}
    others = frozenset(row["room"] for row in rows) - doors
    rooms = {}
    for row in rows:
        name, allowed = row["room"], row["allowed"].strip()
        names = (
            others - {name} if allowed == ALL_BUT_DOORS else frozenset(re.findall(r"`([a-z_.]+)`", allowed))
        )
        rooms[name] = Room(name, names, name in doors, row["since"].strip() != "later")
    return rooms


def forbidden_for(room: Room, rooms: dict[str, Room]) -> set[str]:
    """The built rooms that ``room`` may not import at all, or only one module of."""
    return {other.name for other in rooms.values() if other.built and other.name != room.name} - room.allowed


def allowed_modules(room: Room, rooms: dict[str, Room]) -> set[str]:
    """The modules, such as ``indicators.result``, that ``room`` may import of a room that it may not."""
    return {name for name in room.allowed if "." in name and rooms[name.split(".")[0]].built}
