"""JW318: the gemeente answers the receipt of a request to change."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import WIJZIGING_KEYS, wijziging_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="318",
    noun="verzoek_wijziging_retour",
    title="Retour op een verzoek om wijziging",
    wire_code="487",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("487", "in", HEADER_RETOUR),
            Element("Client", wijziging_client(RETOUR), "client", 0),
        ),
        "Retour op een verzoek om wijziging.",
    ),
    xsd_version="0.1.0",
    answers=("317",),
    keys=WIJZIGING_KEYS,
    rules=rules_for("jw", "318"),
)
