"""JW305: the provider tells that support started."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.levering import START_KEYS, start_client
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.ijw.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="305",
    noun="start",
    title="Start van jeugdhulp",
    wire_code="438",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("438", "in"),
            Element("Client", start_client(), "client"),
        ),
        "Start van jeugdhulp.",
    ),
    xsd_version="0.1.0",
    answers=("301",),
    answered_by=("306",),
    keys=START_KEYS,
    rules=rules_for("jw", "305"),
)
