"""The way through the pyramid: parts make the whole, terms are those of the law, levels can be believed."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.town.conftest import Taken
from wijzer.example.town import Settings, gemeente
from wijzer.example.town.books import Dossier
from wijzer.example.town.life import Life, live
from wijzer.example.town.pyramid import Pyramid, first_line, gatherings
from wijzer.example.town.pyramid.course import DECISION, RESEARCH, YOUTH
from wijzer.example.town.pyramid.meldingen import by_the_town
from wijzer.example.town.pyramid.otherwise import diverted
from wijzer.intake.deliveries import delivery
from wijzer.values.periode import Periode

Rows = list[dict[str, str]]


def _table(taken: Taken, name: str) -> Rows:
    folder = taken.town.folder / "inbox" / "tabellen"
    paths = [folder / f"{name}_{place.slug}.csv" for place in taken.settings.gemeenten]
    found = [row for path in paths if path.exists() for row in _read(path)]
    assert found, name
    return found


def _read(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _truth(taken: Taken) -> dict[tuple[str, str, str, str], int]:
    rows = _read(taken.town.folder / "truth" / "toegang.csv")
    return {(row["gemeente"], row["periode"], row["wet"], row["cijfer"]): int(row["waarde"]) for row in rows}


def _day(text: str) -> date | None:
    return date(int(text[6:]), int(text[3:5]), int(text[:2])) if text else None


def _cents(text: str) -> int:
    return int(text.replace(",", "").replace(".", ""))


@pytest.fixture(scope="module")
def lives(small: Taken) -> tuple[Life, ...]:
    return small.town.lives


@pytest.fixture(scope="module")
def duiven() -> Life:
    """A fifth of Duiven over six years, for levels and shares; what is sent is not kept."""
    place = gemeente("duiven")
    return live(place, Settings((place,), scale=5), lambda sent, content: None)


def test_the_tables_have_the_columns_that_are_asked_for(duiven: Life) -> None:
    """Nothing that is required is missing, and nothing stands there that nobody knows."""
    for name, rows in duiven.pyramid.tables():
        declared = delivery(name).columns
        columns = set(next(rows))
        assert columns <= {column.name for column in declared}, name
        asked = {column.name for column in declared if not column.optional_column}
        assert asked <= columns, name


def test_every_granted_melding_has_a_toewijzing_and_the_other_way_round(
    small: Taken, lives: tuple[Life, ...]
) -> None:
    last = small.settings.end
    for life in lives:
        code = life.desk.place.code
        rows = [row for row in _table(small, "meldingen") if row["gemeente"] == code]
        told = {int(row["toewijzingnummer"]) for row in rows if row["toewijzingnummer"]}
        bought = [one for one in life.desk.books.budgets if one.begin >= small.settings.start]
        others = [one for one in rows if one["afhandeling"] == "maatwerk" and not one["toewijzingnummer"]]
        assert len(others) <= len(bought), "only who buys care of a budget has no toewijzing"
        granted = {
            dossier.toewijzing.number: date.fromisoformat(dossier.versions[0].moment[:10])
            for dossier in life.desk.books.dossiers.values()
            if dossier.toewijzing.begin >= small.settings.start and by_the_town(dossier)
        }
        assert told <= granted.keys()
        assert {number for number, day in granted.items() if day <= last} <= told
        for row in rows:
            if row["toewijzingnummer"]:
                decided = _day(row["besluit_op"])
                assert decided is not None
                assert decided <= granted[int(row["toewijzingnummer"])]


def test_meldingen_are_a_share_of_youth_care_and_all_of_the_wmo(duiven: Life) -> None:
    first = [
        dossier
        for dossier in duiven.desk.books.dossiers.values()
        if dossier.toewijzing.first and dossier.toewijzing.begin.year >= 2019 and dossier.versions
    ]
    youth = [dossier for dossier in first if dossier.toewijzing.product.wet == "jw"]
    assert all(by_the_town(dossier) for dossier in first if dossier.toewijzing.product.wet == "wmo")
    assert 0.2 < sum(map(by_the_town, youth)) / len(youth) < 0.55, "about one third, as the vision says"


def test_the_courses_of_meldingen_go_by_the_law_in_most_cases(duiven: Life) -> None:
    kept: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in duiven.pyramid.meldingen:
        went = one.course
        days = [day for day in (went.made, went.begun, went.ready) if day is not None]
        assert days == sorted(days)
        assert went.closed >= went.made
        if one.wet == "wmo" and went.ready is not None:
            every["onderzoek"] += 1
            kept["onderzoek"] += (went.ready - went.made).days <= RESEARCH
        if went.decided is not None and went.applied is not None:
            assert went.made <= went.applied <= went.decided
            every[one.wet] += 1
            term = DECISION if one.wet == "wmo" else YOUTH
            kept[one.wet] += (went.decided - went.applied).days <= term
    assert set(every) == {"onderzoek", "wmo", "jw"}
    for what, count in every.items():
        assert 0.7 < kept[what] / count <= 1, what
    assert kept.total() < every.total()


def test_about_half_of_what_is_asked_is_granted_and_more_is_asked_than_given(duiven: Life) -> None:
    meldingen = duiven.pyramid.meldingen
    outcomes = Counter(one.outcome for one in meldingen)
    assert set(outcomes) == {"maatwerk", "eigen_kracht", "algemene_voorziening", "afgewezen", "ingetrokken"}
    assert 0.4 < outcomes["maatwerk"] / len(meldingen) < 0.7
    granted = [one.asked for one in meldingen if one.asked.granted]
    assert 0.1 < sum(one.more for one in granted) / len(granted) < 0.45
    assert sum(one.also != "" for one in granted) > 0.05 * len(granted)


def test_nobody_asks_for_help_before_living_in_the_town(duiven: Life) -> None:
    for one in duiven.pyramid.meldingen:
        since = max(one.person.born, one.person.arrived or one.person.born)
        assert one.made >= min(since, one.closed)


def test_what_is_open_on_the_last_day_is_told_as_open(small: Taken, lives: tuple[Life, ...]) -> None:
    last = small.settings.end
    rows = {(row["gemeente"], row["meldingnummer"]): row for row in _table(small, "meldingen")}
    assert len(rows) == sum(one.made <= last for life in lives for one in life.pyramid.meldingen)
    told = sum(row["afhandeling"] == "open" for row in rows.values())
    assert told == sum(one.waits(last) for life in lives for one in life.pyramid.meldingen)
    truth = _truth(small)
    open_now = sum(value for key, value in truth.items() if key[1::2] == ("2021-Q4", "wachtend_toegang"))
    assert open_now == told


def test_a_list_of_an_earlier_year_tells_what_was_known_then(small: Taken, lives: tuple[Life, ...]) -> None:
    last = date(2020, 12, 31)
    rows = {(row["gemeente"], row["meldingnummer"]): row for row in _table(small, "meldingen_2020")}
    meldingen = [one for life in lives for one in life.pyramid.meldingen]
    assert len(rows) == sum(one.made <= last for one in meldingen) < len(meldingen)
    told = sum(row["afhandeling"] == "open" for row in rows.values())
    assert told == sum(one.waits(last) for one in meldingen)
    days = [
        _day(text)
        for name in ("meldingen_2020", "evaluaties_2020", "participatie_personen_2020")
        for row in _table(small, name)
        for column, text in row.items()
        if column.endswith("_op") and column != "gepland_op"
    ]
    assert max(day for day in days if day is not None) == last


def test_waiting_lists_count_the_people_who_wait(small: Taken, lives: tuple[Life, ...]) -> None:
    rows = _table(small, "wachtlijst")
    truth = _truth(small)
    for life in lives:
        code = life.desk.place.code
        for quarter in ("2019-Q2", "2020-Q4", "2021-Q4"):
            day = Periode.parse(quarter).last_day
            for wet in ("wmo", "jw"):
                here = [
                    row for row in rows
                    if row["gemeente"] == code and row["wet"] == wet and _day(row["peildatum"]) == day
                ]  # fmt: skip
                for where in ("toegang", "aanbieder"):
                    for column, name in (("wachtenden", ""), ("langer_dan_norm", "_lang")):
                        told = sum(int(row[column]) for row in here if row["waar"] == where)
                        assert told == truth.get((code, quarter, wet, f"wachtend_{where}{name}"), 0)
                waiting = {
                    "toegang": sum(
                        one.wet == wet and one.made <= day < one.closed for one in life.pyramid.meldingen
                    ),
                    "aanbieder": sum(
                        one.toewijzing.product.wet == wet and _waits_for_care(life, one, day)
                        for one in life.desk.books.dossiers.values()
                    ),
                }
                for where, count in waiting.items():
                    assert count == sum(int(row["wachtenden"]) for row in here if row["waar"] == where)


def _waits_for_care(life: Life, dossier: Dossier, day: date) -> bool:
    """Say whether care was decided on by a day, and had not begun; who gives up waits two months."""
    given = dossier.toewijzing
    if not given.first or not dossier.versions or given.begin < life.desk.settings.start:
        return False
    decided = date.fromisoformat(dossier.versions[0].moment[:10])
    if given.deliveries:
        return decided <= day < given.deliveries[0].begin
    ends = [one.end for one in given.decisions if one.end is not None]
    return decided <= day < min(ends, default=decided + timedelta(days=60))


def test_nobody_entered_the_wsw_after_2014_and_residents_are_known_soon(small: Taken) -> None:
    old_workers = [row for row in _table(small, "participatie_personen") if row["regeling"] == "wsw"]
    assert old_workers
    assert all(int(row["van"][-4:]) <= 2014 for row in old_workers)
    assert len({row["van"][-4:] for row in old_workers}) > 1, "not all in the same year"
    counted = {(row["peildatum"][-4:], row["stand_op"]) for row in _table(small, "inwoners")}
    assert counted >= {(str(year), f"25-01-{year}") for year in (2019, 2020, 2021)}


def test_lists_of_cases_hold_together(small: Taken, lives: tuple[Life, ...]) -> None:
    """Evaluations are of toewijzingen that exist; objections and complaints are few and mostly in time."""
    numbers = {(life.desk.place.code, str(number)) for life in lives for number in life.desk.books.dossiers}
    evaluations = _table(small, "evaluaties")
    assert {(row["gemeente"], row["toewijzingnummer"]) for row in evaluations} <= numbers
    held = [row for row in evaluations if row["gehouden_op"]]
    assert 0.6 < len(held) / len(evaluations) < 1
    meldingen = [one for life in lives for one in life.pyramid.meldingen]
    assert 0 < len(_table(small, "bezwaren")) < len(meldingen) / 10
    spent = [
        (_cents(row["budget"]), _cents(row["besteed"])) for row in _table(small, "pgb") if row["besteed"]
    ]
    assert all(used <= granted for granted, used in spent)
    assert 0.7 < sum(used for _, used in spent) / sum(granted for granted, _ in spent) < 1


def test_levers_bring_people_to_lighter_help(duiven: Life) -> None:
    """Whoever came to the town and was kept out of care has a melding that ends in a general provision."""
    for life in (duiven,):
        kept_out = life.pyramid.diverted
        assert {one.lever for one in kept_out} == {"algemene_voorziening", "soj_poh"}
        helped = {
            one.person.serial for one in life.pyramid.meldingen if one.outcome == "algemene_voorziening"
        }
        through_the_town = {
            one.person.serial for one in kept_out
            if not one.referrer and one.begin <= date(life.desk.settings.last_year, 9, 1)
            and one.person.lives_here(one.begin)
        }  # fmt: skip
        assert len(through_the_town - helped) <= len(through_the_town) / 5, "some moved in just before"


def test_amounts_of_participatie_add_up_to_the_books(small: Taken, lives: tuple[Life, ...]) -> None:
    rows = _table(small, "participatie")
    for life in lives:
        booked = sum(
            one.lasten for one in life.desk.books.bookings if (one.year, one.taakveld) == (2020, "6.3")
        )
        told = [row for row in rows if row["gemeente"] == life.desk.place.code and row["jaar"] == "2020"]
        income = [row for row in told if row["regeling"] not in ("wsw", "beschut_werk") and row["bedrag"]]
        assert {row["maand"] for row in income} == {str(month) for month in range(1, 13)}
        assert sum(_cents(row["bedrag"]) for row in income) == booked


def test_months_of_participatie_count_the_people_who_have_it(small: Taken) -> None:
    people = _table(small, "participatie_personen")
    for row in _table(small, "participatie"):
        if row["maand"] != "6":
            continue
        first, last = date(int(row["jaar"]), 6, 1), date(int(row["jaar"]), 6, 30)
        found = set()
        for one in people:
            if (one["gemeente"], one["regeling"]) == (row["gemeente"], row["regeling"]):
                begin, end = _day(one["van"]), _day(one["tot"])
                assert begin is not None
                if begin <= last and (end is None or end >= first):
                    found.add(one["bsn"])
        assert int(row["personen"]) == len(found)
        assert int(row["huishoudens"]) <= int(row["personen"])


def test_benefits_are_about_as_many_as_published(duiven: Life) -> None:
    """28 households on a benefit per thousand residents of 15 to 64 in Duiven; a small town: wide bounds."""
    day = date(2019, 6, 30)
    able = sum(one.lives_here(day) and 15 <= one.age(day) < 65 for one in duiven.population.people)
    homes = {
        one.person.household.serial
        for one in duiven.pyramid.supports
        if one.scheme in ("bijstand", "ioaw", "ioaz") and one.holds(day, day)
    }
    assert 0.014 < len(homes) / able < 0.042


def test_who_answers_is_more_satisfied_than_who_does_not(duiven: Life) -> None:
    """So that what is delivered is rosier than the truth, as in real surveys."""
    scores = [level for held in duiven.pyramid.surveys for _, level in held.scores]
    answered = [level for held in duiven.pyramid.surveys for _, level in held.answered]
    assert sum(answered) / len(answered) > sum(scores) / len(scores) + 5
    invited = sum(held.invited for held in duiven.pyramid.surveys)
    assert 0.2 < len(answered) / invited < 0.5


def test_satisfaction_is_near_what_was_published(duiven: Life) -> None:
    """85% and 75% are the targets for household help and quality of care; 2020 was better than 2019."""
    counts = {(row["periode"], row["wet"], row["cijfer"]): row["waarde"] for row in duiven.pyramid.told()}

    def share(year: str, *subjects: str) -> float:
        satisfied = sum(counts[year, "wmo", f"tevreden_{subject}"] for subject in subjects)
        return float(satisfied / sum(counts[year, "wmo", f"oordelen_{subject}"] for subject in subjects))

    assert 0.75 < share("2020", "huishoudelijke_ondersteuning") < 0.93
    assert 0.68 < share("2020", "kwaliteit_van_zorg") < 0.87
    every = ("kwaliteit_van_zorg", "kwaliteit_van_hulpverleners", "toegang", "effect")
    assert share("2020", *every) > share("2019", *every)


def test_a_thorough_provider_satisfies_more_than_a_silent_one(duiven: Life) -> None:
    levels: dict[str, list[int]] = {}
    for held in duiven.pyramid.surveys:
        for client, level in held.scores:
            levels.setdefault(client.newest.provider.character.name, []).append(level)
    mean = {name: sum(found) / len(found) for name, found in levels.items()}
    assert mean["grondig"] > mean["gemiddeld"] > mean["zwijgend"]


def test_levers_change_what_is_done_before_care(duiven: Life) -> None:
    """Looked at with the same people and care, so that only the lighter help itself differs."""

    people = duiven.population

    def told(*without: str) -> dict[str, int]:
        settings = replace(duiven.desk.settings, without=frozenset(without))
        desk = replace(duiven.desk, settings=settings)
        counts: Counter[str] = Counter()
        for (quarter, kind), seen in first_line.seen(people, desk, diverted(people, desk)).items():
            counts[kind] += seen.clients * (quarter.year >= 2021)
        for one in gatherings.attendance(people, desk):
            counts[one.gathering.kind] += one.really["deelnemer"] * (one.periode.year >= 2021)
            counts["in corona"] += one.really["deelnemer"] * (str(one.periode) == "2020-Q2")
        return counts

    with_all = told()
    assert with_all["jongerencoach"] > 1.3 * told("jongerencoach")["jongerencoach"]
    assert with_all["poh_jeugd"] > 1.1 * told("soj_poh")["poh_jeugd"]
    assert with_all["dagbesteding"] > 1.1 * told("groepsbegeleiding")["dagbesteding"]
    assert with_all["in corona"] < told("corona")["in corona"] / 2


@pytest.mark.long
def test_facts_of_meldingen_fit_those_of_toewijzingen(small: Taken) -> None:
    """The number, the person and the days of a list that the town keeps, and of messages, are the same."""
    with small.facts() as facts:
        melding, toewijzing = facts["melding"], facts["toewijzing"]
        assert melding.count().to_pyarrow().as_py() == len(_table(small, "meldingen"))
        granted = melding.filter(melding.toewijzingnummer.notnull())
        both = granted.inner_join(toewijzing, ["gemeente", "wet", "client", "toewijzingnummer"])
        count = granted.count().to_pyarrow().as_py()
        assert both.count().to_pyarrow().as_py() == count > 0
        later = both.filter(both.besluit_op > both.toewijzingsdatum)
        assert later.count().to_pyarrow().as_py() == 0


def test_loneliness_is_near_the_national_level(duiven: Life) -> None:
    found = {(one.year, one.name): one.holds / one.adults for one in duiven.pyramid.figures}
    assert 0.40 < found[2020, "eenzaamheid"] < 0.54
    assert 0.07 < found[2020, "eenzaamheid_ernstig"] < 0.15
    assert found[2020, "mantelzorgers"] == pytest.approx(0.16, abs=0.02)


def test_answers_of_the_survey_make_up_who_answered(small: Taken) -> None:
    """Of a question that was put to all; weights count for as many as answered it, by and large."""
    truth = _truth(small)
    by_question: dict[tuple[str, ...], list[dict[str, str]]] = {}
    for row in _table(small, "clientervaring"):
        assert int(row["ingevuld"]) <= int(row["uitgenodigd"])
        key = (row["gemeente"], row["jaar"], row["wet"], row["onderwerp"], row["vraag"])
        by_question.setdefault(key, []).append(row)
    for (code, year, wet, subject, _), rows in by_question.items():
        answered = truth[code, year, wet, "ingevuld"]
        assert {int(row["ingevuld"]) for row in rows} == {answered}
        given = sum(int(row["aantal"]) for row in rows)
        weighed = sum(float(row["gewogen_aantal"].replace(",", ".")) for row in rows)
        if subject == "huishoudelijke_ondersteuning":
            assert given <= answered
        else:
            assert given == answered
            assert weighed == pytest.approx(answered, abs=0.05)


def test_the_nulde_lijn_tells_no_more_than_who_came(small: Taken) -> None:
    truth = _truth(small)
    told: Counter[tuple[str, str]] = Counter()
    for row in _table(small, "nulde_lijn"):
        told[row["gemeente"], f"{row['jaar']}-Q{row['kwartaal']}"] += int(row["deelnemers"])
    for (code, quarter), count in told.items():
        counted = truth[code, quarter, "", "nulde_lijn_deelnemers_geteld"]
        assert count <= counted <= truth[code, quarter, "", "nulde_lijn_deelnemers"]
    locked = sum(count for (_, quarter), count in told.items() if quarter == "2020-Q2")
    before = sum(count for (_, quarter), count in told.items() if quarter == "2019-Q2")
    assert locked < before / 2


def test_the_pyramid_is_the_same_when_it_is_worked_out_again(lives: tuple[Life, ...]) -> None:
    life = lives[0]
    again = Pyramid(life.population, life.desk)

    def rows(pyramid: Pyramid) -> dict[str, list[Any]]:
        return {name: list(found) for name, found in pyramid.tables()} | {"truth": list(pyramid.told())}

    assert rows(again) == rows(life.pyramid)
