"""The command line as users and scripts meet it: exit codes, JSON, errors with what, where, what to do."""

import csv
import json
import os
import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests import small_town
from tests.flows.conftest import Command
from tests.messages.examples import changed
from wijzer import flows
from wijzer.cli import app
from wijzer.cli.output import say_json, say_published, say_table
from wijzer.flows.workspace import Workspace
from wijzer.messages import compose

ENGLISH = re.compile(
    r"\b(usage|options|arguments|commands|error|default|required|show|this|invalid|missing|try)\b",
    re.IGNORECASE,
)
FINDING = {
    "code",
    "ernst",
    "bevinding",
    "verwacht",
    "plaats",
    "regel",
    "regels_van_de_standaard",
    "aantal",
}
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
    small_town.write(place / "inbox")
    taken = wijzer("intake", "-w", place)
    assert taken.code == 1, "the example holds files that are set aside"
    assert "Apart gezet:" in taken.out
    assert wijzer("compute", "-w", place, "--known-on", small_town.KNOWN_ON).code == 0
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
def test_wrong_use_leaves_exit_2_and_says_in_dutch_what_to_do(
    wijzer: Command, words: tuple[str, ...]
) -> None:
    answer = wijzer(*words)
    assert answer.code == 2
    assert answer.err.startswith("Fout: ")
    assert "Wat te doen:" in answer.err
    assert not ENGLISH.search(answer.out + answer.err)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("inti",), "Bedoelt u 'init'?"),
        (("init",), "MAP ontbreekt."),
        (("values", "--zz"), "De optie --zz bestaat niet."),
        (("values", "--format"), "De optie --format hoort met een waarde"),
        (("intake", "--processes", "0"), "--processes: deze waarde kan niet."),
        (("compute", "--known-on", "31-2-2022"), "'31-2-2022' is geen datum"),
        (("doctor", "nu", "meteen"), "Er staat te veel achter deze opdracht."),
    ],
)
def test_wrong_use_names_the_word_that_is_wrong(wijzer: Command, words: tuple[str, ...], told: str) -> None:
    assert told in wijzer(*words).err


@pytest.mark.parametrize("verb", [None, *(command.callback.__name__ for command in app.registered_commands)])
def test_the_help_of_every_verb_is_dutch_and_fits_the_screen(wijzer: Command, verb: str | None) -> None:
    answer = wijzer(*filter(None, (verb,)), "--help")
    assert answer.code == 0
    assert answer.out.startswith("Gebruik: wijzer")
    assert not ENGLISH.search(answer.out)
    assert max(map(len, answer.out.splitlines())) <= 80


def test_wijzer_without_a_verb_shows_the_verbs(wijzer: Command) -> None:
    answer = wijzer()
    assert answer.code == 2
    assert "Neem berichten en tabellen in." in answer.err


def test_an_interrupted_job_says_so_and_leaves_exit_130(
    wijzer: Command, example_town: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(flows, "value_rows", stop)
    answer = wijzer("values", "-w", example_town.root)
    assert answer.code == 130
    assert "Afgebroken" in answer.err


def test_a_folder_that_cannot_be_made_is_told_as_such(wijzer: Command, own_town: Workspace) -> None:
    in_the_way = own_town.root / "bestand"
    in_the_way.write_text("x")
    answer = wijzer("publish", "-w", own_town.root, "--naar", in_the_way / "pagina")
    assert answer.code == 5
    assert "bestand" in answer.err
    assert "dit is een bestand, geen map" in answer.err


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (b"kapot = [\n", "het eind van het bestand"),
        (b"[publicatie]\ndrempel_personen = = 3\n", "regel 2, teken"),
        (b"\xff\xfe", "geen UTF-8"),
    ],
)
def test_settings_that_cannot_be_read_name_the_place(
    wijzer: Command, own_town: Workspace, broken: bytes, told: str
) -> None:
    (own_town.root / "wijzer.toml").write_bytes(broken)
    answer = wijzer("values", "-w", own_town.root)
    assert answer.code == 3
    assert told in answer.err
    assert not ENGLISH.search(answer.err)


def test_a_wrong_path_is_told_in_dutch(wijzer: Command, own_town: Workspace) -> None:
    answer = wijzer("intake", "-w", own_town.root, own_town.root / "weg.xml")
    assert answer.code == 1
    assert "de map of het bestand bestaat niet" in answer.out


def test_a_misspelled_setting_is_named_and_not_passed_over(wijzer: Command, own_town: Workspace) -> None:
    settings = own_town.root / "wijzer.toml"
    settings.write_text(settings.read_text().replace("drempel_personen", "drempel_persoon"))
    answer = wijzer("values", "-w", own_town.root)
    assert answer.code == 3
    assert "drempel_persoon in [publicatie]" in answer.err


def test_compute_makes_the_folder_of_the_editions_again(wijzer: Command, own_town: Workspace) -> None:
    shutil.rmtree(own_town.values)
    assert wijzer("compute", "-w", own_town.root).code == 0


def test_a_finding_names_the_rule_of_the_standard(wijzer: Command, tmp_path: Path) -> None:
    path = tmp_path / "start.xml"
    path.write_bytes(compose("wmo", "305", changed("305", {"Client/Bsn": "123456789"})))
    answer = wijzer("check", path)
    (finding,) = json.loads(wijzer("check", path, "--json").out)[0]["bevindingen"]
    assert set(finding) == FINDING
    assert "elfproef" in answer.out
    assert finding["regels_van_de_standaard"]
    assert all(rule in answer.out for rule in finding["regels_van_de_standaard"])
    assert "123456789" not in answer.out


def test_values_give_each_reason_once_under_the_table(wijzer: Command, example_town: Workspace) -> None:
    text = wijzer("values", "-w", example_town.root).out
    assert "onderdrukt (1)" in text
    assert text.count("onderdrukt (1)") > text.count("Bij (1):")
    assert text.count("Het gaat om minder dan 10 personen") == text.count("Bij (1):")


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
    assert all(part["eenheid"] for part in told["onderdelen"])
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
