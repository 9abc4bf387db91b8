"""Dated parameters and the division of taakvelden: read, refused by place, and used."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from random import Random

import pytest

from tests.indicators.towns import facts_of, town
from wijzer.indicators.parameters import ParameterError, Parameters
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.run import run
from wijzer.indicators.taakvelden import TaakveldError, default_taakvelden, read_taakvelden
from wijzer.indicators.termijnen import TERMS
from wijzer.values.periode import Periode

HEADER = "indicator;parameter;waarde;geldig_van;geldig_tot;bron\n"
DIVISION = "taakveld;omschrijving;jaar_van;jaar_tot;rubriek;sociaal_domein;wsw_of_uitkering\n"


def _load(folder: Path, lines: str, name: str = "parameters.csv") -> Parameters:
    (folder / name).write_text(lines, "utf-8")
    return Parameters.load(folder)


def test_without_files_the_declared_values_hold(tmp_path: Path) -> None:
    parameters = Parameters.load(tmp_path)
    assert parameters == Parameters.defaults()
    assert parameters.at("tijdigheid_berichtenverkeer", TERMS["retour"], date(2022, 1, 1)) == 3


def test_a_town_sets_its_own_value_from_a_day_on(tmp_path: Path) -> None:
    lines = (
        "tijdigheid_berichtenverkeer;termijn_retour;3;;2022-05-31;standaard\n"
        "tijdigheid_berichtenverkeer;termijn_retour;1;2022-06-01;;afspraak met aanbieders\n"
    )
    parameters = _load(tmp_path, HEADER + lines)
    values = [
        parameters.at("tijdigheid_berichtenverkeer", TERMS["retour"], date(2022, 5, 31)),
        parameters.at("tijdigheid_berichtenverkeer", TERMS["retour"], date(2022, 6, 1)),
    ]
    assert values == [3, 1]


def test_a_dated_term_judges_each_message_by_its_own_day(tmp_path: Path) -> None:
    lines = (
        "tijdigheid_berichtenverkeer;termijn_retour;3;;2022-05-31;standaard\n"
        "tijdigheid_berichtenverkeer;termijn_retour;1;2022-06-01;;afspraak met aanbieders\n"
    )
    row = {
        "wet": "wmo",
        "termijn": "retour",
        "paar": "301-302",
        "partij": "aanbieder",
        "vanaf_bron": "ontvangst",
    }
    answers = [
        row | {"bericht": "a", "regel": 0, "vanaf": date(2022, 5, 31), "beantwoord_op": date(2022, 6, 3)},
        row | {"bericht": "b", "regel": 0, "vanaf": date(2022, 6, 1), "beantwoord_op": date(2022, 6, 3)},
    ]
    facts = facts_of({"0293": town(Random(1)) | {"antwoord": answers}})
    known_on, parameters = date(2023, 3, 1), _load(tmp_path, HEADER + lines)
    (result,) = run(
        get("tijdigheid_berichtenverkeer"), facts, Periode(2022, 2), ["0293"], parameters, known_on
    )
    assert (result.parts["op_tijd"].waarde, result.parts["beoordeeld"].waarde) == (1, 2)


def test_a_set_of_codes_of_a_town_decides_which_categories_count(tmp_path: Path) -> None:
    line = "maatwerkvoorzieningen_wmo;categorieen_die_tellen;02 07 11;;;besluit\n"
    granted = [
        {
            "wet": "wmo",
            "toewijzingnummer": number,
            "client": "A",
            "product_categorie": category,
            "product_bekend": True,
            "voorziening": category,
            "ingangsdatum": date(2022, 1, 1),
            "verwijderd": False,
            "geweigerd": False,
            "versies": 1,
            "bron": "bericht",
            "bekend_vanaf": date(2022, 1, 1),
        }
        for number, category in enumerate(("02", "07", "11"), start=1)
    ]
    facts = facts_of({"0293": town(Random(1)) | {"toewijzing": granted, "levering": []}})
    asked = (get("maatwerkvoorzieningen_wmo"), facts, Periode(2022, 4), ["0293"])
    (usual,) = run(*asked, Parameters.defaults(), date(2023, 3, 1))
    (own,) = run(*asked, _load(tmp_path, HEADER + line), date(2023, 3, 1))
    assert (usual.parts["voorzieningen"].waarde, own.parts["voorzieningen"].waarde) == (2, 3)


def test_a_period_without_a_value_is_refused_before_anything_is_counted(tmp_path: Path) -> None:
    line = "maatwerkvoorzieningen_wmo;categorieen_die_tellen;02;2023-01-01;;besluit\n"
    with pytest.raises(ParameterError, match="geen waarde op 2022-12-31"):
        run(
            get("maatwerkvoorzieningen_wmo"),
            facts_of({"0293": town(Random(1))}),
            Periode(2022, 4),
            ["0293"],
            _load(tmp_path, HEADER + line),
            date(2023, 3, 1),
        )


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("indicator;waarde\n", "regel 1: verwacht de kolommen"),
        (HEADER + "a;b;3;1-1-2022;;bron\n", "regel 2: een datum wordt geschreven als"),
        (HEADER + "a;b;3;;;\n", "regel 2: vul de bron in"),
        (HEADER + "a;b;;;;bron\n", "regel 2: de waarde ontbreekt"),
    ],
)
def test_a_wrong_parameter_is_told_by_file_and_line(tmp_path: Path, lines: str, told: str) -> None:
    with pytest.raises(ParameterError, match=told):
        _load(tmp_path, lines)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("taakveld;rubriek\n", "regel 1: verwacht de kolommen"),
        (DIVISION + "6.1;x;2022;twee;r;ja;nee\n", "regel 2: jaar_van en jaar_tot"),
        (DIVISION + "6.1;x;2022;;r;misschien;nee\n", "regel 2: sociaal_domein"),
        (DIVISION + "6.1;x;2017;2022;r;ja;nee\n6.1;x;2022;;r;ja;nee\n", "regel 3: taakveld 6.1 staat dubbel"),
    ],
)
def test_a_wrong_division_is_told_by_file_and_line(lines: str, told: str) -> None:
    with pytest.raises(TaakveldError, match=told):
        read_taakvelden(lines, "taakvelden.csv")


def test_the_division_of_a_town_decides_what_the_social_domain_is(tmp_path: Path) -> None:
    own = _load(tmp_path, DIVISION + "6.1;Samen;2017;;Samen;ja;nee\n", "taakvelden.csv")
    assert [rule.taakveld for rule in own.taakvelden] == ["6.1"]


def test_every_taakveld_of_iv3_is_in_the_division_for_its_years(shared: Path) -> None:
    lines = (shared / "opendata" / "iv3_codes_per_jaar.csv").read_text("utf-8").splitlines()
    subtotals = {"6.71", "6.72", "6.81", "6.82"}
    for line in lines[1:]:
        year, kind, code = line.split(",")[:3]
        if kind != "taakveld" or code.endswith(".") or code == "Tot_TV":
            continue
        held = [rule for rule in default_taakvelden() if rule.taakveld == code and rule.holds_in(int(year))]
        expected = 0 if code in subtotals and year in {"2023", "2024"} else 1
        assert len(held) == expected, (year, code)


def test_declared_values_hold_on_every_day_and_have_a_source() -> None:
    for indicator in all_indicators():
        for parameter in indicator.parameters:
            for day in (date(2015, 1, 1), date(2026, 12, 31)):
                assert Parameters.defaults().at(indicator.id, parameter, day) is not None
            assert all(dated.source for dated in parameter.values)
