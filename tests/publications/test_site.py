"""The site as a folder: whole, self-contained, repeatable, and made of what may be shown."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest

from tests.publications.sample import HOURS, TOWNS, a_result, a_site, a_small_site
from wijzer.disclosure import NotPublishable, protect_all
from wijzer.indicators.register import all_indicators
from wijzer.publications import FolderInUse, Site, write_site
from wijzer.publications.files import as_csv
from wijzer.steering import FACES


def everything(folder):
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_every_indicator_speerpunt_and_town_has_its_page(pages):
    site = a_site()
    for town in ("westervoort", "duiven"):
        assert {f"{town}/{text.id}.html" for text in site.indicators} <= pages.keys()
        assert {f"{town}/speerpunt-{n}.html" for n in range(1, 11)} <= pages.keys()
        assert {f"{town}/index.html", f"{town}/programma.html", f"{town}/ontbreekt.html"} <= pages.keys()
    assert len(pages) == 2 + 2 * (26 + 10 + 3)


def test_the_overview_has_the_opgaven_with_financien_last(pages):
    heads = [text for level, text in pages["index.html"].headings if level == 2]
    assert heads[2:] == ["Innovatie", "Preventie", "Inkoop, regie en bewaking", "Financiën"]


def test_the_same_site_gives_the_same_bytes(folder, tmp_path):
    write_site(tmp_path, a_site())
    assert everything(tmp_path) == everything(folder)


def test_writing_again_removes_what_is_no_longer_there(tmp_path):
    write_site(tmp_path, a_small_site())
    one = a_small_site({"0293": "Westervoort"})
    write_site(tmp_path, one)
    names = everything(tmp_path)
    assert not any(name.startswith("duiven/") for name in names)
    assert "westervoort/index.html" in names


def test_a_folder_with_other_things_is_refused_and_untouched(tmp_path):
    (tmp_path / "brief.txt").write_text("van iemand anders", encoding="utf-8")
    with pytest.raises(FolderInUse, match="Kies een lege map"):
        write_site(tmp_path, a_small_site())
    assert list(everything(tmp_path)) == ["brief.txt"]


def test_a_town_brings_its_own_house_style(tmp_path):
    write_site(
        tmp_path, a_small_site({"0293": "Westervoort"}), tokens=":root { --wijzer-color-brand: #552200; }"
    )
    assert "#552200" in (tmp_path / "stijl" / "tokens.css").read_text(encoding="utf-8")


def test_a_result_is_no_part_of_a_site():
    site = a_site()
    result = a_result(HOURS, "0293", "2022-Q4", {"uren": (60.0, 20)})
    with pytest.raises(NotPublishable):
        replace(site, values=(result,))
    with pytest.raises(NotPublishable):
        as_csv([result], TOWNS)


def test_a_value_of_an_unknown_gemeente_or_indicator_is_refused():
    site = a_site()
    with pytest.raises(ValueError, match="gemeente 0226"):
        replace(site, gemeenten={"0293": "Westervoort"})
    with pytest.raises(ValueError, match="has no text"):
        replace(site, indicators=site.indicators[1:])


def test_a_withheld_number_is_nowhere_in_the_folder(tmp_path):
    parts = {"uren": (7654.32, 7), "clienten": (7, 7), "toewijzingen": (4321, 7)}
    hidden = a_result(HOURS, "0226", "2020-Q4", parts)
    shown = a_result(HOURS, "0293", "2020-Q4", {name: (value, 77) for name, (value, _) in parts.items()})
    site = a_small_site()
    values = protect_all(all_indicators(), [hidden, shown])

    def written(some: Site) -> str:
        write_site(tmp_path, some)
        return "".join(data.decode() for data in everything(tmp_path).values())

    traces = ("7.654,32", "7654.32", "7654,32", "1.093,47", "1093.47", "4.321", "4321")
    with_shown = written(replace(site, values=(values[1],)))
    assert any(trace in with_shown for trace in traces)
    with_hidden = written(replace(site, values=(values[0],)))
    assert not any(trace in with_hidden for trace in traces)


def test_every_face_of_the_needle_is_on_the_overview_in_words(pages):
    text = pages["index.html"].text
    for face in ("te_weinig", "te_oud", "voorlopig", "ontbreekt", "geen_streefwaarde", "nog_niet_gemeten"):
        assert FACES[face] in text
    assert "Doel gehaald" in text
    assert "Verder van het doel dan bij de start" in text


def test_the_sentence_tells_what_from_to_since_when_and_whose(pages):
    assert (
        "In Westervoort: van 3,07 uur per week in 2019 naar 2,85 uur per week op 31 december 2022. "
        "Het doel is 2,5 uur per week, uiterlijk op 31 december 2022 "
        "(besluit: Toekomstvisie Samen sterk, raad 14-12-2020). "
        "Die dag is voorbij en het doel is niet gehaald."
    ) in pages["index.html"].text


def test_a_withheld_quarter_offers_its_year(pages):
    text = pages["westervoort/verblijfsduur_terreingebonden_verblijf.html"].text
    assert "niet getoond Over 2022 samen kan het getal wel worden getoond." in text


def test_the_table_has_every_period_behind_the_chart(pages):
    text = pages["westervoort/uren_huishoudelijke_ondersteuning.html"].text
    for period, value in (("1e kwartaal 2021", "3,02"), ("4e kwartaal 2022", "2,85")):
        assert f"{period} {value} " in text
    assert "Niet om te rekenen naar uren niet getoond ." in text


def test_an_actie_without_link_says_so_and_is_not_green(pages):
    text = pages["westervoort/speerpunt-1.html"].text
    assert text.count("Geen indicator gekoppeld") >= 4
    assert "Status volgens de gemeente: uitgevoerd" in text
    assert "Doel gehaald" not in text


def test_a_linked_actie_tells_the_reason(pages):
    text = pages["westervoort/speerpunt-3.html"].text
    assert "Waarom gekoppeld: De tekst van de actie noemt zelf deze maat en dit doel" in text


def test_the_page_with_what_is_missing(pages):
    westervoort, duiven = pages["westervoort/ontbreekt.html"].text, pages["duiven/ontbreekt.html"].text
    assert (
        "Realisatie per taakveld 30 september 2022 31 december 2022 De kosten over 2022 ontbreken."
        in westervoort
    )
    assert "nog nooit ontvangen" in duiven
    assert (
        "Maatwerkvoorzieningen Wmo Gegevens ontbreken Er zijn geen toewijzingen van de Wmo ingelezen."
        in duiven
    )
    assert "De uitkomst van het cliëntervaringsonderzoek, per jaar ontbreekt bekend" in westervoort
    assert "39 acties" in westervoort


def test_a_notice_stands_on_every_page(tmp_path):
    notice = "Voorbeeld: alle mensen en getallen zijn verzonnen."
    write_site(tmp_path, replace(a_small_site({"0293": "Westervoort"}), notice=notice))
    for path in tmp_path.rglob("*.html"):
        assert notice in path.read_text(encoding="utf-8"), path.name


def test_texts_cannot_become_markup(tmp_path):
    write_site(tmp_path, a_small_site({"0293": "<b>Dorp</b> & 'Zoon'"}, title="<script>alert(1)</script>"))
    for name, data in everything(tmp_path).items():
        if name.endswith(".html"):
            assert b"<script" not in data
            assert b"<b>Dorp" not in data


def test_the_files_hold_the_same_numbers(folder):
    rows = json.loads((folder / "waarden.json").read_text(encoding="utf-8"))["waarden"]
    text = (folder / "waarden.csv").read_bytes().decode("utf-8-sig")
    table = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    assert len(rows) == len(table) > 500
    for row, line in zip(rows, table, strict=True):
        assert {name: row[name] or "" for name in ("gemeente", "indicator", "periode", "naam", "stand")} == {
            name: line[name] for name in ("gemeente", "indicator", "periode", "naam", "stand")
        }
        if row["waarde"] is None:
            assert line["waarde"] == ""
            assert row["stand"] in ("onderdrukt", "ontbreekt")
            assert row["reden"]
        else:
            assert float(line["waarde"].replace(",", ".")) == row["waarde"]
            assert row["stand"] in ("getoond", "voorlopig")


def test_no_cell_of_the_table_starts_a_formula():
    values = protect_all(all_indicators(), [a_result(HOURS, "0293", "2022-Q4", {"uren": (60.0, 20)})])
    text = as_csv(values, {"0293": "=HYPERLINK(1)"})
    assert "'=HYPERLINK(1)" in text
    assert ";=HYPERLINK" not in text
