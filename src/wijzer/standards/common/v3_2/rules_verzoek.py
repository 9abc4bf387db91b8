"""Rules about requests (315, 317) and the answer to them (319).

TR380 does not name its element: taken is the first day that is wished for a new product, since TR357 is
about the other ones.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.rules_persons import DAGTEKENING
from wijzer.standards.common.v3_2.rules_products import duplicate_rule, gemeente_on, volume_rules
from wijzer.standards.rules import (
    AtLeastOne,
    Column,
    NoOverlap,
    Rule,
    Test,
    Unique,
    broken,
    empty,
    filled,
    less,
    none_of,
    one_of,
)

AANVRAAG_RULES = (
    *volume_rules(
        "aangevraagd_product", "toewijzing_ingangsdatum", "toewijzing_einddatum", ("CD095", "CD079", "CS343")
    ),
    Rule(
        "CD043",
        "aangevraagd_product",
        "beschikking_ingangsdatum",
        "De ingangsdatum van de beschikking is gevuld als het nummer dat is, en anders leeg.",
        broken(
            (filled("beschikking_nummer"), empty("beschikking_ingangsdatum")),
            (empty("beschikking_nummer"), filled("beschikking_ingangsdatum")),
        ),
    ),
    Rule(
        "CD066",
        "aangevraagd_product",
        "verwijzer_naam",
        "Met een AGB-code is de naam van de verwijzer leeg.",
        broken(
            (
                one_of("verwijzer_type", "02", "03", "04", "05"),
                filled("verwijzer_zorgverlener_code"),
                filled("verwijzer_naam"),
            )
        ),
    ),
    Rule(
        "CD067",
        "aangevraagd_product",
        "verwijzer_naam",
        "Zonder AGB-code is de naam van de verwijzer gevuld.",
        broken(
            (
                one_of("verwijzer_type", "02", "03", "04", "05"),
                empty("verwijzer_zorgverlener_code"),
                empty("verwijzer_naam"),
            )
        ),
    ),
    Rule(
        "CD068",
        "aangevraagd_product",
        "verwijzer_zorgverlener_code",
        "Alleen een arts, instelling of specialist heeft een AGB-code.",
        broken((none_of("verwijzer_type", "02", "03", "04", "05"), filled("verwijzer_zorgverlener_code"))),
    ),
    gemeente_on("aangevraagd_product", "bericht.header_ontvanger", "toewijzing_ingangsdatum"),
    Rule(
        "TR383",
        "aangevraagd_product",
        "referentie_aanbieder",
        "Het kenmerk van de aanbieder is voor elk product anders.",
        Unique(("referentie_aanbieder",)),
    ),
    duplicate_rule("aangevraagd_product", "referentie_aanbieder"),
    Rule(
        "TR386",
        "aangevraagd_product",
        "product_categorie",
        "Een product komt alleen vaker voor als de periodes elkaar niet overlappen.",
        NoOverlap("product_categorie", "product_code", "toewijzing_ingangsdatum", "toewijzing_einddatum"),
    ),
)
WIJZIGING_RULES = (
    *volume_rules("nieuw_product", "gewenste_ingangsdatum", "einddatum", ("CD096", "CD079", "CS338")),
    *volume_rules("te_wijzigen_product", "gewenste_ingangsdatum", "einddatum", (None, None, "CS338"), False),
    Rule(
        "TR380",
        "nieuw_product",
        "gewenste_ingangsdatum",
        "De gewenste ingangsdatum ligt na de dagtekening.",
        broken(
            less("gewenste_ingangsdatum", DAGTEKENING),
            Test("equal", "gewenste_ingangsdatum", Column(DAGTEKENING)),
        ),
        "waarschuwing",
    ),
    Rule(
        "TR352",
        "bericht",
        None,
        "Het verzoek noemt een product dat blijft of dat moet wijzigen.",
        AtLeastOne(("ongewijzigd_product", "te_wijzigen_product")),
    ),
    Rule(
        "TR353",
        "bericht",
        None,
        "Het verzoek noemt een product dat moet wijzigen of een nieuw product.",
        AtLeastOne(("te_wijzigen_product", "nieuw_product")),
    ),
    Rule(
        "TR410",
        "nieuw_product",
        "product_categorie",
        "Een nieuw product komt alleen vaker voor als de periodes elkaar niet overlappen.",
        NoOverlap("product_categorie", "product_code", "gewenste_ingangsdatum", "einddatum"),
    ),
    duplicate_rule("ongewijzigd_product", "toewijzing_nummer"),
    duplicate_rule("te_wijzigen_product", "toewijzing_nummer"),
    duplicate_rule("nieuw_product", "product_categorie", "product_code", "gewenste_ingangsdatum"),
)

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
