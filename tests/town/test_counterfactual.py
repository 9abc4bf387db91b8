"""The effect of a lever is the difference of two towns that were really lived, with and without it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest

from wijzer.example.town import LEVERS, Settings, gemeente
from wijzer.example.town.counterfactual import Effect, effects, touched
from wijzer.example.town.exchange import Sent
from wijzer.example.town.life import Life, live
from wijzer.example.town.reckoning.real import care_costs

PLACE = gemeente("westervoort")
SMALL = Settings((PLACE,), 2019, 2022, seed=3, scale=12, trouble=False)
ABOUT_ONE = ("301", "305", "307", "315", "317")


@cache
def lived(*without: str) -> tuple[Life, dict[str, bytes]]:
    """Live the small town without some levers; give the life and the messages about one client."""
    messages: dict[str, bytes] = {}

    def keep(sent: Sent, content: bytes) -> None:
        if sent.number in ABOUT_ONE:
            messages[sent.file_name] = content

    return live(PLACE, replace(SMALL, without=frozenset(without)), keep), messages


def cost(life: Life) -> dict[str, int]:
    """Add up what care really cost, by quarter."""
    total: Counter[str] = Counter()
    for (month, _), cents in care_costs(life.desk).items():
        total[f"{month.year}-Q{(month.month + 2) // 3}"] += cents
    return dict(total)


@cache
def told(*without: str) -> dict[str, list[Effect]]:
    """Return what the small town tells of each lever."""
    found: dict[str, list[Effect]] = {}
    for one in effects(lived(*without)[0]):
        found.setdefault(one.lever.key, []).append(one)
    return found


@pytest.mark.parametrize("lever", LEVERS)
def test_it_equals_two_towns_that_were_really_lived_quarter_by_quarter(lever: str) -> None:
    rows = told()[lever]
    assert len(rows) == 16
    assert {str(one.periode): one.cost for one in rows} == cost(lived()[0])
    assert {str(one.periode): one.cost_without for one in rows} == cost(lived(lever)[0])


def test_the_levers_do_something() -> None:
    moved = {lever for lever, rows in told().items() if any(one.cost != one.cost_without for one in rows)}
    assert len(moved) >= 9, "some touch few people, and nobody in a small town"
    assert sum(one.cost_without - one.cost for one in told()["begeleiding"]) > 0
    assert sum(one.cost_without - one.cost for one in told()["tarieven"]) < 0


def test_an_effect_begins_when_its_lever_does() -> None:
    for rows in told().values():
        for one in rows:
            if one.periode.last_day < one.lever.since:
                assert one.cost == one.cost_without
                assert one.clients == one.clients_without
                assert one.own_cost == 0


def test_with_two_levers_left_out_each_is_told_against_the_town_without_the_other() -> None:
    without_one = told("minder_uren")
    assert "minder_uren" not in without_one
    rows = without_one["begeleiding"]
    assert {str(one.periode): one.cost for one in rows} == cost(lived("minder_uren")[0])
    both = cost(lived("begeleiding", "minder_uren")[0])
    assert {str(one.periode): one.cost_without for one in rows} == both


@pytest.mark.parametrize("lever", ["soj_poh", "begeleiding", "vergrijzing"])
def test_who_is_not_touched_gets_the_same_messages_byte_for_byte(lever: str) -> None:
    life, pulled = lived()
    _, left = lived(lever)
    numbers = [person.bsn.encode() for person in touched(LEVERS[lever], life)]
    moved = {name for name in pulled.keys() | left.keys() if pulled.get(name) != left.get(name)}
    assert len(numbers) < len(life.population.people) // 10
    about_others = {
        name
        for name in moved
        if not any(b">" + number + b"<" in (pulled.get(name) or left[name]) for number in numbers)
    }
    assert about_others == set()


def test_what_an_actie_costs_itself_is_in_the_ledger() -> None:
    own = sum(one.own_cost for rows in told().values() for one in rows if one.lever.taakveld == "6.2")
    assert own > 0
    with_it, without_it = (
        sum(booking.lasten for booking in life.desk.books.bookings if booking.taakveld == "6.2")
        for life in (lived()[0], lived("soj_poh")[0])
    )
    assert with_it - without_it == own
