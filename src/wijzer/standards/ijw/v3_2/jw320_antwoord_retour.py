"""JW320: the provider answers the receipt of an answer."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import ANTWOORD_KEYS, antwoord
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

GEMEENTE = Element("Gemeente", "LDT_Gemeente", "gemeente die wel verantwoordelijk is", rules=("TR378",))
WOONPLAATSBEGINSEL = Element(
    "Woonplaatsbeginsel",
    Structure("Woonplaatsbeginsel", (GEMEENTE, *RETOUR), "De gemeente van de woonplaats."),
    "welke gemeente het wel is",
    0,
    rules=("TR377", "TR409"),
)

MESSAGE = MessageType(
    number="320",
    noun="antwoord_retour",
    title="Retour op een antwoord",
    wire_code="489",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("489", "uit", HEADER_RETOUR),
            Element("Antwoord", antwoord((WOONPLAATSBEGINSEL,), RETOUR), "antwoord op het verzoek", 0),
        ),
        "Retour op een antwoord.",
    ),
    xsd_version="0.1.0",
    answers=("319",),
    keys={**ANTWOORD_KEYS, "Woonplaatsbeginsel": ("Gemeente",)},
    rules=rules_for("jw", "320"),
)
