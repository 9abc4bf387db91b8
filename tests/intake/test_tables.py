"""Delivered tables: CSV and XLSX, Dutch numbers and dates, faults named by place, all or nothing."""

from __future__ import annotations

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from tests.intake.werkmap import (
    BSNS,
    NOW,
    PRESTATIES,
    PRODUCT,
    PRODUCTEN,
    Werkmap,
    csv,
    prestatie,
    toewijzing,
)
from wijzer.facts.records import RECORDS
from wijzer.intake import FileOutcome, delivery, delivery_names, template
from wijzer.intake.cells import CellError, parser
from wijzer.intake.deliveries import DELIVERIES, Column, Delivery, record_columns
from wijzer.intake.reference import pages
from wijzer.values import bsn


def take(werkmap: Werkmap, inbox: Path, content: str | bytes, name: str = "lijst.csv") -> FileOutcome:
    (inbox / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (outcome,) = werkmap.take_in(inbox / name).outcomes
    return outcome


def workbook(sheet: str, *rows: tuple[object, ...]) -> bytes:
    book = openpyxl.Workbook()
    target = book.active
    assert target is not None
    target.title = sheet
    for row in rows:
        target.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
@pytest.mark.parametrize("separator", [";", ","])
def test_csv_is_read_in_three_encodings_and_two_separators(
    werkmap: Werkmap, inbox: Path, encoding: str, separator: str
) -> None:
    product = tuple("Café-achtige hulp €" if c == PRODUCT[4] else c for c in PRODUCT)
    product = tuple(f'"{c}"' if "," in c else c for c in product)
    outcome = take(werkmap, inbox, csv(PRODUCTEN, product, separator=separator).encode(encoding))
    assert (outcome.status, outcome.what, outcome.rows) == ("taken_in", "producten", 1)
    (row,) = werkmap.rows("t_producten")
    assert row["voorziening"] == "Café-achtige hulp €"
    assert (row["gemeente"], row["uren_per_eenheid"]) == ("0293", 1.5)
    assert (row["huishoudelijk"], row["terreingebonden"], row["zorgsoort"]) == (True, False, None)
    assert (row["geldig_van"], row["geldig_tot"], row["bekend_vanaf"]) == (
        date(2019, 1, 1),
        None,
        date(2021, 12, 31),
    )


def test_header_may_be_written_otherwise_and_extra_columns_are_left_out(
    werkmap: Werkmap, inbox: Path
) -> None:
    heading = (*(name.replace("_", " ").title() for name in PRODUCTEN), "Naam cliënt")
    outcome = take(werkmap, inbox, csv(heading, (*PRODUCT, "Zevenboom")))
    assert (outcome.status, outcome.warnings) == ("taken_in", 1)
    assert "Zevenboom" not in str(werkmap.rows("t_producten"))
    assert werkmap.journal().remarks() == [("kolom_onbekend", "signaal", "kolom 14", 1)]


def test_wrong_cells_are_named_and_nothing_is_taken(werkmap: Werkmap, inbox: Path) -> None:
    wrong = list(PRODUCT)
    wrong[1], wrong[7], wrong[9], wrong[10] = "pgb", "misschien", "Zevenboom", "31-02-2019"
    outcome = take(werkmap, inbox, csv(PRODUCTEN, PRODUCT, wrong))
    assert outcome.status == "set_aside"
    assert (
        outcome.reason
        == "In de aanlevering producten kloppen 4 cellen of rijen niet. Er is niets van overgenomen."
    )
    assert outcome.details == (
        "rij 3, kolom wet: verwacht een van: wmo, jw; er staat iets anders",
        "rij 3, kolom huishoudelijk: verwacht ja of nee; er staat iets anders",
        "rij 3, kolom taakveld: verwacht een taakveld met een punt, zoals 6.71 (zet de cel op tekst); "
        "er staat iets anders",
        "rij 3, kolom geldig_van: verwacht een datum als 31-12-2022 of 2022-12-31; er staat iets anders",
    )
    assert werkmap.records() == {}
    assert outcome.report is not None
    assert "Zevenboom" not in outcome.report.read_text()


def test_wrong_cell_in_a_workbook_is_named_by_sheet_row_and_column(werkmap: Werkmap, inbox: Path) -> None:
    wrong = ["6.71" if c == "ja" else c for c in PRODUCT]
    outcome = take(werkmap, inbox, workbook("producten", PRODUCTEN, PRODUCT, tuple(wrong)), "p.xlsx")
    assert (
        outcome.details[0]
        == "blad producten, rij 3, kolom huishoudelijk (H): verwacht ja of nee; er staat iets anders"
    )


@pytest.mark.parametrize(
    ("sheet", "shown"), [("Blad2", "blad Blad2"), ("Zevenboom 999900006", "blad nummer 1")]
)
def test_sheet_with_a_name_of_its_own_is_named_by_number(
    werkmap: Werkmap, inbox: Path, sheet: str, shown: str
) -> None:
    wrong = tuple("6.71" if c == "ja" else c for c in PRODUCT)
    outcome = take(werkmap, inbox, workbook(sheet, PRODUCTEN, PRODUCT, wrong), "producten.xlsx")
    assert outcome.details[0].startswith(f"{shown}, rij 3, kolom huishoudelijk (H): ")


def test_personal_value_is_never_in_a_report(werkmap: Werkmap, inbox: Path) -> None:
    line = list(prestatie("R1"))
    line[2] = "999900007"
    outcome = take(werkmap, inbox, csv(PRESTATIES, line))
    assert outcome.details == (
        "rij 2, kolom bsn: verwacht een burgerservicenummer: negen cijfers die aan de elfproef voldoen; "
        "er staat iets anders",
    )
    assert outcome.report is not None
    assert "999900007" not in outcome.report.read_text()


def test_first_row_without_heading_is_not_shown(werkmap: Werkmap, inbox: Path) -> None:
    outcome = take(werkmap, inbox, csv(("Zevenboom", BSNS[0], "6931QX"), ("x", "y", "z")))
    assert outcome.reason == "De eerste rij bevat niet de kolomnamen van een sjabloon."
    assert outcome.details == ()


def test_missing_columns_are_named_with_their_meaning(werkmap: Werkmap, inbox: Path) -> None:
    outcome = take(werkmap, inbox, csv(PRODUCTEN[:-1], PRODUCT[:-1]), "producten.csv")
    assert outcome.reason == "Dit lijkt de aanlevering producten, maar er ontbreken kolommen."
    assert len(outcome.details) == 1
    assert outcome.details[0].startswith("kolom stand_op ontbreekt: De dag waarop deze lijst is gemaakt.")


def test_row_that_stands_there_twice_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    outcome = take(werkmap, inbox, csv(PRESTATIES, prestatie("R1"), prestatie("R2"), prestatie("R1", 1)))
    assert outcome.status == "set_aside"
    assert outcome.details == (
        "rij 4, kolom gemeente, wet, aanbieder, referentienummer: verwacht één rij per gemeente, wet, "
        "aanbieder, referentienummer; deze staat er al",
    )


def test_dates_that_decide_what_is_newest_must_be_equal_within_a_scope(werkmap: Werkmap, inbox: Path) -> None:
    other = (*prestatie("R2")[:-1], "02-02-2021")
    outcome = take(werkmap, inbox, csv(PRESTATIES, prestatie("R1"), other))
    assert "dezelfde datum bij gelijke gemeente, wet" in outcome.details[0]


def test_begin_after_end_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    line = list(prestatie("R1"))
    line[8] = "01-05-2019"
    outcome = take(werkmap, inbox, csv(PRESTATIES, line))
    assert outcome.details == (
        "rij 2, kolom periode_eind: verwacht niet vóór periode_begin; de datum ligt ervoor",
    )


def test_table_of_another_gemeente_is_refused_with_the_allowed_ones(werkmap: Werkmap, inbox: Path) -> None:
    outcome = take(werkmap, inbox, csv(PRODUCTEN, ("Arnhem", *PRODUCT[1:])))
    assert "een gemeente van deze werkmap: 0293 (Westervoort), 0226 (Duiven)" in outcome.details[0]


def test_spreadsheet_values_are_read_as_people_meant_them(werkmap: Werkmap, inbox: Path) -> None:
    row = (
        293,
        "WMO",
        1,
        "01A01",
        "Hulp",
        None,
        1.5,
        "Ja",
        "N",
        6.71,
        datetime(2019, 1, 1),  # noqa: DTZ001 - spreadsheets know no time zones
        None,
        date(2021, 12, 31),
    )
    outcome = take(werkmap, inbox, workbook("blad1", PRODUCTEN, row), "eigen naam.xlsx")
    assert outcome.status == "taken_in", outcome.details
    (found,) = werkmap.rows("t_producten")
    assert (found["gemeente"], found["wet"], found["product_categorie"], found["taakveld"]) == (
        "0293",
        "wmo",
        "01",
        "6.71",
    )


def test_bsn_that_lost_its_zero_in_a_spreadsheet_is_the_same_person(werkmap: Werkmap, inbox: Path) -> None:
    with_zero = next(text for n in range(12_345_600, 12_345_700) if bsn.is_valid(text := str(n).zfill(9)))
    line = list(prestatie("R1"))
    line[2] = with_zero
    take(werkmap, inbox, csv(PRESTATIES, line), "a.csv")
    line[2], line[4] = str(int(with_zero)), "R2"
    take(werkmap, inbox, csv(PRESTATIES, line), "b.csv")
    assert len({row["client"] for row in werkmap.rows("t_historie_prestaties")}) == 1


def test_person_in_history_and_in_messages_has_one_pseudonym(werkmap: Werkmap, inbox: Path) -> None:
    take(werkmap, inbox, csv(PRESTATIES, prestatie("R1", 3)))
    take(werkmap, inbox, toewijzing(1, 3), "a.xml")
    assert werkmap.rows("b301_bericht")[0]["client"] == werkmap.rows("t_historie_prestaties")[0]["client"]


def test_address_in_history_messages_and_postcodes_has_one_place(werkmap: Werkmap, inbox: Path) -> None:
    heading = ("gemeente", "jaar", "postcode", "huisnummer", "buurt", "wijk", "stand_op")
    take(werkmap, inbox, csv(heading, ("0293", "2022", "6931 qx", "12", "BU1", "WK1", "01-01-2022")))
    take(werkmap, inbox, toewijzing(1, 0), "a.xml")
    assert werkmap.rows("t_postcodes")[0]["plek"] == werkmap.rows("b301_contact")[0]["plek"]


def test_both_deliveries_of_one_scope_are_kept_with_their_date(werkmap: Werkmap, inbox: Path) -> None:
    take(werkmap, inbox, csv(PRODUCTEN, PRODUCT), "a.csv")
    newer = (*PRODUCT[:4], "Hulp thuis", *PRODUCT[5:-1], "01-03-2022")
    take(werkmap, inbox, csv(PRODUCTEN, newer), "b.csv")
    rows = {row["bekend_vanaf"]: row for row in werkmap.rows("t_producten")}
    assert sorted(rows) == [date(2021, 12, 31), date(2022, 3, 1)]
    assert len({row["aanlevering"] for row in rows.values()}) == 2


def column(kind: str, **rest: object) -> Column:
    return Column("c", kind, "", "", **rest)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "text", "value"),
    [
        ("money", "1.250,75", 125_075),
        ("money", "1250,75", 125_075),
        ("money", "1250.75", 125_075),
        ("money", "€ 1.250", 125_000),
        ("money", "-12,5", -1250),
        ("money", "12,-", 1200),
        ("money", 0.1 + 0.2, 30),
        ("money", 19.99, 1999),
        ("money", 5, 500),
        ("integer", "1.250", 1250),
        ("integer", 3.0, 3),
        ("decimal", "0,125", 0.125),
        ("decimal", "0.125", 0.125),
        ("decimal", "2.5", 2.5),
        ("date", "1-2-2022", date(2022, 2, 1)),
        ("date", "2022-02-01T00:00:00", date(2022, 2, 1)),
        ("date", "01/02/2022", date(2022, 2, 1)),
        ("date", "20220201", date(2022, 2, 1)),
        ("yesno", "Nee", False),
        ("postcode", "6931qx", "6931QX"),
        ("text", "  twee   woorden ", "twee woorden"),
    ],
)
def test_dutch_cells_are_understood(kind: str, text: object, value: object) -> None:
    assert parser(column(kind), {})(text) == value


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        ("money", "12,345", "hooguit twee decimalen"),
        ("money", "twaalf", "een bedrag in euro"),
        ("money", "1.25.0", "een bedrag in euro"),
        ("money", "1e3", "een bedrag in euro"),
        ("money", float("nan"), "een bedrag in euro"),
        ("decimal", "1.250", "zonder punt voor duizendtallen"),
        ("integer", "2,5", "een heel getal"),
        ("date", "2022-13-01", "een datum"),
        ("date", "01-02-22", "een datum"),
        ("date", "01-01-0022", "een datum"),
        ("text", date(2022, 2, 6), "geen datum"),
        ("yesno", "onbekend", "ja of nee"),
        ("postcode", "0931 AB", "een postcode"),
        ("bsn", "123456789", "elfproef"),
    ],
)
def test_cell_that_is_not_understood_says_what_was_expected(kind: str, text: object, expected: str) -> None:
    with pytest.raises(CellError, match=expected):
        parser(column(kind), {})(text)


@pytest.mark.parametrize("name", delivery_names())
def test_template_is_a_workbook_that_can_be_filled_and_taken_in(
    werkmap: Werkmap, inbox: Path, name: str
) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(name)))
    assert book.sheetnames == [name, "Uitleg", "Waarden"]
    sheet, declared = book[name], delivery(name)
    assert [cell.value for cell in sheet[1]] == [c.name for c in declared.columns]
    explained = {row[0].value for row in book["Uitleg"].iter_rows()}
    assert {c.name for c in declared.columns} <= explained
    offered = {(row[0].value, row[1].value) for row in book["Waarden"].iter_rows()}
    assert {(c.name, value) for c in declared.columns for value in c.values} <= offered
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(lists) == sum(c.kind in {"choice", "yesno"} for c in declared.columns)
    for place, declared_column in enumerate(declared.columns, 1):
        sheet.cell(2, place, declared_column.example or None)
    book.save(inbox / "ingevuld.xlsx")
    (outcome,) = werkmap.take_in(inbox).outcomes
    assert (outcome.status, outcome.what, outcome.rows) == ("taken_in", name, 1), outcome.details


def test_empty_template_is_set_aside_as_empty(werkmap: Werkmap, inbox: Path) -> None:
    outcome = take(werkmap, inbox, template("producten"), "producten.xlsx")
    assert outcome.reason == "De aanlevering producten heeft alleen een kop en geen rijen."


@pytest.mark.parametrize("declared", DELIVERIES, ids=lambda one: one.name)
def test_declaration_is_sound(declared: Delivery) -> None:
    names = [c.name for c in declared.columns]
    pairs = [name for pair in declared.ordered for name in pair]
    assert len(names) == len(set(names))
    assert {*declared.key, *declared.replaces, declared.known_since, *pairs} <= set(names)
    assert declared.column(declared.known_since).required
    assert all(not c.pattern or c.pattern_says for c in declared.columns)


def test_records_have_the_columns_that_folding_reads() -> None:
    for declared in DELIVERIES:
        made = {c.name: c.dtype for c in record_columns(declared)}
        for name, dtype in RECORDS[declared.record].columns:
            assert made[name] == dtype, (declared.name, name)


def test_every_delivery_has_a_reference_page() -> None:
    assert {f"sjablonen/{name}.md" for name in delivery_names()} < set(pages())
    assert "| bsn | ja | burgerservicenummer" in pages()["sjablonen/historie_prestaties.md"]


def test_unknown_delivery_is_named_with_the_known_ones() -> None:
    with pytest.raises(KeyError, match=r"Er is geen aanlevering prodcten\. Kies uit: producten"):
        template("prodcten")


def test_large_table_streams_in_pieces(werkmap: Werkmap, inbox: Path) -> None:
    lines = [prestatie(f"R{n}", n % 40) for n in range(45_000)]
    outcome = take(werkmap, inbox, csv(PRESTATIES, *lines))
    assert (outcome.status, outcome.rows) == ("taken_in", 45_000)
    rows = werkmap.records()["t_historie_prestaties"]
    assert rows.num_rows == 45_000
    assert len(set(rows["client"].to_pylist())) == 40
    assert rows["regel"].to_pylist() == list(range(2, 45_002))


def test_moment_of_reading_is_nowhere_in_the_records(werkmap: Werkmap, inbox: Path) -> None:
    take(werkmap, inbox, csv(PRODUCTEN, PRODUCT))
    assert str(NOW.year) not in str(werkmap.rows("t_producten"))
