"""The demo: all jobs on a model municipality, that is kept for the next time."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from wijzer import flows
from wijzer.example.town import Settings, gemeente
from wijzer.flows.editions import read_edition
from wijzer.flows.errors import WorkspaceError
from wijzer.flows.kept_town import digest

SMALL = Settings((gemeente("westervoort"),), 2020, 2021, seed=3, scale=60)


def _targets(folder: Path) -> dict[str, dict[str, str]]:
    with (folder / "config" / "indicatoren.csv").open(encoding="utf-8", newline="") as file:
        return {row["indicator"]: row for row in csv.DictReader(file, delimiter=";")}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """The demo of a small town, with what it said."""
    folder = tmp_path_factory.mktemp("demo") / "een demo"
    said: list[str] = []
    assert flows.demo(folder, said.append, SMALL) == folder / "published" / "index.html"
    return folder, said


def test_the_demo_does_every_job_and_says_what_came_of_it(made: tuple[Path, list[str]]) -> None:
    folder, said = made
    page = (folder / "published" / "index.html").read_text(encoding="utf-8")
    assert "verzonnen" in page
    assert "Westervoort" in page
    assert "De modelgemeente is nu gemaakt." in said
    assert any(line == "Apart gezet: 8; die bestanden zijn met opzet fout." for line in said)
    assert not (folder / "town" / "truth").exists()


def test_start_values_are_what_the_town_measured(made: tuple[Path, list[str]]) -> None:
    folder, _ = made
    named = read_edition(flows.load(folder)).edition.values
    (shown,) = [
        one for one in named if (one.indicator, one.periode) == ("totale_kosten_sociaal_domein", "2020")
    ]
    costs = _targets(folder)["totale_kosten_sociaal_domein"]
    assert costs["basisjaar"] == "2020"
    assert costs["startwaarde"] == str(shown.value).removesuffix(".0")
    assert "verzonnen" in costs["opmerking"]
    of_the_documents = _targets(folder)["uren_huishoudelijke_ondersteuning"]
    assert (of_the_documents["startwaarde"], "verzonnen" in of_the_documents["opmerking"]) == ("3,07", False)
    assert _targets(folder)["eenzaamheid"]["startwaarde"] == ""


def test_a_second_time_the_town_still_stands_and_all_else_is_new(made: tuple[Path, list[str]]) -> None:
    folder, first = made
    town = folder / "town" / "inbox" / "berichten" / "0293" / "2021-Q1.zip"
    before = town.stat().st_mtime_ns
    said: list[str] = []
    (folder / "rest.txt").write_text("weg ermee", encoding="utf-8")
    flows.demo(folder, said.append, SMALL)
    assert town.stat().st_mtime_ns == before
    assert not (folder / "rest.txt").exists()
    assert [line for line in said if line not in first] == [
        "De modelgemeente stond er nog van de vorige keer."
    ]


def test_another_town_is_made_anew() -> None:
    assert digest(SMALL) == digest(replace(SMALL))
    assert len({digest(SMALL), digest(replace(SMALL, seed=4)), digest(replace(SMALL, last_year=2022))}) == 3


def test_the_same_town_has_the_same_digest_in_every_run() -> None:
    code = (
        "from wijzer.example.town import Settings, gemeente; from wijzer.flows.kept_town import digest;"
        "print(digest(Settings((gemeente('duiven'),), without=frozenset(('corona', 'tarieven', 'vervoer')))))"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1


def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mijn.txt").write_text("van mij", encoding="utf-8")
    with pytest.raises(WorkspaceError, match="niet van de demo"):
        flows.demo(tmp_path, print, SMALL)
    assert (tmp_path / "mijn.txt").read_text(encoding="utf-8") == "van mij"
