"""WMO318: the gemeente answers the receipt of a request to change.

The published schema of this message was not at hand: it is derived from the structure tables and
from the iJw message of the same number, and is therefore marked as not official.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import WIJZIGING_KEYS, wijziging_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="318",
    noun="verzoek_wijziging_retour",
    title="Retour op een verzoek om wijziging",
    wire_code="481",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("481", "in", HEADER_RETOUR),
            Element("Client", wijziging_client(RETOUR), "client", 0),
        ),
        "Retour op een verzoek om wijziging.",
    ),
    xsd_version="1.0.0",
    answers=("317",),
    keys=WIJZIGING_KEYS,
    rules=rules_for("wmo", "318"),
    official=False,
)
