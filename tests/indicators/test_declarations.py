"""What every declaration must hold, and the example programme."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.indicators.golden import all_cases
from wijzer.indicators import reference
from wijzer.indicators.declaration import Indicator
from wijzer.indicators.programma import FILES, example
from wijzer.indicators.register import all_indicators, ids
from wijzer.steering.programme import read_programme
from wijzer.steering.targets import read_targets

BY_ID = pytest.mark.parametrize("indicator", all_indicators(), ids=lambda indicator: indicator.id)


@BY_ID
def test_file_folder_and_page_bear_the_id(indicator: Indicator, root: Path) -> None:
    assert (root / f"src/wijzer/indicators/{indicator.id}.py").exists()
    assert (root / f"tests/indicators/{indicator.id}").is_dir()
    assert (root / f"docs/indicatoren/{indicator.id}.md").exists()


@BY_ID
def test_measures_are_made_of_declared_parts(indicator: Indicator) -> None:
    parts = {part.id for part in indicator.parts}
    for measure in indicator.measures:
        assert {measure.numerator, *([measure.denominator] if measure.denominator else [])} <= parts
        assert bool(measure.when_empty) == bool(measure.denominator)
    for whole, some in indicator.totals:
        assert {whole, *some} <= parts


@BY_ID
def test_persons_stand_behind_all_parts_or_none(indicator: Indicator) -> None:
    behind = {item.behind == "personen" for item in (*indicator.parts, *indicator.left_out)}
    assert behind == {indicator.persons}


@BY_ID
def test_every_choice_says_what_the_other_reading_does(indicator: Indicator) -> None:
    assert indicator.readings
    for reading in indicator.readings:
        for text in (reading.question, reading.chosen, reading.reason, reading.other, reading.effect):
            assert text.strip()
        assert reading.question.endswith("?")


@BY_ID
def test_every_indicator_has_one_worked_example(indicator: Indicator) -> None:
    shown = [case for case in all_cases() if case.indicator == indicator.id and "voorbeeld" in case.shows]
    assert len(shown) == 1


def test_pages_are_current(root: Path) -> None:
    for name, text in reference.pages().items():
        assert (root / "docs" / name).read_text("utf-8") == text, f"{name}: run 'make docs'"


def _rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(example(name).splitlines(), delimiter=";"))


def test_the_example_has_the_26_indicators_for_both_gemeenten() -> None:
    rows = _rows("indicatoren.csv")
    for gemeente in ("0293", "0226"):
        numbers = [int(row["nr"]) for row in rows if row["gemeente"] == gemeente]
        assert numbers == list(range(1, 27))
    measured = {row["indicator"] for row in rows if not row["nog_nodig"]}
    assert measured == set(ids())


def test_targets_are_those_of_the_documents(shared: Path) -> None:
    said = {
        row["nr"]: row
        for row in csv.DictReader(
            (shared / "samen-sterk/indicatoren.csv").read_text("utf-8").splitlines(), delimiter=";"
        )
    }
    turn = {"+": "omhoog", "-": "omlaag"}
    for row in _rows("indicatoren.csv"):
        document = said[row["nr"]]
        assert (row["opgave"], row["soort_doel"]) == (document["opgave"], document["streef_soort"])
        value = document["streef_waarde"]
        assert row["doelwaarde"].replace(",", ".") == turn.get(value, value)


def test_acties_are_those_of_the_documents(shared: Path) -> None:
    said = {
        row["nr"]: row
        for row in csv.DictReader(
            (shared / "samen-sterk/acties.csv").read_text("utf-8").splitlines(), delimiter=";"
        )
    }
    rows = _rows("acties.csv")
    assert len({row["nr"] for row in rows}) == 42
    assert len({row["speerpunt"] for row in rows}) == 10
    assert len({row["opgave"] for row in rows}) == 3
    for row in rows:
        document = said[row["nr"]]
        assert (row["opgave"], row["speerpunt"]) == (document["opgave"], document["speerpunt"])
        own = {"0293": "Westervoort", "0226": "Duiven"}[row["gemeente"]]
        elsewhere = document["alleen_gemeente"] not in ("", own)
        assert (row["status"] == "niet van toepassing") == elsewhere
        if row["gemeente"] == "0226" and not elsewhere:
            assert row["status"] == "onbekend", "het document van 2022 gaat over Westervoort"


def test_the_example_can_be_read_as_configuration(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).write_text(example(name), "utf-8")
    targets = read_targets(tmp_path / "indicatoren.csv")
    programme = read_programme(tmp_path / "acties.csv", tmp_path / "koppelingen.csv")
    assert len(targets) == 52
    assert [(link.actie, link.indicator) for link in programme.koppelingen] == [
        (7, "uren_huishoudelijke_ondersteuning")
    ]
    with pytest.raises(KeyError, match="hoort niet bij"):
        example("geheim.csv")
