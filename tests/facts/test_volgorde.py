"""Whatever the order, the files or the repetition: one result; and nothing known later changes the past.

Many generated worlds fold at once, each in a gemeente of its own; ``WIJZER_SEED`` draws others.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable
from datetime import timedelta

import pytest

from tests.helpers.berichten import mark, rows_of, tables_of
from tests.helpers.vouwen import Facts, Rows, fold_rows
from tests.helpers.werelden import FIRST, worlds
from wijzer.engines import duckdb
from wijzer.facts.folding import fold
from wijzer.facts.tables import TABLES

COUNT = 240
FILES = ("bericht", "antwoord_bericht", "start_bericht", "stop_bericht")
"""Columns that name the file of a message: another copy of it is another file."""


@pytest.fixture(scope="module")
def many(seed: int) -> list[list[dict]]:
    return worlds(random.Random(seed), COUNT)


@pytest.fixture(scope="module")
def rows(many) -> list[Rows]:
    return [rows_of(world, f"{number:04d}") for number, world in enumerate(many)]


@pytest.fixture(scope="module")
def facts(rows) -> Facts:
    return fold_rows(rows)


@pytest.fixture(scope="module")
def everything(facts) -> Rows:
    found: Rows = defaultdict(list)
    for gemeente, tables in facts.items():
        for name, lines in tables.items():
            found[name] += [{**line, "gemeente": gemeente} for line in lines]
    return found


@pytest.fixture(scope="module")
def given(rows) -> Rows:
    found: Rows = defaultdict(list)
    for world in rows:
        for name, lines in world.items():
            found[name] += lines
    return found


def _texts(facts: dict[str, list[dict]], without: Iterable[str] = ()) -> dict[str, list[str]]:
    return {
        name: sorted(repr({key: value for key, value in row.items() if key not in without}) for row in rows)
        for name, rows in facts.items()
    }


def _assert_same(many: list[list[dict]], one: Facts, other: Facts, without: Iterable[str] = ()) -> None:
    for number, world in enumerate(many):
        gemeente = f"{number:04d}"
        assert _texts(one[gemeente], without) == _texts(other[gemeente], without), world


def test_a_compiled_plan_says_what_the_expressions_say(many, rows, facts) -> None:
    found: Facts = defaultdict(lambda: defaultdict(list))
    with duckdb.open(threads=2) as engine:
        for name, table in fold(tables_of(*rows), keep=engine.keep).items():
            if TABLES[name].partition:
                for row in engine.execute(table).to_pylist():
                    found[row.pop("gemeente")][name].append(row)
    _assert_same(many, facts, found)


def test_order_of_rows_and_files_does_not_matter(many, rows, facts, seed: int) -> None:
    chance = random.Random(seed + 1)
    shuffled = [
        {name: chance.sample(lines, len(lines)) for name, lines in world.items()}
        for world in chance.sample(rows, len(rows))
    ]
    _assert_same(many, facts, fold_rows(shuffled))


def test_messages_sent_again_count_once(many, facts, seed: int) -> None:
    chance = random.Random(seed + 2)
    repeated = []
    for number, world in enumerate(many):
        copies = [{**message, "kopie": "2"} for message in world if chance.random() < 0.5]
        repeated.append(rows_of([*world, *copies], f"{number:04d}"))
    again = fold_rows(repeated)
    assert again != facts, "copies are other files, so something must differ"
    _assert_same(many, facts, again, FILES)


def test_lines_may_be_grouped_in_messages_in_any_way(many) -> None:
    """One message with several lines says what several messages of the same day with one line say."""
    worlds_without_answers = [
        [message for message in world if "op" not in message and "regels" in message] for world in many
    ]
    apart = [
        [
            {**message, "id": f"{message['id']}-{place}", "regels": [line]}
            for message in world
            for place, line in enumerate(message["regels"])
        ]
        for world in worlds_without_answers
    ]
    assert sum(map(len, apart)) > sum(map(len, worlds_without_answers))
    together, split = (
        fold_rows(rows_of(world, f"{number:04d}") for number, world in enumerate(chosen))
        for chosen in (worlds_without_answers, apart)
    )
    for name in ("levering", "verzoek", "prestatie"):
        one, other = (
            {g: {name: tables[name]} for g, tables in folded.items()} for folded in (together, split)
        )
        _assert_same(
            many, defaultdict(dict, one), defaultdict(dict, other), (*FILES, "regel", "declaratienummer")
        )


def test_what_came_later_does_not_change_what_was_known(many, rows) -> None:
    known_on = FIRST + timedelta(days=20)
    then = []
    for number, (world, all_rows) in enumerate(zip(many, rows, strict=True)):
        kept = {
            mark(f"{number:04d}", message)
            for message in world
            if message.get("ontvangen", message["dag"]) <= known_on
        }
        then.append(
            {
                name: [row for row in lines if row.get("bericht") in kept or name == "t_berichtenlog"]
                for name, lines in all_rows.items()
            }
        )
    assert sum(map(len, (w["b301_bericht"] for w in then if "b301_bericht" in w))) > 20
    _assert_same(many, fold_rows(rows, known_on), fold_rows(then))


def test_keys_are_unique(everything) -> None:
    for name, table in TABLES.items():
        keys = [tuple(row[column] for column in table.key) for row in everything[name] if table.partition]
        assert len(keys) == len(set(keys)), name


def test_columns_that_are_never_empty_never_are(everything) -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if not column.nullable and table.partition:
                assert all(row[column.name] is not None for row in everything[name]), (name, column.name)


def test_columns_hold_only_declared_values(everything) -> None:
    for name, table in TABLES.items():
        for column in table.columns:
            if column.values and table.partition:
                found = {row[column.name] for row in everything[name]} - {None}
                assert found <= {value for value, _ in column.values}, (name, column.name)


def test_every_line_of_every_kept_declaration_has_one_status(everything, given) -> None:
    kept = {(row["gemeente"], row["bericht"]) for row in everything["bericht"] if row["soort"] == "323"}
    lines = [row for row in given["b323_prestatie"] if (row["gemeente"], row["bericht"]) in kept]
    assert len(lines) > 50
    assert len(everything["prestatie"]) == len(lines)
    assert {row["status"] for row in everything["prestatie"]} == {
        "toegekend",
        "geweigerd",
        "wacht",
        "gecrediteerd",
    }
    total = sum(
        row["ingediend_bedrag_bedrag"] * (-1 if row["ingediend_bedrag_debet_credit"] == "C" else 1)
        for row in lines
    )
    assert sum(row["bedrag_cent"] for row in everything["prestatie"]) == total


def test_credited_lines_add_up_to_nothing(everything) -> None:
    credited = [row["bedrag_cent"] for row in everything["prestatie"] if row["status"] == "gecrediteerd"]
    assert credited
    assert sum(credited) == 0


def test_declarations_agree_with_their_lines(everything) -> None:
    granted: dict[tuple, int] = defaultdict(int)
    statuses: dict[tuple, set] = defaultdict(set)
    for row in everything["prestatie"]:
        key = (row["gemeente"], row["bericht"])
        statuses[key].add(row["status"])
        if row["status"] in ("toegekend", "gecrediteerd"):
            granted[key] += row["bedrag_cent"]
    assert {row["status"] for row in everything["declaratie"]} == {"toegekend", "deels", "geweigerd", "wacht"}
    for row in everything["declaratie"]:
        key = (row["gemeente"], row["bericht"])
        if row["status"] == "wacht":
            assert statuses[key] == {"wacht"}
            assert row["toegekend_regels_cent"] is None
        else:
            assert row["toegekend_regels_cent"] == granted[key]
            assert row["verschil_cent"] == row["toegekend_cent"] - granted[key]


def test_newest_toewijzing_holds_as_a_plain_reading_says(everything, given) -> None:
    """An independent reading, one number at a time, in plain Python."""
    kept = {row["bericht"] for row in everything["bericht"] if not row["afgekeurd"]}
    newest: dict[tuple, tuple] = {}
    for row in given["b301_toegewezen_product"]:
        if row["bericht"] in kept:
            key = (row["gemeente"], row["wet"], row["toewijzing_nummer"])
            moment = (str(row["toewijzingsdatum"]), row["toewijzingstijd"])
            newest[key] = max(moment, newest.get(key, moment))
    assert len(newest) > 20
    assert newest == {
        (row["gemeente"], row["wet"], row["toewijzingnummer"]): (
            str(row["toewijzingsdatum"]),
            row["toewijzingstijd"],
        )
        for row in everything["toewijzing"]
    }


def test_a_levering_that_is_paused_or_stopped_has_an_end(everything) -> None:
    assert any(row["gepauzeerd"] for row in everything["levering"])
    assert any(row["definitief_gestopt"] and row["pauze_op"] for row in everything["levering"])
    for row in everything["levering"]:
        assert not (row["gepauzeerd"] and row["definitief_gestopt"])
        assert (row["einddatum"] is None) == (row["stop_bericht"] is None)
        if row["gepauzeerd"]:
            assert row["reden_beeindiging"] == "20"
        if row["definitief_gestopt"]:
            assert row["reden_beeindiging"] != "20"
            assert row["pauze_op"] is None or row["einddatum"] >= row["pauze_op"]


def test_terms_are_there_for_every_message(everything) -> None:
    whole = [row for row in everything["antwoord"] if row["termijn"] in ("retour", "declaratie_antwoord")]
    assert len(whole) == len(everything["bericht"])
    for row in everything["antwoord"]:
        known = row["vanaf_bron"] != "dagtekening" or row["termijn"] == "verzoek_onderzoek"
        assert known or row["uitgesloten"] is not None
