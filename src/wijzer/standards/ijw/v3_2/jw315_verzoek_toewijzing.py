"""JW315: the provider asks for a toewijzing."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import AANVRAAG_KEYS, aanvraag_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

GEZAGSDRAGER_BEKEND = Element("GezagsdragerBekend", "LDT_JaNee", "of bekend is wie het gezag heeft", 0)

MESSAGE = MessageType(
    number="315",
    noun="verzoek_toewijzing",
    title="Verzoek om toewijzing van jeugdhulp",
    wire_code="446",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("446", "in"),
            Element("Client", aanvraag_client((GEZAGSDRAGER_BEKEND,)), "client"),
        ),
        "Verzoek om toewijzing van jeugdhulp.",
    ),
    xsd_version="0.1.0",
    answered_by=("301", "316", "319"),
    keys=AANVRAAG_KEYS,
    rules=rules_for("jw", "315"),
)
