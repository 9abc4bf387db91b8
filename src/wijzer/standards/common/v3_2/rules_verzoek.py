"""Rules about the answer to a request."""

from __future__ import annotations

from wijzer.standards.rules import Rule, broken, empty, filled, none_of, one_of

ANSWER, REASON = "antwoord_verzoek_antwoord", "antwoord_reden_afwijzing_verzoek"
GEMEENTE = "antwoord_woonplaatsbeginsel_gemeente"

ANTWOORD_VERZOEK_RULES = (
    Rule(
        "CD085",
        "bericht",
        REASON,
        "Een afwijzing heeft een reden.",
        broken((one_of(ANSWER, "1"), empty(REASON))),
    ),
    Rule(
        "CD086",
        "bericht",
        REASON,
        "Een verzoek in onderzoek heeft geen reden van afwijzing.",
        broken((one_of(ANSWER, "2"), filled(REASON))),
    ),
)
WOONPLAATS_RULES = (
    Rule(
        "TR377",
        "bericht",
        GEMEENTE,
        "Bij reden 8 (woonplaatsbeginsel) staat welke gemeente het wel is.",
        broken((one_of(REASON, "8"), empty(GEMEENTE))),
    ),
    Rule(
        "TR409",
        "bericht",
        GEMEENTE,
        "Alleen bij reden 8 (woonplaatsbeginsel) staat een andere gemeente.",
        broken((none_of(REASON, "8"), filled(GEMEENTE)), (empty(REASON), filled(GEMEENTE))),
    ),
)
