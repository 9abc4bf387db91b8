"""JW302: the provider answers a toewijzing."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.toewijzing import KEYS, client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="302",
    noun="toewijzing_retour",
    title="Retour op een toewijzing",
    wire_code="437",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("437", "uit", HEADER_RETOUR),
            Element("Client", client(RETOUR), "client", 0),
        ),
        "Retour op een toewijzing.",
    ),
    xsd_version="0.1.0",
    answers=("301",),
    keys=KEYS,
    rules=rules_for("jw", "302"),
)
