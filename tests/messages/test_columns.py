"""Columns of many messages: places, types, marks and parts of a huge message."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from tests.messages.examples import changed, content, prestatie
from wijzer.messages import MessageColumns, MessageRejected, Reader, compose
from wijzer.standards import message_type


def filled(*messages: bytes, number: str = "323", whole: int = 8_000_000, **options: Any) -> MessageColumns:
    columns = MessageColumns(message_type("wmo", number), **options)
    reader = Reader(columns.message_type, whole)
    for message in messages:
        reader.read(io.BytesIO(message), columns)
    return columns


def two_lines() -> bytes:
    more = changed("323", {"Declaratie/Clienten/0/Prestaties+": prestatie("RN3")})
    return compose("wmo", "323", more)


@pytest.mark.parametrize("whole", [0, 8_000_000])
def test_each_row_knows_its_message_its_place_and_its_parent(whole: int) -> None:
    columns = filled(two_lines(), compose("wmo", "323", content("323")), whole=whole)
    lines = columns.table("prestatie")
    assert lines.column_names[:4] == ["bericht_nummer", "regel", "ouder", "xml_regel"]
    assert lines["bericht_nummer"].to_pylist() == [0, 0, 0, 1, 1]
    assert lines["regel"].to_pylist() == [1, 2, 3, 1, 2]
    assert lines["ouder"].to_pylist() == [1, 1, 2, 1, 2]
    assert columns.table("client")["ouder"].to_pylist() == [1, 1, 1, 1]
    assert columns.table("bericht")["ouder"].to_pylist() == [0, 0]


def test_values_get_the_types_that_the_declaration_gives_them() -> None:
    columns = filled(compose("wmo", "301", content("301")), number="301")
    table = columns.table("toegewezen_product")
    assert table["toewijzing_nummer"].type == pa.int64()
    assert table["ingangsdatum"].to_pylist() == [date(2023, 5, 1)]
    assert table["toewijzingstijd"].to_pylist() == ["10:00:00"]
    assert table["budget"].to_pylist() == [None]


def test_a_year_that_no_calendar_has_is_valid_and_becomes_null() -> None:
    message = compose("wmo", "301", changed("301", {"Client/ToegewezenProducten/0/Einddatum": "12023-01-01"}))
    columns = filled(message, number="301")
    assert columns.column("toegewezen_product", "einddatum") == ["12023-01-01"]
    assert columns.table("toegewezen_product")["einddatum"].to_pylist() == [None]


def test_numbers_may_be_written_in_every_way_that_the_schema_allows() -> None:
    message = compose(
        "wmo", "301", changed("301", {"Client/ToegewezenProducten/0/ToewijzingNummer": " +0020072\n"})
    )
    assert filled(message, number="301").table("toegewezen_product")["toewijzing_nummer"].to_pylist() == [
        20072
    ]


def test_return_codes_are_joined_in_one_column() -> None:
    made = changed("325", {"DeclaratieAntwoord/Clienten/0/Prestaties/0/RetourCodes": ["9321", "9322"]})
    columns = filled(compose("wmo", "325", made), number="325")
    assert columns.table("prestatie")["retour_codes"].to_pylist() == ["9321 9322"]
    assert columns.table("bericht")["header_retour_codes"].to_pylist() == ["0200"]


def test_personal_columns_can_be_left_out() -> None:
    columns = filled(compose("wmo", "301", content("301")), number="301")
    assert "client_bsn" in columns.table("bericht").column_names
    kept = columns.table("bericht", personal=False).column_names
    assert "client_bsn" not in kept
    assert "client_geslacht" in kept


@pytest.mark.parametrize("whole", [0, 8_000_000])
def test_a_rejected_message_leaves_nothing_behind(whole: int) -> None:
    columns = filled(two_lines(), whole=whole)
    before = {record.name: list(columns.rows[record.name]) for record in columns.records}
    wrong = two_lines().replace(b"</wmo323:Declaratie>", b"<wmo323:Meer/></wmo323:Declaratie>")
    with pytest.raises(MessageRejected):
        Reader(columns.message_type, whole).read(io.BytesIO(wrong), columns)
    assert columns.rows == before
    assert columns.messages == 1


def test_a_mark_takes_back_whole_messages() -> None:
    columns = filled(two_lines())
    mark = columns.mark()
    Reader(columns.message_type).read(io.BytesIO(two_lines()), columns)
    columns.rollback(mark)
    assert (columns.messages, len(columns.rows["prestatie"])) == (1, 3)


@pytest.mark.parametrize("whole", [0, 8_000_000])
def test_the_header_is_known_after_each_message(whole: int) -> None:
    columns = filled(two_lines(), whole=whole)
    assert columns.header["header_ontvanger"] == "0293"
    assert columns.header["header_bericht_identificatie_dagtekening"] == "2023-05-06"


def test_a_huge_message_is_given_in_parts_with_its_header() -> None:
    data = two_lines()
    begin = data.index(b"<wmo323:Client>")
    end = data.index(b"</wmo323:Client>") + len(b"</wmo323:Client>")
    huge = data[:begin] + data[begin:end] * 500 + data[end:]
    parts: list[tuple[int, str | None]] = []

    def take(columns: MessageColumns) -> None:
        parts.append((len(columns.rows["prestatie"]), columns.header["header_ontvanger"]))
        columns.clear()

    columns = filled(huge, whole=0, on_full=take, limit=100)
    assert len(parts) > 3
    assert {receiver for _, receiver in parts} == {"0293"}
    assert sum(count for count, _ in parts) + len(columns.rows["prestatie"]) == 1001
    assert columns.table("prestatie")["regel"].to_pylist()[-1] == 1001
    assert columns.split == {0}
