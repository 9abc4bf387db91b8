"""A workspace is made once, opened by every job, and says in Dutch what is wrong with it."""

import stat
from pathlib import Path

import pytest

from wijzer.flows import keys, workspace
from wijzer.flows.errors import EXIT_CODES, WorkspaceError, foreseen
from wijzer.intake.problems import IntakeBusy, KeyProblem, StoreProblem

GEMEENTEN = [("0293", "Westervoort"), ("0226", "Duiven")]


@pytest.fixture
def made(tmp_path: Path) -> workspace.Workspace:
    return workspace.create(tmp_path / "een map", GEMEENTEN, {"acties.csv": b"nr;actie\n"})


def change(made: workspace.Workspace, old: str, new: str) -> None:
    path = made.root / workspace.CONFIG
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_what_is_made_can_be_opened_and_is_the_same(made: workspace.Workspace) -> None:
    assert workspace.load(made.root).settings == made.settings
    assert (made.config / "acties.csv").read_bytes() == b"nr;actie\n"


def test_data_and_key_are_closed_to_other_users(made: workspace.Workspace) -> None:
    assert stat.S_IMODE(made.data.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.key_file.stat().st_mode) == 0o600
    assert made.data not in made.key_file.parents


def test_two_workspaces_have_two_keys(tmp_path: Path) -> None:
    first = workspace.create(tmp_path / "a", GEMEENTEN, {})
    second = workspace.create(tmp_path / "b", GEMEENTEN, {})
    assert first.keys().check != second.keys().check


def test_an_existing_workspace_is_never_overwritten(made: workspace.Workspace) -> None:
    check = made.keys().check
    with pytest.raises(WorkspaceError, match="al een werkmap"):
        workspace.create(made.root, GEMEENTEN, {})
    assert made.keys().check == check


def test_a_folder_with_other_things_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "brief.txt").write_text("van iemand anders")
    with pytest.raises(WorkspaceError, match="niet leeg"):
        workspace.create(tmp_path, GEMEENTEN, {})
    assert [path.name for path in tmp_path.iterdir()] == ["brief.txt"]


def test_a_folder_without_settings_says_how_to_make_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="wijzer init"):
        workspace.load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "names"),
    [
        ('code = "0293"', 'code = "nergens"', "gemeenten"),
        ("drempel_personen = 10", "drempel_personen = 1", "drempel_personen"),
        ("threads = 2", 'threads = "veel"', "threads"),
        ("berichten = 7", "berichten = -1", "bewaartermijn berichten"),
        ("[rekenen]", "[reken]", "[reken]"),
        ("[publicatie]", "[publicatie", "niet worden gelezen"),
    ],
)
def test_a_wrong_setting_is_named(made: workspace.Workspace, old: str, new: str, names: str) -> None:
    change(made, old, new)
    with pytest.raises(WorkspaceError) as caught:
        workspace.load(made.root)
    assert names in str(caught.value)
    assert workspace.CONFIG in caught.value.where


def test_joining_laws_asks_for_purpose_legal_basis_and_dpia(made: workspace.Workspace) -> None:
    block = '[koppeling_wetten.0293]\ndoel = "regie per gezin"\ngrondslag = "Wmo 2015 art. 5.1.1"\n'
    path = made.root / workspace.CONFIG
    text = path.read_text(encoding="utf-8")
    path.write_text(text + block, encoding="utf-8")
    with pytest.raises(WorkspaceError, match=r"koppeling_wetten\.0293"):
        workspace.load(made.root)
    path.write_text(text + block + 'dpia = "DPIA 2022-03"\n', encoding="utf-8")
    assert set(workspace.load(made.root).settings.joined_laws) == {"0293"}


def test_a_lost_key_is_an_error_that_says_to_put_it_back(made: workspace.Workspace) -> None:
    made.key_file.unlink()
    with pytest.raises(KeyProblem, match="Zet de bewaarde kopie van de sleutel terug"):
        made.keys()


@pytest.mark.parametrize("text", ["", "abc", "00" * 31, "zz" * 32])
def test_a_key_of_the_wrong_form_is_refused_without_showing_it(made: workspace.Workspace, text: str) -> None:
    made.key_file.write_text(text)
    with pytest.raises(KeyProblem) as caught:
        made.keys()
    assert not text or text not in str(caught.value)


def test_a_key_inside_data_is_refused_since_a_copy_would_hold_both(made: workspace.Workspace) -> None:
    made.key_file.rename(made.data / "wijzer.sleutel")
    change(made, 'bestand = "wijzer.sleutel"', 'bestand = "data/wijzer.sleutel"')
    with pytest.raises(KeyProblem, match="heeft dan ook de sleutel"):
        workspace.load(made.root).keys()


def test_the_key_may_come_from_the_environment(
    made: workspace.Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = made.keys().check
    monkeypatch.setenv(keys.ENVIRONMENT, "ab" * 32)
    assert made.keys().check != own


def test_every_foreseen_error_has_its_own_documented_exit_code() -> None:
    raised = [
        WorkspaceError("Iets.", "hier", "Doe dit."),
        KeyProblem("x"),
        StoreProblem("x"),
        IntakeBusy("x"),
    ]
    codes = [found[1] for error in raised if (found := foreseen(error))]
    assert len(set(codes)) == len(raised)
    assert set(codes) <= set(EXIT_CODES)


def test_an_error_that_nobody_foresaw_is_not_foreseen() -> None:
    assert foreseen(RuntimeError("999900006")) is None
