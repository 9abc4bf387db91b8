"""Measure the standard pair: live each gemeente for each seed, and count what the page tells."""

from __future__ import annotations

import json
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from believable import access, asked, effects, gaps, money, residents, traffic, use
from wijzer.example.town import PAIR, Settings
from wijzer.example.town.life import live
from wijzer.example.town.places import Gemeente
from wijzer.example.town.reckoning import administrative, real
from wijzer.example.town.reckoning.real import care_costs

Figures = dict[str, Any]
KEPT = Path(__file__).resolve().parent / "figures.json"
SEED = 1
OTHERS = (2, 3)


def measure(workers: int) -> Figures:
    """Return all figures of the page, with text as keys, as JSON gives them back."""
    jobs = [(place, seed) for seed in (SEED, *OTHERS) for place in PAIR]
    with ProcessPoolExecutor(workers) as pool:
        found = list(pool.map(measure_one, *zip(*jobs, strict=True)))
    figures = {
        "seeds": {
            str(seed): {place.code: one for (place, of), one in zip(jobs, found, strict=True) if of == seed}
            for seed in (SEED, *OTHERS)
        },
        "contracted": access.contracted(),
        "characters": access.characters(),
    }
    return as_kept(figures)


def measure_one(place: Gemeente, seed: int) -> Figures:
    """Live one gemeente of the pair with one seed, and measure it."""
    settings = Settings((place,), seed=seed)
    refusals = traffic.Refusals()
    life = live(place, settings, refusals.keep)
    ledger = list(administrative(life.desk.books, settings, settings.closing))
    actual = list(real(life.desk, care_costs(life.desk)))
    figures: Figures = {
        "residents": residents.measure(life),
        "use": use.measure(life, ledger),
        "money": money.measure(life),
        "traffic": traffic.measure(life, refusals, ledger),
        "access": access.measure(life),
        "gaps": gaps.measure(ledger, actual),
    }
    if seed != SEED:
        return {"main": main(figures)}
    return {
        **figures,
        "main": main(figures),
        "asked": asked.measure(life),
        "effects": effects.measure(life),
        "as_known": gaps.as_known(life.desk.books, settings, actual, ledger),
    }


def main(figures: Figures) -> Figures:
    """Return the figures by which one seed is laid beside another."""
    use_, money_ = figures["use"], figures["money"]
    return {
        "deaths": figures["residents"]["mean_flows"]["died"],
        "births": figures["residents"]["mean_flows"]["born"],
        "household_help": use_["household_help"]["2019-2"],
        "youth_18": use_["youth"][2019]["share_18"],
        "hours_2019": use_["hours"]["2019-Q4"],
        "hours_2022": use_["hours"]["2022-Q2"],
        "wmo_2019": money_["headings"]["Wmo"],
        "jeugd_2019": money_["headings"]["Jeugd"],
        "spending_2024": money_["years"][2024],
        "municipal": figures["access"]["roads"]["jw"].get(access.MUNICIPAL, 0.0),
        "top_10": money_["spread"]["families"]["top_10"],
        "both_laws": money_["spread"]["laws"]["both"],
        "timely_2022": figures["traffic"]["timely"]["2022"]["all"],
        "gap_costs_2022": figures["gaps"]["costs"]["2022-Q4"]["percent"],
        "gap_youth_2022": figures["gaps"]["youth"]["2022-Q4"]["percent"],
    }


def as_kept(figures: Figures) -> Figures:
    """Return the figures as they come back from the file."""
    kept: Figures = json.loads(json.dumps(figures))
    return kept


def write(path: Path, figures: Figures) -> None:
    """Keep the figures, one a line where that is readable."""
    path.write_text(json.dumps(figures, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def read(path: Path) -> Figures:
    """Return kept figures."""
    figures: Figures = json.loads(path.read_text(encoding="utf-8"))
    return figures
