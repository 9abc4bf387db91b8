"""JW301: the gemeente assigns support to a provider."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.toewijzing import KEYS, client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="301",
    noun="toewijzing",
    title="Toewijzing van jeugdhulp aan een aanbieder",
    wire_code="436",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("436", "uit"),
            Element("Client", client(), "client"),
        ),
        "Toewijzing van jeugdhulp aan een aanbieder.",
    ),
    xsd_version="0.1.0",
    answers=("315", "317"),
    answered_by=("302",),
    keys=KEYS,
    rules=rules_for("jw", "301"),
)
