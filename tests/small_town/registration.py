"""The export of the former registration: what a town knows of the time before messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from tests.small_town.cohorts import Toewijzing
from tests.small_town.days import EXPORTED_ON

Row = dict[str, Any]
_DECLARED_MONTH = (date(2021, 12, 1), date(2021, 12, 31))


def _known(day: date | None) -> date | None:
    """Return a day that the export could know: one before it was made."""
    return day if day and day < EXPORTED_ON else None


def _common(given: Toewijzing) -> Row:
    return {"gemeente": given.person.gemeente, "wet": given.product.wet, "bsn": given.person.bsn}


def _product(given: Toewijzing) -> Row:
    return {
        "aanbieder": given.product.aanbieder,
        "product_categorie": given.product.categorie,
        "product_code": given.product.code,
    }


def assignment_rows(history: Iterable[Toewijzing]) -> Iterator[Row]:
    """Yield the rows of `historie_toewijzingen`; the end date is that of the stop, when already known."""
    for given in history:
        yield {
            **_common(given),
            "geboortedatum": given.person.born,
            "geslacht": given.person.sex,
            "postcode": given.person.postcode,
            "huisnummer": given.person.house,
            "huisletter": None,
            "toevoeging": None,
            "toewijzingnummer": given.number,
            **_product(given),
            "ingangsdatum": given.begin,
            "einddatum": _known(given.stop) or given.end,
            "toewijzingsdatum": given.begin - timedelta(days=14),
            "eenheid": given.unit,
            "volume": given.volume,
            "frequentie": given.frequency,
            "budget": None,
            "reden_wijziging": None,
            "exportdatum": EXPORTED_ON,
        }


def delivery_rows(history: Iterable[Toewijzing]) -> Iterator[Row]:
    """Yield the rows of `historie_leveringen`: care began on the first day of the toewijzing."""
    for given in history:
        stop = _known(given.stop)
        yield {
            **_common(given),
            "toewijzingnummer": given.number,
            **_product(given),
            "begindatum": given.begin,
            "einddatum": stop,
            "reden_beeindiging": given.stop_reason if stop else None,
            "exportdatum": EXPORTED_ON,
        }


def declared_rows(history: Iterable[Toewijzing]) -> Iterator[Row]:
    """Yield the rows of `historie_prestaties`: December 2021 of all that ran and is paid by the hour."""
    first, last = _DECLARED_MONTH
    for given in history:
        if given.product.unit == given.unit == "04" and given.begin <= first and _known(given.stop) is None:
            volume = given.volume * 4
            yield {
                **_common(given),
                "aanbieder": given.product.aanbieder,
                "referentienummer": f"P{given.number}2112",
                "toewijzingnummer": given.number,
                "product_categorie": given.product.categorie,
                "product_code": given.product.code,
                "periode_begin": first,
                "periode_eind": last,
                "volume": volume,
                "eenheid": given.unit,
                "bedrag": volume * given.product.rate / 100,
                "status": "toegekend",
                "exportdatum": EXPORTED_ON,
            }


def request_rows(history: Iterable[Toewijzing]) -> Iterator[Row]:
    """Yield the rows of `historie_verzoeken`: the request behind every tenth youth toewijzing."""
    for given in history:
        if given.product.key == "ambulant" and given.number % 10 == 0:
            asked = given.begin - timedelta(days=28)
            yield {
                **_common(given),
                "aanbieder": given.product.aanbieder,
                "referentie_aanbieder": f"VOT{given.number}",
                "verwijzer_type": "02",
                "product_categorie": given.product.categorie,
                "product_code": given.product.code,
                "gewenste_ingangsdatum": given.begin,
                "gewenste_einddatum": given.end,
                "volume": given.volume,
                "eenheid": given.unit,
                "frequentie": given.frequency,
                "ontvangen_op": asked,
                "beantwoord_op": asked + timedelta(days=7),
                "antwoord": "toewijzing",
                "exportdatum": EXPORTED_ON,
            }
