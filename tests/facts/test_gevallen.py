"""Folding by cases in Dutch: each says in a sentence what the messages mean, with the facts that follow.

The cases stand in ``gevallen/*.toml``. Every case plays in a gemeente of its own, so that all of them fold
in one go. ``verwacht`` names per table the rows that must be there, all of them, by the columns that matter;
``"-"`` is empty. ``bekend_op`` folds as it was known on that day.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.helpers.berichten import rows_of
from tests.helpers.vouwen import Facts, fold_rows
from wijzer.facts.tables import TABLES

FOLDER = Path(__file__).parent / "gevallen"


def _cases() -> list[tuple[str, str, dict]]:
    cases = []
    for path in sorted(FOLDER.glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["geval"]:
            cases.append((f"{len(cases) + 1:04d}", path.stem, case))
    return cases


CASES = _cases()


def _rows(gemeente: str, case: Mapping) -> dict[str, list[dict[str, object]]]:
    rows = rows_of(case.get("berichten", ()), gemeente)
    for name, given in case.get("tabellen", {}).items():
        for place, row in enumerate(given, 1):
            values = {key: None if value == "-" else value for key, value in row.items()}
            origin = {} if name == "berichtenlog" else {"regel": place, "aanlevering": f"lijst-{name}"}
            rows[f"t_{name}"].append({"gemeente": gemeente, **origin, **values})
    return rows


@pytest.fixture(scope="module")
def folded() -> dict[str | None, Facts]:
    """Facts of all cases: by day on which it was known, by gemeente, by table."""
    groups: dict[str | None, list] = defaultdict(list)
    for gemeente, _, case in CASES:
        groups[case.get("bekend_op")].append(_rows(gemeente, case))
    found = {}
    for known_on, many in groups.items():
        found[known_on] = fold_rows(many, date.fromisoformat(known_on) if known_on else None)
    return found


@pytest.mark.parametrize(
    ("gemeente", "case"),
    [(gemeente, case) for gemeente, _, case in CASES],
    ids=[c["zin"] for _, _, c in CASES],
)
def test_geval(gemeente: str, case: Mapping, folded: Mapping) -> None:
    facts = folded[case.get("bekend_op")]
    for name, expected in case["verwacht"].items():
        columns = list(dict.fromkeys(column for row in expected for column in row))
        actual = facts[gemeente][name]
        if not columns:
            assert actual == [], name
            continue
        assert not set(columns) - set(TABLES[name].column_names), name
        assert _sorted(actual, columns) == _sorted(expected, columns), name


def _sorted(rows, columns) -> list[list[str]]:
    return sorted([_text(row.get(column)) for column in columns] for row in rows)


def _text(value: object) -> str:
    return "-" if value is None else str(value)


def test_every_status_and_reason_has_its_case() -> None:
    """No value that folding gives is without a case; what a delivered list says itself passes as it is."""
    seen = defaultdict(set)
    for _, _, case in CASES:
        for name, rows in case["verwacht"].items():
            for row in rows:
                for column, value in row.items():
                    seen[name, column].add(str(value))
    untested = {
        (table.name, column.name, value)
        for table in TABLES.values()
        if not table.delivery
        for column in table.columns
        if column.name not in ("wet", "debet_credit")
        for value, _ in column.values
        if value not in seen[table.name, column.name]
    }
    assert not untested
