"""JW325: the gemeente says which lines it refuses."""

from __future__ import annotations

from wijzer.standards.common.v3_2.declaratie import ANTWOORD_KEYS, DECLARATIE_ANTWOORD
from wijzer.standards.common.v3_2.header import HEADER_DECLARATIE_ANTWOORD, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="325",
    noun="declaratie_antwoord",
    title="Antwoord op een declaratie",
    wire_code="491",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("491", "uit", HEADER_DECLARATIE_ANTWOORD),
            Element("DeclaratieAntwoord", DECLARATIE_ANTWOORD, "antwoord op de declaratie", 0),
        ),
        "Antwoord op een declaratie.",
    ),
    xsd_version="0.1.0",
    answers=("323",),
    keys=ANTWOORD_KEYS,
    rules=rules_for("jw", "325"),
)
