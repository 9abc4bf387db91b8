"""What facts say of where they come from exists: in the standards, in the deliveries, in the records."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from wijzer import intake, standards
from wijzer.facts.declaration import Column, Table
from wijzer.facts.folding.aanleveringen import SCOPES
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import arrow_schema
from wijzer.facts.tables import TABLES
from wijzer.intake.delivered_table import ARROW, record_columns
from wijzer.intake.record_plan import plan
from wijzer.messages import record_classes

LINEAGE = [
    (table, column, source)
    for table in TABLES.values()
    for column in table.columns
    for source in column.lineage
]


def _paths(number: str) -> Iterator[str]:
    for wet in ("wmo", "jw"):
        for record in record_classes(standards.message_type(wet, number)):
            for column in record.columns:
                yield "/" + "/".join((*record.path, *column.path))


@pytest.mark.parametrize(
    ("table", "column", "source"), LINEAGE, ids=[f"{t.name}.{c.name}<{s}" for t, c, s in LINEAGE]
)
def test_lineage_names_something_that_exists(table: Table, column: Column, source: str) -> None:
    origin, _, place = source.partition(":")
    if origin.isdigit():
        wanted = f"/{place}"
        assert any(path.endswith(wanted) or f"{wanted}/" in path for path in _paths(origin)), source
    else:
        assert place in {one.name for one in intake.delivery(origin).columns}, source


@pytest.mark.parametrize("name", [name for name in RECORDS if name.startswith("b")])
def test_record_columns_of_messages_are_what_intake_writes(name: str) -> None:
    number, _, kind = name[1:].partition("_")
    message = standards.message_type("wmo", number)
    record = next(one for one in record_classes(message) if one.name == kind)
    written = plan(message, record).schema
    declared = arrow_schema(RECORDS[name])
    assert [field for field in declared if field not in list(written)] == []


@pytest.mark.parametrize("name", [name for name in RECORDS if name.startswith("t_")])
def test_record_columns_of_deliveries_are_what_intake_writes(name: str) -> None:
    written = [(column.name, ARROW[column.dtype]) for column in record_columns(intake.delivery(name[2:]))]
    declared = [(field.name, field.type) for field in arrow_schema(RECORDS[name])]
    assert [column for column in declared if column not in written] == []


def test_a_delivery_replaces_what_its_template_says_it_does() -> None:
    promised = {name: intake.delivery(name).replaces for name in intake.delivery_names()}
    assert {name: scope for name, scope in promised.items() if scope} == dict(SCOPES)


def test_every_delivery_is_read() -> None:
    assert {f"t_{name}" for name in intake.delivery_names()} <= set(RECORDS)


def test_personal_columns_hold_pseudonyms_and_traits_only() -> None:
    personal = {column.name for table in TABLES.values() for column in table.columns if column.personal}
    traits = {"geboortejaar", "geboortemaand", "geslacht", "huishouden", "buurt", "wijk"}
    assert personal - traits == {"client", "meldingnummer", "bezwaarnummer", "klachtnummer"}


def test_every_table_names_its_keys_among_its_columns() -> None:
    for table in TABLES.values():
        assert set(table.key) <= set(table.column_names), table.name
        assert len(set(table.column_names)) == len(table.column_names), table.name
        assert set(table.partition) <= set(table.column_names), table.name
