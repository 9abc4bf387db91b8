"""What becomes of files: taken in, already known, or set aside; in any order, any number of times."""

from __future__ import annotations

import random
import stat
import threading
import zipfile
from datetime import date
from pathlib import Path

import pytest

from tests.intake.werkmap import (
    BSNS,
    NOW,
    PRODUCT,
    PRODUCTEN,
    Werkmap,
    csv,
    declaratie,
    start,
    toewijzing,
    write,
)
from wijzer.intake import IntakeBusy, JoinBasis, JoinProblem
from wijzer.intake.lock import only_one
from wijzer.intake.packs import PackReader


def messages() -> dict[str, bytes]:
    return {
        "301a.xml": toewijzing(1000, 0),
        "301b.xml": toewijzing(1001, 1),
        "301c.xml": toewijzing(1002, 1, gemeente="0226"),
        "301jw.xml": toewijzing(1003, 0, wet="jw"),
        "305.xml": start(1000, 0),
        "323.xml": declaratie(1, persons=3, lines=2),
    }


def test_message_becomes_records_with_pseudonym_and_types(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1000, 0)})
    result = werkmap.take_in(inbox)
    assert [(o.status, o.what, o.rows) for o in result.outcomes] == [("taken_in", "WMO301", 4)]
    (root,) = werkmap.rows("b301_bericht")
    (product,) = werkmap.rows("b301_toegewezen_product")
    (contact,) = werkmap.rows("b301_contact")
    assert (root["gemeente"], root["wet"], root["afzender"], root["identificatie"]) == (
        "0293",
        "wmo",
        "0293",
        "T1000",
    )
    assert (root["geboortejaar"], root["geboortemaand"], root["geslacht"]) == (1948, date(1948, 5, 1), "2")
    assert len(root["client"]) == 32
    assert root["client"] != BSNS[0]
    assert (product["toewijzing_nummer"], product["ingangsdatum"], product["omvang_volume"]) == (
        1000,
        date(2022, 1, 10),
        120,
    )
    assert (product["regel"], product["ouder"], product["bericht"]) == (1, 1, root["bericht"])
    assert len(contact["adres"]) == 32
    assert len(contact["plek"]) == 32


def test_every_file_is_counted_once(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {**messages(), "leeg.xml": b"", "kapot.xml": toewijzing(5)[:900]})
    result = werkmap.take_in(inbox)
    assert (result.taken_in, result.already_known, result.set_aside) == (6, 0, 2)
    assert len(result.outcomes) == 8


def test_reading_twice_changes_nothing(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, messages())
    werkmap.take_in(inbox)
    before = werkmap.records()
    again = werkmap.take_in(inbox)
    assert (again.taken_in, again.already_known) == (0, 6)
    assert werkmap.records() == before


def test_order_grouping_and_doubles_give_the_same_records(tmp_path: Path) -> None:
    files = messages()
    first = Werkmap(tmp_path / "een")
    first.take_in(write(tmp_path / "a", files))
    second = Werkmap(tmp_path / "twee")
    shuffled = list(files.items())
    random.Random(1).shuffle(shuffled)
    for number, (file_name, content) in enumerate(shuffled):
        second.take_in(
            write(tmp_path / f"b{number}", {f"{number}-{file_name}": content, f"dubbel-{file_name}": content})
        )
    assert first.records() == second.records()


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_give_the_same_records(tmp_path: Path, processes: int) -> None:
    files = {f"{n}.xml": toewijzing(2000 + n, n % 20) for n in range(150)} | messages()
    files |= {f"dubbel-{n}.xml": toewijzing(2000 + n, n % 20) for n in range(50)}
    folder = write(tmp_path / "in", files)
    one, many = Werkmap(tmp_path / "een"), Werkmap(tmp_path / "meer")
    alone = one.take_in(folder)
    together = many.take_in(folder, processes=processes)
    assert (together.taken_in, together.already_known) == (alone.taken_in, alone.already_known) == (156, 50)
    assert one.records() == many.records()


def test_message_of_another_gemeente_is_set_aside_with_that_reason(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1, 0, gemeente="0363"), "b.xml": toewijzing(2, 1)})
    result = werkmap.take_in(inbox)
    aside = result.outcomes[0]
    assert aside.status == "set_aside"
    assert (
        aside.reason
        == "Dit bericht hoort bij gemeente 0363; deze werkmap is van 0293 (Westervoort), 0226 (Duiven)."
    )
    assert [row["toewijzing_nummer"] for row in werkmap.rows("b301_toegewezen_product")] == [2]


def test_return_message_belongs_to_the_gemeente_in_its_header(
    werkmap: Werkmap, shared: Path, inbox: Path
) -> None:
    example = (shared / "istandaarden/voorbeelden/JW302.xml").read_bytes()
    gemeente = next(code for code in (b"0384", b"0363") if code in example)
    write(inbox, {"r.xml": example.replace(gemeente, b"0293")})
    assert werkmap.take_in(inbox).taken_in == 1
    assert werkmap.rows("b302_bericht")[0]["gemeente"] == "0293"


def test_set_aside_file_is_read_again_when_it_can_be(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1, 0, gemeente="0363")})
    assert werkmap.take_in(inbox).set_aside == 1
    intake = werkmap.intake()
    intake._settings.gemeenten["0363"] = "Amsterdam"  # type: ignore[index]
    result = intake.take_in([inbox], NOW)
    assert result.taken_in == 1
    werkmap.take_in(inbox)
    assert not list(werkmap.paths.quarantine.iterdir()), "what counts no longer is tidied away"


def test_note_of_an_unreadable_file_goes_once_it_is_read(werkmap: Werkmap, inbox: Path) -> None:
    place = inbox / "a.xml"
    assert werkmap.take_in(place).set_aside == 1
    place.write_bytes(toewijzing(1))
    assert werkmap.take_in(place).taken_in == 1
    werkmap.take_in()
    assert [file.status for file in werkmap.journal().files()] == ["taken_in"]
    assert not list(werkmap.paths.quarantine.iterdir())


def test_report_says_what_where_and_what_to_do(werkmap: Werkmap, inbox: Path) -> None:
    broken = toewijzing(1, 0).replace(
        b"<wmo301:Geslacht>2</wmo301:Geslacht>", b"<wmo301:Geslacht>Zevenboom</wmo301:Geslacht>"
    )
    write(inbox, {f"{BSNS[3]}.xml": broken})
    (outcome,) = werkmap.take_in(inbox).outcomes
    assert outcome.report is not None
    text = outcome.report.read_text()
    assert "Dit is een WMO301, maar het klopt niet." in text
    assert "Client/Geslacht" in text
    assert "Wat u kunt doen:" in text
    assert "Zevenboom" not in text
    assert BSNS[3] not in text
    assert BSNS[3] not in outcome.path


def test_original_of_a_set_aside_file_is_kept_encrypted(werkmap: Werkmap, inbox: Path) -> None:
    content = toewijzing(1, 0)[:900]
    write(inbox, {"a.xml": content})
    werkmap.take_in(inbox)
    (file,) = werkmap.journal().files()
    pack = werkmap.paths.data / (file.pack or "")
    assert pack.parent == werkmap.paths.quarantine
    assert content[:100] not in pack.read_bytes()
    with PackReader(pack, werkmap.intake()._settings.keys.archive) as reader:
        assert reader.read(file.offset) == content


def test_store_is_closed_to_other_users(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {**messages(), "kapot.xml": b"<x"})
    werkmap.take_in(inbox)
    for path in [werkmap.paths.data, *werkmap.paths.data.rglob("*")]:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600) or path.suffix.startswith(".sqlite3-"), (
            path,
            oct(mode),
        )


def test_journal_hides_the_names_of_files(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"mevrouw-Zevenboom.xml": toewijzing(1)})
    werkmap.take_in(inbox)
    raw = b"".join(f.read_bytes() for f in werkmap.paths.data.glob("journal.sqlite3*"))
    assert b"Zevenboom" not in raw
    journal = werkmap.journal()
    names = journal.names(journal.files()[0].digest, werkmap.intake()._settings.keys.names)
    assert [Path(one).name for one in names] == ["mevrouw-Zevenboom.xml"]


def test_zip_holds_messages_and_tables_and_equals_loose_files(tmp_path: Path) -> None:
    files = {**messages(), "producten.csv": csv(PRODUCTEN, PRODUCT).encode()}
    loose, packed = Werkmap(tmp_path / "los"), Werkmap(tmp_path / "zip")
    loose.take_in(write(tmp_path / "los-in", files))
    archive = tmp_path / "alles.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
        for file_name, content in files.items():
            target.writestr(f"map/{file_name}", content)
    result = packed.take_in(archive)
    assert result.taken_in == 7
    assert loose.records() == packed.records()
    assert packed.take_in(tmp_path / "los-in").already_known == 7


def test_second_run_at_once_waits_and_gives_the_same(werkmap: Werkmap, tmp_path: Path) -> None:
    folder = write(tmp_path / "in", {f"{n}.xml": toewijzing(3000 + n, n % 9) for n in range(300)})
    results = []
    runs = [threading.Thread(target=lambda: results.append(werkmap.take_in(folder))) for _ in range(2)]
    for run in runs:
        run.start()
    for run in runs:
        run.join()
    assert sorted((r.taken_in, r.already_known) for r in results) == [(0, 300), (300, 0)]
    assert len(werkmap.rows("b301_bericht")) == 300


def test_second_run_says_so_when_the_first_takes_too_long(werkmap: Werkmap, inbox: Path) -> None:
    werkmap.paths.create()
    with only_one(werkmap.paths.lock, 0), pytest.raises(IntakeBusy, match="loopt al een inname"):
        werkmap.take_in(inbox, wait_seconds=0.2)


def test_gemeenten_and_laws_have_pseudonyms_of_their_own(werkmap: Werkmap, inbox: Path) -> None:
    write(
        inbox,
        {
            "a.xml": toewijzing(1, 0),
            "b.xml": toewijzing(2, 0),
            "c.xml": toewijzing(3, 0, wet="jw"),
            "d.xml": toewijzing(4, 0, gemeente="0226"),
        },
    )
    werkmap.take_in(inbox)
    by_number = {row["identificatie"]: row["client"] for row in werkmap.rows("b301_bericht")}
    assert by_number["T1"] == by_number["T2"]
    assert len({by_number["T1"], by_number["T3"], by_number["T4"]}) == 3


def test_laws_are_joined_only_with_purpose_basis_and_dpia(werkmap: Werkmap, inbox: Path) -> None:
    for empty in ("doel", "grondslag", "dpia"):
        parts = {"doel": "x", "grondslag": "y", "dpia": "z", empty: " "}
        with pytest.raises(ValueError, match=f"als {empty} is vastgelegd"):
            JoinBasis(**parts)
    write(inbox, {"a.xml": toewijzing(1, 0), "b.xml": toewijzing(2, 0, wet="jw")})
    werkmap.take_in(inbox, joins={"0293": JoinBasis("beleid", "art. 5.1.1 Wmo", "DPIA 2022-3")})
    assert len({row["client"] for row in werkmap.rows("b301_bericht")}) == 1


def test_changed_choice_to_join_is_refused_until_a_rebuild(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1, 0), "b.xml": toewijzing(2, 0, wet="jw")})
    werkmap.take_in(inbox)
    joins = {"0293": JoinBasis("beleid", "art. 5.1.1 Wmo", "DPIA 2022-3")}
    with pytest.raises(JoinProblem, match="wijzer rebuild"):
        werkmap.take_in(inbox, joins=joins)
    werkmap.intake(joins=joins).rebuild(NOW)
    assert len({row["client"] for row in werkmap.rows("b301_bericht")}) == 1
    werkmap.take_in(inbox, joins=joins)


@pytest.mark.parametrize(
    "form",
    ["R-{0}", "{0}01", "0{0}", "2022{0}", "{0}-2022", "{1}.{2}.{3}", "{1} {2} {3}", "{1}-{2}-{3}", "ref{0}x"],
)
def test_bsn_in_a_reference_becomes_a_pseudonym_that_still_matches(
    werkmap: Werkmap, inbox: Path, form: str
) -> None:
    number = BSNS[0]
    reference = form.format(number, number[:3], number[3:6], number[6:])
    content = declaratie(7).replace(b"R7-0-0", reference.encode())
    write(inbox, {"a.xml": content, "b.xml": content.replace(b"D7<", b"D8<")})
    werkmap.take_in(inbox)
    references = {row["referentie_nummer"] for row in werkmap.rows("b323_prestatie")}
    assert len(references) == 1
    assert number not in "".join(filter(str.isdigit, references.pop()))


@pytest.mark.parametrize("reference", ["R7-0-0", "12345678", "1234-56789", "A1B2C3D4E5F6", "98765432a1"])
def test_a_reference_that_cannot_hold_a_bsn_stays(werkmap: Werkmap, inbox: Path, reference: str) -> None:
    write(inbox, {"a.xml": declaratie(7).replace(b"R7-0-0", reference.encode())})
    werkmap.take_in(inbox)
    assert {row["referentie_nummer"] for row in werkmap.rows("b323_prestatie")} == {reference}


def test_progress_counts_files(werkmap: Werkmap, inbox: Path) -> None:
    seen = []
    write(inbox, messages())
    werkmap.take_in(inbox, progress=seen.append)
    assert (seen[-1].done, seen[-1].found) == (6, 6)
    assert seen[-1].bytes_done == sum(len(content) for content in messages().values())
