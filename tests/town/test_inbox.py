"""The inbox of the model municipality: real files that need no hand, and planted ones that stand apart."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.town.conftest import PAIR, Taken
from tests.town.inbox import messages_of
from wijzer import messages
from wijzer.example.town import Settings, gemeente, needless, silence, trouble, write
from wijzer.example.town.life import live
from wijzer.intake.deliveries import delivery_names
from wijzer.values import bsn

REASONS = {
    "afgebroken.xml": "het klopt niet",
    "andere_gemeente.xml": "hoort bij gemeente 0202",
    "oude_versie.xml": "2.0 wordt niet gelezen",
    "verkeerde_datum.xml": "niet van de goede soort",
    "onbekend_element.xml": "een ander element",
    "leeg.xml": "leeg",
    "geen_xml.xml": "kolomnamen",
    "met_doctype.xml": "DOCTYPE",
}
TINY = Settings((gemeente("westervoort"),), 2019, 2020, seed=7, scale=60)
OLD_PERIOD = "CS100"
"""A declared period before 2021 does not exist in release 3.2; the town tells of 2019 in that form."""


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_every_message_and_table_is_taken_in_without_a_hand(small: Taken) -> None:
    assert small.result.taken_in == small.town.messages + small.town.tables
    assert small.result.already_known == small.town.already_known > 0
    folder = small.town.folder / "inbox" / "tabellen"
    tables = {path.stem.rpartition("_")[0].rstrip("_0123456789") for path in folder.iterdir()}
    told_by_history = {name for name in delivery_names() if name.startswith("historie_")}
    assert tables == set(delivery_names()) - told_by_history


def test_planted_files_are_set_aside_with_the_right_reason_and_no_others(small: Taken) -> None:
    aside = {
        Path(outcome.path).name: str(outcome.reason)
        for outcome in small.result.outcomes
        if outcome.status == "set_aside"
    }
    wanted = {
        f"{town}_{name}": reason for town in ("westervoort", "duiven") for name, reason in REASONS.items()
    }
    assert set(aside) == set(wanted)
    assert len(aside) == small.town.set_aside
    assert {name: reason for name, reason in aside.items() if wanted[name] not in reason} == {}


def test_messages_break_no_rule_of_the_standard(small: Taken) -> None:
    """But for one: years before release 3.2 are told in its form."""
    every = sorted(messages_of(small.town.folder).items())
    found = {
        (name.rsplit("/", 1)[1][:6], rule)
        for name, content in every[::15]
        for finding in messages.check(content).findings
        for rule in finding.rule_ids or (finding.code,)
        if rule != OLD_PERIOD
    }
    assert found == set()


def test_all_message_types_of_both_laws_travel(small: Taken) -> None:
    numbers = {message.number for life in small.town.lives for message in life.desk.exchange.sent}
    assert numbers >= {
        "301",
        "302",
        "305",
        "306",
        "307",
        "308",
        "315",
        "316",
        "317",
        "318",
        "319",
        "320",
        "323",
        "325",
    }


MAKE = """
from pathlib import Path
from tests.town.test_inbox import TINY
from wijzer.example.town import write
import sys
write(Path(sys.argv[1]), TINY)
"""


def test_two_runs_of_one_seed_are_the_same_bytes(tmp_path: Path, root: Path) -> None:
    """The other run is in a process that orders its sets in another way."""
    write(tmp_path / "een", TINY)
    elsewhere = {**os.environ, "PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", MAKE, str(tmp_path / "twee")], cwd=root, env=elsewhere, check=True)
    one, two = _bytes(tmp_path / "een"), _bytes(tmp_path / "twee")
    assert len(messages_of(tmp_path / "een")) > 300
    assert [name for name in one.keys() | two.keys() if one.get(name) != two.get(name)] == []


def test_made_side_by_side_it_is_the_same_bytes(tmp_path: Path) -> None:
    """Each gemeente in a process of its own, the largest first."""
    pair = replace(TINY, gemeenten=(*TINY.gemeenten, gemeente("duiven")), scale=120)
    alone = write(tmp_path / "een", pair)
    together = write(tmp_path / "twee", pair, processes=2)
    assert replace(together, folder=alone.folder, lives=alone.lives) == alone
    assert _bytes(tmp_path / "twee") == _bytes(tmp_path / "een")


def test_without_the_truth_the_inbox_is_the_same(tmp_path: Path) -> None:
    write(tmp_path / "een", TINY)
    write(tmp_path / "twee", TINY, truth=False)
    assert _bytes(tmp_path / "twee" / "inbox") == _bytes(tmp_path / "een" / "inbox")
    assert not (tmp_path / "twee" / "truth").exists()


def test_another_seed_is_another_town(tmp_path: Path) -> None:
    write(tmp_path / "een", TINY)
    write(tmp_path / "twee", replace(TINY, seed=8))
    one, two = messages_of(tmp_path / "een"), messages_of(tmp_path / "twee")
    about_people = {content for name, content in one.items() if "325_" not in name}
    assert about_people
    assert about_people.isdisjoint(two.values())


def _number(name: str) -> str:
    """Return the number of a message type from the name of its file."""
    return name.removeprefix("nogmaals_").partition("_")[0][-3:]


def test_without_planted_trouble_all_other_messages_are_the_same_bytes(tmp_path: Path) -> None:
    settings = replace(TINY, scale=20)
    town = write(tmp_path / "met", settings)
    write(tmp_path / "zonder", replace(settings, trouble=False))
    troubled, plain = messages_of(tmp_path / "met"), messages_of(tmp_path / "zonder")
    assert {name for name, content in plain.items() if troubled.get(name) != content} == set()
    extra = {name.split("/")[-1] for name in troubled.keys() - plain.keys()}
    every = [dossier.toewijzing for life in town.lives for dossier in life.desk.books.dossiers.values()]
    needless = [str(given.number) for given in every if given.planted]
    assert len(needless) > 2

    def planted(name: str) -> bool:
        number = name.rsplit("_", 1)[1]
        declared = _number(name) in ("323", "325") and ("X" in number or "Y" in number)
        return name.startswith("nogmaals_") or declared or any(one in number for one in needless)

    assert {name for name in extra if not planted(name)} == set()
    assert {_number(name) for name in extra} >= {"301", "302", "305", "306", "323", "325"}


def test_a_lever_left_out_moves_nothing_but_household_help(tmp_path: Path) -> None:
    settings = replace(TINY, scale=15, first_year=2020, last_year=2021)
    write(tmp_path / "met", settings)
    write(tmp_path / "zonder", replace(settings, without=frozenset({"minder_uren"})))
    pulled, left = messages_of(tmp_path / "met"), messages_of(tmp_path / "zonder")
    moved = {name for name in pulled.keys() | left.keys() if pulled.get(name) != left.get(name)}
    help_codes = (b">01A01<", b">01B01<")
    assert moved
    others = {
        name
        for name in moved
        if not _answer(name) and not any(code in (pulled.get(name) or left[name]) for code in help_codes)
    }
    assert others == set()


def _answer(name: str) -> bool:
    """Returns and answers hold no product."""
    return any(f"WMO{number}" in name for number in ("302", "306", "308", "325"))


def test_other_years_and_gemeenten_leave_a_town_as_it_was(tmp_path: Path) -> None:
    """Its people and messages do not depend on what else is asked for."""
    alone = write(tmp_path / "een", TINY).lives[0]
    pair = write(tmp_path / "twee", replace(TINY, gemeenten=(*TINY.gemeenten, gemeente("duiven"))))
    assert [one.bsn for one in alone.population.people] == [
        one.bsn for one in pair.lives[0].population.people
    ]
    one, two = messages_of(tmp_path / "een"), messages_of(tmp_path / "twee")
    assert {name for name, content in one.items() if two.get(name) != content} == set()


def test_people_are_invented_and_unique(small: Taken) -> None:
    people = [person for life in small.town.lives for person in life.population.people]
    homes = [home for life in small.town.lives for home in life.population.households]
    numbers = [person.bsn for person in people]
    assert len(set(numbers)) == len(numbers)
    assert all(bsn.is_valid(number) and number.startswith("00") for number in numbers)
    assert all(one.postcode[-2:] in {"SA", "SD", "SS"} for home in homes for one in home.addresses)


def test_truth_is_written_beside_the_inbox_and_documented(small: Taken) -> None:
    folder = small.town.folder / "truth"
    files = sorted(path.name for path in folder.glob("*.csv"))
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert files == [
        "aanbieders.csv", "administratief.csv", "berichten.csv", "kosten_per_maand.csv", "plafonds.csv",
        "tegenfeitelijk.csv", "toegang.csv", "verschil.csv", "verstoringen.csv", "werkelijk.csv",
    ]  # fmt: skip
    for name in files:
        with (folder / name).open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file, delimiter=";"))
        assert rows
        row = next(line for line in readme.splitlines() if line.startswith(f"| {name} "))
        assert row.split("|")[3].strip() == ", ".join(rows[0])


def test_planted_lines_are_in_the_inbox_under_their_mark(small: Taken) -> None:
    with (small.town.folder / "truth" / "verstoringen.csv").open(encoding="utf-8", newline="") as file:
        labels = [row for row in csv.DictReader(file, delimiter=";") if row["soort"] != "apart te zetten"]
    sent = messages_of(small.town.folder).items()
    declared = b"".join(content for name, content in sent if "323_" in name and "_X" in name)
    granted = b"".join(content for name, content in sent if "301_" in name)
    lines = [row for row in labels if row["soort"] in trouble.KINDS]
    others = [row for row in labels if row["soort"] not in trouble.KINDS]
    assert all(f">{row['kenmerk']}<".encode() in declared for row in lines)
    assert all(f"ToewijzingNummer>{row['kenmerk']}<".encode() in granted for row in others)
    assert all(row["dag"] and row["uitleg"] for row in labels)


KINDS = {*trouble.KINDS, needless.TWO_PRODUCTS, needless.WLZ, silence.KIND}


def test_where_nothing_goes_wrong_nothing_is_sent_twice_and_no_wrong_line_is_planted(tmp_path: Path) -> None:
    town = write(tmp_path, replace(TINY, mistakes=0))
    assert town.already_known == 0
    kinds = {label.kind for life in town.lives for label in life.labels}
    assert kinds <= {needless.TWO_PRODUCTS, needless.WLZ}, "but for needs that come together by themselves"


def _years(settings: Settings) -> dict[tuple[str, str], set[int]]:
    """Return by gemeente and kind of trouble the years in which it is planted."""
    found: dict[tuple[str, str], set[int]] = {}
    for place in settings.gemeenten:
        for label in live(place, settings, lambda sent, content: None).labels:
            assert label.day is not None
            found.setdefault((label.gemeente, label.kind), set()).add(label.day.year)
    return found


def test_every_kind_of_trouble_is_planted_in_a_small_town_of_the_pair() -> None:
    found = _years(Settings(PAIR, seed=1, scale=20))
    assert set(found) == {(place.code, kind) for place in PAIR for kind in KINDS}
    assert {key for key, years in found.items() if len(years) < 2} == set()


@pytest.mark.long
def test_every_kind_of_trouble_is_planted_in_every_year_of_the_pair(seed: int) -> None:
    """In most years; who dies or moves away in the first weeks of the first year has declared nothing yet."""
    found = _years(Settings(PAIR, seed=seed))
    assert set(found) == {(place.code, kind) for place in PAIR for kind in KINDS}
    assert {key for key, years in found.items() if len(years & set(range(2019, 2025))) < 5} == set()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"scale": 0}, "schaal"),
        ({"first_year": 2018}, "2019 en 2024"),
        ({"gemeenten": ()}, "gemeente"),
        ({"without": frozenset({"x"})}, "minder_uren"),
    ],
)
def test_what_cannot_be_made_is_refused_in_dutch(change: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        replace(TINY, **change)
