"""What is measured of a town is what the town itself knows."""

from __future__ import annotations

from datetime import date

import pytest

from believable import access, care, gaps, measure, money, residents, traffic, use
from wijzer.example.town import PAIR, Settings
from wijzer.example.town.life import Life, live
from wijzer.example.town.reckoning import administrative, real
from wijzer.example.town.reckoning.real import care_costs

SETTINGS = Settings((PAIR[0],), scale=60)


@pytest.fixture(scope="module")
def seen() -> traffic.Refusals:
    return traffic.Refusals()


@pytest.fixture(scope="module")
def life(seen: traffic.Refusals) -> Life:
    return live(PAIR[0], SETTINGS, seen.keep)


def test_care_that_was_given_costs_what_the_town_says(life: Life) -> None:
    assert sum(one.cents for one in care.spent(life)) == sum(care_costs(life.desk).values())


def test_a_gemeente_is_the_same_alone_as_in_the_pair(life: Life) -> None:
    """What the page measures of one gemeente at a time holds for the standard pair."""
    beside = live(PAIR[0], Settings(PAIR, scale=60), lambda _sent, _content: None)
    assert [one.bsn for one in beside.population.people] == [one.bsn for one in life.population.people]
    assert [(one.reference, one.cents, one.status) for one in beside.desk.books.lines] == [
        (one.reference, one.cents, one.status) for one in life.desk.books.lines
    ]
    assert beside.desk.books.bookings == life.desk.books.bookings


def test_products_classes_of_age_and_clients_hold_the_same_money(life: Life) -> None:
    found = money.measure(life)
    year = money.AGE_YEAR
    lived = sum(cents for (month, _), cents in care_costs(life.desk).items() if month.year == year) / 100
    assert sum(found["ages"]["wmo"]) + sum(found["ages"]["jw"]) == pytest.approx(lived)
    assert sum(found["products"][year].values()) == pytest.approx(lived, abs=len(found["products"][year]))
    for shares in (found["spread"]["families"], *found["spread"]["clients"].values()):
        assert 0 < shares["top_1"] <= shares["top_5"] <= shares["top_10"] <= 100
    helped = sum(found["spread"]["laws"].values())
    assert helped == found["spread"]["families"]["clients"] == sum(found["spread"]["helped"].values())


def test_residents_come_and_go_as_the_ages_say(life: Life) -> None:
    found = residents.measure(life)
    ages = found["ages"]
    for year, flows in found["flows"].items():
        here = sum(ages[year])
        change = here * (flows["born"] + flows["came"] - flows["died"] - flows["left"]) / 1000
        assert sum(ages[year + 1]) - here == pytest.approx(change, abs=here / 1000)
    assert sum(found["homes"].values()) == found["households"][2019]["households"]


def test_users_are_counted_once(life: Life) -> None:
    ledger = list(administrative(life.desk.books, SETTINGS, SETTINGS.closing))
    found = use.measure(life, ledger)
    for kinds in found["wmo_clients"].values():
        others = [share for kind, share in kinds.items() if kind != "all"]
        assert max(others) <= kinds["all"] <= sum(others) + 0.1 * len(others)
    assert sum(found["duration"].values()) == pytest.approx(100, abs=0.5)
    begun = [one for one in life.desk.books.dossiers.values() if one.toewijzing.deliveries]
    new = [one for one in begun if one.toewijzing.first and one.toewijzing.begin >= SETTINGS.start]
    assert sum(sum(years.values()) for years in found["inflow"].values()) == len(new)
    assert sum(sum(months) for months in found["inflow_by_month"].values()) == len(new)


def test_roads_into_care_add_up(life: Life) -> None:
    found = access.measure(life)
    for roads in found["roads"].values():
        assert sum(roads.values()) == pytest.approx(100, abs=0.5)
    for group, (before, after) in access.contracted().items():
        assert before >= after > 0, group


def test_a_refusal_is_seen_in_the_message_itself(life: Life, seen: traffic.Refusals) -> None:
    """Starts and stops that the books call void, were refused in a return or corrected."""
    code = life.desk.place.code
    found = traffic.measure(life, seen, [])
    returns = {"301": "302", "305": "306", "307": "308"}
    for of, number in returns.items():
        assert seen.returned[code][of] == found["sent"][number]
        assert 0 <= found["refused"][of] < 5
    void = sum(bool(one.void) for dossier in life.desk.books.dossiers.values() for one in dossier.starts)
    assert seen.refused[code]["305"] <= void


def test_the_gap_is_told_in_per_cent_of_the_real(life: Life) -> None:
    ledger = list(administrative(life.desk.books, SETTINGS, SETTINGS.closing))
    actual = list(real(life.desk, care_costs(life.desk)))
    found = gaps.measure(ledger, actual)
    assert {len(quarters) for quarters in found.values()} == {24}
    for quarters in found.values():
        for gap in quarters.values():
            if gap["percent"] is not None:
                assert gap["administrative"] == pytest.approx(
                    gap["real"] * (1 + gap["percent"] / 100), rel=1e-3, abs=0.02
                )


def test_care_on_some_day_of_a_span_counts_as_help(life: Life) -> None:
    given = next(
        one.toewijzing
        for one in life.desk.books.dossiers.values()
        if one.toewijzing.deliveries and one.toewijzing.deliveries[-1].end
    )
    first, last = given.deliveries[0].begin, given.deliveries[-1].end
    assert last is not None
    assert care.helped(given, first, first)
    assert care.helped(given, last, date.max)
    assert not care.helped(given, date(1990, 1, 1), date(1990, 12, 31))


@pytest.mark.long
def test_the_kept_figures_are_those_of_the_town() -> None:
    assert measure.measure(2) == measure.read(measure.KEPT), "run 'make model-page'"
