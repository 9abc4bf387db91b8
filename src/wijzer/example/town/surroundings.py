"""What stands around the care: products, contracts, tariffs, residents, addresses, the log."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from wijzer.example.town.books import Books
from wijzer.example.town.catalogue import CONTRACTS, Product, products
from wijzer.example.town.ceilings import ceilings as ceilings_of
from wijzer.example.town.exchange import Sent
from wijzer.example.town.levers import pulled
from wijzer.example.town.population import Population
from wijzer.example.town.providers import PROVIDERS
from wijzer.example.town.settings import Settings
from wijzer.example.town.treasury import euros

Row = dict[str, Any]
_FROM = date(2015, 1, 1)
_NEW_CODE = "B"
_COUNTED = timedelta(days=24)
"""After the first of January until residents of that day are known."""


def _is_new(product: Product) -> bool:
    return product.code[2] == _NEW_CODE


def _old_ends(settings: Settings) -> date | None:
    """Return the last day of the first contracts; None when they were never replaced."""
    replaced = pulled(settings, "minder_aanbieders", CONTRACTS)
    return CONTRACTS - timedelta(days=1) if replaced else None


def product_rows(gemeente: str, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``producten``; a taakveld that changed in 2023 gives a second row."""
    yield from category_rows(gemeente, settings)
    for product in products(settings):
        spans: list[tuple[date, date | None, str]] = [(_FROM, None, product.taakveld)]
        if product.taakveld_2023 != product.taakveld:
            spans = [
                (_FROM, date(2022, 12, 31), product.taakveld),
                (date(2023, 1, 1), None, product.taakveld_2023),
            ]
        for first, last, taakveld in spans:
            yield {
                "gemeente": gemeente,
                "wet": product.wet,
                "product_categorie": product.categorie,
                "product_code": product.code,
                "voorziening": product.voorziening,
                "zorgsoort": product.zorgsoort,
                "uren_per_eenheid": None,
                "huishoudelijk": product.huishoudelijk,
                "terreingebonden": product.terreingebonden,
                "taakveld": taakveld,
                "geldig_van": first,
                "geldig_tot": last,
                "stand_op": settings.closing,
            }


def category_rows(gemeente: str, settings: Settings) -> Iterator[Row]:
    """Yield a row of ``producten`` for each whole category, for codes that the list does not know."""
    for wet, categorie in sorted({(product.wet, product.categorie) for product in products(settings)}):
        yield {
            "gemeente": gemeente,
            "wet": wet,
            "product_categorie": categorie,
            "product_code": None,
            "voorziening": "overig",
            "zorgsoort": "overig",
            "uren_per_eenheid": None,
            "huishoudelijk": False,
            "terreingebonden": False,
            "taakveld": None,
            "geldig_van": _FROM,
            "geldig_tot": None,
            "stand_op": settings.closing,
        }


def contract_rows(books: Books, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``contracten``: fewer providers after June 2020, large ones with a ceiling."""
    ceilings = ceilings_of(books, settings)
    for product in products(settings):
        for provider in PROVIDERS:
            if provider.product != product.key or (_is_new(product) and not provider.stays):
                continue
            ceiling = ceilings.get((provider.agb, product.code))
            yield {
                "gemeente": books.gemeente,
                "wet": product.wet,
                "aanbieder": provider.agb,
                "product_categorie": product.categorie,
                "product_code": product.code,
                "van": CONTRACTS if _is_new(product) else _FROM,
                "tot": None if _is_new(product) else _old_ends(settings),
                "plafond": None if ceiling is None else euros(ceiling),
                "stand_op": settings.closing,
            }


def tariff_rows(gemeente: str, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``tarieven``, the same for all providers, by year."""
    for product in products(settings):
        for year in range(settings.first_year, settings.last_year + 1):
            first, last = date(year, 1, 1), date(year, 12, 31)
            if _is_new(product):
                first = max(first, CONTRACTS)
            else:
                last = min(last, _old_ends(settings) or last)
            if first > last:
                continue
            yield {
                "gemeente": gemeente,
                "wet": product.wet,
                "aanbieder": None,
                "product_categorie": product.categorie,
                "product_code": product.code,
                "eenheid": product.unit,
                "tarief": euros(product.rate_in(year, settings)),
                "van": first,
                "tot": last,
                "stand_op": settings.closing,
            }


def resident_rows(population: Population, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``inwoners`` on each first of January, by buurt, year of age and sex."""
    for year in range(settings.first_year, settings.last_year + 2):
        day = date(year, 1, 1)
        counts: dict[tuple[str, str, int, str], int] = {}
        for person in population.people:
            if person.lives_here(day):
                buurt = person.household.at(day).buurt
                key = (buurt.wijk, buurt.code, person.age(day), person.sex)
                counts[key] = counts.get(key, 0) + 1
        for (wijk, code, age, sex), count in sorted(counts.items()):
            yield {
                "gemeente": population.place.code,
                "peildatum": day,
                "wijk": wijk,
                "buurt": code,
                "leeftijd": age,
                "geslacht": sex,
                "aantal": count,
                "stand_op": day + _COUNTED,
            }


def address_rows(population: Population, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``postcodes``: the addresses, the same every year."""
    for year in range(settings.first_year, settings.last_year + 1):
        for household in population.households:
            for address in household.addresses:
                yield {
                    "gemeente": population.place.code,
                    "jaar": year,
                    "postcode": f"{address.postcode[:4]} {address.postcode[4:]}",
                    "huisnummer": address.house,
                    "buurt": address.buurt.code,
                    "wijk": address.buurt.wijk,
                    "stand_op": settings.closing,
                }


def _as_in_header(gemeente: str) -> bool:
    return int(gemeente) % 2 == 0


def log_rows(sent: Iterable[Sent]) -> Iterator[Row]:
    """Yield the rows of ``berichtenlog``; some messages are missing in it.

    Exchanges differ in whom they call the sender of a return: who sent it, or whom its header names.
    """
    for message in sent:
        if message.logged and not message.history:
            yield {
                "gemeente": message.gemeente,
                "wet": message.wet,
                "soort": message.number,
                "afzender": message.header_sender if _as_in_header(message.gemeente) else message.sender,
                "identificatie": message.identification,
                "verzonden_op": message.day,
                "ontvangen_op": message.received,
            }
