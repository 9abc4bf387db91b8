"""The order in which files come in, and in how many runs, changes nothing of the facts."""

from __future__ import annotations

import zipfile
from collections import Counter
from datetime import UTC, datetime, time
from pathlib import Path

from tests.town.conftest import Taken
from tests.town.inbox import messages_of
from wijzer.example.town import Settings, gemeente, write
from wijzer.example.town.chance import Chance
from wijzer.intake import Intake, Keys, StorePaths

SETTINGS = Settings((gemeente("westervoort"),), 2019, 2020, seed=5, scale=60, trouble=False)
NOW = datetime.combine(SETTINGS.closing, time(9), UTC)


def _take_in(base: Path, parts: list[Path], keys: Keys) -> Taken:
    """Take in the parts of an inbox one after the other, in a workspace of its own."""
    town = write(base / "town", SETTINGS, truth=False)
    paths = StorePaths(base / "data")
    paths.create()
    intake = Intake(paths, keys, {place.code: place.name for place in SETTINGS.gemeenten})
    results = [intake.take_in([part], NOW) for part in parts or [base / "town" / "inbox"]]
    assert sum(result.taken_in for result in results) == town.messages + town.tables
    assert sum(result.set_aside for result in results) == 0
    return Taken(SETTINGS, town, results[-1], paths)


def _shuffled(source: Path, folder: Path) -> list[Path]:
    """Lay the inbox of a town out anew: in two parts, and in each the newest and the oldest mixed."""
    chance = Chance(11)
    parts = [folder / "eerst", folder / "later"]
    for part in parts:
        part.mkdir(parents=True)
    messages = sorted(messages_of(source).items(), key=lambda one: chance.bits(one[0]))
    for number, (name, content) in enumerate(messages):
        with zipfile.ZipFile(parts[number % 2] / f"{number // 200:03d}.zip", "a") as archive:
            archive.writestr(name.replace("/", "_"), content)
    for path in sorted((source / "inbox" / "tabellen").iterdir()):
        place = chance.below(2, path.name)
        (parts[place] / f"{chance.below(1_000, path.name, 'naam'):03d}_{path.name}").write_bytes(
            path.read_bytes()
        )
    return parts


def _facts(taken: Taken) -> dict[str, Counter[tuple[object, ...]]]:
    """Return the rows of every table of facts, in no order."""
    with taken.facts() as facts:
        return {
            name: Counter(tuple(row.values()) for row in facts[name].to_pyarrow().to_pylist())
            for name in facts
        }


def test_the_same_inbox_in_another_order_and_in_two_runs_gives_the_same_facts(tmp_path: Path) -> None:
    keys = Keys.create(tmp_path / "sleutel")
    at_once = _take_in(tmp_path / "een", [], keys)
    parts = _shuffled(at_once.town.folder, tmp_path / "los")
    in_parts = _take_in(tmp_path / "twee", parts, keys)
    one, two = _facts(at_once), _facts(in_parts)
    assert one.keys() == two.keys()
    assert sum(len(rows) for rows in one.values()) > 500
    assert {
        name: ((one[name] - two[name]).most_common(3), (two[name] - one[name]).most_common(3))
        for name in one
        if one[name] != two[name]
    } == {}
