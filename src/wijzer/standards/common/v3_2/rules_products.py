"""Rules about assigned, requested, started and stopped products.

CD041 (with a product code, Omvang is filled) is read next to CD077 (with a Budget, Omvang is empty): a
product with a code and a budget breaks neither. TR380 does not name its element: taken is the first day
that is wished for a new product, since TR357 is about the other ones.
"""

from __future__ import annotations

from datetime import date

from wijzer.standards.common.v3_2.rules_persons import COMMUNICATIE_RULES, DAGTEKENING, GEMEENTECODES
from wijzer.standards.rules import (
    AtLeastOne,
    Column,
    NoOverlap,
    Rule,
    Test,
    Unique,
    broken,
    differs,
    empty,
    filled,
    greater,
    less,
    none_of,
    one_of,
)

TURN = date(2020, 12, 31)
AFTER_2020 = "bij een toewijzing die doorloopt na 2020"


def volume_rules(
    record: str, begin: str, end: str, ids: tuple[str | None, str | None, str], product: bool = True
) -> tuple[Rule, ...]:
    """Return the rules about product, volume, budget and end date.

    ``ids`` are the ids that differ per message: volume without product code, product needed, frequency.
    """
    without_code, product_needed, frequency = ids
    code, unit, freq, budget = "product_code", "omvang_eenheid", "omvang_frequentie", "budget"
    rules = [
        Rule("CD075", record, end, "Een budget heeft een einddatum.", broken((filled(budget), empty(end)))),
        Rule(
            "CD076",
            record,
            end,
            "Hulp per week heeft een einddatum.",
            broken((one_of(freq, "2"), empty(end))),
        ),
        Rule("CS003", record, end, "De einddatum ligt niet voor de begindatum.", broken(less(end, begin))),
        Rule(
            "CD077", record, unit, "Met een budget is de omvang leeg.", broken((filled(budget), filled(unit)))
        ),
        Rule(
            "CD078",
            record,
            budget,
            "Met een omvang is het budget leeg.",
            broken((filled(unit), filled(budget))),
        ),
        Rule(
            frequency,
            record,
            freq,
            f"Etmaal, dagdeel, euro en stuks (inspanning) zijn per week, maand of in totaal, {AFTER_2020}.",
            broken(
                (one_of(unit, "14", "16", "83", "84"), greater(end, TURN), none_of(freq, "2", "4", "6")),
                (one_of(unit, "14", "16", "83", "84"), empty(end), none_of(freq, "2", "4", "6")),
            ),
        ),
    ]
    if product and without_code and product_needed:
        rules += [
            Rule(
                "CD041",
                record,
                unit,
                "Een product met een code heeft een omvang of een budget.",
                broken((filled(code), empty(unit), empty(budget))),
            ),
            Rule(
                without_code,
                record,
                unit,
                f"Zonder productcode is de omvang leeg, {AFTER_2020}.",
                broken(
                    (empty(code), greater(end, TURN), filled(unit)), (empty(code), empty(end), filled(unit))
                ),
            ),
            Rule(
                product_needed,
                record,
                "product_categorie",
                "Zonder budget is het product gevuld.",
                broken((empty(budget), empty("product_categorie"))),
            ),
        ]
    return tuple(rules)


def duplicate_rule(record: str, *columns: str) -> Rule:
    """Return the rule that the logical key is unique within a message."""
    return Rule(
        "TR101", record, columns[0], "Een regel komt maar een keer voor in een bericht.", Unique(columns)
    )


def not_later(record: str, column: str) -> Rule:
    """Return the rule that a date is not after the Dagtekening."""
    return Rule(
        "TR134", record, column, "De datum ligt niet na de dagtekening.", broken(greater(column, DAGTEKENING))
    )


def gemeente_on(record: str, gemeente: str, day: str) -> Rule:
    """Return the rule that the gemeentecode held on a day; an unknown code is the header's finding."""
    return Rule(
        "TR378",
        record,
        day,
        "De gemeente bestond op de ingangsdatum.",
        broken(Test("not_valid", gemeente, Column(day), GEMEENTECODES)),
        "waarschuwing",
    )


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
