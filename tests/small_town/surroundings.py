"""What stands around the care in the example: products, contracts, tariffs, inhabitants, addresses."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.small_town.people import postcodes
from tests.small_town.products import PRODUCTS

Row = dict[str, Any]
MADE_ON = date(2022, 12, 31)
_FROM = date(2018, 1, 1)

WIJKEN = {
    "0293": {"BU02930001": "WK029300", "BU02930002": "WK029300", "BU02930003": "WK029300"},
    "0226": {"BU02260301": "WK022603", "BU02260401": "WK022604", "BU02260501": "WK022605"},
}
"""Buurten of the example with their wijk (codes of CBS); each postcode of the example is one buurt."""
INHABITANTS = {
    "0293": {0: 3_000, 18: 8_700, 65: 3_294},
    "0226": {0: 5_100, 18: 14_700, 65: 5_532},
}
"""Inhabitants by first age of the class; they add up to 14,994 and 25,332."""


def product_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `producten`."""
    for product in PRODUCTS.values():
        yield {
            "gemeente": gemeente,
            "wet": product.wet,
            "product_categorie": product.categorie,
            "product_code": product.code,
            "voorziening": product.voorziening,
            "zorgsoort": product.voorziening,
            "uren_per_eenheid": None,
            "huishoudelijk": product.huishoudelijk,
            "terreingebonden": product.terreingebonden,
            "taakveld": product.taakveld,
            "geldig_van": date(2015, 1, 1),
            "geldig_tot": None,
            "stand_op": MADE_ON,
        }


def contract_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `contracten`: every product has one provider."""
    for product in PRODUCTS.values():
        yield {
            "gemeente": gemeente,
            "wet": product.wet,
            "aanbieder": product.aanbieder,
            "product_categorie": product.categorie,
            "product_code": product.code,
            "van": _FROM,
            "tot": None,
            "plafond": None,
            "stand_op": MADE_ON,
        }


def tariff_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `tarieven`."""
    for product in PRODUCTS.values():
        yield {
            "gemeente": gemeente,
            "wet": product.wet,
            "aanbieder": product.aanbieder,
            "product_categorie": product.categorie,
            "product_code": product.code,
            "eenheid": product.unit,
            "tarief": product.rate / 100,
            "van": _FROM,
            "tot": None,
            "stand_op": MADE_ON,
        }


def inhabitant_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `inwoners` per buurt, age class and sex; the last buurt gets what rounding leaves."""
    buurten = WIJKEN[gemeente]
    for year in range(2019, 2023):
        for age, total in INHABITANTS[gemeente].items():
            share = total // (2 * len(buurten))
            for place, (buurt, wijk) in enumerate(buurten.items()):
                for sex in ("1", "2"):
                    last = place == len(buurten) - 1 and sex == "2"
                    rest = total - share * (2 * len(buurten) - 1)
                    yield {
                        "gemeente": gemeente,
                        "peildatum": date(year, 1, 1),
                        "wijk": wijk,
                        "buurt": buurt,
                        "leeftijd": age,
                        "geslacht": sex,
                        "aantal": rest if last else share,
                        "stand_op": MADE_ON,
                    }


def address_rows(gemeente: str) -> Iterator[Row]:
    """Yield the rows of `postcodes`: the invented addresses, the same every year."""
    for year in range(2019, 2023):
        for postcode, (buurt, wijk) in zip(postcodes(gemeente), WIJKEN[gemeente].items(), strict=True):
            for house in range(1, 98):
                yield {
                    "gemeente": gemeente,
                    "jaar": year,
                    "postcode": f"{postcode[:4]} {postcode[4:]}",
                    "huisnummer": house,
                    "buurt": buurt,
                    "wijk": wijk,
                    "stand_op": MADE_ON,
                }
