"""An edition: what was made publishable on one day, stored as JSON and read back unchanged.

The file holds only what everybody may see. A checksum makes an edited or cut file an error instead of a
page with other numbers; it is no signature.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any

from wijzer.disclosure.errors import DisclosureError
from wijzer.disclosure.publishable import Publishable, Shown, _publishable, require_publishable

VERSION = 2
_DATES = ("known_on", "data_through")
_SHOWN = ("figures", "parts", "left_out")


class EditionChanged(DisclosureError, ValueError):  # noqa: N818
    """An edition is of another version, or its content is not what was written."""


@dataclass(frozen=True, slots=True)
class Edition:
    """The values of one computation: known up to, computed on, and the fingerprint of the configuration.

    ``threshold`` is the number of persons with which they were protected.
    """

    values: tuple[Publishable, ...]
    known_on: date
    computed_on: date
    fingerprint: str
    threshold: int


def dump(
    values: Sequence[Publishable],
    path: Path,
    *,
    known_on: date,
    computed_on: date,
    fingerprint: str,
    threshold: int,
) -> None:
    """Write an edition; NotPublishable when anything but a ``Publishable`` is among ``values``."""
    content = {
        "bekend_tot": known_on.isoformat(),
        "berekend_op": computed_on.isoformat(),
        "configuratie": fingerprint,
        "drempel": threshold,
        "waarden": [_as_data(require_publishable(value)) for value in values],
    }
    whole = {"versie": VERSION, "controle": _checksum(content), **content}
    path.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def load(path: Path) -> Edition:
    """Read an edition; EditionChanged when it is of another version or its content was changed."""
    try:
        whole = json.loads(path.read_text(encoding="utf-8"))
        version, checksum = whole.pop("versie"), whole.pop("controle")
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        raise EditionChanged(f"{path.name} is geen uitgave van Wijzer. Bereken opnieuw.") from error
    if version != VERSION:
        raise EditionChanged(
            f"{path.name} is van versie {version}; verwacht is versie {VERSION}. Bereken opnieuw."
        )
    if checksum != _checksum(whole):
        raise EditionChanged(f"{path.name} is na het schrijven veranderd. Bereken opnieuw.")
    return Edition(
        tuple(_publishable(**_from_data(value)) for value in whole["waarden"]),
        date.fromisoformat(whole["bekend_tot"]),
        date.fromisoformat(whole["berekend_op"]),
        whole["configuratie"],
        whole["drempel"],
    )


def _checksum(content: Mapping[str, Any]) -> str:
    plain = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()


def _as_data(value: Publishable) -> dict[str, Any]:
    data: dict[str, Any] = {field.name: getattr(value, field.name) for field in fields(value)}
    for name in _DATES:
        data[name] = data[name].isoformat() if data[name] else None
    for name in _SHOWN:
        data[name] = {
            key: {field.name: getattr(part, field.name) for field in fields(part)}
            for key, part in data[name].items()
        }
    data["sources"] = list(data["sources"])
    return data


def _from_data(data: Mapping[str, Any]) -> dict[str, Any]:
    made = dict(data)
    for name in _DATES:
        made[name] = date.fromisoformat(made[name]) if made[name] else None
    for name in _SHOWN:
        made[name] = {key: Shown(**part) for key, part in made[name].items()}
    made["sources"] = tuple(made["sources"])
    return made
