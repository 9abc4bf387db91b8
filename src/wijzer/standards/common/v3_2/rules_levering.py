"""Rules about start (305) and stop (307)."""

from __future__ import annotations

from wijzer.standards.common.v3_2.rules_products import duplicate_rule, not_later
from wijzer.standards.rules import Column, Rule, Test, broken, less, none_of

START_RULES = (
    Rule(
        "CS058",
        "start_product",
        "status_aanlevering",
        "StatusAanlevering is 1 (eerste) of 3 (verwijderen).",
        broken(none_of("status_aanlevering", "1", "3")),
    ),
    not_later("start_product", "begindatum"),
    duplicate_rule("start_product", "toewijzing_nummer", "product_categorie", "product_code", "begindatum"),
)
STOP_RULES = (
    Rule(
        "CS058",
        "stop_product",
        "status_aanlevering",
        "StatusAanlevering is 1 (eerste) of 3 (verwijderen).",
        broken(none_of("status_aanlevering", "1", "3")),
    ),
    Rule(
        "TR018",
        "stop_product",
        "einddatum",
        "De einddatum ligt niet voor de begindatum.",
        broken(less("einddatum", "begindatum")),
    ),
    not_later("stop_product", "begindatum"),
    not_later("stop_product", "einddatum"),
    Rule(
        "reden_geldig",
        "stop_product",
        "reden_beeindiging",
        "De reden mocht op de einddatum worden gebruikt.",
        broken(Test("not_valid", "reden_beeindiging", Column("einddatum"), "RedenBeeindiging")),
        "waarschuwing",
        official=False,
    ),
    duplicate_rule(
        "stop_product",
        "toewijzing_nummer",
        "product_categorie",
        "product_code",
        "begindatum",
        "reden_beeindiging",
        "einddatum",
    ),
)
