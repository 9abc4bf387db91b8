"""Targets, acties and links are read from the workspace, and a wrong cell is named by its place."""

from __future__ import annotations

from datetime import date

import pytest

from wijzer.steering import ConfigurationError, read_programme, read_targets

HEAD = "gemeente;indicator;nr;opgave;basisjaar;startwaarde;soort_doel;doelwaarde;deadline;besluit;opmerking\n"
ROW = "0293;uren;1;Innovatie;2019;3,07;niveau;2,5;2022-12-31;Samen Sterk;tabel zegt 2,5, bijlage 2,6\n"
ACTIES = "nr;opgave;speerpunt;actie;gemeente;status;toelichting\n"
LINKS = "actie;indicator;gemeente;reden\n"


def targets(tmp_path, text, encoding="utf-8"):
    file = tmp_path / "indicatoren.csv"
    file.write_bytes(text.encode(encoding))
    return read_targets(file)


def programme(tmp_path, acties, links=""):
    (tmp_path / "acties.csv").write_text(ACTIES + acties, encoding="utf-8")
    (tmp_path / "koppelingen.csv").write_text(LINKS + links, encoding="utf-8")
    return read_programme(tmp_path / "acties.csv", tmp_path / "koppelingen.csv")


def test_a_full_row(tmp_path):
    (target,) = targets(tmp_path, HEAD + ROW)
    assert (target.gemeente, target.start, target.goal) == ("0293", 3.07, 2.5)
    assert target.deadline == date(2022, 12, 31)
    assert target.remark == "tabel zegt 2,5, bijlage 2,6"


def test_dutch_dates_points_and_a_byte_order_mark_are_read(tmp_path):
    row = ROW.replace("3,07", "3.07").replace("2022-12-31", "31-12-2022")
    assert targets(tmp_path, HEAD + row, "utf-8-sig")[0] == targets(tmp_path, HEAD + ROW)[0]


def test_empty_cells_mean_not_stated(tmp_path):
    (target,) = targets(tmp_path, HEAD + "0293;uren;;Innovatie;;;;;;;\n")
    assert not target.is_stated
    assert target.start is None


@pytest.mark.parametrize(("word", "up"), [("omhoog", 1), ("+", 1), ("omlaag", -1), ("-", -1), ("", None)])
def test_a_direction(tmp_path, word, up):
    (target,) = targets(tmp_path, HEAD + f"0293;uren;;Innovatie;2019;3;richting;{word};;;\n")
    assert (target.up, target.is_stated) == (up, up is not None)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("3,07", "drie", "regel 2, kolom 'startwaarde': 'drie' kan niet. Verwacht is een getal"),
        ("3,07", "1.234,5", "zonder punten voor duizendtallen"),
        ("niveau", "stand", "Verwacht is een van: niveau, verandering, gelijk, richting, plafond"),
        ("2022-12-31", "2022-13-31", "kolom 'deadline'"),
        ("2019", "19a", "Verwacht is een geheel getal"),
        ("0293", "", "kolom 'gemeente'"),
        ("niveau;2,5", "richting;terug", "omhoog of omlaag"),
        ("niveau;2,5", "gelijk;-3", "percentage van 0 of meer"),
        (";Samen Sterk", "", "10 cellen; verwacht zijn er 11"),
    ],
)
def test_a_wrong_cell_is_named_by_its_place(tmp_path, old, new, told):
    assert old in ROW
    with pytest.raises(ConfigurationError) as error:
        targets(tmp_path, HEAD + ROW.replace(old, new, 1))
    assert told in str(error.value)
    assert "indicatoren.csv, regel 2" in str(error.value)


def test_a_double_row_a_missing_column_and_a_wrong_encoding(tmp_path):
    with pytest.raises(ConfigurationError, match="één keer per gemeente"):
        targets(tmp_path, HEAD + ROW + ROW)
    with pytest.raises(ConfigurationError, match="ontbreken: deadline"):
        targets(tmp_path, HEAD.replace("deadline;", ""))
    with pytest.raises(ConfigurationError, match="geen UTF-8"):
        targets(tmp_path, HEAD + ROW.replace("tabel", "één"), "cp1252")
    with pytest.raises(ConfigurationError, match="ontbreekt in de map"):
        read_targets(tmp_path / "weg.csv")


def test_acties_and_their_links(tmp_path):
    found = programme(
        tmp_path,
        "7;Innovatie;Ouderen;Minder uren;0293;loopt nog;\n7;Innovatie;Ouderen;Minder uren;0226;onbekend;\n",
        "7;uren;;Gaat over dezelfde uren\n7;tevredenheid;0226;Ook bedoeld\n",
    )
    assert found.acties[0].status == {"0293": "loopt nog", "0226": "onbekend"}
    assert [link.indicator for link in found.links_of(7, "0293")] == ["uren"]
    assert [link.indicator for link in found.links_of(7, "0226")] == ["uren", "tevredenheid"]


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ("7;uren;;\n", "kolom 'reden'"),
        ("8;uren;;omdat\n", "een nummer uit acties.csv"),
        (";uren;;omdat\n", "kolom 'actie'"),
    ],
)
def test_a_link_needs_a_reason_and_an_actie(tmp_path, links, told):
    with pytest.raises(ConfigurationError) as error:
        programme(tmp_path, "7;Innovatie;Ouderen;Minder uren;0293;loopt nog;\n", links)
    assert told in str(error.value)


def test_a_link_to_an_unknown_indicator_is_named_by_its_place(tmp_path):
    programme(tmp_path, "7;Innovatie;Ouderen;Minder uren;0293;loopt nog;\n", "7;uern;;omdat\n")
    files = tmp_path / "acties.csv", tmp_path / "koppelingen.csv"
    with pytest.raises(ConfigurationError, match=r"regel 2, kolom 'indicator': 'uern'"):
        read_programme(*files, indicators={"uren"})
    assert read_programme(*files, indicators={"uern"}).koppelingen


def test_an_actie_has_one_text_and_a_known_status(tmp_path):
    row = "7;Innovatie;Ouderen;Minder uren;0293;loopt nog;\n"
    for other, told in (
        (row, "elke gemeente één keer"),
        (row.replace("0293", "0226").replace("Minder", "Meer"), "overal dezelfde"),
        (row.replace("7", "8").replace("loopt nog", "groen"), "kolom 'status'"),
    ):
        with pytest.raises(ConfigurationError, match=told):
            programme(tmp_path, row + other)


def test_a_quoted_cell_may_hold_a_semicolon_and_a_line_break(tmp_path):
    row = ROW.replace("tabel zegt 2,5, bijlage 2,6", '"tabel zegt 2,5;\nbijlage 2,6"')
    assert targets(tmp_path, HEAD + row)[0].remark == "tabel zegt 2,5;\nbijlage 2,6"


def test_the_example_configuration_is_read(root):
    folder = root / "src" / "wijzer" / "indicators" / "programma"
    found = read_targets(folder / "indicatoren.csv")
    assert {target.nr for target in found} == set(range(1, 27))
    assert all(target.name and target.unit and target.source for target in found)
    read = read_programme(folder / "acties.csv", folder / "koppelingen.csv")
    assert [actie.nr for actie in read.acties] == list(range(1, 43))
