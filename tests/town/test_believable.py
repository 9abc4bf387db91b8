"""The town lies near published figures; where a figure is one town's chance, the bounds are wide."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from tests.town.conftest import PAIR, Towns
from wijzer.example.finance import LASTEN_2019
from wijzer.example.town import Settings
from wijzer.example.town.care import PAUSED
from wijzer.example.town.desk import NO_RECEIPT
from wijzer.example.town.life import Life
from wijzer.example.town.places import AGE_CLASSES, Gemeente
from wijzer.example.town.population import Population
from wijzer.example.town.reckoning import administrative
from wijzer.example.town.reckoning.terms import WEEKS, WORKING_DAYS

START = date(2019, 1, 1)
HOURS = "uren_huishoudelijke_ondersteuning"


def _hours(life: Life, settings: Settings, year: str) -> float:
    parts = {
        one.part: one.value
        for one in administrative(life.desk.books, settings, settings.closing)
        if one.indicator == HOURS and str(one.periode) == year
    }
    return float(parts["uren"] / parts["clienten"])


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


@pytest.mark.long
def test_the_standard_pair_of_seed_1_is_near_what_was_published(towns: Towns) -> None:
    settings = Settings(PAIR)
    lives = towns(settings).town.lives
    for life in lives:
        assert 2.95 < _hours(life, settings, "2019") < 3.15, "3.07 hours in December 2019"
        assert 2.78 < _hours(life, settings, "2022") < 2.92, "2.85 hours in 2022"
        for heading in ("Wmo", "Jeugd"):
            taakvelden = LASTEN_2019[life.desk.place.code][heading]
            booked = sum(
                one.lasten
                for one in life.desk.books.bookings
                if one.year == 2019 and one.taakveld in taakvelden
            )
            assert booked / 100 == pytest.approx(sum(taakvelden.values()), rel=0.05), heading
    assert 0.09 < _youth_share(lives) < 0.13, "10.4% in towns of this kind, 12.5% in Duiven"


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


def _youth_share(lives: tuple[Life, ...]) -> float:
    children = sum(
        person.lives_here(START) and person.age(START) < 18
        for life in lives
        for person in life.population.people
    )
    helped = {
        (life.desk.place.code, dossier.toewijzing.person.serial)
        for life in lives
        for dossier in life.desk.books.dossiers.values()
        if dossier.toewijzing.product.wet == "jw"
        and any(
            one.begin.year <= 2019 and (one.end is None or one.end.year >= 2019)
            for one in dossier.toewijzing.deliveries
        )
    }
    return len(helped) / children
