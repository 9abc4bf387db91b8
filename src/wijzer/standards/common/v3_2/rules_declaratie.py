"""Rules about declarations and their answers.

TR134 and TR137 do not name their elements: taken are begin and end of the declared period and of each
line. TR346 allows for a tariff per minute that was rounded, as its explanation says.
"""

from __future__ import annotations

from datetime import date

from wijzer.standards.common.v3_2.rules_persons import DAGTEKENING
from wijzer.standards.common.v3_2.rules_products import duplicate_rule, not_later
from wijzer.standards.rules import (
    Amount,
    Column,
    NotAmong,
    ProductOf,
    Rule,
    SumOf,
    Test,
    Unique,
    broken,
    differs,
    empty,
    filled,
    greater,
    less,
    no_match,
    none_of,
    one_of,
)

BEGIN, END = "product_periode_begindatum", "product_periode_einddatum"
NUMBER, PREVIOUS = "product_referentie_referentie_nummer", "product_referentie_vorig_referentie_nummer"
AMOUNT, SIGN = "ingediend_bedrag_bedrag", "ingediend_bedrag_debet_credit"
OLDEST = date(2021, 1, 1)
LINE = Amount(AMOUNT, SIGN)


def zero_is_debet(record: str, amount: str, sign: str) -> Rule:
    """Return the rule that an amount of nothing bears D."""
    return Rule(
        "CS325",
        record,
        sign,
        "Bij een bedrag van 0 staat D (debet).",
        broken((one_of(amount, 0), one_of(sign, "C"))),
    )


def closed(record: str, begin: str, end: str) -> Rule:
    """Return the rule that a period ends after it begins and before the message was made."""
    return Rule(
        "TR137",
        record,
        end,
        "De einddatum ligt niet voor de begindatum en niet na de dagtekening.",
        broken(less(end, begin), greater(end, DAGTEKENING)),
    )


def line_rules() -> tuple[Rule, ...]:
    """Return the rules about a line that hold in a declaration and in its answer."""
    return (
        Rule(
            "CD060",
            "prestatie",
            PREVIOUS,
            "Een creditregel noemt de vorige regel; een debetregel doet dat niet.",
            broken((one_of(SIGN, "C"), empty(PREVIOUS)), (one_of(SIGN, "D"), filled(PREVIOUS))),
        ),
        zero_is_debet("prestatie", AMOUNT, SIGN),
        not_later("prestatie", BEGIN),
        closed("prestatie", BEGIN, END),
        duplicate_rule("client", "bsn"),
        Rule(
            "TR101",
            "prestatie",
            NUMBER,
            "Een regel komt maar een keer voor in een bericht.",
            Unique((NUMBER, PREVIOUS), whole_message=True),
        ),
    )


TOTAL = Amount(
    "declaratie_totaal_ingediend_bedrag_totaal_bedrag", "declaratie_totaal_ingediend_bedrag_debet_credit"
)
PERIOD_BEGIN, PERIOD_END = (
    "declaratie_declaratie_periode_begindatum",
    "declaratie_declaratie_periode_einddatum",
)
DECLARATIE_RULES = (
    *line_rules(),
    Rule(
        "CS100",
        "bericht",
        PERIOD_BEGIN,
        "De periode begint niet voor 1 januari 2021.",
        broken(less(PERIOD_BEGIN, OLDEST), less(PERIOD_END, OLDEST)),
    ),
    Rule(
        "CS340",
        "bericht",
        PERIOD_BEGIN,
        "De periode is precies een kalendermaand.",
        broken(
            no_match(PERIOD_BEGIN, ".*-01"),
            Test("other_month", PERIOD_END, Column(PERIOD_BEGIN)),
            Test("not_month_end", PERIOD_END),
        ),
    ),
    zero_is_debet("bericht", TOTAL.column, TOTAL.debet_credit),
    not_later("bericht", PERIOD_BEGIN),
    closed("bericht", PERIOD_BEGIN, PERIOD_END),
    Rule(
        "CS100",
        "prestatie",
        BEGIN,
        "De periode begint niet voor 1 januari 2021.",
        broken(less(BEGIN, OLDEST), less(END, OLDEST)),
    ),
    Rule(
        "CS337",
        "prestatie",
        END,
        "De periode blijft binnen een kalendermaand.",
        broken(Test("other_month", END, Column(BEGIN))),
    ),
    Rule(
        "CD087",
        "prestatie",
        "product_tarief",
        "Het tarief is leeg bij eenheid 83 (euro), en anders gevuld.",
        broken(
            (none_of("eenheid", "83"), empty("product_tarief")),
            (one_of("eenheid", "83"), filled("product_tarief")),
        ),
    ),
    Rule(
        "CS339",
        "prestatie",
        AMOUNT,
        "Bij eenheid 83 (euro) is het bedrag gelijk aan het volume.",
        broken((one_of("eenheid", "83"), differs(AMOUNT, "geleverd_volume"))),
    ),
    Rule(
        "TR346",
        "prestatie",
        AMOUNT,
        "Het bedrag is het volume maal het tarief.",
        ProductOf(
            AMOUNT,
            "geleverd_volume",
            "product_tarief",
            (none_of("eenheid", "83"),),
            (one_of("eenheid", "01"),),
        ),
    ),
    Rule(
        "TR315",
        "prestatie",
        PREVIOUS,
        "Een regel wordt in een bericht maar een keer gecrediteerd.",
        Unique((PREVIOUS,), whole_message=True),
    ),
    Rule(
        "TR316",
        "prestatie",
        PREVIOUS,
        "Een regel wordt niet gecrediteerd in het bericht waarin hij staat.",
        NotAmong(PREVIOUS, NUMBER),
    ),
    Rule(
        "TR335",
        "prestatie",
        END,
        "De periode eindigt niet meer dan 5 jaar voor de declaratie.",
        broken(Test("years_before", END, Column("bericht.declaratie_declaratie_dagtekening"), 5)),
    ),
    Rule(
        "TR358",
        "bericht",
        TOTAL.column,
        "Het totaal is de som van de regels: debet telt op, credit trekt af.",
        SumOf("prestatie", LINE, TOTAL),
    ),
    Rule(
        "TR416",
        "prestatie",
        BEGIN,
        "Een toewijzing, product en periode hebben maar een debetregel.",
        Unique(
            ("toewijzing_nummer", "product_categorie", "product_code", BEGIN, END),
            (one_of(SIGN, "D"),),
            whole_message=True,
        ),
    ),
)
SUBMITTED = Amount(
    "declaratie_antwoord_totaal_ingediend_bedrag_totaal_bedrag",
    "declaratie_antwoord_totaal_ingediend_bedrag_debet_credit",
)
GRANTED = Amount(
    "declaratie_antwoord_totaal_toegekend_bedrag_totaal_bedrag",
    "declaratie_antwoord_totaal_toegekend_bedrag_debet_credit",
)
ACCEPTED_CODES = ("0200", "8001")
ANTWOORD_RULES = (
    *line_rules(),
    zero_is_debet("bericht", SUBMITTED.column, SUBMITTED.debet_credit),
    zero_is_debet("bericht", GRANTED.column, GRANTED.debet_credit),
    Rule(
        "TR342",
        "bericht",
        GRANTED.column,
        "Ingediend min toegekend is de som van de afgewezen regels.",
        SumOf(
            "prestatie",
            LINE,
            SUBMITTED,
            GRANTED,
            (
                none_of("declaratie_antwoord_retour_codes", *ACCEPTED_CODES),
                empty("declaratie_antwoord_declaratie_nummer"),
            ),
        ),
    ),
    Rule(
        "TR342",
        "bericht",
        GRANTED.column,
        "Een declaratie die als geheel is afgewezen, heeft een toegekend bedrag van 0.",
        broken(
            (none_of("declaratie_antwoord_retour_codes", *ACCEPTED_CODES, "0233"), greater(GRANTED.column, 0))
        ),
    ),
)
