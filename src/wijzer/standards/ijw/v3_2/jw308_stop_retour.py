"""JW308: the gemeente answers a stop."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.levering import STOP_KEYS, stop_client
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="308",
    noun="stop_retour",
    title="Retour op een stop",
    wire_code="441",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("441", "in", HEADER_RETOUR),
            Element("Client", stop_client(RETOUR), "client", 0),
        ),
        "Retour op een stop.",
    ),
    xsd_version="0.1.0",
    answers=("307",),
    keys=STOP_KEYS,
    rules=rules_for("jw", "308"),
)
