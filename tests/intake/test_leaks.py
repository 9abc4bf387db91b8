"""Nothing that names a person leaves intake; and the scan that says so finds what is planted."""

from __future__ import annotations

import gzip
import io
import json
import logging
import multiprocessing
import sqlite3
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.intake.werkmap import (
    BSNS,
    COMMENT,
    EMAIL,
    GEMEENTEN,
    KEY,
    PHONE,
    PLACE,
    PRESTATIES,
    STREET,
    SURNAMES,
    Werkmap,
    csv,
    declaratie,
    prestatie,
    start,
    toewijzing,
    write,
)
from tests.leakscan import Needle, report, scan, scan_text
from wijzer.intake import IntakeProblem, Keys
from wijzer.intake.settings import Settings
from wijzer.intake.sources import expand
from wijzer.intake.taker import Taker
from wijzer.intake.workers import _work

PERSONS = (
    *(Needle("bsn", number) for number in BSNS),
    *(Needle("naam", name) for name in (*SURNAMES, "Femke-Jorinde")),
    *(Needle("adres", text) for text in (STREET, PLACE, "6931QX", "6931 QX")),
    *(Needle("bereikbaar", text) for text in (EMAIL, PHONE)),
    Needle("vrije tekst", COMMENT),
    Needle("bsn", "999900007"),
)
HISTORY = (
    *("gemeente", "wet", "bsn", "geboortedatum", "geslacht", "postcode", "huisnummer", "toewijzingnummer"),
    *("aanbieder", "product_categorie", "product_code", "ingangsdatum", "einddatum", "toewijzingsdatum"),
    *(
        "eenheid",
        "volume",
        "frequentie",
        "budget",
        "reden_wijziging",
        "exportdatum",
        "naam_client",
        "opmerking",
    ),
)


def history_line(number: int, person: int) -> tuple[str, ...]:
    return (
        *(
            "0293",
            "wmo",
            BSNS[person],
            "17-05-1948",
            "2",
            "6931 QX",
            "14",
            str(number),
            "42420001",
            "01",
            "01A01",
        ),
        *("01-03-2019", "", "20-02-2019", "01", "120", "2", "", "", "01-02-2021", SURNAMES[0], COMMENT),
    )


def everything(inbox: Path) -> Path:
    """Files of every kind, good and wrong, with personal values in every place where they can stand."""
    wrong_cell = list(prestatie("R9", 8))
    wrong_cell[3] = BSNS[9]
    shifted = ("", *prestatie("R8", 7))
    files: dict[str, bytes] = {
        f"{BSNS[0]}.xml": toewijzing(1, 0),
        "jw.xml": toewijzing(2, 1, wet="jw"),
        "start.xml": start(1, 0),
        "declaratie.xml": declaratie(1, persons=12, lines=2).replace(b"R1-0-0", f"C{BSNS[0]}".encode()),
        "identificatie.xml": toewijzing(3, 2).replace(b"T3<", f"{BSNS[2]}<".encode()),
        "ander.xml": toewijzing(4, 3, gemeente="0363"),
        "half.xml": toewijzing(5, 4)[:1500],
        "naam-als-geslacht.xml": toewijzing(6, 5).replace(b"Geslacht>2<", b"Geslacht>Zevenboom<"),
        "vreemd-element.xml": toewijzing(7, 6).replace(b"wmo301:Geslacht", b"wmo301:Zevenboom"),
        "vreemd-kenmerk.xml": toewijzing(8, 6).replace(
            b"<wmo301:Bsn>", f'<wmo301:Bsn x="{BSNS[6]}">'.encode()
        ),
        "bsn-fout.xml": toewijzing(9, 7).replace(BSNS[7].encode(), b"999900007"),
        "geen-bericht.xml": f"<brief>{SURNAMES[0]} {BSNS[0]}</brief>".encode(),
        "historie.csv": csv(HISTORY, history_line(1, 10), history_line(2, 11)).encode(),
        "prestaties.csv": csv(PRESTATIES, prestatie(BSNS[12], 12)).encode(),
        "prestaties-fout.csv": csv(PRESTATIES, wrong_cell).encode(),
        "prestaties-verschoven.csv": csv(PRESTATIES, shifted).encode(),
        "zonder-kop.csv": csv(prestatie("R7", 6), (SURNAMES[0], COMMENT)).encode(),
        "los.txt": f"{SURNAMES[1]}, {BSNS[5]}\n{COMMENT}".encode(),
        f"{SURNAMES[0]} {BSNS[4]}.pdf": b"%PDF-1.7",
    }
    write(inbox, files)
    with zipfile.ZipFile(inbox / "zip.zip", "w") as archive:
        archive.writestr(f"map/{BSNS[1]}.xml", toewijzing(20, 13))
        archive.writestr(f"{BSNS[2]}/kapot.xml", toewijzing(21, 14)[:900])
    with zipfile.ZipFile(inbox / "pad.zip", "w") as archive:
        archive.writestr(f"../{BSNS[3]}.xml", toewijzing(22, 15))
    book = openpyxl.Workbook()
    book.active.append(PRESTATIES)  # type: ignore[union-attr]
    book.active.append([*prestatie("R6", 16)[:-1], f"{SURNAMES[2]}"])  # type: ignore[union-attr]
    book.save(inbox / "fout.xlsx")
    book.active.title = f"{SURNAMES[3]} {BSNS[17]}"  # type: ignore[union-attr]
    number = book.active.cell(2, PRESTATIES.index("bsn") + 1)  # type: ignore[union-attr]
    number.value, number.number_format = int(BSNS[18]), "dd-mm-yyyy"
    book.save(inbox / "fout-blad.xlsx")
    return inbox


@pytest.mark.parametrize("processes", [1, 2])
def test_nothing_that_names_a_person_is_left_behind(
    werkmap: Werkmap,
    inbox: Path,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    processes: int,
) -> None:
    caplog.set_level(logging.DEBUG)
    result = werkmap.take_in(everything(inbox), processes=processes)
    assert (result.taken_in, result.set_aside) == (9, 15), [
        (o.path, o.status, o.reason) for o in result.outcomes
    ]
    hits = scan(werkmap.folder, _without_file_names(PERSONS))
    assert not hits, report(hits)
    printed = capfd.readouterr()
    said = [printed.out, printed.err, caplog.text, *(str((o.reason, o.details)) for o in result.outcomes)]
    assert not [hit for text in said for hit in scan_text("printed", text, PERSONS)]
    paths = "\n".join(o.path for o in result.outcomes)
    assert not scan_text("paths", paths, [needle for needle in PERSONS if needle.kind == "bsn"])


def test_error_that_nobody_foresaw_in_a_process_is_told_without_its_text(
    werkmap: Werkmap, inbox: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError(f"{BSNS[0]} {SURNAMES[0]}")

    write(inbox, {"a.xml": toewijzing(1, 0)})
    werkmap.take_in(inbox)
    monkeypatch.setattr(Taker, "take", fail)
    ours, theirs = multiprocessing.Pipe()
    ours.send(list(expand([inbox])))
    _work(theirs, Settings(werkmap.paths, Keys.from_text(KEY, "de test"), GEMEENTEN, {}))
    kind, problem = ours.recv()
    assert (kind, type(problem)) == ("problem", IntakeProblem)
    assert "ValueError, test_leaks.py" in str(problem)
    printed = capfd.readouterr()
    assert not scan_text("told", f"{problem} {printed.out} {printed.err}", PERSONS)


def _without_file_names(needles: tuple[Needle, ...]) -> list[Needle]:
    """Names of persons in file names are the user's own; a report repeats the name of its file."""
    return [needle for needle in needles if needle.text != SURNAMES[0]]


def test_only_the_name_of_a_file_may_repeat_in_a_report(werkmap: Werkmap, inbox: Path) -> None:
    werkmap.take_in(everything(inbox))
    hits = scan(werkmap.folder, [Needle("naam", SURNAMES[0])])
    assert {hit.place.split("/")[1] for hit in hits} == {"quarantine"}
    assert len({hit.place for hit in hits}) == 1


def as_parquet(path: Path, text: str) -> None:
    pq.write_table(pa.table({"a": ["x"] * 50, "b": [None] * 49 + [text]}), path.with_suffix(".parquet"))


def as_parquet_number(path: Path, text: str) -> None:
    pq.write_table(pa.table({"a": [int(text)]}), path.with_suffix(".parquet"))


def as_column_name(path: Path, text: str) -> None:
    pq.write_table(pa.table({text: [1]}), path.with_suffix(".parquet"))


def as_sqlite(path: Path, text: str) -> None:
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE t (a TEXT, b BLOB)")
        database.execute("INSERT INTO t VALUES ('x', ?)", (f"zie {text}".encode(),))


def as_zip(path: Path, text: str) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", f"zie {text}.")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("binnen.zip", inner.getvalue())


def as_name_in_zip(path: Path, text: str) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{text}.xml", "")


def as_workbook(path: Path, text: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["x", text])  # type: ignore[union-attr]
    book.save(path.with_suffix(".xlsx"))


def as_workbook_number(path: Path, text: str) -> None:
    book = openpyxl.Workbook()
    book.active.append(["x", int(text)])  # type: ignore[union-attr]
    book.save(path.with_suffix(".xlsx"))


def as_html(path: Path, text: str) -> None:
    path.write_text(f"<p>{text[:4]}<b>{text[4:]}</b></p>")


def as_entities(path: Path, text: str) -> None:
    path.write_text("<p>" + "".join(f"&#{ord(letter)};" for letter in text) + "</p>")


def as_json(path: Path, text: str) -> None:
    escaped = "".join(f"\\u{ord(letter):04x}" for letter in text)
    path.write_text(f'{{"a": {json.dumps(1)}, "b": "{escaped}"}}')


def as_log(path: Path, text: str) -> None:
    path.write_text(f"2022-01-01 ERROR kan {text}, niet lezen\n")


def as_utf16(path: Path, text: str) -> None:
    path.write_bytes(f"zie {text} hier".encode("utf-16"))


def as_gzip(path: Path, text: str) -> None:
    path.write_bytes(gzip.compress(text.encode()))


def as_file_name(path: Path, text: str) -> None:
    path.with_name(f"verslag {text}.txt").touch()


EVERYWHERE = (
    *(as_parquet, as_column_name, as_sqlite, as_zip, as_name_in_zip, as_workbook, as_html),
    *(as_entities, as_json, as_log, as_utf16, as_gzip, as_file_name),
)


@pytest.mark.parametrize("plant", EVERYWHERE, ids=lambda plant: plant.__name__)
@pytest.mark.parametrize("needle", [PERSONS[3], PERSONS[41], Needle("adres", STREET)], ids=lambda n: n.kind)
def test_planted_value_is_found(tmp_path: Path, plant: Callable[[Path, str], None], needle: Needle) -> None:
    plant(tmp_path / "bestand", needle.text)
    assert {hit.needle for hit in scan(tmp_path, PERSONS)} == {needle}


@pytest.mark.parametrize("plant", [as_parquet_number, as_workbook_number], ids=lambda plant: plant.__name__)
def test_planted_number_is_found(tmp_path: Path, plant: Callable[[Path, str], None]) -> None:
    plant(tmp_path / "bestand", BSNS[0])
    assert {hit.needle.text for hit in scan(tmp_path, PERSONS)} == {BSNS[0]}


def test_number_with_dots_is_found_and_a_part_of_a_number_is_not() -> None:
    dotted = f"{BSNS[0][:4]}.{BSNS[0][4:6]}.{BSNS[0][6:]}"
    assert scan_text("x", f"bsn {dotted};", PERSONS)
    assert not scan_text("x", f"ordernummer 1{BSNS[0]}7", PERSONS)
