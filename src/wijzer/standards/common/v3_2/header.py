"""The header of every message, and the return codes that an answer adds to each berichtklasse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wijzer.standards.declaration import Element, Structure

if TYPE_CHECKING:
    from wijzer.standards.declaration import Richting

RETOUR_CODE = Element("RetourCode", "LDT_RetourCode", "oordeel van de ontvanger", max_occurs=None)
RETOUR_CODES_TYPE = Structure("RetourCodes", (RETOUR_CODE,), "Oordeel over deze berichtklasse.")
RETOUR_CODES = Element("RetourCodes", RETOUR_CODES_TYPE, "oordeel over deze klasse")
RETOUR = (RETOUR_CODES,)
"""What a return message adds to each berichtklasse of the message that it answers."""

HEADER_RETOUR = (
    Element("IdentificatieRetour", "LDT_IdentificatieBericht", "kenmerk van het retourbericht"),
    Element("DagtekeningRetour", "LDT_Datum", "dag van verzenden van het retourbericht"),
    Element("XsltVersie", "LDT_Versie", "versie van de controles op het heenbericht", 0),
    Element("XsdVersieRetour", "CDT_XsdVersie", "schema's van het retourbericht"),
    Element("RetourCodes", RETOUR_CODES_TYPE, "oordeel over het hele bericht", 0),
)
HEADER_DECLARATIE_ANTWOORD = (
    Element(
        "DeclaratieIdentificatie",
        "CDT_BerichtIdentificatie",
        "de declaratie die wordt beantwoord",
        rules=("TR337",),
    ),
    Element("XsltVersie", "LDT_Versie", "versie van de controles op de declaratie", 0),
    Element("XsdVersieDeclaratie", "CDT_XsdVersie", "schema's van de declaratie", rules=("TR371",)),
    Element("RetourCodes", RETOUR_CODES_TYPE, "oordeel over de hele declaratie"),
)


def header(wire_code: str, sent_by: Richting, extra: tuple[Element, ...] = ()) -> Element:
    """Declare the header: ``sent_by`` is the direction of the message whose sender it names.

    A return message repeats the header of the message that it answers, so there ``sent_by`` is the
    direction of that message, not of the return itself.
    """
    gemeente, aanbieder = "LDT_Gemeente", "LDT_AgbCode"
    sender, receiver = (gemeente, aanbieder) if sent_by == "uit" else (aanbieder, gemeente)
    members = (
        Element("BerichtCode", "LDT_BerichtCode", "soort bericht", pattern=wire_code),
        Element(
            "BerichtVersie",
            "LDT_BerichtVersie",
            "hoofdversie van de standaard",
            pattern="3",
            rules=("CS025",),
        ),
        Element(
            "BerichtSubversie",
            "LDT_BerichtSubversie",
            "subversie van de standaard",
            pattern="2",
            rules=("CS015",),
        ),
        Element("Afzender", sender, _party(sender, "stuurt"), rules=_party_rules(sender)),
        Element("Ontvanger", receiver, _party(receiver, "ontvangt"), rules=_party_rules(receiver)),
        Element(
            "BerichtIdentificatie",
            "CDT_BerichtIdentificatie",
            "kenmerk en dag van het bericht",
            rules=("TR056", "TR135"),
        ),
        Element("XsdVersie", "CDT_XsdVersie", "schema's van het bericht"),
        *extra,
    )
    return Element(
        "Header", Structure("Header", members, "Van wie, aan wie, welk bericht."), "kop van het bericht"
    )


def _party(type_name: str, verb: str) -> str:
    return f"gemeente die {verb}" if type_name == "LDT_Gemeente" else f"aanbieder die {verb}"


def _party_rules(type_name: str) -> tuple[str, ...]:
    return ("TR378",) if type_name == "LDT_Gemeente" else ()
