"""The export of the former registration: what was settled before messages begin (``history_until``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from wijzer.example.town.books import Books, Dossier, Request, Start, Stop, Version, newest
from wijzer.example.town.care import PAUSED, Toewijzing
from wijzer.example.town.treasury import euros

Row = dict[str, Any]


def _common(books: Books, given: Toewijzing) -> Row:
    return {"gemeente": books.gemeente, "wet": given.product.wet, "bsn": given.person.bsn}


def _product(given: Toewijzing) -> Row:
    return {
        "aanbieder": given.provider.agb,
        "product_categorie": given.product.categorie,
        "product_code": given.product.code,
    }


def _held(dossier: Dossier) -> Version | None:
    """Return the newest version of the time before messages."""
    return newest([version for version in dossier.versions if version.history])


def assignment_rows(books: Books, exported: date) -> Iterator[Row]:
    """Yield the rows of ``historie_toewijzingen``."""
    for dossier in books.dossiers.values():
        version, given = _held(dossier), dossier.toewijzing
        if version is None:
            continue
        granted = date.fromisoformat(version.moment[:10])
        home = given.person.household.at(granted)
        yield {
            **_common(books, given),
            "geboortedatum": given.person.born,
            "geslacht": given.person.sex,
            "postcode": home.postcode,
            "huisnummer": home.house,
            "huisletter": None,
            "toevoeging": None,
            "toewijzingnummer": given.number,
            **_product(given),
            "ingangsdatum": version.begin,
            "einddatum": version.end,
            "toewijzingsdatum": granted,
            "eenheid": given.product.unit,
            "volume": given.volume,
            "frequentie": given.product.frequency,
            "budget": None,
            "reden_wijziging": "13" if version.removed else None,
            "exportdatum": exported,
        }


def _in_export(told: Start | Stop, exported: date) -> bool:
    """Say whether a start or stop of the time before messages stood on the day of the export."""
    return told.history and (told.void is None or told.void > exported)


def _last_stop(stops: list[Stop]) -> Stop | None:
    """Return the stop that holds for one delivery: a final one before a pause."""
    return max(stops, key=lambda stop: (stop.reason != PAUSED, stop.end)) if stops else None


def delivery_rows(books: Books, exported: date) -> Iterator[Row]:
    """Yield the rows of ``historie_leveringen``: what was put right or refused by then is left out."""
    for dossier in books.dossiers.values():
        given = dossier.toewijzing
        begun = {start.begin for start in dossier.starts if _in_export(start, exported)}
        gone = {start.begin for start in dossier.starts if start.void and start.void <= exported} - begun
        ended = [stop for stop in dossier.stops if _in_export(stop, exported) and stop.begin not in gone]
        for begin in sorted(begun | {stop.begin for stop in ended}):
            stop = _last_stop([stop for stop in ended if stop.begin == begin])
            yield {
                **_common(books, given),
                "toewijzingnummer": given.number,
                **_product(given),
                "begindatum": begin,
                "einddatum": stop.end if stop else None,
                "reden_beeindiging": stop.reason if stop else None,
                "exportdatum": exported,
            }


def declared_rows(books: Books, exported: date) -> Iterator[Row]:
    """Yield the rows of ``historie_prestaties``; credits are negative."""
    for line in books.lines:
        if line.history:
            given = line.dossier.toewijzing
            yield {
                **_common(books, given),
                "aanbieder": line.agb,
                "referentienummer": line.reference,
                "toewijzingnummer": given.number,
                "product_categorie": given.product.categorie,
                "product_code": given.product.code,
                "periode_begin": line.begin,
                "periode_eind": line.end,
                "volume": line.volume,
                "eenheid": given.product.unit,
                "bedrag": euros(line.cents),
                "status": line.status,
                "exportdatum": exported,
            }


def request_rows(books: Books, exported: date) -> Iterator[Row]:
    """Yield the rows of ``historie_verzoeken``: requests that were answered before messages begin.

    The table has no place for a request to change (317).
    """
    for request in books.requests:
        if request.history and request.toewijzing.renews is None:
            yield _request_row(books, request, exported)


def _request_row(books: Books, request: Request, exported: date) -> Row:
    given = request.toewijzing
    return {
        **_common(books, given),
        "aanbieder": given.provider.agb,
        "referentie_aanbieder": request.reference,
        "verwijzer_type": request.referrer,
        "product_categorie": given.product.categorie,
        "product_code": given.product.code,
        "gewenste_ingangsdatum": given.begin,
        "gewenste_einddatum": request.until,
        "volume": request.volume,
        "eenheid": given.product.unit,
        "frequentie": given.product.frequency,
        "ontvangen_op": request.asked,
        "beantwoord_op": request.answered,
        "antwoord": request.answer,
        "exportdatum": exported,
    }
