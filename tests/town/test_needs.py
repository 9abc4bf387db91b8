"""Needs come together in families, follow the school year, and end in all the ways in which care ends."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

import pytest

from tests.town.conftest import PAIR
from wijzer.example.town import Settings, families
from wijzer.example.town.care import Toewijzing, toewijzingen
from wijzer.example.town.chance import Chance
from wijzer.example.town.kinds import NEEDS
from wijzer.example.town.needs import Spell, spells
from wijzer.example.town.population import Population
from wijzer.example.town.usage import delivered, months

YEAR = Settings(PAIR, 2019, 2019)
COURSE = Settings(PAIR, scale=3)
YOUTH = {need.key for need in NEEDS if need.youth}
MONEY = 100


@dataclass(frozen=True)
class Lived:
    """The people of a town with the care that each of them needs, before anybody is told of it."""

    settings: Settings
    populations: tuple[Population, ...]
    spells: tuple[Spell, ...]

    def toewijzingen(self) -> Iterator[Toewijzing]:
        for spell in self.spells:
            yield from toewijzingen(spell, self.settings)


@cache
def _lived(settings: Settings) -> Lived:
    populations = tuple(Population(place, settings) for place in settings.gemeenten)
    found = (
        spell
        for population in populations
        for person in population.people
        for spell in spells(person, settings)
    )
    return Lived(settings, populations, tuple(found))


def _new(lived: Lived, keys: set[str]) -> list[Spell]:
    return [one for one in lived.spells if one.begin >= lived.settings.start and one.key in keys]


# Levels, of the standard pair in 2019


def test_household_help_is_near_that_of_towns_of_the_size_class() -> None:
    """CBS, Wmo: 24.2 and 25.4 clients per thousand residents in the second half of 2019."""
    half = date(2019, 7, 1), date(2019, 12, 31)
    helped = {
        (one.person.gemeente, one.person.serial)
        for one in _lived(YEAR).spells
        if one.key in ("huishouden", "schoon huis")
        and one.begin <= half[1]
        and one.end >= half[0]
        and one.cause != "afgehaakt"
    }
    residents = sum(place.inhabitants for place in PAIR)
    assert 22 < len(helped) / residents * 1_000 < 27.5


def test_youth_care_is_near_that_of_duiven_and_towns_of_its_kind() -> None:
    """12.5% in Duiven, 10.4% in towns like it; shared source kerncijfers."""
    lived = _lived(YEAR)
    helped = {
        (one.person.gemeente, one.person.serial)
        for one in lived.spells
        if one.key in YOUTH and one.end >= YEAR.start and one.cause != "afgehaakt"
    }
    children = sum(
        one.lives_here(YEAR.start) and one.age(YEAR.start) < 18
        for population in lived.populations
        for one in population.people
    )
    assert 0.10 < len(helped) / children < 0.135


def test_a_third_of_youth_care_comes_by_the_town_and_two_thirds_by_others() -> None:
    """Vision; and CBS, 2021: gemeente 31%, doctor 36%."""
    new = _new(_lived(COURSE), YOUTH)
    roads = Counter(one.referrer or "01" for one in new)
    assert 0.28 < roads["01"] / len(new) < 0.38
    assert 0.28 < roads["02"] / len(new) < 0.40


def test_youth_care_begins_less_in_the_summer_than_in_the_autumn() -> None:
    by_month = Counter(one.begin.month for one in _new(_lived(COURSE), YOUTH))
    assert by_month[7] + by_month[8] < 0.7 * (by_month[10] + by_month[11])


# Families


def test_susceptibility_leaves_the_level_of_the_town_as_it_is() -> None:
    drawn = [families.susceptibility(home, YEAR.chance) for home in _lived(YEAR).populations[1].households]
    assert sum(drawn) / len(drawn) == pytest.approx(1_000, rel=0.06)
    weights = families._SUSCEPTIBLE
    assert sum(value * weight for value, weight in weights) == pytest.approx(1_000_000, rel=0.001)


def _costs(lived: Lived) -> dict[tuple[str, int], list[tuple[int, Toewijzing]]]:
    costs: dict[tuple[str, int], list[tuple[int, Toewijzing]]] = defaultdict(list)
    for given in lived.toewijzingen():
        cents = sum(
            volume * given.product.rate_in(month.year, lived.settings)
            for month in months(lived.settings.start, lived.settings.end)
            for _, _, volume in delivered(lived.settings, given, month)
        )
        if cents:
            costs[given.person.gemeente, given.person.household.serial].append((cents, given))
    return costs


def test_the_ten_dearest_families_have_several_kinds_of_care_and_weigh_heavily() -> None:
    costs = _costs(_lived(YEAR))
    order = sorted(costs.values(), key=lambda found: -sum(cents for cents, _ in found))
    total = sum(cents for found in order for cents, _ in found)
    dearest = order[:10]
    several = [
        len({(one.person.serial, one.product.key) for _, one in found}) >= 3
        or len({one.product.wet for _, one in found}) == 2
        for found in dearest
    ]
    assert sum(several) >= 5
    assert min(sum(cents for cents, _ in found) for found in dearest) > 75_000 * MONEY
    few = sum(cents for found in order[: len(order) // 20] for cents, _ in found)
    assert 0.25 < few / total < 0.45, "five per cent of the families, a third of the cost"


def test_needs_come_together_more_often_than_by_chance() -> None:
    """Among families with youth care, adults in care of the Wmo are much more frequent."""
    lived = _lived(YEAR)
    with_youth, with_adult, every = set(), set(), set()
    for population in lived.populations:
        for home in population.households:
            if any(one.age(YEAR.start) < 18 for one in home.members):
                every.add((home.gemeente, home.serial))
    for one in lived.spells:
        place = (one.person.gemeente, one.person.household.serial)
        (with_youth if one.key in YOUTH else with_adult).add(place)
    both = len(with_youth & with_adult & every) / len(with_youth & every)
    assert both > 1.6 * len(with_adult & every) / len(every)


def test_households_on_a_benefit_are_as_many_as_published_and_more_often_in_care() -> None:
    """28 per thousand residents of 15 to 64 in Duiven; shared source kerncijfers."""
    lived, day = _lived(YEAR), date(2019, 7, 1)
    on_benefit, people, able = set(), 0, 0
    for population in lived.populations:
        for home in population.households:
            if any(one.begin <= day and (one.end is None or one.end >= day)
                   for one in families.benefit(home, YEAR)):  # fmt: skip
                on_benefit.add((home.gemeente, home.serial))
                people += sum(one.lives_here(day) and 18 <= one.age(day) < 67 for one in home.members)
        able += sum(one.lives_here(day) and 15 <= one.age(day) < 65 for one in population.people)
    assert 22 < people / able * 1_000 < 34
    in_care = {(one.person.gemeente, one.person.household.serial) for one in lived.spells}
    households = sum(len(population.households) for population in lived.populations)
    assert len(on_benefit & in_care) / len(on_benefit) > 1.3 * len(in_care) / households


def test_benefits_follow_each_other_and_end_with_the_last_of_working_age() -> None:
    for population in _lived(COURSE).populations:
        for home in population.households:
            latest = None
            for one in families.benefit(home, COURSE):
                assert latest is None or one.begin > latest
                assert one.end is None or one.begin < one.end <= COURSE.end
                day = max(one.begin, COURSE.start)
                assert any(who.lives_here(day) and 18 <= who.age(day) < 67 for who in home.members)
                latest = one.end or COURSE.end


# The course of care


def test_some_give_up_before_care_begins_and_the_toewijzing_is_withdrawn() -> None:
    lived = _lived(COURSE)
    lost = [one for one in lived.spells if one.cause == "afgehaakt" and one.end < COURSE.end]
    new = [one for one in lived.spells if one.serial > 1]
    assert 0.02 < len(lost) / len(new) < 0.10
    for spell in lost:
        for given in toewijzingen(spell, COURSE):
            assert given.deliveries == []
            assert given.decisions[-1].reason in ("12", "03")


def test_in_a_perfect_town_nobody_gives_up() -> None:
    perfect = replace(COURSE, mistakes=0, scale=20)
    assert not [one for one in _lived(perfect).spells if one.cause == "afgehaakt"]


def test_some_come_back_within_a_year() -> None:
    ended: dict[tuple[str, int, str], date] = {}
    again = 0
    for one in _lived(COURSE).spells:
        place = (one.person.gemeente, one.person.serial, one.key)
        if place in ended and one.begin - ended[place] < timedelta(days=365):
            again += 1
        ended[place] = one.end
    assert 0.02 < again / len(ended) < 0.12


def test_periods_of_the_same_care_never_overlap() -> None:
    latest: dict[tuple[str, int, str], date] = {}
    for one in _lived(COURSE).spells:
        place = (one.person.gemeente, one.person.serial, one.key)
        assert place not in latest or one.begin > latest[place]
        latest[place] = one.end


def test_no_care_is_given_before_arrival_or_after_someone_is_gone() -> None:
    for one in _lived(COURSE).spells:
        person = one.person
        assert person.arrived is None or one.begin >= person.arrived
        assert person.gone is None or one.end <= person.gone
        assert one.begin > person.born


def test_youth_care_ends_at_eighteen_and_part_of_it_goes_on_with_the_wmo() -> None:
    lived = _lived(COURSE)
    at_eighteen = {}
    for one in lived.spells:
        if one.key in YOUTH:
            assert one.end < one.person.birthday(18)
            if one.cause == "achttien" and one.end < COURSE.end - timedelta(days=7):
                at_eighteen[one.person.gemeente, one.person.serial] = one
    after = {
        (one.person.gemeente, one.person.serial)
        for one in lived.spells
        if one.key in ("begeleiding", "beschermd wonen")
        and 0 <= (one.begin - one.person.birthday(18)).days < 7
    }
    assert 0.12 < len(at_eighteen.keys() & after) / len(at_eighteen) < 0.45


def test_care_of_the_wmo_never_began_before_eighteen_not_even_that_of_the_first_day() -> None:
    adults = [one for one in _lived(COURSE).spells if one.key not in YOUTH]
    assert any(one.serial == 1 for one in adults)
    assert all(one.begin >= one.person.birthday(18) for one in adults)


def test_sixteen_and_seventeen_year_olds_live_in_institutions() -> None:
    ages = Counter(
        one.person.age(one.begin)
        for one in _lived(COURSE).spells
        if one.key in ("gezinshuis", "terreinverblijf")
    )
    assert ages[16] + ages[17] >= ages[8] + ages[9]


def test_care_that_goes_over_to_the_wlz_ends_with_the_reason_for_it() -> None:
    lived = _lived(COURSE)
    moved = [one for one in lived.spells if one.cause == "wlz" and one.end < COURSE.end]
    assert moved
    for spell in moved:
        given = list(toewijzingen(spell, COURSE))[-1]
        finals = [one.reason for one in given.deliveries if one.end is not None]
        if finals and given.deliveries[-1].end == spell.end:
            assert finals[-1] == "39"
            assert given.decisions[-1].reason in ("06", "04")


# Levers and independence


@pytest.mark.parametrize("lever", ["soj_poh", "corona", "dyslexie", "jongerencoach", "vergrijzing"])
def test_a_lever_leaves_every_other_draw_as_it_was(lever: str) -> None:
    """What both towns have in the same year is the same but for its length; what is older is the same."""
    settings = replace(COURSE, scale=12)
    both = [
        {(one.person.gemeente, one.person.serial, one.key, one.serial): one for one in _lived(made).spells}
        for made in (settings, replace(settings, without=frozenset({lever})))
    ]
    shared = both[0].keys() & both[1].keys()
    assert {(place, one.end) for place, one in both[0].items()} != {
        (place, one.end) for place, one in both[1].items()
    }, "it does something"
    assert len(shared) > 0.8 * len(both[1])
    again = 0
    for place in shared:
        one, other = both[0][place], both[1][place]
        assert one.referrer == other.referrer
        again += (one.begin, one.provider) != (other.begin, other.provider)
    assert again < 0.02 * len(shared), "only who comes back after shorter care comes on another day"


def test_a_person_does_not_depend_on_who_else_is_in_town() -> None:
    settings = replace(COURSE, scale=12)
    alone = _lived(replace(settings, gemeenten=PAIR[:1]))
    pair = [one for one in _lived(settings).spells if one.person.gemeente == PAIR[0].code]
    assert [(one.person.bsn, one.key, one.begin, one.end) for one in alone.spells] == [
        (one.person.bsn, one.key, one.begin, one.end) for one in pair
    ]


def test_another_seed_is_another_town() -> None:
    settings = replace(COURSE, scale=12)
    one, other = _lived(settings), _lived(replace(settings, seed=2))
    assert Chance(1).series("x") != Chance(2).series("x")
    assert [(spell.begin, spell.key) for spell in one.spells] != [
        (spell.begin, spell.key) for spell in other.spells
    ]
