"""WMO315: the provider asks for a toewijzing."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import header
from wijzer.standards.common.v3_2.rules import rules_for
from wijzer.standards.common.v3_2.verzoek import AANVRAAG_KEYS, aanvraag_client
from wijzer.standards.declaration import Element, MessageType, Structure
from wijzer.standards.iwmo.v3_2.basisschema import BASIS

MESSAGE = MessageType(
    number="315",
    noun="verzoek_toewijzing",
    title="Verzoek om toewijzing van Wmo-ondersteuning",
    wire_code="444",
    direction="in",
    basis=BASIS,
    root=Structure(
        "Root",
        (
            header("444", "in"),
            Element("Client", aanvraag_client(), "client"),
        ),
        "Verzoek om toewijzing van Wmo-ondersteuning.",
    ),
    xsd_version="1.0.0",
    answered_by=("301", "316", "319"),
    keys=AANVRAAG_KEYS,
    rules=rules_for("wmo", "315"),
)
