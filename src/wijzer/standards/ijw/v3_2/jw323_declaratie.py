"""JW323: the provider declares what it delivered in a month."""

from __future__ import annotations

from wijzer.standards.common.v3_2.declaratie import DECLARATIE, DECLARATIE_KEYS
from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="323",
    noun="declaratie",
    title="Declaratie van jeugdhulp",
    wire_code="490",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("490", "in"),
            Element("Declaratie", DECLARATIE, "declaratie"),
        ),
        "Declaratie van jeugdhulp.",
    ),
    xsd_version="0.1.0",
    answers=("301",),
    answered_by=("325",),
    keys=DECLARATIE_KEYS,
    rules=rules_for("jw", "323"),
)
