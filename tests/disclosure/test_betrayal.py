"""What would betray a withheld number is withheld too: over time, between laws, groups within groups."""

from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.disclosure.results import ALL, facilities, hours, stays
from wijzer.disclosure import Group, protect_all

QUARTERS = ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4")
CLIENTS = Group(
    part=("uren_huishoudelijke_ondersteuning", "clienten"), whole=("maatwerkvoorzieningen_wmo", "clienten")
)


def shown_counts(values, part="verblijven"):
    return {(v.wet or "", v.periode): v.parts[part].value for v in values}


def year(*counts: int, together: bool = True):
    quarters = [stays(q, n * 30, n) for q, n in zip(QUARTERS, counts, strict=True)]
    return [*quarters, *([stays("2022", sum(counts) * 30, sum(counts))] if together else [])]


def test_one_withheld_quarter_takes_a_second_with_it_so_that_the_year_can_be_shown():
    shown = shown_counts(protect_all(ALL, year(5, 20, 30, 40)))
    assert shown == {
        ("wmo", "2022-Q1"): None,
        ("wmo", "2022-Q2"): None,
        ("wmo", "2022-Q3"): 30,
        ("wmo", "2022-Q4"): 40,
        ("wmo", "2022"): 95,
    }


def test_two_small_quarters_together_must_be_enough_persons():
    # 4 + 4 = 8 personen: wie het jaar en de andere kwartalen kent, kent die 8.
    shown = shown_counts(protect_all(ALL, year(4, 4, 30, 40)))
    assert [shown["wmo", q] for q in QUARTERS] == [None, None, None, 40]


def test_an_empty_quarter_protects_nobody():
    shown = shown_counts(protect_all(ALL, year(5, 0, 30, 40)))
    assert shown["wmo", "2022-Q3"] is None


def test_an_empty_quarter_beside_a_withheld_one_is_withheld_too():
    # Anders betekent "niet getoond": een of meer. Met twaalf personen in drie jaar, en twaalf kwartalen die
    # niet worden getoond, weet iedereen dan dat het er elk kwartaal een is.
    def three_years(*counts: int):
        years = {f"{2020 + n}": counts[n * 4 : n * 4 + 4] for n in range(3)}
        quarters = {f"{year}-Q{n}": count for year in years for n, count in enumerate(years[year], 1)}
        totals = {year: sum(numbers) for year, numbers in years.items()} | {"2020-2022": sum(counts)}
        results = [stays(periode, n * 30, n) for periode, n in (quarters | totals).items()]
        return shown_counts(protect_all(ALL, results))

    one_each = three_years(*[1] * 12)
    other = three_years(0, 0, 0, 0, 3, 2, 0, 1, 4, 0, 0, 2)
    assert one_each == other
    assert one_each.pop(("wmo", "2020-2022")) == 12
    assert set(one_each.values()) == {None}


def test_a_year_with_empty_quarters_is_shown_when_it_is_large_enough():
    shown = shown_counts(protect_all(ALL, year(5, 0, 4, 3)))
    assert shown.pop(("wmo", "2022")) == 12
    assert set(shown.values()) == {None}


def test_empty_quarters_that_nobody_hides_behind_are_shown():
    assert shown_counts(protect_all(ALL, year(0, 20, 0, 40)))["wmo", "2022-Q1"] == 0
    assert set(shown_counts(protect_all(ALL, year(0, 0, 0, 0))).values()) == {0}


def test_quarters_alone_betray_nothing():
    shown = shown_counts(protect_all(ALL, year(5, 20, 30, 40, together=False)))
    assert [shown["wmo", q] for q in QUARTERS] == [None, 20, 30, 40]


def test_a_small_town_is_offered_the_year():
    *quarters, whole = protect_all(ALL, year(3, 4, 2, 5))
    assert whole.value == 30
    assert {q.status for q in quarters} == {"onderdrukt"}
    assert {q.hint for q in quarters} == {"Over 2022 samen kan het getal wel worden getoond."}


def test_a_smaller_town_is_offered_several_years_together():
    results = [stays("2021", 180, 6), stays("2022", 210, 7), stays("2021-2022", 390, 13)]
    first, second, both = protect_all(ALL, results)
    assert both.value == 30
    assert first.hint == second.hint == "Over 2021 tot en met 2022 samen kan het getal wel worden getoond."


def several_years(counts: dict[str, int], *sets: str):
    results = [stays(year, n * 30, n) for year, n in counts.items()]
    for together in sets:
        first, last = together.split("-")
        number = sum(n for year, n in counts.items() if first <= year <= last)
        results.append(stays(together, number * 30, number))
    return shown_counts(protect_all(ALL, results))


def test_two_sets_of_years_do_not_betray_the_year_between():
    # 2020 en 2021 samen 12, 2020 tot en met 2022 samen 18: dan waren het er 6 in 2022.
    shown = several_years({"2020": 6, "2021": 6, "2022": 6}, "2020-2021", "2020-2022")
    assert list(shown.values()).count(None) == 4
    assert shown["wmo", "2020-2022"] == 18 or shown["wmo", "2020-2021"] == 12


def test_two_sets_of_years_do_not_betray_two_small_years_together():
    # 2019 tot en met 2022 samen 39, 2019 en 2020 samen 30: dan waren het er 9 in 2021 en 2022.
    shown = several_years({"2019": 15, "2020": 15, "2021": 5, "2022": 4}, "2019-2020", "2019-2022")
    assert shown["wmo", "2019-2022"] is None or shown["wmo", "2019-2020"] is None
    assert not (shown["wmo", "2019-2022"] and shown["wmo", "2019"] and shown["wmo", "2020"])


def test_when_no_period_is_long_enough_that_is_said():
    values = protect_all(ALL, [stays("2022-Q1", 60, 2), stays("2022", 60, 2)])
    assert "Ook over een langer tijdvak" in values[0].hint
    assert values[1].hint is None


def test_a_longer_period_does_not_help_a_stock():
    withheld, _ = protect_all(ALL, [hours("2022-Q1", 6.0, 2), hours("2022", 60.0, 20)])
    assert "stand op één dag" in withheld.hint


def test_a_quarter_that_was_not_offered_is_not_betrayed_by_its_year():
    results = year(12, 20, 30, 40)
    shown = shown_counts(protect_all(ALL, [r for r in results if r.periode != "2022-Q4"]))
    assert list(shown.values()).count(None) == 1


def test_a_quarter_without_data_adds_nothing():
    empty = stays("2022-Q4", 0, 0)
    missing = type(empty)(
        **{name: getattr(empty, name) for name in empty.__slots__}
        | {"missing": "Nog geen berichten.", "parts": {}}
    )
    values = protect_all(ALL, [*year(12, 20, 30, 0)[:3], missing, stays("2022", 62 * 30, 62)])
    assert [v.status for v in values] == ["getoond"] * 3 + ["ontbreekt", "getoond"]


def test_one_law_is_not_betrayed_by_the_other_and_the_whole():
    small, large, whole = (
        stays("2022", 120, 4, wet="jw"),
        stays("2022", 900, 30, wet="wmo"),
        stays("2022", 1020, 34, wet=None),
    )
    shown = shown_counts(protect_all(ALL, [small, large, whole]))
    assert shown == {("jw", "2022"): None, ("wmo", "2022"): 30, ("", "2022"): None}


def test_the_rest_of_a_group_is_a_group_too():
    # 120 cliënten met een voorziening, 113 met huishoudelijke hulp: 7 hebben iets anders.
    help_, all_ = protect_all(
        ALL, [hours("2022-Q4", 339.0, 113), facilities("2022-Q4", 120)], groups=[CLIENTS]
    )
    assert help_.parts["clienten"].withheld
    assert help_.status == "onderdrukt"
    assert all_.parts["clienten"].value == 120


def test_a_rest_of_nobody_or_of_many_betrays_nobody():
    for clients in (113, 130):
        values = protect_all(
            ALL, [hours("2022-Q4", 339.0, 113), facilities("2022-Q4", clients)], groups=[CLIENTS]
        )
        assert not any(value.parts["clienten"].withheld for value in values)


def test_a_withheld_part_does_not_take_the_whole_with_it():
    help_, all_ = protect_all(ALL, [hours("2022-Q4", 27.0, 9), facilities("2022-Q4", 120)], groups=[CLIENTS])
    assert help_.status == "onderdrukt"
    assert all_.parts["clienten"].value == 120


def test_gemeenten_do_not_touch_each_other():
    results = [*year(20, 20, 30, 40), *(stays(q, 60, 2, gemeente="0226") for q in QUARTERS)]
    values = protect_all(ALL, results)
    assert all(v.status == "getoond" for v in values if v.gemeente == "0293")
    assert all(v.status == "onderdrukt" for v in values if v.gemeente == "0226")


def test_a_year_of_a_stock_is_its_last_quarter_so_both_are_withheld_or_none():
    results = [hours("2022-Q4", 27.0, 9), hours("2022", 27.0, 9)]
    assert {v.status for v in protect_all(ALL, results)} == {"onderdrukt"}


def test_order_of_the_results_does_not_matter():
    results = year(5, 20, 30, 40)
    forward = shown_counts(protect_all(ALL, results))
    assert forward == shown_counts(protect_all(ALL, results[::-1]))


counts = st.integers(0, 40)


def consistent_worlds(published: dict[tuple[str, str], float | None], highest: int):
    """Every table of counts per law and quarter that fits what was published: a reader with much patience.

    Per law independently the four quarters; sums over time and laws checked. Written apart from the
    product's own algebra.
    """
    laws = ("jw", "wmo")
    options = {
        law: [
            quarters
            for quarters in product(
                *(
                    [published[law, q]] if published[law, q] is not None else range(highest + 1)
                    for q in ("2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4")
                )
            )
            if published[law, "2022"] in (None, sum(quarters))
        ]
        for law in laws
    }
    whole = published["", "2022"]
    for jw in options["jw"]:
        for wmo in options["wmo"]:
            if whole in (None, sum(jw) + sum(wmo)):
                yield {"jw": jw, "wmo": wmo}


small_or_not = st.one_of(st.integers(0, 5), st.integers(3, 9))


@settings(max_examples=60, deadline=None)
@given(jw=st.tuples(*[small_or_not] * 4), wmo=st.tuples(*[small_or_not] * 4))
def test_no_reader_can_work_out_a_small_group(jw, wmo):
    threshold, highest = 4, 9
    results = [
        *(stays(q, n, n, wet="jw") for q, n in zip(QUARTERS, jw, strict=True)),
        *(stays(q, n, n, wet="wmo") for q, n in zip(QUARTERS, wmo, strict=True)),
        stays("2022", sum(jw), sum(jw), wet="jw"),
        stays("2022", sum(wmo), sum(wmo), wet="wmo"),
        stays("2022", sum(jw) + sum(wmo), sum(jw) + sum(wmo), wet=None),
    ]
    published = shown_counts(protect_all(ALL, results, threshold=threshold))
    for law, truth in (("jw", jw), ("wmo", wmo)):
        for place, (quarter, count) in enumerate(zip(QUARTERS, truth, strict=True)):
            if not 0 < count < threshold:
                continue
            assert published[law, quarter] is None
            possible = {count}
            for world in consistent_worlds(published, highest):
                possible.add(world[law][place])
                if len(possible) > 1:
                    break
            assert len(possible) > 1, (law, quarter, count, published)


@settings(max_examples=100, deadline=None)
@given(quarters=st.tuples(*[counts] * 4))
def test_a_difference_of_shown_numbers_is_never_a_small_group(quarters):
    published = shown_counts(protect_all(ALL, year(*quarters)))
    if published["wmo", "2022"] is None:
        return
    shown = [published["wmo", q] for q in QUARTERS]
    rest = published["wmo", "2022"] - sum(n for n in shown if n is not None)
    assert rest == 0 or rest >= 10


def test_enough_is_still_shown():
    """Protection that withholds everything would pass every test above."""
    values = protect_all(ALL, year(50, 60, 70, 80))
    assert [v.status for v in values] == ["getoond"] * 5


YEARS = ("2019", "2020", "2021", "2022")
SETS = [f"{a}-{b}" for a, b in product(YEARS, YEARS) if a < b]


@settings(max_examples=60, deadline=None)
@given(
    truth=st.tuples(*[st.one_of(st.integers(0, 5), st.integers(3, 7))] * 4),
    sets=st.sets(st.sampled_from(SETS), max_size=3),
)
def test_no_reader_can_work_out_a_small_run_of_years(truth, sets):
    """Counts and persons are the same here, so a run of years with few stays is a small group.

    A reader knows no highest number; the worlds that are tried go well beyond the true ones.
    """
    threshold, highest = 4, 10
    results = [stays(y, n, n) for y, n in zip(YEARS, truth, strict=True)]
    span = {f"{a}": range(n, n + 1) for n, a in enumerate(YEARS)}
    for together in sorted(sets):
        first, last = (YEARS.index(year) for year in together.split("-"))
        span[together] = range(first, last + 1)
        number = sum(truth[first : last + 1])
        results.append(stays(together, number, number))
    values = protect_all(ALL, results, threshold=threshold)
    known = {v.periode: v.parts["verblijven"].value for v in values}
    worlds = [
        world
        for world in product(range(highest + 1), repeat=4)
        if all(n in (None, sum(world[y] for y in span[periode])) for periode, n in known.items())
    ]
    assert truth in worlds
    for first, last in ((a, b) for a, b in product(range(4), range(4)) if a <= b):
        group = sum(truth[first : last + 1])
        if 0 < group < threshold:
            assert len({sum(world[first : last + 1]) for world in worlds}) > 1, (truth, known)
