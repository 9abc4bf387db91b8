"""The command line as users and scripts meet it: exit codes, JSON, errors with what, where, what to do."""

import csv
import json
import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.flows.conftest import Command
from wijzer import example, flows
from wijzer.cli.output import say_json, say_published, say_table
from wijzer.flows.workspace import Workspace
from wijzer.messages import compose

MESSAGE = {
    "Header": {
        "Afzender": "0293",
        "Ontvanger": "42420001",
        "BerichtIdentificatie": {"Identificatie": "1", "Dagtekening": "2022-05-02"},
    },
    "Antwoord": {"ReferentieAanbieder": "R1", "VerzoekAntwoord": "2"},
}


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "goed.xml"
    path.write_bytes(compose("wmo", "319", MESSAGE))
    return path


def test_the_story_from_init_to_publish_in_commands(wijzer: Command, tmp_path: Path) -> None:
    place = tmp_path / "een werkmap"
    assert wijzer("init", place, "--gemeenten", "westervoort,duiven").code == 0
    example.write(place / "inbox")
    taken = wijzer("intake", "-w", place)
    assert taken.code == 1, "the example holds files that are set aside"
    assert "Apart gezet:" in taken.out
    assert wijzer("compute", "-w", place, "--known-on", example.KNOWN_ON).code == 0
    assert wijzer("publish", "-w", place).code == 0
    assert (place / "published" / "index.html").is_file()


def test_taking_in_again_finds_everything_known(wijzer: Command, own_town: Workspace) -> None:
    first = wijzer("intake", "-w", own_town.root, own_town.inbox, "--json")
    told = json.loads(first.out)
    assert told["ingenomen"] == 0
    assert told["al_bekend"] > 600
    assert len(told["bestanden"]) == told["al_bekend"] + told["apart_gezet"]


def test_values_are_the_same_as_csv_and_as_json(wijzer: Command, example_town: Workspace) -> None:
    as_json = json.loads(wijzer("values", "-w", example_town.root, "--all", "--format", "json").out)
    text = wijzer("values", "-w", example_town.root, "--all", "--format", "csv").out
    as_csv = list(csv.DictReader(text.lstrip("\ufeff").splitlines(), delimiter=";"))
    assert [row["stand"] for row in as_csv] == [row["stand"] for row in as_json["waarden"]]
    for plain, row in zip(as_csv, as_json["waarden"], strict=True):
        shown = row["waarde"]
        assert plain["waarde"] == "" if shown is None else float(plain["waarde"].replace(",", ".")) == shown


def test_values_without_all_are_the_newest_periods_only(wijzer: Command, example_town: Workspace) -> None:
    told = json.loads(wijzer("values", "-w", example_town.root, "--format", "json").out)
    assert {row["periode"] for row in told["waarden"]} == {"2020-2022", "2022", "2022-Q4"}


def test_a_message_that_the_schema_accepts_leaves_exit_0(wijzer: Command, good: Path) -> None:
    answer = wijzer("check", good, "--json")
    assert answer.code == 0
    assert json.loads(answer.out)[0]["goed"] is True


def test_a_message_that_the_schema_refuses_names_place_line_and_expectation(
    wijzer: Command, good: Path
) -> None:
    good.write_bytes(good.read_bytes().replace(b">2022-05-02<", b">2022-13-45<"))
    answer = wijzer("check", good, "--json")
    assert answer.code == 1
    finding = json.loads(answer.out)[0]["bevindingen"][0]
    assert "Dagtekening" in json.dumps(finding)
    assert "2022-13-45" not in answer.out


@pytest.mark.parametrize("content", [b"", b"geen xml", b"PK\x03\x04zip", b"<a/>", b"\x00\x01\x02"])
def test_what_is_no_message_is_named_and_never_a_traceback(
    wijzer: Command, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "iets"
    path.write_bytes(content)
    answer = wijzer("check", path)
    assert answer.code == 1
    assert "Traceback" not in answer.out + answer.err


def test_a_file_that_is_not_there_says_so(wijzer: Command, tmp_path: Path) -> None:
    answer = wijzer("check", tmp_path / "weg.xml")
    assert answer.code == 1
    assert "Wat te doen" in answer.err


@pytest.mark.parametrize(
    "words",
    [
        ("compute", "--known-on", "gisteren"),
        ("trace", "8", "vorig jaar", "duiven"),
        ("values", "--format", "pdf"),
        ("onbekend",),
        ("init",),
    ],
)
def test_wrong_use_leaves_exit_2(wijzer: Command, words: tuple[str, ...]) -> None:
    assert wijzer(*words).code == 2


def test_a_folder_that_is_no_workspace_leaves_exit_3(wijzer: Command, tmp_path: Path) -> None:
    answer = wijzer("compute", "-w", tmp_path)
    assert (answer.code, answer.out) == (3, "")
    assert "wijzer init" in answer.err


def test_a_wrong_key_leaves_exit_4_and_writes_nothing(wijzer: Command, own_town: Workspace) -> None:
    own_town.key_file.write_text("cd" * 32 + "\n")
    before = {
        path: path.stat().st_mtime_ns
        for path in own_town.data.rglob("*")
        if path.is_file() and path.suffix != ".sqlite3-shm"
    }
    answer = wijzer("intake", "-w", own_town.root)
    assert answer.code == 4
    assert {
        path: path.stat().st_mtime_ns
        for path in own_town.data.rglob("*")
        if path.is_file() and path.suffix != ".sqlite3-shm"
    } == before


def test_a_template_is_written_and_never_overwrites(wijzer: Command, tmp_path: Path) -> None:
    path = tmp_path / "begroting.xlsx"
    assert wijzer("template", "begroting", "--naar", path).code == 0
    assert path.read_bytes()[:2] == b"PK"
    assert wijzer("template", "begroting", "--naar", path).code == 1
    assert wijzer("template", "onzin", "--naar", tmp_path / "x.xlsx").code == 1


def test_the_trace_as_json_holds_definition_rows_and_deliveries(
    wijzer: Command, example_town: Workspace
) -> None:
    answer = wijzer("trace", "6", "2022-Q4", "duiven", "-w", example_town.root, "--json")
    told = json.loads(answer.out)
    assert answer.code == 0
    assert told["formule"]
    assert told["geteld"]
    assert told["aanleveringen"]


def test_doctor_tells_a_program_too(wijzer: Command, example_town: Workspace) -> None:
    answer = wijzer("doctor", "-w", example_town.root, "--json")
    assert {"stand", "onderdeel", "bevinding", "wat_te_doen"} == set(json.loads(answer.out)[0])
    assert answer.code == 0


def test_an_error_that_nobody_foresaw_shows_its_place_and_not_its_text(
    wijzer: Command, example_town: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("999900006 en een naam")

    monkeypatch.setattr(flows, "value_rows", fail)
    answer = wijzer("values", "-w", example_town.root)
    assert answer.code == 70
    assert "RuntimeError" in answer.err
    assert "999900006" not in answer.err
    assert "een naam" not in answer.err


def test_a_traceback_for_a_developer_holds_no_bsn(
    wijzer: Command, example_town: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("999900006 op rij 3")

    monkeypatch.setattr(flows, "value_rows", fail)
    monkeypatch.setenv("WIJZER_DEBUG", "1")
    answer = wijzer("values", "-w", example_town.root)
    assert "op rij 3" in answer.err
    assert "999900006" not in answer.err


def test_a_file_name_cannot_steer_the_screen_nor_the_layout(
    wijzer: Command, own_town: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(own_town.root)
    folder = Path("in[b")
    folder.mkdir()
    for name in ("[rood]a.xml", "]x[", "\x1b[31mrood\n\u202egeen.xml", "999900006.xml"):
        (folder / name).write_bytes(b"<a/>")
    (folder / "[").mkdir()
    (folder / "[" / "b].xml").write_bytes(b"<a/>  ")
    answer = wijzer("intake", folder)
    assert answer.code == 1
    assert "in[b/[rood]a.xml" in answer.out
    assert "in[b/[/b].xml" in answer.out
    assert "in[b/?[31mrood??geen.xml" in answer.out
    assert "999900006" not in answer.out
    (found,) = folder.glob("*geen.xml")
    checked = wijzer("check", found)
    assert checked.out.startswith("in[b/?[31mrood??geen.xml: ")
    assert "999900006" not in wijzer("check", "--json", folder / "999900006.xml").out


@pytest.mark.parametrize("make", [Path.mkdir, os.mkfifo], ids=["folder", "pipe"])
def test_a_check_of_something_else_than_a_file_ends_at_once(
    wijzer: Command, tmp_path: Path, make: Callable[[Path], None]
) -> None:
    make(tmp_path / "iets")
    answer = wijzer("check", tmp_path / "iets")
    assert answer.code == 1
    assert "geen gewoon bestand" in answer.err


def test_a_number_that_looks_like_a_bsn_stays_a_number(capsys: pytest.CaptureFixture[str]) -> None:
    say_json({"bedrag_cent": 999900006, "tekst": ["nummer 999900006"], "op": date(2022, 12, 31)})
    told = json.loads(capsys.readouterr().out)
    assert told == {"bedrag_cent": 999900006, "tekst": ["nummer █████████"], "op": "2022-12-31"}
    say_table(["bedrag", "tekst"], [(999900006, "999900006")])
    assert capsys.readouterr().out.split()[2:] == ["999900006", "█████████"]
    say_published('{"waarde": 999900006}')
    assert json.loads(capsys.readouterr().out) == {"waarde": 999900006}
