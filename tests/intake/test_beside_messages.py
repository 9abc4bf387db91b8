"""Tables beside the messages: recognised without a hand, checked by content, without a trace of persons."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path

import openpyxl
import pytest

from tests.intake.werkmap import BSNS, GEMEENTEN, Werkmap, csv
from tests.leakscan import Needle, report, scan
from wijzer.facts.tables import TABLES
from wijzer.intake import JoinBasis, delivery, delivery_names, template
from wijzer.intake.cells import CellError, parser
from wijzer.intake.delivered_table import DeliveredTable
from wijzer.intake.deliveries import DELIVERIES, Column, Delivery
from wijzer.intake.headings import recognise
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Row, Sheet

NEW = [delivery(table.delivery) for table in TABLES.values() if table.delivery]


def example(declared: Delivery, **changed: str) -> tuple[str, ...]:
    """The example row of a template, with other cells."""
    return tuple(changed.get(column.name, column.example) for column in declared.columns)


def heading(declared: Delivery) -> tuple[str, ...]:
    return tuple(column.name for column in declared.columns)


def faults(name: str, *changes: Mapping[str, str]) -> list[str]:
    """What is wrong with a list of example rows, each with other cells, without the place of the cell."""
    declared = delivery(name)
    rows = [heading(declared), *(example(declared, **changed) for changed in changes)]
    sheet = Sheet("", (Row(number, cells) for number, cells in enumerate(rows, 1)))
    table = DeliveredTable(sheet, f"{name}.csv", "0" * 32, GEMEENTEN, Pseudonymiser(b"k" * 32, {}))
    try:
        return [] if sum(piece.num_rows for piece in table.pieces()) == len(changes) else ["rows are lost"]
    except Refused as refused:
        return [detail.partition("kolom ")[2] for detail in refused.refusal.details]


@pytest.mark.parametrize("declared", DELIVERIES, ids=lambda one: one.name)
def test_a_list_is_recognised_under_any_name_also_without_what_may_be_absent(declared: Delivery) -> None:
    least = [column.name for column in declared.columns if not column.optional_column]
    for names in (heading(declared), least):
        for called in ("lijst.csv", *(f"{other}_0293.csv" for other in delivery_names())):
            assert recognise(names, called).delivery.name == declared.name, called


def test_every_list_is_taken_in_from_its_own_columns_and_names_nobody(werkmap: Werkmap, inbox: Path) -> None:
    for declared in NEW:
        filled = example(declared)
        (inbox / f"{declared.name}.csv").write_text(csv(heading(declared), filled), encoding="utf-8")
    outcomes = werkmap.take_in(inbox).outcomes
    assert {(one.what, one.status, one.rows) for one in outcomes} == {
        (declared.name, "taken_in", 1) for declared in NEW
    }, [one.details for one in outcomes]
    needles = [Needle("bsn", BSNS[0]), Needle("adres", "6931 AB"), Needle("adres", "6931AB")]
    needles += [Needle("geboren", text) for text in ("17-05-1948", "1948-05-17")]
    hits = scan(werkmap.folder, needles)
    assert not hits, report(hits)


BEFORE = "de datum ligt ervoor"
LESS = "het getal is lager"
OTHERWISE = "er staat iets anders"
NO_NAME = f"verwacht een naam van hooguit 200 tekens, zonder gegevens van een persoon; {OTHERWISE}"


@pytest.mark.parametrize(
    ("name", "changed", "expected"),
    [
        (
            "meldingen",
            {"onderzoek_gestart_op": "01-04-2022"},
            f"onderzoek_gestart_op: verwacht niet vóór gemeld_op; {BEFORE}",
        ),
        (
            "meldingen",
            {"onderzoek_klaar_op": "05-04-2022"},
            f"onderzoek_klaar_op: verwacht niet vóór onderzoek_gestart_op; {BEFORE}",
        ),
        (
            "meldingen",
            {"onderzoek_gestart_op": "", "onderzoek_klaar_op": "01-04-2022"},
            f"onderzoek_klaar_op: verwacht niet vóór gemeld_op; {BEFORE}",
        ),
        ("meldingen", {"besluit_op": "02-05-2022"}, f"besluit_op: verwacht niet vóór aanvraag_op; {BEFORE}"),
        ("meldingen", {"stand_op": "09-05-2022"}, f"stand_op: verwacht niet vóór besluit_op; {BEFORE}"),
        (
            "meldingen",
            {"besluit_op": ""},
            "besluit_op: verwacht een gevulde cel bij afhandeling maatwerk of afgewezen; de cel is leeg",
        ),
        (
            "meldingen",
            {"afhandeling": "open", "toewijzingnummer": ""},
            "besluit_op: verwacht een lege cel bij afhandeling open; er staat iets",
        ),
        (
            "meldingen",
            {"afhandeling": "eigen_kracht"},
            "toewijzingnummer: verwacht een lege cel bij afhandeling eigen_kracht of algemene_voorziening of "
            "afgewezen of ingetrokken of open; er staat iets",
        ),
        (
            "meldingen",
            {"hulpvraag": "geluk"},
            "hulpvraag: verwacht een van: huishouden, begeleiding, dagbesteding, vervoer, hulpmiddel, wonen, "
            f"opvoeden, gedrag, leren, veiligheid, mantelzorg, anders; {OTHERWISE}",
        ),
        (
            "meldingen",
            {"meldingnummer": "iemand@voorbeeld.test"},
            "meldingnummer: verwacht een nummer van hooguit veertig letters en cijfers, zoals M-2022-00017; "
            f"{OTHERWISE}",
        ),
        (
            "evaluaties",
            {"gehouden_op": ""},
            "gehouden_op: verwacht een gevulde cel als uitkomst er staat; de cel is leeg",
        ),
        (
            "evaluaties",
            {"uitkomst": ""},
            "uitkomst: verwacht een gevulde cel als gehouden_op er staat; de cel is leeg",
        ),
        ("evaluaties", {"gehouden_op": "01-01-2023"}, f"stand_op: verwacht niet vóór gehouden_op; {BEFORE}"),
        ("bezwaren", {"besluit_op": "10-04-2022"}, f"besluit_op: verwacht niet vóór ontvangen_op; {BEFORE}"),
        (
            "bezwaren",
            {"uitkomst": "open"},
            "besluit_op: verwacht een lege cel bij uitkomst open; er staat iets",
        ),
        (
            "bezwaren",
            {"besluit_op": ""},
            "besluit_op: verwacht een gevulde cel bij uitkomst gegrond of deels_gegrond of ongegrond of "
            "niet_ontvankelijk; de cel is leeg",
        ),
        ("bezwaren", {"commissie": "misschien"}, f"commissie: verwacht ja of nee; {OTHERWISE}"),
        (
            "klachten",
            {"afgehandeld_op": "01-05-2022"},
            f"afgehandeld_op: verwacht niet vóór ontvangen_op; {BEFORE}",
        ),
        (
            "klachten",
            {"aanbieder": "Zorg BV"},
            f"aanbieder: verwacht een AGB-code van acht cijfers; {OTHERWISE}",
        ),
        (
            "wachtlijst",
            {"langer_dan_norm": "15"},
            f"wachtenden: verwacht niet minder dan langer_dan_norm; {LESS}",
        ),
        ("wachtlijst", {"peildatum": "01-01-2023"}, f"stand_op: verwacht niet vóór peildatum; {BEFORE}"),
        ("clientervaring", {"ingevuld": "700"}, f"uitgenodigd: verwacht niet minder dan ingevuld; {LESS}"),
        ("clientervaring", {"aantal": "215"}, f"ingevuld: verwacht niet minder dan aantal; {LESS}"),
        (
            "clientervaring",
            {"gewogen_aantal": "-0,5"},
            f"gewogen_aantal: verwacht een getal van 0 of meer; {OTHERWISE}",
        ),
        ("clientervaring", {"antwoord": "Bel mij op 026-3110099"}, f"antwoord: {NO_NAME}"),
        (
            "nulde_lijn",
            {"kwartaal": "5"},
            f"kwartaal: verwacht een heel getal van 1 tot en met 4; {OTHERWISE}",
        ),
        (
            "nulde_lijn",
            {"deelnemers": "-1"},
            f"deelnemers: verwacht een heel getal van 0 of meer; {OTHERWISE}",
        ),
        ("nulde_lijn", {"voorziening": "iemand@voorbeeld.test"}, f"voorziening: {NO_NAME}"),
        ("eerste_lijn", {"doorverwezen": "63"}, f"clienten: verwacht niet minder dan doorverwezen; {LESS}"),
        (
            "onderwijs",
            {"risico_achterstand": "1251"},
            f"leerlingen: verwacht niet minder dan risico_achterstand; {LESS}",
        ),
        ("onderwijs", {"vve_bezet": "65"}, f"vve_plaatsen: verwacht niet minder dan vve_bezet; {LESS}"),
        ("participatie", {"huishoudens": "411"}, f"personen: verwacht niet minder dan huishoudens; {LESS}"),
        (
            "participatie",
            {"bedrag": "-1,00"},
            f"bedrag: verwacht een bedrag in euro van 0 of meer; {OTHERWISE}",
        ),
        ("participatie_personen", {"tot": "31-01-2021"}, f"tot: verwacht niet vóór van; {BEFORE}"),
        ("pgb", {"tot": "31-12-2021"}, f"tot: verwacht niet vóór van; {BEFORE}"),
        ("pgb", {"budget": "-1"}, f"budget: verwacht een bedrag in euro van 0 of meer; {OTHERWISE}"),
        (
            "algemene_voorzieningen",
            {"gebruikers": "2,5"},
            f"gebruikers: verwacht een heel getal van 0 of meer; {OTHERWISE}",
        ),
        ("subsidies", {"ontvanger": f"t.a.v. {BSNS[3]}"}, f"ontvanger: {NO_NAME}"),
        (
            "centrumgemeente",
            {"voorziening": "opvang"},
            "voorziening: verwacht een van: beschermd_wonen, maatschappelijke_opvang, vrouwenopvang, "
            f"verslavingszorg; {OTHERWISE}",
        ),
        ("toezicht", {"eisen_voldaan": "25"}, f"eisen: verwacht niet minder dan eisen_voldaan; {LESS}"),
        ("toezicht", {"bezocht_op": "01-01-2023"}, f"stand_op: verwacht niet vóór bezocht_op; {BEFORE}"),
        (
            "incidenten",
            {"ernst": "zwaar"},
            f"ernst: verwacht een van: licht, ernstig, calamiteit; {OTHERWISE}",
        ),
        (
            "monitorcijfers",
            {"cijfer": "Eenzaamheid!"},
            "cijfer: verwacht een code met kleine letters, cijfers en _, zoals eenzaamheid_ernstig; "
            f"{OTHERWISE}",
        ),
    ],
    ids=lambda said: said if isinstance(said, str) and " " not in said else "",
)
def test_content_that_cannot_be_is_named(name: str, changed: dict[str, str], expected: str) -> None:
    assert faults(name, changed) == [expected]


@pytest.mark.parametrize("declared", NEW, ids=lambda one: one.name)
def test_the_same_row_twice_is_refused(declared: Delivery) -> None:
    (twice,) = faults(declared.name, {}, {})
    assert twice.endswith("deze staat er al")


def test_a_fault_in_a_workbook_is_named_by_sheet_row_and_column(werkmap: Werkmap, inbox: Path) -> None:
    declared = delivery("onderwijs")
    book = openpyxl.load_workbook(io.BytesIO(template("onderwijs")))
    for place, cell in enumerate(example(declared, leerlingen="100"), 1):
        book["onderwijs"].cell(2, place, cell)
    book.save(inbox / "onderwijs.xlsx")
    (outcome,) = werkmap.take_in(inbox).outcomes
    assert outcome.details == (
        f"blad onderwijs, rij 2, kolom leerlingen (C): verwacht niet minder dan risico_achterstand; {LESS}",
    )


def test_one_survey_has_one_number_of_invited_clients() -> None:
    other = {"antwoord": "niet mee eens", "uitgenodigd": "601"}
    assert faults("clientervaring", {}, other) == [
        "uitgenodigd: verwacht hetzelfde bij gelijke gemeente, jaar, wet; dat verschilt"
    ]
    assert faults("clientervaring", {}, {**other, "jaar": "2021"}) == []


def test_a_melding_with_two_hulpvragen_has_two_rows() -> None:
    assert faults("meldingen", {}, {"hulpvraag": "vervoer"}) == []


@pytest.mark.parametrize(
    "text",
    ["iemand@voorbeeld.test", "zie 9999.00.006", "bel 026 311 00 99", "+31 6 12345678", "x" * 201],
)
def test_a_name_that_tells_of_a_person_is_refused(text: str) -> None:
    with pytest.raises(CellError, match="zonder gegevens van een persoon"):
        parser(Column("c", "name", "", ""), {})(text)


@pytest.mark.parametrize("text", ["De Schakel 2.0", "Programma 2021-2022", "Inloop 1e etage, 10:00", "§ 3"])
def test_an_ordinary_name_is_kept(text: str) -> None:
    assert parser(Column("c", "name", "", ""), {})(text) == text


def test_a_number_of_the_town_with_a_bsn_in_it_becomes_a_pseudonym(werkmap: Werkmap, inbox: Path) -> None:
    declared = delivery("meldingen")
    line = example(declared, meldingnummer=f"M {BSNS[3]}")
    (inbox / "m.csv").write_text(csv(heading(declared), line), encoding="utf-8")
    werkmap.take_in(inbox)
    (row,) = werkmap.rows("t_meldingen")
    assert row["meldingnummer"].startswith("M ")
    assert BSNS[3] not in row["meldingnummer"]


def test_a_melding_has_the_pseudonym_of_its_law_unless_joining_is_recorded(tmp_path: Path) -> None:
    declared = delivery("meldingen")
    lines = [example(declared, wet=wet) for wet in ("wmo", "jw")]
    found = []
    for number, joins in enumerate((None, {"0293": JoinBasis("doel", "grondslag", "dpia")})):
        town = Werkmap(tmp_path / f"werkmap{number}")
        path = tmp_path / f"m{number}.csv"
        path.write_text(csv(heading(declared), *lines), encoding="utf-8")
        town.take_in(path, joins=joins)
        found.append(len({row["client"] for row in town.rows("t_meldingen")}))
    assert found == [2, 1]


def test_who_has_support_is_joined_to_care_and_home_only_when_that_is_recorded(tmp_path: Path) -> None:
    """Without the choice a person has another pseudonym, and the home is left out: it would join as well."""
    found = []
    for number, joins in enumerate((None, {"0293": JoinBasis("doel", "grondslag", "dpia")})):
        town = Werkmap(tmp_path / f"werkmap{number}")
        folder = tmp_path / f"inbox{number}"
        folder.mkdir()
        for name in ("meldingen", "participatie_personen"):
            declared = delivery(name)
            (folder / f"{name}.csv").write_text(csv(heading(declared), example(declared)), encoding="utf-8")
        town.take_in(folder, joins=joins)
        (helped,), (supported,) = town.rows("t_meldingen"), town.rows("t_participatie_personen")
        assert supported["plek"] == helped["plek"]
        found.append((supported["client"] == helped["client"], supported["adres"] == helped["adres"]))
        assert joins or supported["adres"] is None
    assert found == [(False, False), (True, True)]
