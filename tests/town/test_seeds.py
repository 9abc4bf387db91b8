"""Many seeds: what Wijzer computes equals what the town knows, on its last day and on an earlier one.

Prints for every seed, day and indicator how many numbers were compared and how many differ. Of a quarter of
the seeds the first years come as history tables; scale, and how often things go wrong, differ by seed.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.town.conftest import NAMES, SMALL, Taken, take_in
from tests.town.refolding import as_cells, differences
from wijzer.example.town import Settings
from wijzer.example.town.chance import Chance
from wijzer.example.town.reckoning import administrative
from wijzer.indicators import register
from wijzer.indicators.parameters import Parameters
from wijzer.indicators.run import run
from wijzer.intake import Keys

SEEDS = 20
FULL_SIZE = 2


def _settings(seed: int, place: int) -> Settings:
    """Return a town of its own kind for each place in the row: scale, mistakes, years, history."""
    chance = Chance(seed)
    made = replace(
        SMALL, seed=seed, scale=chance.between(15, 30, "schaal"), mistakes=chance.between(50, 600, "fouten"),
        last_year=2024 if place % 5 == 0 else 2021,
    )  # fmt: skip
    if place % 4 == 3:
        made = replace(made, history_until=date(2019, 6, 30) + timedelta(days=chance.below(700, "tot")))
    return made


def _earlier(settings: Settings) -> date:
    first = settings.exported_on or settings.start + timedelta(days=120)
    span = (settings.closing - first).days
    return first + timedelta(days=1 + settings.chance.below(span - 1, "dag van kijken"))


def _compared(taken: Taken, known_on: date) -> dict[str, tuple[int, list[str]]]:
    """Compare all indicators on a day; return by indicator how many numbers there were, and which differ."""
    counted = [
        one for life in taken.town.lives for one in administrative(life.desk.books, taken.settings, known_on)
    ]
    truth, found = as_cells(counted), {}
    periods = sorted({one.periode for one in counted}, key=str)
    with taken.facts(known_on) as facts:
        for indicator in register.all_indicators():
            for result in run(indicator, facts, periods, list(NAMES), Parameters.defaults(), known_on):
                for part, value in result.parts.items():
                    found[indicator.id, result.gemeente, str(result.periode), part] = value.waarde
    wrong = differences(truth, found)
    return {
        indicator: (
            sum(cell[0] == indicator for cell in truth),
            [
                f"{cell}: {truth[cell]} in truth, {found[cell]} computed"
                for cell in wrong
                if cell[0] == indicator
            ],
        )
        for indicator in register.ids()
    }


def _check(taken: Taken) -> None:
    disagreements = []
    for known_on in (taken.settings.closing, _earlier(taken.settings)):
        for indicator, (count, wrong) in _compared(taken, known_on).items():
            print(
                f"zaad {taken.settings.seed:>11}, bekend op {known_on}, {indicator:<38} "
                f"{count:>4} getallen vergeleken, {len(wrong)} verschillen"
            )
            disagreements += [f"seed {taken.settings.seed}, {known_on}: {one}" for one in wrong]
    assert disagreements == []


@pytest.mark.long
@pytest.mark.parametrize("place", range(SEEDS))
def test_any_seed_equals_the_truth_on_its_last_day_and_on_an_earlier_one(
    tmp_path: Path, seed: int, place: int
) -> None:
    keys = Keys.create(tmp_path / "sleutel")
    _check(take_in(tmp_path, _settings(seed + place, place), keys))


@pytest.mark.long
@pytest.mark.parametrize("place", range(FULL_SIZE))
def test_a_whole_town_equals_the_truth(tmp_path: Path, seed: int, place: int) -> None:
    keys = Keys.create(tmp_path / "sleutel")
    _check(take_in(tmp_path, Settings(SMALL.gemeenten, seed=seed + 1_000 + place), keys))
