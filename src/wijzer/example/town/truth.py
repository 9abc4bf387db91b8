"""The folder ``truth``: what happened in the town, never read by the product.

Numbers are written in Dutch notation. The columns of every file are told in its README.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from wijzer.example.tables import write_csv
from wijzer.example.town import ceilings, counterfactual
from wijzer.example.town.labels import Label
from wijzer.example.town.life import Life
from wijzer.example.town.providers import PROVIDERS
from wijzer.example.town.reckoning import Counted, administrative, real
from wijzer.example.town.reckoning.real import care_costs
from wijzer.example.town.settings import Settings
from wijzer.example.town.treasury import euros

Row = dict[str, Any]
Told = dict[str, list[Row]]
"""Rows of the files of the folder, by name of the file."""
README = """# De waarheid van deze modelgemeente

Alle mensen en getallen zijn verzonnen. De map `inbox` bevat wat een gemeente krijgt en zelf bewaart. Deze map
bevat wat er echt is gebeurd. Wijzer leest haar nooit: zij is er om uitkomsten mee te vergelijken.

De bestanden hebben een puntkomma tussen de kolommen, een decimale komma en datums als 31-12-2022.

| Bestand | Inhoud | Kolommen |
| --- | --- | --- |
| administratief.csv | Elke indicator per kwartaal en jaar, volgens wat op een dag geldig was ontvangen. | bekend_op, gemeente, indicator, periode, onderdeel, waarde |
| werkelijk.csv | Dezelfde getallen zoals het echt was: wie hulp kreeg, en wat die kostte. | gemeente, indicator, periode, onderdeel, waarde |
| verschil.csv | Administratief min werkelijk, op de laatste dag: hoe blind de gemeente is. | gemeente, indicator, periode, onderdeel, administratief, werkelijk, verschil |
| kosten_per_maand.csv | Wat de hulp van een maand echt kostte, in euro. | gemeente, jaar, maand, taakveld, kosten |
| toegang.csv | Wat er echt werd gevraagd, besloten, gewacht en beleefd: aantallen per kwartaal of jaar. | gemeente, periode, wet, cijfer, waarde |
| plafonds.csv | Wat per jaar is toegekend, naast het plafond van het contract. | gemeente, aanbieder, product_code, jaar, plafond, toegekend, overschreden |
| tegenfeitelijk.csv | Het echte effect van elke actie en invloed per kwartaal: dezelfde gemeente, met en zonder. | gemeente, maatregel, soort, jaar, kwartaal, kosten_met, kosten_zonder, effect, clienten_met, clienten_zonder, kosten_maatregel |
| verstoringen.csv | Elke fout die met opzet is gemaakt. Kenmerk is een referentienummer of een bestandsnaam. | gemeente, soort, kenmerk, dag, uitleg |
| aanbieders.csv | Het karakter van elke aanbieder. | aanbieder, product, karakter, blijft_na_juni_2020 |

In werkelijk.csv telt een pgb alleen bij de kosten mee, niet bij uren en voorzieningen: die gaan over hulp in natura.

In tegenfeitelijk.csv is effect de kosten zonder min de kosten met: wat de maatregel bespaart, of (met een min)
extra kost. Het zijn kosten van hulp in natura en pgb, in de maand van de hulp. Wat de maatregel zelf kost, staat
apart.

De namen van indicatoren en onderdelen zijn die van Wijzer. Bedragen in onderdelen die eindigen op `_cent` zijn
in eurocent. Indicator 24 (tijdigheid) staat alleen in administratief.csv: een termijn bestaat alleen in
berichten. Van de tijd die uit de historie-tabellen komt, heeft zij geen termijnen.

In toegang.csv zijn alle waarden aantallen, zodat een aandeel het ene aantal gedeeld door het andere is. Zij
gaan over iedereen: over alle meldingen, ook als de registratie een datum mist, over alle cliënten, ook als zij
de vragenlijst niet invulden, en over alle bezoekers van de nulde lijn, ook als niemand hen telde. Een melding
met twee hulpvragen heeft twee rijen in de tabel meldingen, en telt hier één keer.

| Cijfer | Betekenis |
| --- | --- |
| meldingen, afhandeling_… | Meldingen die in het kwartaal zijn gedaan, en hoe die uiteindelijk zijn afgehandeld, ook na de laatste dag. |
| meer_gevraagd_dan_gekregen | Deel van die meldingen: er is minder toegekend dan gevraagd. |
| afgehandeld, wachtdagen_toegang | Meldingen die in het kwartaal zijn afgehandeld, en de dagen daarvoor bij elkaar. |
| onderzoeken, onderzoeken_op_tijd | Onderzoeken (Wmo) die in het kwartaal klaar waren, en die binnen zes weken na de melding. |
| besluiten, besluiten_op_tijd | Besluiten in het kwartaal, en die binnen de termijn na de aanvraag: Wmo twee weken, jeugd acht weken. |
| begonnen, wachtdagen_aanbieder | Hulp die in het kwartaal begon, en de dagen na het besluit bij elkaar. |
| wachtend_toegang, wachtend_aanbieder | Wie op de laatste dag van het kwartaal wacht. Met `_lang`: langer dan de norm (Wmo zes weken en jeugd acht weken na de melding, aanbieder zes weken na het besluit). |
| clienten, uitgenodigd, ingevuld | Wie in het jaar hulp kreeg, wie de vragenlijst kreeg, en wie die invulde. |
| oordelen_…, tevreden_… | Oordelen die alle cliënten over een onderwerp hebben, en de positieve daarvan. |
| nulde_lijn_… | Wie echt kwam, per plek en kwartaal één keer. Met `_geteld`: wie daar ook werd geteld. |
| monitor_… | Volwassenen voor wie het geldt. Met `_volwassenen`: alle volwassenen. Met `_ingevuld`: wie de monitor invulde. |
"""  # noqa: E501


def known_days(settings: Settings) -> list[date]:
    """Return the days on which the administrative truth is told: each 31 March, and the closing."""
    return [*(date(year, 3, 31) for year in range(settings.first_year + 1, settings.last_year + 1)),
            settings.closing]  # fmt: skip


def told_of(life: Life, labels: Sequence[Label]) -> Told:
    """Return what each file tells of one gemeente. ``labels`` are those of all that was planted."""
    settings = life.desk.settings
    ledger = [
        (day, one) for day in known_days(settings) for one in administrative(life.desk.books, settings, day)
    ]
    incurred = care_costs(life.desk)
    actual = list(real(life.desk, incurred))
    final = [one for day, one in ledger if day == settings.closing]
    return {
        "administratief.csv": [{"bekend_op": day, **_row(one)} for day, one in ledger],
        "werkelijk.csv": [_row(one) for one in actual],
        "verschil.csv": list(_gaps(final, actual)),
        "kosten_per_maand.csv": list(_cost_rows(life.desk.place.code, incurred)),
        "toegang.csv": list(life.pyramid.told()),
        "plafonds.csv": list(ceilings.rows(life.desk.books, settings)),
        "tegenfeitelijk.csv": list(counterfactual.rows(life)),
        "verstoringen.csv": [_label_row(label) for label in labels],
    }


def write_truth(folder: Path, told: Sequence[Told]) -> None:
    """Write all files of the folder: those that tell of each gemeente, and those of the region."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "README.md").write_text(README, encoding="utf-8")
    region: Told = {"aanbieders.csv": list(_provider_rows())}
    for name in dict.fromkeys(name for one in (*told, region) for name in one):
        rows = [row for one in (*told, region) for row in one.get(name, ())]
        if rows:
            write_csv(folder / name, rows)


def _row(one: Counted) -> Row:
    return {
        "gemeente": one.gemeente,
        "indicator": one.indicator,
        "periode": str(one.periode),
        "onderdeel": one.part,
        "waarde": number(one.value),
    }


def _gaps(ledger: Iterable[Counted], actual: Iterable[Counted]) -> Iterator[Row]:
    told = {(one.gemeente, one.indicator, one.periode, one.part): one.value for one in ledger}
    for one in actual:
        value = told[one.gemeente, one.indicator, one.periode, one.part]
        row = _row(one)
        del row["waarde"]
        yield row | {
            "administratief": number(value),
            "werkelijk": number(one.value),
            "verschil": number(value - one.value),
        }


def _cost_rows(gemeente: str, costs: dict[tuple[date, str], int]) -> Iterator[Row]:
    for (month, taakveld), cents in sorted(costs.items()):
        yield {
            "gemeente": gemeente,
            "jaar": month.year,
            "maand": month.month,
            "taakveld": taakveld,
            "kosten": euros(cents),
        }


def _provider_rows() -> Iterator[Row]:
    for provider in PROVIDERS:
        yield {
            "aanbieder": provider.agb,
            "product": provider.product,
            "karakter": provider.character.name,
            "blijft_na_juni_2020": provider.stays,
        }


def _label_row(label: Label) -> Row:
    return {
        "gemeente": label.gemeente,
        "soort": label.kind,
        "kenmerk": label.mark,
        "dag": label.day,
        "uitleg": label.meaning,
    }


def number(value: Fraction | int) -> str:
    """Write a count, or a sum of hours with four decimals, in Dutch notation."""
    if isinstance(value, int):
        return str(value)
    scaled = round(value * 10_000)
    sign, whole = "-" if scaled < 0 else "", abs(scaled)
    return f"{sign}{whole // 10_000},{whole % 10_000:04d}"
