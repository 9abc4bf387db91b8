"""A town drops its files in a folder and sees numbers that it can trust."""

from __future__ import annotations

import json
from typing import Any

from tests.example.arithmetic import indicators, lines
from tests.stories.conftest import Story
from wijzer.indicators import register

DEMO_THRESHOLD = 10


def _rows(story: Story) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = json.loads(story.said["values"].out)["waarden"]
    return rows


def _figure(story: Story, gemeente: str, indicator: str, periode: str, name: str) -> dict[str, Any]:
    (row,) = [
        row
        for row in _rows(story)
        if (row["gemeente"], row["indicator"], row["periode"], row["soort"], row["naam"])
        == (gemeente, indicator, periode, "cijfer", name)
    ]
    return row


def test_every_job_ends_well(story: Story) -> None:
    codes = {verb: said.code for verb, said in story.said.items()}
    assert codes == {
        "init": 0,
        "intake": 1,  # some files are set aside, and that asks for attention
        "compute": 0,
        "values": 0,
        "publish": 0,
        "doctor": codes["doctor"],
    }
    assert story.said["doctor"].code in {0, 1}
    assert "Traceback" not in "".join(said.all for said in story.said.values())


def test_intake_lists_what_it_did_with_numbers(story: Story) -> None:
    said = story.said["intake"].all
    for number in (story.written.messages + story.written.tables, story.written.set_aside):
        assert str(number) in said
    assert "iWmo 2.0 wordt niet gelezen" in said


def test_hours_of_household_help_fall_from_307_to_285(story: Story) -> None:
    name = "uren_huishoudelijke_ondersteuning"
    assert _figure(story, "0293", name, "2019-Q4", "uren_per_client")["waarde"] == 3.07
    assert _figure(story, "0293", name, "2022-Q4", "uren_per_client")["waarde"] == 2.85
    assert _figure(story, "0226", name, "2022", "uren_per_client")["waarde"] == 2.6


def test_every_published_figure_equals_the_hand_calculation(story: Story) -> None:
    paper = {
        (line.indicator, line.gemeente, line.periode, line.part): line.value
        for indicator in indicators()
        for line in lines(indicator)
    }
    compared = 0
    for row in _rows(story):
        place = (row["indicator"], row["gemeente"], row["periode"])
        if row["soort"] != "cijfer" or (row["waarde"] is None):
            continue
        (measure,) = [m for m in register.get(row["indicator"]).measures if m.id == row["naam"]]
        expected = paper[*place, measure.numerator] * measure.scale
        if measure.denominator:
            expected /= paper[*place, measure.denominator]
        assert abs(row["waarde"] - expected) <= 0.5 * 10**-measure.decimals + 1e-9, (place, row, expected)
        compared += 1
    assert compared > 300


def test_no_figure_about_fewer_than_ten_persons_is_published(story: Story) -> None:
    persons = {
        (line.indicator, line.gemeente, line.periode, line.part): line.value
        for indicator in indicators()
        for line in lines(indicator)
        if line.part in {"clienten", "verblijven_beeindigd", "verblijven_lopend"}
    }
    small = {place for place, count in persons.items() if count < DEMO_THRESHOLD}
    assert small
    shown = {
        (row["indicator"], row["gemeente"], row["periode"], row["naam"])
        for row in _rows(story)
        if row["soort"] == "deel" and row["waarde"] is not None
    }
    assert small & shown == set()
    duration = "verblijfsduur_terreingebonden_verblijf"
    assert _figure(story, "0293", duration, "2022", "duur_beeindigd")["waarde"] is None
    assert _figure(story, "0226", duration, "2022-Q1", "duur_beeindigd")["stand"] == "onderdrukt"
    assert _figure(story, "0226", duration, "2022", "duur_beeindigd")["waarde"] is not None


def test_the_pages_open_from_disk_and_show_the_figure(story: Story) -> None:
    site = story.folder / "published"
    first = (site / "index.html").read_text(encoding="utf-8")
    assert "Westervoort" in first
    assert "Duiven" in first
    assert "2,85" in first
    pages = {path: path.read_text(encoding="utf-8") for path in site.rglob("*.html")}
    assert len(pages) > 10
    assert [path for path, text in pages.items() if "<script" in text] == []


def test_a_figure_can_be_traced_to_its_messages(story: Story) -> None:
    said = story.wijzer("trace", "uren_huishoudelijke_ondersteuning", "2022-Q4", "westervoort", "--json")
    assert said.code == 0, said.err
    found = json.loads(said.out)
    assert len(found["geteld"]) == 100
    assert sum(row["uren"] for row in found["geteld"]) == 285
    assert len({row["client"] for row in found["geteld"]}) == 100
    assert {row["bron"] for row in found["geteld"]} == {"historie", "bericht"}
    reasons = [row["reden"] for row in found["niet_geteld"]]
    assert reasons.count("niet om te rekenen naar uren") == 5
    assert (
        reasons.count("verwijderde toewijzing") == 0
    )  # deleted in the quarter before, so not of this period
    assert reasons.count("product onbekend") == 1


def test_a_deleted_toewijzing_shows_in_the_trace_and_not_in_the_number(story: Story) -> None:
    said = story.wijzer("trace", "uren_huishoudelijke_ondersteuning", "2022-Q3", "0293", "--json")
    found = json.loads(said.out)
    assert [row["reden"] for row in found["niet_geteld"]].count("verwijderde toewijzing") == 1
    assert len(found["geteld"]) == 100
