"""WMO319: the gemeente rejects a request, or says that it is looked into."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import ANTWOORD_KEYS, antwoord
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="319",
    noun="antwoord",
    title="Antwoord op een verzoek",
    wire_code="482",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("482", "uit"),
            Element("Antwoord", antwoord(), "antwoord op het verzoek"),
        ),
        "Antwoord op een verzoek.",
    ),
    xsd_version="1.0.0",
    answers=("315", "317"),
    answered_by=("320",),
    keys=ANTWOORD_KEYS,
    rules=rules_for("wmo", "319"),
)
