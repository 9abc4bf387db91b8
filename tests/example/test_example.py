"""The example itself: real messages, invented people, the same every time."""

from __future__ import annotations

import filecmp
from pathlib import Path

import pytest

from tests import small_town
from tests.example.conftest import TakenIn
from tests.small_town.cohorts import TOWN_COUNTS
from tests.small_town.days import event_day, shift
from tests.small_town.exchange import Exchange
from tests.small_town.people import person
from tests.small_town.write import tell
from wijzer import messages
from wijzer.values import bsn


def _files(folder: Path) -> list[Path]:
    return sorted(path.relative_to(folder) for path in folder.rglob("*") if path.is_file())


def test_the_example_is_the_same_bytes_every_time(inbox: small_town.ExampleSummary, tmp_path: Path) -> None:
    small_town.write(tmp_path)
    names = _files(inbox.folder)
    assert _files(tmp_path) == names
    match, mismatch, errors = filecmp.cmpfiles(inbox.folder, tmp_path, map(str, names), shallow=False)
    assert (mismatch, errors) == ([], [])
    assert len(match) == inbox.messages + inbox.tables + inbox.set_aside + inbox.already_known


def test_every_message_of_a_town_is_accepted_without_findings(inbox: small_town.ExampleSummary) -> None:
    found = {
        path.name: [finding.sentence() for finding in messages.check(path).findings]
        for town in ("0293", "0226")
        for path in (inbox.folder / "berichten" / town).rglob("*.xml")
    }
    assert len(found) == inbox.messages
    assert {name: findings for name, findings in found.items() if findings} == {}


def test_what_must_be_set_aside_is_set_aside_with_its_reason(taken_in: TakenIn) -> None:
    reasons = {
        Path(outcome.path).name: outcome.reason
        for outcome in taken_in.result.outcomes
        if outcome.status == "set_aside"
    }
    assert set(reasons) == {
        "WMO301_afgebroken.xml",
        "WMO301_oude_versie.xml",
        "WMO301_van_andere_gemeente.xml",
    }
    assert "iWmo 2.0 wordt niet gelezen" in str(reasons["WMO301_oude_versie.xml"])
    assert "0202" in str(reasons["WMO301_van_andere_gemeente.xml"])
    assert taken_in.result.already_known == taken_in.summary.already_known == 1
    assert taken_in.result.taken_in == taken_in.summary.messages + taken_in.summary.tables


def test_all_message_types_that_run_over_the_exchange_occur() -> None:
    seen = {
        (message.wet, message.number)
        for town in TOWN_COUNTS
        for quarter in tell(town).messages.values()
        for message in quarter
    }
    numbers = {"301", "302", "305", "306", "307", "308", "323", "325"}
    assert seen >= {(wet, number) for wet in ("wmo", "jw") for number in numbers}
    assert {number for _, number in seen} >= {"315", "316", "317", "318", "319", "320"}


def test_people_have_test_bsns_of_their_own() -> None:
    people = [
        person(index, town.code, event_day("2019-Q1")) for town in TOWN_COUNTS for index in range(1, 500)
    ]
    assert len({someone.bsn for someone in people}) == len(people)
    assert all(bsn.is_valid(someone.bsn) and someone.bsn.startswith("9999") for someone in people)
    assert all(someone.postcode[-2:] in {"SA", "SD", "SS"} for someone in people)


def test_lateness_that_no_message_took_is_noticed() -> None:
    exchange = Exchange("0293")
    assert exchange.unused_lateness()
    assert exchange.takes_late("stop", "2022-Q3")
    assert not exchange.takes_late("stop", "2022-Q3")


@pytest.mark.parametrize(
    ("quarter", "count", "other"), [("2022-Q1", -1, "2021-Q4"), ("2021-Q3", 6, "2023-Q1")]
)
def test_quarters_shift_over_years(quarter: str, count: int, other: str) -> None:
    assert shift(quarter, count) == other
