"""Published files for the tests of the auditor, in the form in which everybody gets them."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

from tests.disclosure.published import TOTAL
from wijzer.disclosure.audit import Number, Public, read_published
from wijzer.disclosure.tables import Dimension, Key, Tables
from wijzer.publications.files import COLUMNS


def write(
    path: Path,
    rows: Iterable[Mapping[str, str | int | None]],
    dimensions: Iterable[str] = ("gebied", "leeftijd"),
) -> Path:
    """Write ``waarden.csv`` with further dimensions; a row without ``waarde`` is withheld."""
    columns = [*COLUMNS, *(name for name in dimensions if name not in COLUMNS)]
    usual = {
        "soort": "deel",
        "indicator": "proef",
        "naam": "clienten",
        "eenheid": "personen",
        "periode": "2022",
    }
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, columns, delimiter=";", restval="")
        writer.writeheader()
        for row in rows:
            state = "onderdrukt" if row.get("waarde") is None else "getoond"
            writer.writerow({**usual, "stand": state, **row, "waarde": row.get("waarde", "")})
    return path


def numbers(folder: Path, edition: str, rows: Iterable[Mapping[str, str | int | None]]) -> list[Number]:
    """The numbers of one published file."""
    return read_published(write(folder / f"{edition}.csv", rows), edition)


def publish(
    folder: Path, tables: Tables, withheld: Collection[Key], dimensions: Collection[str]
) -> list[Number]:
    """Publish a set of tables and read it back."""
    rows = [
        {**dict(key.at), "waarde": None if key in withheld else cell.value}
        for key, cell in tables.cells.items()
        if cell.offered
    ]
    return read_published(write(folder / "waarden.csv", rows, dimensions), "1")


def code_lists(dimensions: Mapping[str, Dimension]) -> Public:
    """What everybody knows of the dimensions."""

    def plain(code: str) -> str:
        return "" if code == TOTAL else code

    lists: dict[str, dict[str, tuple[tuple[str, ...], ...]]] = {}
    for name, dimension in dimensions.items():
        found = lists.setdefault(name, {})
        for split in dimension.splits:
            found[plain(split.total)] = (*found.get(plain(split.total), ()), tuple(map(plain, split.parts)))
    return Public(lists)
