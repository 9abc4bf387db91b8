"""The bodies of the example's messages, element by element as the standard names them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.small_town.cohorts import Toewijzing
from tests.small_town.people import PLACES, Person
from tests.small_town.products import Product

Body = dict[str, Any]
COMMENT = "Sleutel hangt bij de buren van nummer dertien"
"""Free text that stands in every 301 of the example, and may be seen nowhere else."""
REFERRER = "01990001"
"""The invented AGB-code of whoever refers: a huisarts, or a certified institution."""


def product(of: Product) -> Body:
    """Return category and code."""
    return {"Categorie": of.categorie, "Code": of.code}


def client(who: Person, **rest: Any) -> Body:
    """Return a client with short name, followed by what the message says of him or her."""
    return {
        "Bsn": who.bsn,
        "Geboortedatum": {"Datum": who.born},
        "Geslacht": who.sex,
        "Naam": {
            "Geslachtsnaam": {"Achternaam": who.surname},
            "Voornamen": who.first_name,
            "Voorletters": who.first_name[0],
        },
        **rest,
    }


def _full_client(who: Person, **rest: Any) -> Body:
    body = client(who)
    body["Naam"] = {**body["Naam"], "NaamGebruik": "1"}
    contact = {
        "Soort": "01",
        "Adres": {
            "Huis": {"Huisnummer": who.house},
            "Postcode": who.postcode,
            "Straatnaam": who.street,
            "Plaatsnaam": PLACES[who.gemeente],
            "LandCode": "NL",
        },
        "Telefoon": {"Telefoon01": {"Telefoonnummer": "0260001122", "Landnummer": "0031"}},
        "Emailadres": who.email,
    }
    return {**body, "Commentaar": COMMENT, "Contactgegevens": {"Contact": [contact]}, **rest}


def assigned(given: Toewijzing, day: date, **changed: Any) -> Body:
    """Return one ToegewezenProduct as decided on a day; `changed` names elements to put or replace.

    Elements that the standard wants in a fixed order are put in place by the writer.
    """
    body: Body = {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "Toewijzingsdatum": day,
        "Toewijzingstijd": "09:30:00",
        "Ingangsdatum": given.begin,
    }
    if given.end:
        body["Einddatum"] = given.end
    body["Omvang"] = {"Volume": given.volume, "Eenheid": given.unit, "Frequentie": given.frequency}
    return body | changed


def toewijzing(who: Person, products: list[Body]) -> Body:
    """Return the body of a 301."""
    return {"Client": _full_client(who, ToegewezenProducten={"ToegewezenProduct": products})}


def started(given: Toewijzing, day: date, status: str = "1") -> Body:
    """Return one StartProduct."""
    return {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "Begindatum": day,
        "StatusAanlevering": status,
    }


def start(who: Person, products: list[Body]) -> Body:
    """Return the body of a 305."""
    return {"Client": client(who, StartProducten={"StartProduct": products})}


def stopped(given: Toewijzing, day: date, reason: str, status: str = "1", begin: date | None = None) -> Body:
    """Return one StopProduct; `begin` is the start that it ends (else the begin of the toewijzing)."""
    return {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "Begindatum": begin or given.begin,
        "RedenBeeindiging": reason,
        "Einddatum": day,
        "StatusAanlevering": status,
    }


def stop(who: Person, products: list[Body]) -> Body:
    """Return the body of a 307."""
    return {"Client": client(who, StopProducten={"StopProduct": products})}


def request(given: Toewijzing, reference: str, referrer: str) -> Body:
    """Return the body of a 315 that asks for what was (or was not) given; `referrer` of list COD327."""
    asked = {
        "ReferentieAanbieder": reference,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "ToewijzingEinddatum": given.end,
        "Omvang": {"Volume": given.volume + 1, "Eenheid": given.unit, "Frequentie": given.frequency},
        "Verwijzer": {"Type": referrer, "ZorgverlenerCode": REFERRER},
    }
    return {"Client": client(given.person, AangevraagdeProducten={"AangevraagdProduct": [asked]})}


def change_request(given: Toewijzing, reference: str, begin: date, volume: int) -> Body:
    """Return the body of a 317 that asks for another volume of a running toewijzing."""
    changed = {
        "ToewijzingNummer": given.number,
        "GewensteIngangsdatum": begin,
        "Einddatum": given.end,
        "Omvang": {"Volume": volume, "Eenheid": given.unit, "Frequentie": given.frequency},
    }
    wish = {
        "ReferentieAanbieder": reference,
        "RedenVerzoek": "1",
        "TeWijzigenProducten": {"TeWijzigenProduct": [changed]},
    }
    return {"Client": {"Bsn": given.person.bsn, "Verzoek": wish}}


def answer(reference: str, verdict: str, **rest: Any) -> Body:
    """Return the body of a 319: `verdict` 1 is refused, 2 is under investigation."""
    return {"Antwoord": {"ReferentieAanbieder": reference, "VerzoekAntwoord": verdict, **rest}}
