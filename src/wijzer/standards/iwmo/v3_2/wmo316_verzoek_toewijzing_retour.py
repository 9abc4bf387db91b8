"""WMO316: the gemeente answers the receipt of a request.

The published schema of this message was not at hand: it is derived from the structure tables and
from the iJw message of the same number, and is therefore marked as not official.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import HEADER_RETOUR, RETOUR, header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import AANVRAAG_KEYS, aanvraag_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="316",
    noun="verzoek_toewijzing_retour",
    title="Retour op een verzoek om toewijzing",
    wire_code="445",
    direction="uit",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("445", "in", HEADER_RETOUR),
            Element("Client", aanvraag_client(retour=RETOUR), "client", 0),
        ),
        "Retour op een verzoek om toewijzing.",
    ),
    xsd_version="1.0.0",
    answers=("315",),
    keys=AANVRAAG_KEYS,
    rules=rules_for("wmo", "316"),
    official=False,
)
