"""What a finding tells: the place, the line, what was expected, and never a value."""

from __future__ import annotations

from random import Random

import pytest
from lxml import etree

from tests.messages.examples import content
from wijzer.messages import check, compose
from wijzer.messages.layout import record_classes
from wijzer.standards import message_types


def test_a_wrong_value_is_told_with_place_line_and_expectation() -> None:
    message = (
        compose("wmo", "305", content("305")).replace(b"><", b">\n<").replace(b"999900006", b"99990000x")
    )
    (finding,) = check(message).findings
    assert (finding.path, finding.code, finding.expected) == (
        "Bericht/Client/Bsn",
        "waarde_vorm",
        "9 cijfers",
    )
    assert message.split(b"\n")[(finding.line or 0) - 1] == b"<wmo305:Bsn>99990000x</wmo305:Bsn>"
    assert finding.rule_ids == ("RS015", "RS037")
    assert finding.sentence() == (
        "De waarde heeft niet de vorm die de standaard vraagt."
        f" Plaats: Bericht/Client/Bsn, regel {finding.line}. Verwacht: 9 cijfers. (RS015, RS037)"
    )


def test_a_missing_element_is_told_by_the_name_that_was_expected() -> None:
    message = compose("wmo", "305", content("305")).replace(b"<wmo305:Geslacht>2</wmo305:Geslacht>", b"")
    (finding,) = check(message).findings
    assert finding.code == "element_onverwacht"
    assert finding.path == "Bericht/Client/Naam"
    assert finding.expected == "Geslacht"


def test_a_code_outside_its_list_is_told_with_the_list() -> None:
    message = compose("wmo", "305", content("305")).replace(b">2</wmo305:Geslacht>", b">7</wmo305:Geslacht>")
    (finding,) = check(message).findings
    assert (finding.code, finding.expected) == ("code_onbekend", "een code uit codelijst COD046")


def test_an_unknown_element_is_not_named() -> None:
    message = compose("wmo", "305", content("305")).replace(b"wmo305:Geslacht>", b"wmo305:Jansen>")
    text = " ".join(finding.sentence() for finding in check(message).findings)
    assert "Jansen" not in text
    assert "(onbekend element)" in text


def test_several_errors_are_told_each_at_its_place() -> None:
    message = compose("wmo", "323", content("323")).replace(b">D<", b">X<")
    findings = check(message).findings
    assert {finding.path for finding in findings} == {
        "Bericht/Declaratie/TotaalIngediendBedrag/DebetCredit",
        "Bericht/Declaratie/Clienten/Client/Prestaties/Prestatie/IngediendBedrag/DebetCredit",
    }


SECRET = ["Geheimpje", "321987654", "1931-12-24", "7777ZQ", "geheim@voorbeeld.nl", "0699887766"]


@pytest.mark.parametrize("number", ["301", "305", "315", "323"])
def test_no_value_of_a_message_is_ever_told(number: str, seed: int) -> None:
    random = Random(f"{seed} {number}")
    message = etree.fromstring(compose("wmo", number, content(number)))
    leaves = [element for element in message.iter() if len(element) == 0]
    for _ in range(300):
        changed = [(leaf, leaf.text) for leaf in random.sample(leaves, 2)]
        for leaf, _ in changed:
            leaf.text = random.choice(SECRET)
        result = check(etree.tostring(message))
        told = " ".join(finding.sentence() + str(finding.as_dict()) for finding in result.findings)
        assert not [secret for secret in SECRET if secret in told]
        for leaf, text in changed:
            leaf.text = text


def test_names_birth_addresses_and_free_text_are_marked_personal() -> None:
    words = (
        "bsn",
        "naam_",
        "geboortedatum",
        "adres_",
        "telefoon",
        "email",
        "commentaar",
        "organisatie",
        "verwijzer_naam",
    )
    for message in message_types():
        for record in record_classes(message):
            for column in record.columns:
                if column.kind == "leaf" and any(word in f"{column.name}_" for word in words):
                    assert column.personal, f"{message.name} {record.name} {column.name}"


def test_what_facts_need_is_not_marked_personal() -> None:
    needed = {
        "toewijzing_nummer",
        "product_code",
        "ingangsdatum",
        "eenheid",
        "client_geslacht",
        "soort",
        "nummer",
    }
    for message in message_types():
        for record in record_classes(message):
            for column in record.columns:
                assert not (column.name in needed and column.personal), f"{message.name} {column.name}"
