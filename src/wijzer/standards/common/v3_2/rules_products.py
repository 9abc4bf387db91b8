"""Rules that several messages have about a product: its volume, budget, dates and place.

CD041 (with a product code, Omvang is filled) is read next to CD077 (with a Budget, Omvang is empty): a
product with a code and a budget breaks neither.
"""

from __future__ import annotations

from datetime import date

from wijzer.standards.common.v3_2.rules_persons import DAGTEKENING, GEMEENTECODES
from wijzer.standards.rules import (
    Column,
    Rule,
    Test,
    Unique,
    broken,
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
