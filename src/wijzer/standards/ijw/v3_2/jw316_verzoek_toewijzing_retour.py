"""JW316: the gemeente answers the receipt of a request."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import AANVRAAG_KEYS, aanvraag_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS
from wijzer.standards.ijw.v3_2.jw315_verzoek_toewijzing import GEZAGSDRAGER_BEKEND

MESSAGE = MessageType(
    number="316",
    noun="verzoek_toewijzing_retour",
    title="Retour op een verzoek om toewijzing",
    wire_code="447",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("447", "in", HEADER_RETOUR),
            Element("Client", aanvraag_client((GEZAGSDRAGER_BEKEND,), RETOUR), "client", 0),
        ),
        "Retour op een verzoek om toewijzing.",
    ),
    xsd_version="0.1.0",
    answers=("315",),
    keys=AANVRAAG_KEYS,
    rules=rules_for("jw", "316"),
)
