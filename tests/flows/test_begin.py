"""Init finds gemeenten by name or code, and gives them the configuration that is theirs."""

import csv
from pathlib import Path

import pytest

from wijzer import flows
from wijzer.flows.begin import gemeente_in
from wijzer.flows.errors import WorkspaceError
from wijzer.steering import read_programme, read_targets


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines(), delimiter=";"))


def test_gemeenten_are_found_by_name_in_any_case_and_by_code(tmp_path: Path) -> None:
    workspace = flows.init(tmp_path / "w", ["WESTERVOORT", " 226 ", "GM0293"])
    assert workspace.settings.gemeenten == (("0293", "Westervoort"), ("0226", "Duiven"))


def test_an_unknown_gemeente_is_named_and_nothing_is_made(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="'Nergenshuizen' is geen gemeente"):
        flows.init(tmp_path / "w", ["westervoort", "Nergenshuizen"])
    assert not (tmp_path / "w").exists()


def test_no_gemeente_at_all_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WorkspaceError, match="geen gemeente genoemd"):
        flows.init(tmp_path / "w", [])


def test_the_configuration_holds_the_26_indicators_and_42_acties_of_each_gemeente(tmp_path: Path) -> None:
    config = flows.init(tmp_path / "w", ["westervoort", "duiven"]).config
    for code in ("0293", "0226"):
        assert len([row for row in rows(config / "indicatoren.csv") if row["gemeente"] == code]) == 26
    assert {row["nr"] for row in rows(config / "acties.csv")} == {str(nr) for nr in range(1, 43)}


def test_the_configuration_holds_no_row_of_another_gemeente(tmp_path: Path) -> None:
    config = flows.init(tmp_path / "w", ["duiven"]).config
    assert {row["gemeente"] for row in rows(config / "indicatoren.csv")} == {"0226"}
    assert {row["gemeente"] for row in rows(config / "acties.csv")} == {"0226"}


def test_another_gemeente_gets_the_indicators_without_the_targets_of_westervoort(tmp_path: Path) -> None:
    config = flows.init(tmp_path / "w", ["zevenaar"]).config
    targets = read_targets(config / "indicatoren.csv")
    assert len(targets) == 26
    assert not any(target.start or target.amount or target.decision or target.deadline for target in targets)
    programme = read_programme(config / "acties.csv", config / "koppelingen.csv")
    assert {status for actie in programme.acties for status in actie.status.values()} == {"onbekend"}


def test_a_gemeente_outside_the_workspace_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    workspace = flows.init(tmp_path / "w", ["duiven"])
    assert gemeente_in(workspace, "duiven") == "0226"
    with pytest.raises(WorkspaceError, match="hoort niet bij deze werkmap") as caught:
        gemeente_in(workspace, "westervoort")
    assert "Duiven (0226)" in caught.value.do
