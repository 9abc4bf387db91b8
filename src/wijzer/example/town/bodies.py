"""The bodies of the town's messages, element by element as the standard names them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.catalogue import Product
from wijzer.example.town.people import Person

Body = dict[str, Any]
COMMENT = "De sleutel ligt onder de derde bloempot"
"""Free text that stands in some 301 messages, and may be seen nowhere else."""
REFERRER = "01990001"
"""The invented AGB-code of whoever refers: a doctor, or a certified institution."""
ELSEWHERE = "8"
"""RedenAfwijzingVerzoek: another gemeente is responsible by the woonplaatsbeginsel."""
OTHER_GEMEENTE = "0202"
"""The gemeente that then is responsible (Arnhem)."""


def product(of: Product) -> Body:
    """Return category and code."""
    return {"Categorie": of.categorie, "Code": of.code}


def client(who: Person, **rest: Any) -> Body:
    """Return a client with a short name, followed by what the message says."""
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


def full_client(who: Person, place_name: str, products: Sequence[Body], day: date, *, comment: bool) -> Body:
    """Return the client of a 301, with the address of the day on which it is sent."""
    home = who.household.at(day)
    contact = {
        "Soort": "01",
        "Adres": {
            "Huis": {"Huisnummer": home.house},
            "Postcode": home.postcode,
            "Straatnaam": "Voorbeeldhof",
            "Plaatsnaam": place_name,
            "LandCode": "NL",
        },
        "Telefoon": {"Telefoon01": {"Telefoonnummer": "0260001122", "Landnummer": "0031"}},
    }
    body = client(who)
    body["Naam"] = {**body["Naam"], "NaamGebruik": "1"}
    said = {"Commentaar": COMMENT} if comment else {}
    return {
        **body,
        **said,
        "Contactgegevens": {"Contact": [contact]},
        "ToegewezenProducten": {"ToegewezenProduct": list(products)},
    }


def omvang(given: Toewijzing, volume: int | None = None) -> Body:
    """Return the granted volume, or another one of the same unit and frequency."""
    return {
        "Volume": given.volume if volume is None else volume,
        "Eenheid": given.product.unit,
        "Frequentie": given.product.frequency,
    }


def assigned(given: Toewijzing, day: date, time: str, end: date | None, **rest: Any) -> Body:
    """Return one ToegewezenProduct as decided at a moment."""
    body: Body = {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "Toewijzingsdatum": day,
        "Toewijzingstijd": time,
        "Ingangsdatum": given.begin,
        "Omvang": omvang(given),
    }
    if end is not None:
        body["Einddatum"] = end
    return body | rest


def started(given: Toewijzing, begin: date, status: str = "1") -> Body:
    """Return one StartProduct."""
    return {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "Begindatum": begin,
        "StatusAanlevering": status,
    }


def starts(who: Person, products: Sequence[Body]) -> Body:
    """Return the client of a 305."""
    return client(who, StartProducten={"StartProduct": list(products)})


def stopped(given: Toewijzing, begin: date, end: date, reason: str, status: str = "1") -> Body:
    """Return one StopProduct."""
    return {
        "ToewijzingNummer": given.number,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "Begindatum": begin,
        "RedenBeeindiging": reason,
        "Einddatum": end,
        "StatusAanlevering": status,
    }


def stops(who: Person, products: Sequence[Body]) -> Body:
    """Return the client of a 307."""
    return client(who, StopProducten={"StopProduct": list(products)})


def request(given: Toewijzing, reference: str, referrer: str, volume: int, until: date | None) -> Body:
    """Return the client of a 315 that asks for a volume until a day; ``referrer`` is of list COD327."""
    verwijzer = {"Type": referrer}
    if referrer in {"02", "03", "04", "05"}:
        verwijzer["ZorgverlenerCode"] = REFERRER
    asked: Body = {
        "ReferentieAanbieder": reference,
        "Product": product(given.product),
        "ToewijzingIngangsdatum": given.begin,
        "Omvang": omvang(given, volume),
        "Verwijzer": verwijzer,
    }
    if until is not None:
        asked["ToewijzingEinddatum"] = until
    return client(given.person, AangevraagdeProducten={"AangevraagdProduct": [asked]})


def change_request(
    given: Toewijzing, before: Toewijzing, reference: str, volume: int, until: date | None, *, more: bool
) -> Body:
    """Return the client of a 317 that asks to go on with an earlier toewijzing, from ``given.begin``.

    ``more``: it asks for another product of the category as well; without a code it names no volume (CD096).
    """
    wish: Body = {
        "ToewijzingNummer": before.number,
        "GewensteIngangsdatum": given.begin,
        "Omvang": omvang(given, volume),
    }
    if until is not None:
        wish["Einddatum"] = until
    verzoek: Body = {
        "ReferentieAanbieder": reference,
        "RedenVerzoek": "1",
        "TeWijzigenProducten": {"TeWijzigenProduct": [wish]},
    }
    if more:
        wanted = {
            name: value for name, value in wish.items() if name in {"GewensteIngangsdatum", "Einddatum"}
        }
        verzoek["NieuweProducten"] = {
            "NieuwProduct": [{"Product": {"Categorie": given.product.categorie}, **wanted}]
        }
    return {"Bsn": given.person.bsn, "Verzoek": verzoek}


def answer(reference: str, verdict: str, reason: str | None = None) -> Body:
    """Return the body of a 319: ``verdict`` 1 is refused (with a reason of WJ759), 2 under investigation."""
    body: Body = {"ReferentieAanbieder": reference, "VerzoekAntwoord": verdict}
    if reason is not None:
        body["RedenAfwijzingVerzoek"] = reason
    if reason == ELSEWHERE:
        body["Woonplaatsbeginsel"] = {"Gemeente": OTHER_GEMEENTE}
    return {"Antwoord": body}
