"""``truth/berichten.csv`` names every file of the inbox once, and tells what became of it."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.town.conftest import SMALL, Taken, Towns
from tests.town.inbox import messages_of
from wijzer.example.town.meanings import AGAIN, ELSEWHERE

Row = dict[str, str]


def _rows(folder: Path) -> list[Row]:
    with (folder / "truth" / "berichten.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _files(folder: Path) -> Counter[str]:
    """Return the files of the inbox, as berichten.csv names them."""
    inside = [place.rsplit("/", 1) for place in messages_of(folder)]
    apart = [f"{ELSEWHERE}/{path.name}" for path in (folder / "inbox" / "berichten" / ELSEWHERE).iterdir()]
    return Counter([*(f"{zipped}.zip/{name}" for zipped, name in inside), *apart])


def test_every_file_is_named_once_broken_ones_as_well(small: Taken) -> None:
    rows = _rows(small.town.folder)
    assert Counter(row["bestand"] for row in rows) == _files(small.town.folder)
    assert sum(row["reden"] == "kapot" for row in rows) == small.town.set_aside > 0


def test_with_history_tables_only_messages_that_were_written_are_named(towns: Towns) -> None:
    folder = towns(replace(SMALL, history_until=date(2020, 12, 31))).town.folder
    rows = _rows(folder)
    named = {row["bestand"] for row in rows}
    assert Counter(row["bestand"] for row in rows) == _files(folder)
    assert {row["van_welk_bericht"] for row in rows} - {""} <= named


def test_types_agree_with_names_and_what_a_message_goes_back_to_is_there(small: Taken) -> None:
    rows = _rows(small.town.folder)
    by_file = {row["bestand"]: row for row in rows}
    for row in rows:
        name = row["bestand"].rsplit("/", 1)[1].removeprefix(AGAIN)
        if row["reden"] != "kapot":
            assert name.startswith(f"{row['soort'].upper()}_")
        before = by_file.get(row["van_welk_bericht"])
        assert (before is None) == (row["van_welk_bericht"] == "")
        if row["meldt"] in ("retour", "weigering", "correctie", "creditering"):
            assert before is not None
        assert row["geldt"] == "ja" or row["reden"], "what does not hold has a reason"


def test_what_is_refused_put_right_or_sent_twice_does_not_hold(small: Taken) -> None:
    rows = _rows(small.town.folder)
    by_file = {row["bestand"]: row for row in rows}
    for row in rows:
        before = by_file.get(row["van_welk_bericht"])
        if row["meldt"] == "correctie":
            assert before is not None
            assert before["geldt"] == "nee"
        if row["bestand"].rsplit("/", 1)[1].startswith(AGAIN):
            assert (row["geldt"], row["reden"]) == ("nee", "dubbel")
    told = {(row["meldt"], row["reden"]) for row in rows if row["geldt"] == "nee"}
    assert told >= {
        ("start", "gecorrigeerd"), ("start", "geweigerd"), ("stop", "gecorrigeerd"),
        ("declaratie", "afgekeurd"),
    }  # fmt: skip


def test_as_many_messages_are_refused_as_there_are_returns_that_refuse(small: Taken) -> None:
    rows = _rows(small.town.folder)
    back = {"306", "308", "316", "318"}
    refusing = {
        row["van_welk_bericht"]
        for row in rows
        if row["meldt"] == "weigering" and row["geldt"] == "ja" and row["soort"][-3:] in back
    }
    refused = {
        row["bestand"]
        for row in rows
        if row["reden"] in ("geweigerd", "afgekeurd") and row["soort"][-3:] in {"305", "307", "315", "317"}
    }
    assert refused == refusing != set()
