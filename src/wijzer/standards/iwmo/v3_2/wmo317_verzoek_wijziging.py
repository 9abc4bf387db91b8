"""WMO317: the provider asks to change what was assigned."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import WIJZIGING_KEYS, wijziging_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="317",
    noun="verzoek_wijziging",
    title="Verzoek om wijziging van Wmo-ondersteuning",
    wire_code="480",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("480", "in"),
            Element("Client", wijziging_client(), "client"),
        ),
        "Verzoek om wijziging van Wmo-ondersteuning.",
    ),
    xsd_version="1.0.0",
    answered_by=("301", "318", "319"),
    keys=WIJZIGING_KEYS,
    rules=rules_for("wmo", "317"),
)
