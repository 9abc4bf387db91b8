"""Rules about a toewijzing (301)."""

from __future__ import annotations

from wijzer.standards.common.v3_2.rules_persons import COMMUNICATIE_RULES
from wijzer.standards.common.v3_2.rules_products import duplicate_rule, gemeente_on, not_later, volume_rules
from wijzer.standards.rules import Column, NoOverlap, Rule, Test, broken, differs, empty, one_of

REMOVED = ((one_of("reden_wijziging", "13", "01"), Test("equal", "einddatum", Column("ingangsdatum"))),)
"""Toewijzingen that count as never sent (see TR302)."""

TOEWIJZING_RULES = (
    *COMMUNICATIE_RULES,
    *volume_rules("toegewezen_product", "ingangsdatum", "einddatum", ("CD080", "CD079", "CS338")),
    Rule(
        "CS335",
        "toegewezen_product",
        "reden_wijziging",
        "Bij reden 13 (verwijderd) zijn ingangsdatum en einddatum gelijk.",
        broken(
            (one_of("reden_wijziging", "13"), differs("einddatum", "ingangsdatum")),
            (one_of("reden_wijziging", "13"), empty("einddatum")),
        ),
    ),
    Rule(
        "CS336",
        "toegewezen_product",
        "reden_wijziging",
        "Reden 01 (administratieve correctie) is vervallen.",
        broken(one_of("reden_wijziging", "01")),
    ),
    not_later("toegewezen_product", "toewijzingsdatum"),
    gemeente_on("toegewezen_product", "bericht.header_afzender", "ingangsdatum"),
    duplicate_rule("toegewezen_product", "toewijzing_nummer"),
    duplicate_rule("relatie", "nummer"),
    duplicate_rule("contact", "soort"),
    Rule(
        "TR302",
        "toegewezen_product",
        "product_categorie",
        "Een product komt alleen vaker voor als de periodes elkaar niet overlappen.",
        NoOverlap("product_categorie", "product_code", "ingangsdatum", "einddatum", REMOVED),
    ),
)
