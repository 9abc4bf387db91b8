"""The town is not tidy: with any single rule of folding left out, some number comes out wrong.

A number is a cell of the six indicators, or of what is counted beside them (see ``measures``). Every test
prints a line: the rule, how many cells moved, and the one that moved most, with and without the rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from tests.town.conftest import NAMES, PAIR, SMALL, Taken, Towns
from tests.town.measures import ALWAYS, MEASURES, from_books
from tests.town.refolding import Cells, Refolder, as_cells, differences
from tests.town.rules import RULES, Rule
from wijzer.engines import duckdb as engine_duckdb
from wijzer.example.town import Settings
from wijzer.example.town.reckoning import administrative
from wijzer.example.town.surroundings import log_rows
from wijzer.intake import Journal

CLUMSY = replace(SMALL, scale=14, mistakes=600)
"""A small town in which things go wrong more often, so that each rule has something to do."""
STANDARD = Settings(PAIR)
EARLY = {CLUMSY: date(2020, 10, 1), STANDARD: date(2022, 10, 1)}
"""The first day of the week that is looked at for what was known when."""
HISTORY_UNTIL = date(2020, 12, 31)

Prepared = tuple[Refolder, Cells]
Prepare = Callable[[Settings, Rule], Prepared]


def _busiest(taken: Taken, first: date) -> date:
    """Return the day of a week on which most returns are under way that are logged under their header."""
    sent = [one for life in taken.town.lives for one in life.desk.exchange.sent if not one.history]
    named = {(row["gemeente"], row["afzender"], row["identificatie"]) for row in log_rows(sent)}
    returns = [
        one
        for one in sent
        if one.sender != one.header_sender and (one.gemeente, one.header_sender, one.identification) in named
    ]
    days = [first + timedelta(days=place) for place in range(9)]
    return max(days, key=lambda day: sum(one.day <= day < one.received for one in returns))


def _refolder(stack: ExitStack, taken: Taken, known_on: date) -> Prepared:
    truth = [
        one for life in taken.town.lives for one in administrative(life.desk.books, taken.settings, known_on)
    ]
    last = known_on == taken.settings.closing
    cells = as_cells(truth)
    for life in taken.town.lives if last else ():
        cells |= from_books(life.desk.books)
    journal = Journal.open_readonly(taken.paths)
    files = {name: journal.committed_files(name) for name in journal.records()}
    engine = stack.enter_context(engine_duckdb.open(threads=2, memory="4GB"))
    periods = sorted({one.periode for one in truth}, key=str)
    beside = MEASURES if taken.settings.history_until is None else ALWAYS
    refolder = Refolder(engine, files, known_on, periods, list(NAMES), beside if last else ())
    assert differences(cells, refolder.folded.cells) == [], "with all rules everything equals the truth"
    return refolder, cells


@pytest.fixture(scope="module")
def prepare(towns: Towns) -> Iterator[Prepare]:
    """Give a town that is folded by all rules, with its truth; each one made once."""
    made: dict[Any, Prepared] = {}
    with ExitStack() as stack:

        def give(settings: Settings, rule: Rule) -> Prepared:
            asked = settings
            if rule.told == "mixture":
                asked = replace(settings, history_until=HISTORY_UNTIL)
            if (asked, rule.early) not in made:
                taken = towns(asked)
                known_on = _busiest(taken, EARLY[settings]) if rule.early else settings.closing
                made[asked, rule.early] = _refolder(stack, taken, known_on)
            return made[asked, rule.early]

        yield give


CASES = [
    *(pytest.param(rule, CLUMSY, id=f"klein: {rule.name}") for rule in RULES if not rule.long),
    *(pytest.param(rule, STANDARD, id=f"paar: {rule.name}", marks=pytest.mark.long) for rule in RULES),
]


@pytest.mark.parametrize(("rule", "settings"), CASES)
def test_without_a_rule_a_number_is_wrong(
    prepare: Prepare, monkeypatch: pytest.MonkeyPatch, rule: Rule, settings: Settings
) -> None:
    refolder, truth = prepare(settings, rule)
    rule.leave_out(monkeypatch)
    with refolder.again() as folded:
        moved = differences(truth, folded.cells)
    assert moved, "the town has nothing that this rule is for"
    print(_line(rule, settings, truth, folded.cells, moved))


def _line(rule: Rule, settings: Settings, truth: Cells, found: Cells, moved: list) -> str:
    shown = next((cell for cell in moved if not cell[0].endswith(")")), moved[0])
    what, gemeente, period, part = shown
    return (
        f"zonder regel, {'paar' if settings == STANDARD else 'klein'}: {rule.name:<78} "
        f"{len(moved):>4} van {len(found):>4} getallen anders; {what} {NAMES[gemeente]} {period} {part}: "
        f"{_number(truth[shown])} werd {_number(found[shown])}"
    )


def _number(value: float | int | None) -> str:
    return "niets" if value is None else f"{value:.10g}"
