"""Plain messages of invented people that break no rule; tests change one thing in them."""

from __future__ import annotations

import copy
from typing import Any

GEMEENTE, AANBIEDER = "0293", "42420001"
BSN, OTHER_BSN = "999900006", "999900018"

Content = dict[str, Any]


def header(outgoing: bool, dagtekening: str = "2023-05-06") -> Content:
    sender, receiver = (GEMEENTE, AANBIEDER) if outgoing else (AANBIEDER, GEMEENTE)
    identification = {"Identificatie": "1001", "Dagtekening": dagtekening}
    return {"Afzender": sender, "Ontvanger": receiver, "BerichtIdentificatie": identification}


def client() -> Content:
    return {
        "Bsn": BSN,
        "Geboortedatum": {"Datum": "1950-03-14"},
        "Geslacht": "2",
        "Naam": {"Geslachtsnaam": {"Achternaam": "Voorbeeld"}},
    }


def toewijzing() -> Content:
    person = client()
    person["Naam"]["NaamGebruik"] = "1"
    address = {"Huis": {"Huisnummer": "12"}, "Postcode": "6931AB", "LandCode": "NL"}
    person["Relaties"] = [
        {
            "Nummer": "1",
            "Soort": "16",
            "Geboortedatum": {"Datum": "1980-01-01"},
            "Naam": {"Geslachtsnaam": {"Achternaam": "Voorbeeld"}, "NaamGebruik": "1"},
            "Contact": {"Soort": "01", "Adres": copy.deepcopy(address)},
        }
    ]
    person["Contactgegevens"] = [{"Soort": "01", "Adres": address}]
    person["ToegewezenProducten"] = [
        {
            "ToewijzingNummer": "20072",
            "Product": {"Categorie": "01", "Code": "01A03"},
            "Toewijzingsdatum": "2023-05-01",
            "Toewijzingstijd": "10:00:00",
            "Ingangsdatum": "2023-05-01",
            "Einddatum": "2024-04-30",
            "Omvang": {"Volume": "150", "Eenheid": "01", "Frequentie": "2"},
        }
    ]
    return {"Header": header(True), "Client": person}


def start() -> Content:
    product = {
        "ToewijzingNummer": "20072",
        "Product": {"Categorie": "01", "Code": "01A03"},
        "Begindatum": "2023-05-02",
        "StatusAanlevering": "1",
    }
    return {"Header": header(False), "Client": {**client(), "StartProducten": [product]}}


def stop() -> Content:
    product = {
        "ToewijzingNummer": "20072",
        "Product": {"Categorie": "01", "Code": "01A03"},
        "Begindatum": "2023-04-01",
        "RedenBeeindiging": "31",
        "Einddatum": "2023-05-02",
        "StatusAanlevering": "1",
    }
    return {"Header": header(False), "Client": {**client(), "StopProducten": [product]}}


def aanvraag() -> Content:
    product = {
        "ReferentieAanbieder": "R1",
        "Product": {"Categorie": "01", "Code": "01A03"},
        "ToewijzingIngangsdatum": "2023-06-01",
        "ToewijzingEinddatum": "2024-05-31",
        "Omvang": {"Volume": "2", "Eenheid": "04", "Frequentie": "2"},
        "Verwijzer": {"Type": "02", "Naam": "Praktijk Voorbeeld"},
    }
    return {"Header": header(False), "Client": {**client(), "AangevraagdeProducten": [product]}}


def wijziging() -> Content:
    new = {
        "Product": {"Categorie": "02", "Code": "02A01"},
        "GewensteIngangsdatum": "2023-06-01",
        "Einddatum": "2024-05-31",
        "Omvang": {"Volume": "2", "Eenheid": "04", "Frequentie": "2"},
    }
    change = {
        "ToewijzingNummer": "20073",
        "GewensteIngangsdatum": "2023-06-01",
        "Einddatum": "2024-05-31",
        "Omvang": {"Volume": "4", "Eenheid": "04", "Frequentie": "2"},
    }
    verzoek = {
        "ReferentieAanbieder": "R2",
        "RedenVerzoek": "1",
        "OngewijzigdeProducten": [{"ToewijzingNummer": "20072"}],
        "TeWijzigenProducten": [change],
        "NieuweProducten": [new],
    }
    return {"Header": header(False), "Client": {"Bsn": BSN, "Verzoek": verzoek}}


def antwoord() -> Content:
    answer = {"ReferentieAanbieder": "R1", "VerzoekAntwoord": "1", "RedenAfwijzingVerzoek": "3"}
    return {"Header": header(True), "Antwoord": answer}


def prestatie(number: str, amount: int = 5000) -> Content:
    return {
        "ProductReferentie": {"ReferentieNummer": number},
        "ToewijzingNummer": "20072",
        "ProductCategorie": "01",
        "ProductCode": "01A03",
        "ProductPeriode": {"Begindatum": "2023-04-01", "Einddatum": "2023-04-30"},
        "GeleverdVolume": str(amount // 1250),
        "Eenheid": "04",
        "ProductTarief": "1250",
        "IngediendBedrag": {"Bedrag": str(amount), "DebetCredit": "D"},
    }


def declaratie() -> Content:
    second = prestatie("RN2", 2500)
    second["ToewijzingNummer"] = "20075"
    body = {
        "DeclaratieNummer": "DN001",
        "DeclaratiePeriode": {"Begindatum": "2023-04-01", "Einddatum": "2023-04-30"},
        "DeclaratieDagtekening": "2023-05-06",
        "TotaalIngediendBedrag": {"TotaalBedrag": "7500", "DebetCredit": "D"},
        "Clienten": [
            {"Bsn": BSN, "Prestaties": [prestatie("RN1")]},
            {"Bsn": OTHER_BSN, "Prestaties": [second]},
        ],
    }
    return {"Header": header(False), "Declaratie": body}


def declaratie_antwoord() -> Content:
    refused = {**prestatie("RN1"), "RetourCodes": ["9321"]}
    head = header(True)
    head["DeclaratieIdentificatie"] = {"Identificatie": "1001", "Dagtekening": "2023-05-06"}
    head["RetourCodes"] = ["0200"]
    body = {
        "DeclaratieNummer": "DN001",
        "TotaalIngediendBedrag": {"TotaalBedrag": "7500", "DebetCredit": "D"},
        "TotaalToegekendBedrag": {"TotaalBedrag": "2500", "DebetCredit": "D"},
        "Clienten": [{"Bsn": BSN, "Prestaties": [refused], "RetourCodes": ["0200"]}],
        "RetourCodes": ["0200"],
    }
    return {"Header": head, "DeclaratieAntwoord": body}


MAKERS = {
    "301": toewijzing,
    "305": start,
    "307": stop,
    "315": aanvraag,
    "317": wijziging,
    "319": antwoord,
    "323": declaratie,
    "325": declaratie_antwoord,
}


def content(number: str, wet: str = "wmo") -> Content:
    """A message that breaks no rule, as a nested description."""
    made = MAKERS[number]()
    return _in_jeugd_codes(made) if wet == "jw" else made


def _in_jeugd_codes(value: Any) -> Any:
    if isinstance(value, dict):
        changed = {key: _in_jeugd_codes(item) for key, item in value.items()}
        for key in ("Categorie", "ProductCategorie"):
            if key in changed:
                changed[key] = {"01": "45", "02": "41"}[changed[key]]
        return changed
    return [_in_jeugd_codes(item) for item in value] if isinstance(value, list) else value


def place(made: Any, path: str) -> tuple[Any, str]:
    """Return what holds the last step of a path such as ``Client/ToegewezenProducten/0/Einddatum``."""
    *above, last = path.split("/")
    for step in above:
        made = made[int(step)] if step.isdigit() else made.setdefault(step, {})
    return made, last


def changed(number: str, changes: dict[str, Any], wet: str = "wmo") -> Content:
    """A message with some places changed; None takes a place away, ``+`` at the end adds to a list."""
    made = content(number, wet)
    for path, value in changes.items():
        holder, last = place(made, path.rstrip("+"))
        if path.endswith("+"):
            holder[last].append(value)
        elif value is None:
            del holder[last]
        else:
            holder[int(last) if last.isdigit() else last] = value
    return made
