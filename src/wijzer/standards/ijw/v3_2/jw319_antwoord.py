"""JW319: the gemeente rejects a request, or says that it is looked into."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import ANTWOORD_KEYS, antwoord
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

GEMEENTE = Element("Gemeente", "LDT_Gemeente", "gemeente die wel verantwoordelijk is", rules=("TR378",))
WOONPLAATSBEGINSEL = Element(
    "Woonplaatsbeginsel",
    Structure("Woonplaatsbeginsel", (GEMEENTE,), "De gemeente van de woonplaats."),
    "welke gemeente het wel is",
    0,
    rules=("TR377", "TR409"),
)

MESSAGE = MessageType(
    number="319",
    noun="antwoord",
    title="Antwoord op een verzoek",
    wire_code="488",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("488", "uit"),
            Element("Antwoord", antwoord((WOONPLAATSBEGINSEL,)), "antwoord op het verzoek"),
        ),
        "Antwoord op een verzoek.",
    ),
    xsd_version="0.1.0",
    answers=("315", "317"),
    answered_by=("320",),
    keys={**ANTWOORD_KEYS, "Woonplaatsbeginsel": ("Gemeente",)},
    rules=rules_for("jw", "319"),
)
