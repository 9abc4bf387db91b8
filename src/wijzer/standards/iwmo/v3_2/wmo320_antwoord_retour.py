"""WMO320: the provider answers the receipt of an answer.

The published schema of this message was not at hand: it is derived from the structure tables and
from the iJw message of the same number, and is therefore marked as not official.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import ANTWOORD_KEYS, antwoord
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="320",
    noun="antwoord_retour",
    title="Retour op een antwoord",
    wire_code="483",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("483", "uit", HEADER_RETOUR),
            Element("Antwoord", antwoord(retour=RETOUR), "antwoord op het verzoek", 0),
        ),
        "Retour op een antwoord.",
    ),
    xsd_version="1.0.0",
    answers=("319",),
    keys=ANTWOORD_KEYS,
    rules=rules_for("wmo", "320"),
    official=False,
)
