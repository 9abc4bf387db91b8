"""The page and its charts are what the kept figures say, and the published figures what the sources say."""

from __future__ import annotations

import csv
import math
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from believable import __main__ as door
from believable import furthest, markdown, measure, page, published

Row = dict[str, str]


@pytest.fixture(scope="module")
def figures() -> measure.Figures:
    return measure.read(measure.KEPT)


@pytest.fixture(scope="module")
def text(figures: measure.Figures) -> str:
    return page.page(figures)


@pytest.fixture(scope="module")
def files(figures: measure.Figures) -> dict[Path, str]:
    return door.files(figures)


def test_page_and_charts_are_up_to_date(files: dict[Path, str]) -> None:
    assert [path.name for path in door.differences(files)] == [], "run 'make model-page'"


def test_every_chart_is_shown_has_words_and_a_table_below_it(files: dict[Path, str], text: str) -> None:
    charts = {path.stem: svg for path, svg in files.items() if path.suffix == ".svg"}
    shown = re.findall(rf"^!\[([^\]]+)\]\({markdown.FOLDER}/(\w+)\.svg\)$", text, re.MULTILINE)
    assert sorted(name for _, name in shown) == sorted(charts)
    for words, name in shown:
        assert len(words) > 20, name
        after = text.split(f"({markdown.FOLDER}/{name}.svg)")[1]
        assert after.split("\n\n")[1].startswith("|"), name
    for name, svg in charts.items():
        assert re.search(r"<title>[^<]+</title><desc>[^<]+</desc>", svg), name
        assert "http" not in svg.replace("http://www.w3.org/", ""), name


def test_a_changed_or_left_over_file_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(door, "DOCS", tmp_path)
    charts = tmp_path / markdown.FOLDER
    charts.mkdir(parents=True)
    wanted = {tmp_path / "model_municipality.md": "# A page\n", charts / "a.svg": "<svg/>\n"}
    assert sorted(door.differences(wanted)) == sorted(wanted)
    for path, content in wanted.items():
        path.write_text(content, encoding="utf-8")
    assert door.differences(wanted) == []
    left = charts / "gone.svg"
    left.write_text("<svg/>", encoding="utf-8")
    page_file = tmp_path / "model_municipality.md"
    page_file.write_text("something else\n", encoding="utf-8")
    assert sorted(door.differences(wanted)) == sorted([left, page_file])


def test_the_page_names_what_differs_most(figures: measure.Figures, text: str) -> None:
    """Nothing that lies further from what was published than the last one named is left out."""
    found = list(furthest.compared(figures["seeds"]["1"]))
    assert len({words for words, _, _ in found}) == len(found) > 60
    lines = text.partition("| Furthest from what was published")[2].splitlines()[2:]
    named = lines[: lines.index("")]
    away = {words: abs(math.log(max(mine, 0.01) / there)) for words, there, mine in found}
    first = [line.split(" | ")[0].removeprefix("| ") for line in named]
    assert len(first) == furthest.SHOWN
    assert min(away[words] for words in first) >= max(
        size for words, size in away.items() if words not in first
    )


def test_a_number_far_off_is_named_as_a_weak_spot(figures: measure.Figures, text: str) -> None:
    towns = figures["seeds"]["1"]
    told = next(line for line in text.splitlines() if line.startswith("Weak spots"))
    far = {
        words
        for words, there, mine in furthest.compared(towns)
        if not words.startswith(furthest.BY_AGE)
        and not (1 - furthest.WEAK <= mine / there <= 1 + furthest.WEAK)
    }
    assert far
    assert {one.rpartition(" (")[0] for one in told.partition(": ")[2].split("; ")} == far


def test_savings_of_years_that_are_not_told_are_shown_in_both_readings(text: str) -> None:
    named = text.partition("| Furthest from")[2].partition("## Residents")[0]
    titles = [row.split(" | ")[0] for row in text.splitlines() if row.startswith("| Minder ")]
    assert titles
    assert [title for title in titles if title.removeprefix("| ") in named] == []
    row = next(row for row in text.splitlines() if row.startswith("| Minder uren begeleiding Wmo |"))
    assert row.split(" | ")[4:6] == ["574,000", "191,333"]


def test_a_bar_of_nothing_is_written_out(files: dict[Path, str]) -> None:
    chart = next(svg for path, svg in files.items() if path.stem == "effects")
    nothing = sum(later == 0 for _, later in published.SAVINGS.values())
    axis = 1
    assert chart.count(">0</text>") == axis + 2 * nothing


def test_check_says_what_is_out_of_date(figures: measure.Figures, capsys: pytest.CaptureFixture[str]) -> None:
    assert door.check([], None) == door.check([], figures) == 0
    assert capsys.readouterr().out == "up to date: page and charts\nup to date: figures, page and charts\n"
    other = {**figures, "characters": {}}
    assert door.check([door.DOCS / "model_municipality.md"], other) == 1
    assert capsys.readouterr().out.splitlines() == [
        "out of date: believable/figures.json",
        "out of date: docs/model_municipality.md",
    ]


def test_tables_have_as_many_cells_as_their_heads(text: str) -> None:
    head = 0
    for line in text.splitlines():
        cells = line.count(" |") if line.startswith("|") else 0
        if cells and not head:
            head = cells
        assert cells in {0, head}, line
        head = head if cells else 0


def _rows(path: Path, between: str = ",") -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=between))


@pytest.mark.shared
def test_quartiles_of_the_size_class_are_those_of_the_source(shared: Path) -> None:
    rows = _rows(shared / "opendata/cbs_wmo_huishoudelijke_hulp_per_gemeente.csv")
    for code, (low, high) in published.SIZE_CLASS.items():
        of_class = [row for row in rows if low <= int(row["aantalinwoners"]) < high]
        for half, told in published.HOUSEHOLD_HELP[code].items():
            year, number = half.split("-")
            found = [
                float(row["wmoclientenper1000inwoners"])
                for row in of_class
                if row["perioden"] == f"{number}e halfjaar {year}" and row["wmoclientenper1000inwoners"]
            ]
            assert (len(found), *map(round, statistics.quantiles(found, n=4))) == told
        young = [
            float(row["percentagejongerenmetjeugdzorg"])
            for row in of_class
            if row["perioden"] == "1e halfjaar 2019" and row["percentagejongerenmetjeugdzorg"]
        ]
        quartiles = [round(value, 1) for value in statistics.quantiles(young, n=4)]
        assert (len(young), *quartiles) == published.YOUTH_OF_CLASS[code]


@pytest.mark.shared
def test_cost_by_age_is_the_mean_of_the_source(shared: Path) -> None:
    rows = _rows(shared / "opendata/cpb_uitgaven_per_leeftijd_2022.csv")
    for wet, column in (("wmo", "wmo"), ("jw", "jeugd")):
        ages = {int(row["leeftijd"].split()[0]): float(row[column]) for row in rows}
        classes = [[ages[age] for age in ages if min(age // 5, 18) == at] for at in range(19)]
        assert tuple(round(statistics.mean(found)) for found in classes) == published.OF_AGE[wet]


def _gemeenten() -> Iterator[tuple[str, str]]:
    yield from (("0293", "Westervoort"), ("0226", "Duiven"))


@pytest.mark.shared
def test_residents_and_buurten_are_those_of_the_source(shared: Path) -> None:
    rows = _rows(shared / "opendata/westervoort_duiven_kwb2020.csv")
    for row in rows:
        numbers = int(row["inwoners"]), int(row["huishoudens"])
        if row["soort"] == "buurt" and row["naam"] != "Bedrijventerrein":
            assert published.BUURTEN[row["naam"]] == numbers
        if row["soort"] == "gemeente":
            found = published.RESIDENTS[row["code"][2:]]
            assert (found["residents"], found["households"]) == numbers
            assert found["single"] == int(row["eenpersoons"])
            columns = ("k0_15", "k15_25", "k25_45", "k45_65", "k65_oo")
            assert found["ages"] == tuple(int(row[column]) for column in columns)


@pytest.mark.shared
def test_spending_providers_and_savings_are_those_of_the_source(shared: Path) -> None:
    spent = _rows(shared / "samen-sterk/uitgaven_2019.csv", ";")
    for code, name in _gemeenten():
        assert published.SPENDING_2019[code] == {row["taakveld"]: int(row[name]) for row in spent}
    providers = _rows(shared / "samen-sterk/aanbieders_vermindering.csv", ";")
    told = {(int(row["tot_juli_2020"]), int(row["na_juli_2020"])) for row in providers}
    assert set(published.PROVIDERS.values()) <= told
    saved = _rows(shared / "samen-sterk/besparingen_westervoort.csv", ";")
    amounts = [(int(row["2021"]), int(row["2022-2024"])) for row in saved]
    assert sorted(published.SAVINGS.values()) == sorted(amounts[:-2])
    assert amounts[-2:] == [(-published.COUNTED_OFF,) * 2, published.CLAIMED]


@pytest.mark.shared
def test_benefits_are_those_of_the_source_and_give_what_the_vision_says(shared: Path) -> None:
    rows = {row["Codering_3"].strip(): row for row in _rows(shared / "opendata/kwb2020_gemeenten.csv")}
    for code, people in published.ON_BENEFIT.items():
        row = rows[f"GM{code}"]
        assert float(row["PersonenPerSoortUitkeringBijstand_83"]) == people
        found = published.RESIDENTS[code]
        assert (int(row["Mannen_6"]), int(row["HuishoudensMetKinderen_31"])) == (
            found["men"],
            found["children"],
        )
    told = _rows(shared / "samen-sterk/kerncijfers.csv", ";")
    vision = {
        row["gemeente"]: row["waarde"] for row in told if row["cijfer"] == "bijstandsgerechtigden_per_1000"
    }
    assert vision == {"Duiven": str(published.BENEFITS["0226"])}
