"""JW307: the provider tells that support stopped."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.levering import STOP_KEYS, stop_client
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="307",
    noun="stop",
    title="Stop van jeugdhulp",
    wire_code="440",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("440", "in"),
            Element("Client", stop_client(), "client"),
        ),
        "Stop van jeugdhulp.",
    ),
    xsd_version="0.1.0",
    answers=("301",),
    answered_by=("308",),
    keys=STOP_KEYS,
    rules=rules_for("jw", "307"),
)
