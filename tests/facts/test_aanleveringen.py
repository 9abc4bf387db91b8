"""Tables that are the newest delivery and nothing more: all by one rule, and as their template says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

import pytest

from tests.helpers.berichten import tables_of
from tests.helpers.vouwen import Facts
from wijzer import intake
from wijzer.engines import duckdb
from wijzer.facts.declaration import Table
from wijzer.facts.folding import fold
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import types_of
from wijzer.facts.tables import TABLES

DELIVERED = [table for table in TABLES.values() if table.delivery]
IDS = [table.name for table in DELIVERED]
KNOWN_ON = date(2022, 4, 1)
FILLED: Mapping[str, object] = {
    "string": "a",
    "int64": 1,
    "float64": 1.5,
    "boolean": True,
    "date": "2022-01-01",
}
OTHER: Mapping[str, object] = {"string": "b", "int64": 2, "date": "2021-12-31"}


def row(table: Table, gemeente: str, mark: str, known: str, **changed: object) -> dict[str, object]:
    """A row in which every cell is filled."""
    filled = {name: FILLED[kind] for name, kind in types_of(RECORDS[f"t_{table.delivery}"]).items()}
    origin = {"gemeente": gemeente, "aanlevering": mark, "bekend_vanaf": known}
    return {**filled, **origin, **changed}


def world(table: Table) -> dict[str, list[dict]]:
    """Two lists of one scope, the newer with fewer rows; a list of each other scope; another gemeente."""
    types = types_of(RECORDS[f"t_{table.delivery}"])
    elsewhere = [
        row(table, "0293", f"elders-{name}", "2022-02-01", **{name: OTHER[types[name]]})
        for name in table.scope
        if name != "gemeente"
    ]
    return {
        f"t_{table.delivery}": [
            row(table, "0293", "z-oud", "2022-03-01", regel=1),
            row(table, "0293", "z-oud", "2022-03-01", regel=2),
            row(table, "0293", "a-nieuw", "2022-05-01", regel=1),
            *elsewhere,
            row(table, "0226", "buur", "2022-01-01"),
        ]
    }


def folded(known_on: date | None) -> Facts:
    """Fold all worlds at once, and compute only the tables that are looked at."""
    found: Facts = defaultdict(lambda: defaultdict(list))
    with duckdb.open(threads=1) as engine:
        facts = fold(tables_of(*(world(table) for table in DELIVERED)), known_on)
        for table in DELIVERED:
            for one in engine.execute(facts[table.name]).to_pylist():
                found[one["gemeente"]][table.name].append(one)
    return found


@pytest.fixture(scope="module")
def now() -> Facts:
    return folded(None)


@pytest.fixture(scope="module")
def then() -> Facts:
    return folded(KNOWN_ON)


def lists(facts: Facts, table: Table, gemeente: str) -> list[str]:
    return sorted(found["aanlevering"] for found in facts[gemeente][table.name])


def others(table: Table) -> list[str]:
    return [f"elders-{name}" for name in table.scope if name != "gemeente"]


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_the_newest_list_holds_in_whole_and_other_scopes_stay(table: Table, now: Facts) -> None:
    assert lists(now, table, "0293") == sorted(["a-nieuw", *others(table)])


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_as_known_on_a_day_the_newest_list_of_then_holds(table: Table, then: Facts) -> None:
    assert lists(then, table, "0293") == sorted(["z-oud", "z-oud", *others(table)])


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_a_list_of_one_gemeente_leaves_the_other_alone(table: Table, now: Facts) -> None:
    assert lists(now, table, "0226") == ["buur"]


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_what_was_delivered_is_in_the_facts(table: Table, now: Facts) -> None:
    for found in now["0226"][table.name]:
        assert {name for name, value in found.items() if value is None} <= {"buurt", "wijk"}


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_every_delivered_column_becomes_a_fact(table: Table) -> None:
    traced = {source for column in table.columns for source in column.lineage}
    addresses = {"postcode", "huisnummer"}
    delivered = {column.name for column in intake.delivery(table.delivery).columns} - addresses
    assert {f"{table.delivery}:{name}" for name in delivered} <= traced


@pytest.mark.parametrize("table", DELIVERED, ids=IDS)
def test_values_and_empty_cells_are_those_of_the_template(table: Table) -> None:
    declared = intake.delivery(table.delivery)
    for column in table.columns:
        sources = [source.partition(":")[2] for source in column.lineage if source.startswith(declared.name)]
        for source in sources:
            cell = declared.column(source)
            if column.name not in ("wet", "geslacht", "bekend_vanaf"):
                assert [value for value, _ in column.values] == list(cell.values), column.name
                assert [said for _, said in column.values] == [one.meaning for one in cell.choices]
            if not column.nullable:
                assert cell.required, column.name
