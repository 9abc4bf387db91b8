"""WMO302: the provider answers a toewijzing.

The published schema of this message was not at hand: it is derived from the structure tables and
from the iJw message of the same number, and is therefore marked as not official.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.toewijzing import KEYS, client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="302",
    noun="toewijzing_retour",
    title="Retour op een toewijzing",
    wire_code="415",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("415", "uit", HEADER_RETOUR),
            Element("Client", client(RETOUR), "client", 0),
        ),
        "Retour op een toewijzing.",
    ),
    xsd_version="1.0.0",
    answers=("301",),
    keys=KEYS,
    rules=rules_for("wmo", "302"),
    official=False,
)
