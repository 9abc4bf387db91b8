"""The rules about one message that iWmo 3.2 and iJw 3.2 share, by message number.

Sources: the conditions (CD) and constraints (CS) of the standard and its technical rules (TR) that look
at the content of one message. Where the text does not name the element, the docstring of the part says
which one was taken. Return messages repeat what they answer, so no rules are declared for them.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.rules_declaratie import ANTWOORD_RULES, DECLARATIE_RULES
from wijzer.standards.common.v3_2.rules_levering import START_RULES, STOP_RULES
from wijzer.standards.common.v3_2.rules_persons import (
    bsn_rule,
    client_rules,
    contact_rules,
    header_rules,
    name_rules,
    relatie_rules,
)
from wijzer.standards.common.v3_2.rules_toewijzing import TOEWIJZING_RULES
from wijzer.standards.common.v3_2.rules_verzoek import (
    AANVRAAG_RULES,
    ANTWOORD_VERZOEK_RULES,
    WIJZIGING_RULES,
    WOONPLAATS_RULES,
)
from wijzer.standards.rules import Rule

BSN = bsn_rule("bericht", "client_bsn")

BY_NUMBER: dict[str, tuple[Rule, ...]] = {
    "301": (
        *header_rules("header_afzender", "header_ontvanger"),
        BSN,
        *client_rules(),
        *name_rules("bericht", "client_naam_", ("1", "2", "3", "4"), ("1", "6")),
        *relatie_rules(),
        *contact_rules("contact", ""),
        *TOEWIJZING_RULES,
    ),
    "305": (*header_rules("header_ontvanger", "header_afzender"), BSN, *client_rules(), *START_RULES),
    "307": (*header_rules("header_ontvanger", "header_afzender"), BSN, *client_rules(), *STOP_RULES),
    "315": (*header_rules("header_ontvanger", "header_afzender"), BSN, *client_rules(), *AANVRAAG_RULES),
    "317": (*header_rules("header_ontvanger", "header_afzender"), BSN, *WIJZIGING_RULES),
    "319": (*header_rules("header_afzender", "header_ontvanger"), *ANTWOORD_VERZOEK_RULES),
    "323": (
        *header_rules("header_ontvanger", "header_afzender"),
        bsn_rule("client", "bsn"),
        *DECLARATIE_RULES,
    ),
    "325": (
        *header_rules("header_afzender", "header_ontvanger"),
        bsn_rule("client", "bsn"),
        *ANTWOORD_RULES,
    ),
}
ONLY_JW: dict[str, tuple[Rule, ...]] = {"319": WOONPLAATS_RULES}


def rules_for(wet: str, number: str) -> tuple[Rule, ...]:
    """Return the rules that hold for one message type."""
    own = ONLY_JW.get(number, ()) if wet == "jw" else ()
    return (*BY_NUMBER.get(number, ()), *own)
