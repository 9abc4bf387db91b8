"""Rules about header, client, relations and contact data.

TR134 (a date not after the Dagtekening) does not name its elements: taken are the dates of birth, the
Toewijzingsdatum, begin and end of delivered support, and begin of declared periods. TR378 is read
mildly: a code must be known, and for a toewijzing or request valid on its first day.
"""

from __future__ import annotations

from datetime import date

from wijzer.standards.rules import (
    AtLeastOne,
    Column,
    Rule,
    Test,
    broken,
    empty,
    filled,
    greater,
    less,
    no_match,
    none_of,
    one_of,
)

DAGTEKENING = "bericht.header_bericht_identificatie_dagtekening"
NL_POSTCODE = "[1-9][0-9]{3} ?[A-Z]{2}"
GEMEENTECODES = "CBS_Gemeentecodes"


def header_rules(gemeente: str, aanbieder: str) -> tuple[Rule, ...]:
    """Return the rules about sender and receiver, of which one is the gemeente."""
    return (
        Rule(
            "TR378",
            "bericht",
            gemeente,
            "De gemeentecode moet bestaan.",
            broken(Test("not_valid", gemeente, None, GEMEENTECODES)),
            "waarschuwing",
        ),
        Rule(
            "agb_code",
            "bericht",
            aanbieder,
            "De AGB-code moet een soort en een nummer hebben.",
            broken(Test("no_agb", aanbieder)),
            "waarschuwing",
            official=False,
        ),
    )


def bsn_rule(record: str, column: str) -> Rule:
    """Return the rule that a BSN passes the eleven-test."""
    return Rule(
        "CS002", record, column, "Het BSN moet voldoen aan de elfproef.", broken(Test("no_bsn", column))
    )


def client_rules() -> tuple[Rule, ...]:
    """Return the rules about the date of birth of the client."""
    day, usage = "client_geboortedatum_datum", "client_geboortedatum_datum_gebruik"
    return (
        *birth_rules("bericht", day, usage),
        Rule(
            "TR002",
            "bericht",
            day,
            "De geboortedatum ligt niet meer dan 120 jaar voor de dagtekening, tenzij hij onbekend is.",
            broken(
                (Test("years_before", day, Column(DAGTEKENING), 120), none_of(usage, "3")),
                (Test("years_before", day, Column(DAGTEKENING), 120), empty(usage)),
            ),
        ),
    )


def birth_rules(record: str, day: str, usage: str) -> tuple[Rule, ...]:
    """Return the rules about one date of birth and which part of it is known."""
    return (
        Rule(
            "CS139",
            record,
            day,
            "Het onbekende deel van een geboortedatum is 01 (dag, maand) of 1900 (jaar).",
            broken(
                (one_of(usage, "1"), no_match(day, ".*-01")),
                (one_of(usage, "2"), no_match(day, ".*-01-01")),
                (one_of(usage, "3"), no_match(day, "1900-01-01")),
            ),
        ),
        Rule(
            "TR134", record, day, "De datum ligt niet na de dagtekening.", broken(greater(day, DAGTEKENING))
        ),
    )


def name_rules(
    record: str, prefix: str, with_partner: tuple[str, ...], without: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Return the rules about which name somebody uses."""
    usage, partner = f"{prefix}naam_gebruik", f"{prefix}partnernaam_achternaam"
    return (
        Rule(
            "CS050",
            record,
            usage,
            "NaamGebruik is 1 tot en met 4 met een partnernaam, en anders 1 of 6.",
            broken(
                (filled(partner), none_of(usage, *with_partner)), (empty(partner), none_of(usage, *without))
            ),
        ),
        *(
            (
                Rule(
                    "CS318",
                    record,
                    usage,
                    "NaamGebruik 6 (niet-natuurlijk persoon) mag niet bij een client.",
                    broken(one_of(usage, "6")),
                ),
            )
            if record == "bericht"
            else ()
        ),
    )


def relatie_rules() -> tuple[Rule, ...]:
    """Return the rules about a relation and its contact data."""
    return (
        *birth_rules("relatie", "geboortedatum_datum", "geboortedatum_datum_gebruik"),
        *name_rules("relatie", "naam_", ("1", "2", "3", "4"), ("1", "6")),
        *contact_rules("relatie", "contact_"),
    )


def contact_rules(record: str, prefix: str) -> tuple[Rule, ...]:
    """Return the rules about one address, telephone or e-mail."""
    kind, house = f"{prefix}soort", f"{prefix}adres_huis_huisnummer"
    postcode, country = f"{prefix}adres_postcode", f"{prefix}adres_land_code"
    begin, end = f"{prefix}periode_begindatum", f"{prefix}periode_einddatum"
    phone = f"{prefix}telefoon_telefoon01_telefoonnummer"
    rules = [
        Rule(
            "CD025",
            record,
            house,
            "Een Nederlands adres heeft een huisnummer.",
            broken((one_of(country, "NL"), empty(house))),
        ),
        Rule(
            "CD034",
            record,
            postcode,
            "Een BRP-adres of verblijfadres heeft een postcode.",
            broken((one_of(kind, "01", "03"), empty(postcode))),
        ),
        Rule(
            "CS089",
            record,
            postcode,
            "Een Nederlandse postcode is vier cijfers en twee hoofdletters.",
            broken((one_of(country, "NL"), no_match(postcode, NL_POSTCODE))),
        ),
        Rule(
            "CD005",
            record,
            country,
            "Het land is gevuld als de postcode dat is, en anders leeg.",
            broken((filled(postcode), empty(country)), (empty(postcode), filled(country))),
        ),
        Rule(
            "CD009",
            record,
            begin,
            "Alleen een tijdelijk adres (04) heeft een periode.",
            broken((none_of(kind, "04"), filled(begin)), (none_of(kind, "04"), filled(end))),
        ),
        Rule("CS003", record, end, "De einddatum ligt niet voor de begindatum.", broken(less(end, begin))),
        Rule(
            "TR006",
            record,
            kind,
            "Contactgegevens hebben een telefoonnummer, of een huisnummer met postcode.",
            broken((empty(phone), empty(house)), (empty(phone), empty(postcode))),
        ),
    ]
    if record == "contact":
        rules.append(
            Rule(
                "TR061",
                "bericht",
                None,
                "De client heeft een BRP-adres, correspondentie-adres of verblijfadres.",
                AtLeastOne(("contact",), (one_of(kind, "01", "02", "03"),)),
            )
        )
    return tuple(rules)


COMMUNICATIE_RULES = (
    Rule(
        "CD007",
        "bericht",
        "client_communicatie_taal",
        "De taal is gevuld bij een tolk (vorm 1), en anders leeg.",
        broken(
            (one_of("client_communicatie_vorm", "1"), empty("client_communicatie_taal")),
            (none_of("client_communicatie_vorm", "1"), filled("client_communicatie_taal")),
        ),
    ),
)
OLDEST_DECLARATION = date(2021, 1, 1)
