"""Hostile and broken input: every kind is set aside with a reason, and nothing of it is believed."""

from __future__ import annotations

import io
import os
import stat
import struct
import threading
import zipfile
import zlib
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import openpyxl
import pytest

from tests.intake.measure import measured
from tests.intake.werkmap import PRODUCT, PRODUCTEN, Werkmap, csv, declaratie, toewijzing, write
from wijzer.intake import FileOutcome, StoreProblem
from wijzer.intake.packs import PackReader

GOOD = toewijzing(1000)
MEMORY_MB = 400


def only(werkmap: Werkmap, place: Path) -> FileOutcome:
    """Take one file in, and be sure that nothing of it came into the records when it was set aside."""
    (outcome,) = werkmap.take_in(place).outcomes
    if outcome.status == "set_aside":
        assert werkmap.records() == {}
        assert outcome.report is None or outcome.report.is_file()
    return outcome


def aside(werkmap: Werkmap, inbox: Path, content: bytes, name: str = "bericht.xml") -> str:
    (inbox / name).write_bytes(content)
    outcome = only(werkmap, inbox / name)
    assert outcome.status == "set_aside"
    assert outcome.reason
    return outcome.reason


def with_doctype(doctype: str, content: bytes = GOOD, value: bytes = b"Zevenboom") -> bytes:
    head, rest = content.split(b"?>\n", 1)
    return head + b"?>\n" + doctype.encode() + b"\n" + rest.replace(b"Zevenboom", value, 1)


def test_external_entity_is_not_read(werkmap: Werkmap, inbox: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim.txt"
    secret.write_text("zeer geheim")
    doctype = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    reason = aside(werkmap, inbox, with_doctype(doctype, value=b"&e;"))
    assert "DOCTYPE" in reason


def test_entity_expansion_is_refused_before_it_grows(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    doctype = f'<!DOCTYPE x [<!ENTITY e0 "ha">{levels}]>'
    folder = write(tmp_path / "in", {"a.xml": with_doctype(doctype, value=b"&e11;")})
    found = measured(tmp_path / "werkmap", folder)
    assert [status for status, *_ in found["outcomes"]] == ["set_aside"]
    assert found["peak_mb"] < MEMORY_MB


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """A web server on this machine that notes every request: nothing may ever ask it anything."""
    asked: list[str] = []

    class Note(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(404)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            return

    server = HTTPServer(("127.0.0.1", 0), Note)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}", asked
    server.shutdown()


def test_external_dtd_is_refused_and_not_fetched(
    werkmap: Werkmap, inbox: Path, listener: tuple[str, list[str]]
) -> None:
    address, asked = listener
    assert "DOCTYPE" in aside(werkmap, inbox, with_doctype(f'<!DOCTYPE x SYSTEM "{address}/x.dtd">'))
    assert asked == []


def test_schema_location_is_not_fetched(
    werkmap: Werkmap, inbox: Path, listener: tuple[str, list[str]]
) -> None:
    address, asked = listener
    hint = (
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="'
        f'http://www.istandaarden.nl/iwmo/3_2/wmo301/schema {address}/eigen.xsd"'
    ).encode()
    (inbox / "a.xml").write_bytes(GOOD.replace(b"<wmo301:Bericht", b"<wmo301:Bericht" + hint, 1))
    only(werkmap, inbox / "a.xml")
    assert asked == []


def test_xinclude_is_only_text_that_does_not_belong(werkmap: Werkmap, inbox: Path) -> None:
    include = b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="/etc/hostname" parse="text"/>'
    aside(werkmap, inbox, GOOD.replace(b"Zevenboom", include, 1))


def huge_text(path: Path, megabytes: int) -> None:
    before, after = GOOD.split(b"Belt liever niet voor tienen aan", 1)
    piece = b"a" * (1 << 20)
    with path.open("wb") as file:
        file.write(before)
        for _ in range(megabytes):
            file.write(piece)
        file.write(after)


@pytest.mark.parametrize("megabytes", [64, pytest.param(1024, marks=pytest.mark.long)], ids=["64 MB", "1 GB"])
def test_very_long_text_in_one_element_stays_flat_in_memory(tmp_path: Path, megabytes: int) -> None:
    huge_text(tmp_path / "lang.xml", megabytes)
    found = measured(tmp_path / "werkmap", tmp_path / "lang.xml")
    assert [status for status, *_ in found["outcomes"]] == ["set_aside"]
    assert found["peak_mb"] < MEMORY_MB


def test_deep_nesting_is_refused(tmp_path: Path) -> None:
    depth = 3_000_000
    head = GOOD.split(b"<wmo301:Header>", 1)[0]
    (tmp_path / "diep.xml").write_bytes(head + b"<a>" * depth + b"</a>" * depth + b"</wmo301:Bericht>")
    found = measured(tmp_path / "werkmap", tmp_path / "diep.xml")
    assert [status for status, *_ in found["outcomes"]] == ["set_aside"]
    assert found["peak_mb"] < MEMORY_MB


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Het bestand is leeg."),
        (b" \r\n\t", "Het bestand is leeg."),
        (bytes(range(256)) * 40, "andere soort gegevens"),
        (os.urandom(2000) + b"\x00", "andere soort gegevens"),
        (b"%PDF-1.7 ...", "Dit is een PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "oud Excel"),
        (b"\x1f\x8b\x08\x00abc", "gzip"),
        (b"<html><body>inloggen</body></html>", "geen iWmo- of iJw-bericht"),
        (b"hallo, dit is een briefje\n", "bevat niet de kolomnamen"),
        (GOOD[: len(GOOD) // 2], "maar het klopt niet"),
        (GOOD[:-20], "maar het klopt niet"),
        (GOOD + GOOD, "maar het klopt niet"),
    ],
    ids=["empty", "blank", "binary", "random", "pdf", "xls", "gzip", "html", "note", "half", "cut", "double"],
)
def test_broken_file_is_set_aside_with_a_right_reason(
    werkmap: Werkmap, inbox: Path, content: bytes, reason: str
) -> None:
    assert reason in aside(werkmap, inbox, content, "bestand")


def test_other_release_is_named(werkmap: Werkmap, inbox: Path) -> None:
    assert "wordt niet gelezen" in aside(werkmap, inbox, GOOD.replace(b"iwmo/3_2", b"iwmo/2_0"))


def test_wrong_encoding_declared_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    accented = GOOD.replace(b"Zevenboom", "Zèvenböom".encode("latin-1"), 1)
    aside(werkmap, inbox, accented)
    aside(werkmap, inbox, GOOD.replace(b"UTF-8", b"UTF-16"), "b.xml")
    aside(werkmap, inbox, GOOD.replace(b"UTF-8", b"klingon"), "c.xml")


def test_right_encoding_other_than_utf8_is_read(werkmap: Werkmap, inbox: Path) -> None:
    text = GOOD.decode().replace("Zevenboom", "Zèvenböom")
    (inbox / "a.xml").write_bytes(text.replace("UTF-8", "ISO-8859-1").encode("latin-1"))
    (inbox / "b.xml").write_bytes(text.replace("UTF-8", "UTF-16").replace("T1000", "T1001").encode("utf-16"))
    assert werkmap.take_in(inbox).taken_in == 2


def zip_with(path: Path, *members: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return path


def link_member() -> zipfile.ZipInfo:
    member = zipfile.ZipInfo("link.xml")
    member.external_attr = (stat.S_IFLNK | 0o777) << 16
    return member


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("/etc/cron.d/wijzer", "absoluut pad"),
        ("C:\\Windows\\x.xml", "absoluut pad"),
        ("map/../../x.xml", "wijst met .. buiten"),
        ("..\\x.xml", "wijst met .. buiten"),
    ],
)
def test_zip_with_paths_outside_is_refused_by_name(
    werkmap: Werkmap, inbox: Path, name: str, reason: str
) -> None:
    outcome = only(werkmap, zip_with(inbox / "a.zip", ("goed.xml", GOOD), (name, GOOD)))
    assert outcome.status == "set_aside"
    assert reason in (outcome.reason or "")


def test_zip_with_a_link_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    outcome = only(werkmap, zip_with(inbox / "a.zip", (link_member(), b"/etc/passwd")))
    assert "snelkoppeling" in (outcome.reason or "")


def test_zip_in_a_zip_is_refused_by_name_and_the_rest_is_read(werkmap: Werkmap, inbox: Path) -> None:
    inner = zip_with(inbox / "binnen.zip", ("x.xml", GOOD)).read_bytes()
    (inbox / "binnen.zip").unlink()
    zip_with(inbox / "a.zip", ("goed.xml", GOOD), ("map/binnen.zip", inner), ("vermomd.xml", inner))
    outcomes = werkmap.take_in(inbox).outcomes
    assert [(Path(o.path.split(" > ")[1]).name, o.status) for o in outcomes] == [
        ("goed.xml", "taken_in"),
        ("binnen.zip", "set_aside"),
        ("vermomd.xml", "set_aside"),
    ]
    assert outcomes[1].reason == "Dit is een zipbestand in een zipbestand."


def test_zip_bomb_is_refused_without_unpacking(tmp_path: Path) -> None:
    with (
        zipfile.ZipFile(tmp_path / "bom.zip", "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("bom.xml", "w", force_zip64=True) as member,
    ):
        for _ in range(160):
            member.write(b"\x00" * (1 << 20))
    found = measured(tmp_path / "werkmap", tmp_path / "bom.zip")
    ((status, _, reason, _),) = found["outcomes"]
    assert status == "set_aside"
    assert "keer zijn grootte" in reason
    assert found["peak_mb"] < MEMORY_MB


def test_zip_with_overlapping_parts_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    raw = bytearray(zip_with(inbox / "a.zip", ("a.xml", GOOD), ("b.xml", GOOD)).read_bytes())
    second = raw.rindex(b"PK\x01\x02")
    raw[second + 42 : second + 46] = struct.pack("<I", 0)
    (inbox / "a.zip").write_bytes(raw)
    assert "overlappen" in (only(werkmap, inbox / "a.zip").reason or "")


def test_zip_that_lies_about_a_size_is_set_aside(werkmap: Werkmap, inbox: Path) -> None:
    raw = bytearray(zip_with(inbox / "a.zip", ("a.xml", GOOD)).read_bytes())
    place = raw.rindex(b"PK\x01\x02") + 24
    raw[place : place + 4] = struct.pack("<I", len(GOOD) - 40)
    (inbox / "a.zip").write_bytes(raw)
    assert only(werkmap, inbox / "a.zip").status == "set_aside"


def test_truncated_zip_and_zip_with_bad_checksum_are_set_aside(werkmap: Werkmap, inbox: Path) -> None:
    raw = zip_with(inbox / "a.zip", ("a.xml", GOOD)).read_bytes()
    (inbox / "a.zip").write_bytes(raw[: len(raw) // 2])
    assert only(werkmap, inbox / "a.zip").reason == "Het zipbestand is beschadigd of niet volledig."
    checksum = struct.pack("<I", zlib.crc32(GOOD))
    assert checksum in raw
    (inbox / "a.zip").write_bytes(raw.replace(checksum, b"\x01\x02\x03\x04"))
    assert "beschadigd" in (only(werkmap, inbox / "a.zip").reason or "")


def test_zip_with_password_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    raw = bytearray(zip_with(inbox / "a.zip", ("a.xml", GOOD)).read_bytes())
    place = raw.rindex(b"PK\x01\x02") + 8
    raw[place] |= 1
    (inbox / "a.zip").write_bytes(raw)
    assert "wachtwoord" in (only(werkmap, inbox / "a.zip").reason or "")


def unreadable_places() -> list[tuple[str, Callable[[Path], None], str]]:
    return [
        ("absent", lambda path: None, "kan niet worden gelezen"),
        ("dangling link", lambda path: path.symlink_to(path.with_name("weg")), "kan niet worden gelezen"),
        ("fifo", os.mkfifo, "geen gewoon bestand"),
        ("device", lambda path: path.symlink_to("/dev/zero"), "geen gewoon bestand"),
    ]


@pytest.mark.parametrize(("make", "reason"), [pytest.param(m, r, id=i) for i, m, r in unreadable_places()])
def test_unreadable_place_is_set_aside(
    werkmap: Werkmap, inbox: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(inbox / "x.xml")
    outcome = only(werkmap, inbox / "x.xml")
    assert outcome.status == "set_aside"
    assert reason in (outcome.reason or "")
    assert outcome.report is not None


def test_links_and_pipes_in_a_folder_are_not_followed(werkmap: Werkmap, inbox: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "buiten", {"x.xml": GOOD})
    (inbox / "bestand.xml").symlink_to(outside / "x.xml")
    (inbox / "map").symlink_to(outside)
    (inbox / "lus").symlink_to(inbox)
    os.mkfifo(inbox / "pijp.xml")
    outcomes = werkmap.take_in(inbox).outcomes
    assert [o.status for o in outcomes] == ["set_aside"] * 4
    assert werkmap.records() == {}


def test_file_that_fails_while_it_is_read_is_set_aside(werkmap: Werkmap, inbox: Path) -> None:
    (inbox / "x.xml").symlink_to("/proc/self/mem")
    outcome = only(werkmap, inbox / "x.xml")
    assert outcome.reason == "Het bestand kan niet worden gelezen (de schijf geeft een fout)."


def test_full_disk_stops_with_a_clear_error_and_what_was_committed_counts(tmp_path: Path) -> None:
    werkmap = Werkmap(tmp_path / "werkmap")
    first = write(tmp_path / "eerst", {"a.xml": toewijzing(1)})
    werkmap.take_in(first)
    before = werkmap.records()
    many = write(tmp_path / "veel", {f"{n}.xml": declaratie(n, persons=30, lines=3) for n in range(40)})
    found = measured(tmp_path / "werkmap", many, limit=150_000)
    assert found["problem"].startswith("StoreProblem: De map ")
    assert "Maak ruimte of geef schrijfrecht" in found["problem"]
    assert werkmap.records() == before
    assert werkmap.take_in(many).taken_in == 40
    left = [p.name for p in werkmap.paths.data.rglob("*.deel")]
    assert left == []


def test_file_in_the_place_of_a_folder_stops_before_anything_is_written(
    werkmap: Werkmap, inbox: Path
) -> None:
    werkmap.folder.mkdir()
    werkmap.paths.data.write_text("geen map")
    with pytest.raises(StoreProblem, match="kan niet worden beschreven"):
        werkmap.take_in(inbox)


def test_place_where_even_root_may_not_write_is_named(inbox: Path) -> None:
    (inbox / "a.xml").write_bytes(GOOD)
    with pytest.raises(StoreProblem, match="De map /sys/kernel/werkmap/data kan niet worden beschreven"):
        Werkmap(Path("/sys/kernel/werkmap")).take_in(inbox)


def test_read_only_folder_stops_before_anything_is_written(
    werkmap: Werkmap, inbox: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    werkmap.take_in(inbox)
    refused = werkmap.paths.archive
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: Path(path) != refused and allowed(path, mode))
    (inbox / "a.xml").write_bytes(GOOD)
    with pytest.raises(StoreProblem, match=r"archive kan niet worden beschreven \(geen schrijfrecht\)"):
        werkmap.take_in(inbox)
    assert werkmap.journal().files() == []


def test_changed_archive_is_noticed_when_it_is_read(werkmap: Werkmap, inbox: Path) -> None:
    (inbox / "a.xml").write_bytes(GOOD)
    werkmap.take_in(inbox)
    (file,) = werkmap.journal().files()
    pack = werkmap.paths.data / (file.pack or "")
    raw = bytearray(pack.read_bytes())
    raw[-30] ^= 1
    pack.write_bytes(raw)
    with (
        PackReader(pack, werkmap.intake()._settings.keys.archive) as reader,
        pytest.raises(StoreProblem, match="de inhoud is veranderd"),
    ):
        reader.read(file.offset)


def test_table_with_one_endless_line_stays_flat_in_memory(tmp_path: Path) -> None:
    with (tmp_path / "producten.csv").open("wb") as file:
        for _ in range(64):
            file.write(b"a;" * (1 << 19))
    found = measured(tmp_path / "werkmap", tmp_path / "producten.csv")
    assert found["outcomes"][0][0] == "set_aside"
    assert found["peak_mb"] < MEMORY_MB


def test_excel_with_a_document_type_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    sheet = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><worksheet>&e;</worksheet>'
    zip_with(
        inbox / "a.xlsx",
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.xml", b"<workbook/>"),
        ("xl/worksheets/sheet1.xml", sheet),
    )
    assert "DOCTYPE" in (only(werkmap, inbox / "a.xlsx").reason or "")


@pytest.mark.parametrize(
    "before",
    [b"<!--" + b"x" * 5000 + b"-->", b" " * 5000, b"<!-- --> ", b"<?a <a?>", b"<!--<a-->"],
    ids=["long comment", "spaces", "comment", "instruction", "comment like an element"],
)
def test_excel_with_a_document_type_behind_something_else_is_refused(
    werkmap: Werkmap, inbox: Path, before: bytes
) -> None:
    doctype = b'<!DOCTYPE worksheet [<!ENTITY a "0293"><!-- --> ]>'
    sheet_of(inbox / "p.xlsx", lambda sheet: before + doctype + sheet)
    assert "DOCTYPE" in (only(werkmap, inbox / "p.xlsx").reason or "")


def test_row_number_beyond_what_excel_knows_is_refused_at_once(werkmap: Werkmap, inbox: Path) -> None:
    sheet_of(inbox / "p.xlsx", lambda sheet: sheet.replace(b'<row r="2"', b'<row r="2000000000"'))
    assert only(werkmap, inbox / "p.xlsx").reason == "Dit Excelbestand heeft meer rijen dan Excel zelf kent."


def test_endless_text_in_one_cell_of_excel_is_refused(werkmap: Werkmap, inbox: Path) -> None:
    sheet_of(
        inbox / "p.xlsx",
        lambda sheet: sheet.replace(
            b"</row>", b'<c t="inlineStr"><is><t>' + b"a" * (3 << 20) + b"</t></is></c></row>"
        ),
    )
    assert only(werkmap, inbox / "p.xlsx").reason == "In één cel van dit Excelbestand staat te veel tekst."


def sheet_of(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Write a good workbook of products of which ``change`` makes another sheet."""
    book = openpyxl.Workbook()
    for row in (PRODUCTEN, PRODUCT):
        book.active.append(row)  # type: ignore[union-attr]
    good = io.BytesIO()
    book.save(good)
    with zipfile.ZipFile(good) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = "xl/worksheets/sheet1.xml"
    assert change(parts[sheet]) != parts[sheet]
    parts[sheet] = change(parts[sheet])
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)


def test_document_of_another_program_is_no_table(werkmap: Werkmap, inbox: Path) -> None:
    zip_with(inbox / "a.docx", ("[Content_Types].xml", b"<Types/>"), ("word/document.xml", b"<w/>"))
    assert (
        only(werkmap, inbox / "a.docx").reason
        == "Het bestand kan niet als Excelbestand (.xlsx) worden gelezen."
    )


def test_hostile_file_does_not_stop_its_neighbours(werkmap: Werkmap, inbox: Path) -> None:
    write(
        inbox,
        {
            "1-goed.xml": GOOD,
            "2-bom.xml": with_doctype("<!DOCTYPE x>"),
            "3-half.xml": GOOD[:700],
            "4-goed.csv": csv(PRODUCTEN, PRODUCT).encode(),
            "5-leeg": b"",
            "6-goed.xml": toewijzing(1001),
        },
    )
    result = werkmap.take_in(inbox)
    assert (result.taken_in, result.set_aside) == (3, 3)
    assert len(werkmap.rows("b301_bericht")) == 2
    assert len(werkmap.rows("t_producten")) == 1
