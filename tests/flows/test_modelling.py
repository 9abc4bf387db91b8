"""The verb `example`: a model municipality from the command line to an answered question."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.flows.conftest import Command
from wijzer import flows

SMALL = ("--years", "2022", "--scale", "150", "--gemeenten", "westervoort")


def test_a_town_is_made_and_taken_in_by_two_verbs(wijzer: Command, tmp_path: Path) -> None:
    made = wijzer("example", tmp_path / "town", *SMALL)
    assert made.code == 0, made.err
    assert "verzonnen" in made.out
    assert wijzer("init", tmp_path / "werkmap", "--gemeenten", "westervoort").code == 0
    taken = wijzer("intake", tmp_path / "town" / "inbox", "-w", tmp_path / "werkmap")
    assert taken.code == 1, "planted files are set aside"
    assert taken.out.count("is een WMO301, maar") + taken.out.count("is een JW301, maar") == 3
    assert (tmp_path / "town" / "truth" / "administratief.csv").is_file()


def test_a_town_is_made_anew_but_no_other_folder_is_touched(wijzer: Command, tmp_path: Path) -> None:
    assert wijzer("example", tmp_path / "town", *SMALL).code == 0
    assert wijzer("example", tmp_path / "town", *SMALL).code == 0
    (tmp_path / "eigen").mkdir()
    (tmp_path / "eigen" / "brief.txt").write_text("van mij")
    refused = wijzer("example", tmp_path / "eigen", *SMALL)
    assert refused.code == 3
    assert "geen modelgemeente" in refused.err
    assert [path.name for path in (tmp_path / "eigen").iterdir()] == ["brief.txt"]


def test_a_link_to_a_folder_is_followed_and_one_that_leads_nowhere_is_refused(
    wijzer: Command, tmp_path: Path
) -> None:
    (tmp_path / "echt").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "echt")
    for _ in range(2):
        assert wijzer("example", tmp_path / "link", *SMALL).code == 0
    assert (tmp_path / "echt" / "inbox").is_dir()
    (tmp_path / "los").symlink_to(tmp_path / "weg")
    (tmp_path / "bestand").write_text("van mij")
    for name, told in (("los", "wijst nergens heen"), ("bestand", "geen map")):
        for verb in (("example", *SMALL), ("demo", "--no-serve")):
            answer = wijzer(verb[0], tmp_path / name, *verb[1:])
            assert answer.code == 3
            assert told in answer.err


def test_a_port_that_cannot_be_is_refused(wijzer: Command, tmp_path: Path) -> None:
    answer = wijzer("demo", tmp_path / "demo", "--port", "70000")
    assert answer.code == 2
    assert "65535" in answer.err
    assert not (tmp_path / "demo").exists()


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--years", "gisteren"), "2019-2024"),
        (("--years", "2012-2015"), "2019 en 2024"),
        (("--gemeenten", "Atlantis"), "grootstad"),
        (("--history-until", "2020-13"), "2020-12"),
        (("--history-until", "2018-12"), "buiten de jaren 2019-2024"),
        (("--history-until", "0000-01"), "buiten de jaren"),
        (("--history-until", "9999-12"), "buiten de jaren"),
        (("--years", "２０２２"), "2019-2024"),
        (("--gemeenten", "Nuenen, Gerwen en Nederwetten"), "nuenen-gerwen-en-nederwetten"),
        (("--without", "alles"), "minder_uren"),
        (("--scale", "0"), "schaal"),
    ],
)
def test_wrong_wishes_are_told_in_dutch(
    wijzer: Command, tmp_path: Path, words: tuple[str, str], told: str
) -> None:
    answer = wijzer("example", tmp_path / "town", *words)
    assert answer.code == 2
    assert told in answer.err
    assert not (tmp_path / "town").exists()


def test_acties_and_influences_can_be_listed_without_making_anything(wijzer: Command) -> None:
    listed = wijzer("example", "--list-levers")
    assert listed.code == 0
    assert all(name in listed.out for name in ("minder_uren", "jongerencoach", "16-3-2020", "invloed"))


def test_history_ends_with_the_last_day_of_a_month() -> None:
    for month, last in {"2020-12": "2020-12-31", "2020-02": "2020-02-29", "2021-11": "2021-11-30"}.items():
        settings = flows.model_settings(["duiven"], history_until=month)
        assert str(settings.history_until) == last
