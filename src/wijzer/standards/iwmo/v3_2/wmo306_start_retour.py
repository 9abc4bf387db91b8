"""WMO306: the gemeente answers a start.

The published schema of this message was not at hand: it is derived from the structure tables and
from the iJw message of the same number, and is therefore marked as not official.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.levering import START_KEYS, start_client
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="306",
    noun="start_retour",
    title="Retour op een start",
    wire_code="419",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("419", "in", HEADER_RETOUR),
            Element("Client", start_client(RETOUR), "client", 0),
        ),
        "Retour op een start.",
    ),
    xsd_version="1.0.0",
    answers=("305",),
    keys=START_KEYS,
    rules=rules_for("wmo", "306"),
    official=False,
)
