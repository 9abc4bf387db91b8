"""The town lies near published figures; where a figure is one town's chance, the bounds are wide."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from believable import access, gaps, money, published, residents, use
from tests.town.conftest import PAIR, Towns
from wijzer.example.town import Settings
from wijzer.example.town.care import PAUSED
from wijzer.example.town.desk import NO_RECEIPT
from wijzer.example.town.life import Life, live
from wijzer.example.town.places import AGE_CLASSES, Gemeente
from wijzer.example.town.population import Population
from wijzer.example.town.reckoning import administrative, real
from wijzer.example.town.reckoning.real import care_costs
from wijzer.example.town.reckoning.terms import WEEKS, WORKING_DAYS

START = date(2019, 1, 1)


@pytest.mark.parametrize("place", PAIR, ids=[place.name for place in PAIR])
def test_on_the_first_day_every_buurt_has_its_published_residents_by_age(place: Gemeente) -> None:
    population = Population(place, Settings((place,), last_year=2019))
    counted: Counter[tuple[str, int]] = Counter()
    for person in population.people:
        if person.lives_here(START):
            age = person.age(START)
            number = next(at for at, (low, high) in enumerate(AGE_CLASSES) if low <= age <= high)
            counted[person.household.at(START).buurt.code, number] += 1
    published = {
        (buurt.code, at): count for buurt in place.buurten for at, count in enumerate(buurt.residents)
    }
    assert dict(counted) == published


def test_households_of_one_person_are_as_many_as_published() -> None:
    population = Population(PAIR[0], Settings((PAIR[0],), last_year=2019))
    alone = Counter(
        home.at(START).buurt.code
        for home in population.households
        if len([person for person in home.members if person.lives_here(START)]) == 1
    )
    published = sum(buurt.single for buurt in PAIR[0].buurten)
    assert sum(alone.values()) == pytest.approx(published, rel=0.05)


def test_westervoort_is_near_what_was_published() -> None:
    assert _outside(_lived(PAIR[0], seed=1)) == []


@pytest.mark.long
@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("place", PAIR, ids=[place.name for place in PAIR])
def test_other_towns_are_near_what_was_published(place: Gemeente, seed: int) -> None:
    assert _outside(_lived(place, seed)) == []


@pytest.mark.long
def test_the_standard_pair_spends_what_was_published_within_five_per_cent() -> None:
    for place in PAIR:
        told = published.SPENDING_2019[place.code]
        headings = money.measure(_lived(place, seed=1))["headings"]
        assert headings == {name: pytest.approx(euro, rel=0.05) for name, euro in told.items()}


@pytest.mark.long
def test_the_standard_pair_of_seed_1_is_not_tidy(towns: Towns) -> None:
    """Everything that a folding rule is for happens in it."""
    for life in towns(Settings(PAIR)).town.lives:
        books = life.desk.books
        dossiers = list(books.dossiers.values())
        happens = {
            "start removed or refused": any(one.void for dossier in dossiers for one in dossier.starts),
            "stop removed or refused": any(one.void for dossier in dossiers for one in dossier.stops),
            "pause": any(one.reason == PAUSED for dossier in dossiers for one in dossier.stops),
            "resumed": any(one.resumed for dossier in dossiers for one in dossier.toewijzing.deliveries),
            "toewijzing removed": any(one.removed for dossier in dossiers for one in dossier.versions),
            "granted in retrospect": any(
                one.received > one.begin for dossier in dossiers for one in dossier.versions[:1]
            ),
            "silent about a start": any(
                dossier.toewijzing.deliveries and dossier.versions and not dossier.starts
                for dossier in dossiers
            ),
            "credit": any(one.credit_of for one in books.lines),
            "receipt unknown": any(not one.logged for one in life.desk.exchange.sent),
        }
        assert [name for name, seen in happens.items() if not seen] == []
        assert {one.kind for one in books.terms} == {*WORKING_DAYS, *WEEKS}
        assert {one.left_out for one in books.terms} == {"", NO_RECEIPT, "correctie", "stop_na_pauze"}
        assert {one.status for one in books.lines} == {"toegekend", "geweigerd", "wacht"}


def _lived(place: Gemeente, seed: int) -> Life:
    return live(place, Settings((place,), seed=seed), lambda _sent, _content: None)


def _outside(life: Life) -> list[str]:
    """Return every number that lies outside the bounds around what was published, or is hard to believe."""
    settings, code = life.desk.settings, life.desk.place.code
    ledger = list(administrative(life.desk.books, settings, settings.closing))
    people, used, spent = residents.measure(life), use.measure(life, ledger), money.measure(life)
    roads = access.measure(life)["roads"]["jw"]
    gap = gaps.measure(ledger, list(real(life.desk, care_costs(life.desk))))
    flows, (_, low, _, high) = people["mean_flows"], published.HOUSEHOLD_HELP[code]["2019-2"]
    months = used["inflow_by_month"]["jw"]
    families = spent["spread"]["families"]
    told = published.SPENDING_2019[code]
    found = {
        "births per 1,000 (9.8 in the country)": (5.5, flows["born"], 10.5),
        "deaths per 1,000 (8.8 in the country)": (7.0, flows["died"], 11.0),
        "growth of 65 and older in six years, % (almost 50 in ten)": (10, _older(people), 32),
        "largest household": (4, people["households"][settings.first_year]["largest"], 8),
        "household help per 1,000 (middle half of the size class)": (
            low, used["household_help"]["2019-2"], high
        ),
        "youth care under 18, % (10.4 to 12.5)": (9.5, used["youth"][2019]["share_18"], 13.5),
        "of them staying somewhere, % (10)": (6, used["youth"][2019]["residence"], 20),
        "hours in December 2019 (3.07)": (2.95, used["hours"]["2019-Q4"], 3.2),
        "hours in 2022 (2.85)": (2.75, used["hours"]["2022-Q2"], 2.95),
        "by the gemeente, % of youth care (33)": (27, roads["01"], 40),
        "summer in youth care, July over a mean month": (0.4, 12 * months[6] / sum(months), 0.9),
        "Wmo over what was published": (0.9, spent["headings"]["Wmo"] / told["Wmo"], 1.1),
        "Jeugd over what was published": (0.88, spent["headings"]["Jeugd"] / told["Jeugd"], 1.12),
        "dearest tenth of households, % of the cost": (35, families["top_10"], 60),
        "gap in cost 2022, %": (-2, gap["costs"]["2022-Q4"]["percent"], 0.5),
        "gap in clients with household help 2022, %": (0, gap["helped"]["2022-Q4"]["percent"], 15),
    }  # fmt: skip
    return [f"{name}: {at}" for name, (least, at, most) in found.items() if not least <= at <= most]


def _older(people: residents.Figures) -> float:
    ages = list(people["ages"].values())
    return 100 * (ages[-1][-1] / ages[0][-1] - 1)
