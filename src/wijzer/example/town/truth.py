"""The folder ``truth``: what happened in the town, never read by the product.

Numbers are written in Dutch notation. The columns of every file are told in its README.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from wijzer.example.tables import write_csv
from wijzer.example.town import ceilings, counterfactual, meanings
from wijzer.example.town.explained import README
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


def known_days(settings: Settings) -> list[date]:
    """Return the days on which the administrative truth is told: each 31 March, and the closing."""
    return [*(date(year, 3, 31) for year in range(settings.first_year + 1, settings.last_year + 1)),
            settings.closing]  # fmt: skip


def told_of(life: Life, broken: Sequence[Label], doubled: Collection[str]) -> Told:
    """Return what each file tells of one gemeente.

    ``broken``: labels of the files to be set aside; ``doubled``: names of messages that were kept twice.
    """
    desk, settings = life.desk, life.desk.settings
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
        "verstoringen.csv": [_label_row(label) for label in (*life.labels, *broken)],
        "berichten.csv": list(meanings.rows(desk.exchange.sent, desk.books.dossiers, doubled, broken)),
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
