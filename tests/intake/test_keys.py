"""The key: lost, wrong, changed or misplaced is said clearly, before anything is written."""

from __future__ import annotations

import hmac
import shutil
import stat
from pathlib import Path

import pytest

from tests.intake.werkmap import BSNS, GEMEENTEN, KEY, NOW, Werkmap, toewijzing, write
from wijzer.intake import Intake, KeyProblem, Keys, StorePaths, StoreProblem
from wijzer.intake.pseudonyms import Pseudonymiser

OTHER = "f" * 64


def snapshot(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def test_new_key_is_closed_to_others_and_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "sleutels" / "wijzer.sleutel"
    keys = Keys.create(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Keys.from_file(path).check == keys.check
    with pytest.raises(KeyProblem, match="nooit overschreven"):
        Keys.create(path)
    assert Keys.from_file(path).check == keys.check


def test_lost_key_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KeyProblem, match=r"De sleutel ontbreekt: .*weg bestaat niet\. Zet de bewaarde kopie"):
        Keys.from_file(tmp_path / "weg")


@pytest.mark.parametrize("text", ["", "abc", "g" * 64, KEY + "00", "é" * 64])
def test_malformed_key_is_refused_without_showing_it(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sleutel"
    path.write_text(text)
    with pytest.raises(KeyProblem) as caught:
        Keys.from_file(path)
    assert str(path) in str(caught.value)
    assert not text or text not in str(caught.value)


def test_key_inside_the_data_folder_is_refused(tmp_path: Path) -> None:
    Keys.create(tmp_path / "data" / "sleutel")
    with pytest.raises(KeyProblem, match="Verplaats de sleutel"):
        Keys.from_file(tmp_path / "data" / "sleutel", outside=tmp_path / "data")


def test_changed_key_is_refused_before_anything_is_written(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1)})
    werkmap.take_in(inbox)
    before = snapshot(werkmap.folder)
    write(inbox, {"b.xml": toewijzing(2)})
    with pytest.raises(
        KeyProblem, match=r"niet de sleutel waarmee deze werkmap is gevuld\. Er is niets geschreven"
    ):
        werkmap.take_in(inbox, key=OTHER)
    assert snapshot(werkmap.folder) == before
    assert werkmap.take_in(inbox).taken_in == 1


def test_key_is_asked_again_at_the_start_of_each_run(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1)})
    early = werkmap.intake(key=OTHER)
    werkmap.take_in(inbox)
    with pytest.raises(KeyProblem):
        early.take_in([inbox], NOW)


def test_lost_journal_beside_a_filled_archive_is_named(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1)})
    werkmap.take_in(inbox)
    for file in werkmap.paths.data.glob("journal.sqlite3*"):
        file.unlink()
    before = snapshot(werkmap.folder)
    with pytest.raises(StoreProblem, match="ontbreekt, terwijl het archief gevuld is"):
        werkmap.take_in(inbox)
    assert snapshot(werkmap.folder) == before


def test_key_is_nowhere_in_the_data_folder_nor_in_what_is_shown(werkmap: Werkmap, inbox: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1)})
    werkmap.take_in(inbox)
    keys = Keys.from_text(KEY, "de test")
    secrets = (KEY.encode(), bytes.fromhex(KEY), keys.pseudonym, keys.archive, keys.names)
    for content in snapshot(werkmap.folder).values():
        assert not any(secret in content for secret in secrets)
    assert KEY not in repr(keys)
    assert keys.check not in repr(keys)


def test_other_key_gives_other_pseudonyms() -> None:
    made = {
        Pseudonymiser(Keys.from_text(key, "x").pseudonym, {}).client("0293", "wmo", BSNS[0])
        for key in (KEY, OTHER)
    }
    assert len(made) == 2


def test_copy_of_data_alone_cannot_be_opened(werkmap: Werkmap, inbox: Path, tmp_path: Path) -> None:
    write(inbox, {"a.xml": toewijzing(1)})
    werkmap.take_in(inbox)
    shutil.copytree(werkmap.paths.data, tmp_path / "kopie")
    with pytest.raises(KeyProblem):
        Intake(StorePaths(tmp_path / "kopie"), Keys.from_text(OTHER, "x"), GEMEENTEN)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("6931 qx", "12", "b", ""), ("6931QX", "012", "B", "")),
        (("6931QX", "12", "", "2 hoog"), ("6931QX", "12", "", "2HOOG")),
    ],
)
def test_address_written_otherwise_is_the_same_home(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    persons = Pseudonymiser(b"k" * 32, {})
    assert persons.adres("0293", *one) == persons.adres("0293", *other)
    assert persons.adres("0226", *one) != persons.adres("0293", *one)


def test_pseudonym_is_the_hmac_that_the_standard_library_makes() -> None:
    key = bytes(range(32))
    expected = hmac.digest(key, f"persoon|0293|wmo|{BSNS[0]}".encode(), "sha256").hex()[:32]
    assert Pseudonymiser(key, {}).client("0293", "wmo", BSNS[0]) == expected
