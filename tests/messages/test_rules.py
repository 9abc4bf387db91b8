"""Each rule about one message: what breaks it, and that a plain message breaks none."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.messages.examples import changed, content, prestatie
from wijzer.messages import check, compose
from wijzer.standards import message_types

PRODUCT = "Client/ToegewezenProducten/0"
CONTACT = "Client/Contactgegevens/0"
RELATIE = "Client/Relaties/0"
ASKED = "Client/AangevraagdeProducten/0"
CHANGE = "Client/Verzoek/TeWijzigenProducten/0"
NEW = "Client/Verzoek/NieuweProducten/0"
LINE = "Declaratie/Clienten/0/Prestaties/0"
REFUSED = "DeclaratieAntwoord/Clienten/0/Prestaties/0"
PARTNER = {"Achternaam": "Partner"}
PERIOD = {"Begindatum": "2023-05-02", "Einddatum": "2023-05-01"}
OMVANG_STUKS = {"Volume": "1", "Eenheid": "84", "Frequentie": "1"}


def product(**other: Any) -> dict[str, Any]:
    made = copy.deepcopy(content("301")["Client"]["ToegewezenProducten"][0])
    made.update(other)
    return made


def asked(**other: Any) -> dict[str, Any]:
    made = copy.deepcopy(content("315")["Client"]["AangevraagdeProducten"][0])
    made.update(other)
    return made


def new(**other: Any) -> dict[str, Any]:
    made = copy.deepcopy(content("317")["Client"]["Verzoek"]["NieuweProducten"][0])
    made.update(other)
    return made


def credit(number: str, previous: str) -> dict[str, Any]:
    made = prestatie(number)
    made["ProductReferentie"]["VorigReferentieNummer"] = previous
    made["IngediendBedrag"]["DebetCredit"] = "C"
    return made


# number, rule, class, what is changed; the sentence of a case is its rule
# fmt: off
CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("301", "TR378", "bericht", {"Header/Afzender": "9999"}),
    ("301", "agb_code", "bericht", {"Header/Ontvanger": "00000001"}),
    ("301", "CS002", "bericht", {"Client/Bsn": "999900007"}),
    ("301", "CS139", "bericht", {"Client/Geboortedatum": {"Datum": "1950-03-14", "DatumGebruik": "1"}}),
    ("301", "TR134", "bericht", {"Client/Geboortedatum": {"Datum": "2023-05-07"}}),
    ("301", "TR002", "bericht", {"Client/Geboortedatum": {"Datum": "1903-05-05"}}),
    ("301", "CS050", "bericht", {"Client/Naam/Partnernaam": PARTNER, "Client/Naam/NaamGebruik": "5"}),
    ("301", "CS318", "bericht", {"Client/Naam/NaamGebruik": "6"}),
    ("301", "CD007", "bericht", {"Client/Communicatie": {"Vorm": "1"}}),
    ("301", "CS139", "relatie", {f"{RELATIE}/Geboortedatum": {"Datum": "1980-02-01", "DatumGebruik": "2"}}),
    ("301", "TR134", "relatie", {f"{RELATIE}/Geboortedatum": {"Datum": "2024-01-01"}}),
    ("301", "CS050", "relatie", {f"{RELATIE}/Naam/NaamGebruik": "3"}),
    ("301", "CD025", "relatie", {f"{RELATIE}/Contact/Adres/Huis": None}),
    (
        "301",
        "CD034",
        "relatie",
        {f"{RELATIE}/Contact/Adres/Postcode": None, f"{RELATIE}/Contact/Adres/LandCode": None},
    ),
    ("301", "CS089", "relatie", {f"{RELATIE}/Contact/Adres/Postcode": "0931AB"}),
    ("301", "CD005", "relatie", {f"{RELATIE}/Contact/Adres/LandCode": None}),
    ("301", "CD009", "relatie", {f"{RELATIE}/Contact/Periode": {"Begindatum": "2023-05-01"}}),
    ("301", "CS003", "relatie", {f"{RELATIE}/Contact/Soort": "04", f"{RELATIE}/Contact/Periode": PERIOD}),
    ("301", "TR006", "relatie", {f"{RELATIE}/Contact/Adres": None, f"{RELATIE}/Contact/Soort": "02"}),
    ("301", "CD025", "contact", {f"{CONTACT}/Adres/Huis": None}),
    ("301", "CD034", "contact", {f"{CONTACT}/Adres/Postcode": None, f"{CONTACT}/Adres/LandCode": None}),
    ("301", "CS089", "contact", {f"{CONTACT}/Adres/Postcode": "6931ab"}),
    ("301", "CD005", "contact", {f"{CONTACT}/Adres/LandCode": None}),
    ("301", "CD009", "contact", {f"{CONTACT}/Periode": {"Begindatum": "2023-05-01"}}),
    ("301", "CS003", "contact", {f"{CONTACT}/Soort": "04", f"{CONTACT}/Periode": PERIOD}),
    ("301", "TR006", "contact", {f"{CONTACT}/Adres": None, f"{CONTACT}/Soort": "02"}),
    ("301", "TR061", "bericht", {f"{CONTACT}/Soort": "04"}),
    (
        "301",
        "CD075",
        "toegewezen_product",
        {f"{PRODUCT}/Omvang": None, f"{PRODUCT}/Budget": "100", f"{PRODUCT}/Einddatum": None},
    ),
    ("301", "CD076", "toegewezen_product", {f"{PRODUCT}/Einddatum": None}),
    ("301", "CS003", "toegewezen_product", {f"{PRODUCT}/Einddatum": "2023-04-30"}),
    ("301", "CD077", "toegewezen_product", {f"{PRODUCT}/Budget": "100"}),
    ("301", "CD078", "toegewezen_product", {f"{PRODUCT}/Budget": "100"}),
    ("301", "CS338", "toegewezen_product", {f"{PRODUCT}/Omvang": OMVANG_STUKS}),
    ("301", "CD041", "toegewezen_product", {f"{PRODUCT}/Omvang": None}),
    ("301", "CD080", "toegewezen_product", {f"{PRODUCT}/Product/Code": None}),
    ("301", "CD079", "toegewezen_product", {f"{PRODUCT}/Product": None, f"{PRODUCT}/Omvang": None}),
    ("301", "CS335", "toegewezen_product", {f"{PRODUCT}/RedenWijziging": "13"}),
    ("301", "CS336", "toegewezen_product", {f"{PRODUCT}/RedenWijziging": "01"}),
    ("301", "TR134", "toegewezen_product", {f"{PRODUCT}/Toewijzingsdatum": "2023-05-07"}),
    ("301", "TR378", "toegewezen_product", {"Header/Afzender": "0457"}),
    (
        "301",
        "TR101",
        "toegewezen_product",
        {"Client/ToegewezenProducten+": product(Ingangsdatum="2025-01-01", Einddatum="2025-02-01")},
    ),
    ("301", "TR101", "relatie", {"Client/Relaties+": copy.deepcopy(content("301")["Client"]["Relaties"][0])}),
    (
        "301",
        "TR101",
        "contact",
        {"Client/Contactgegevens+": copy.deepcopy(content("301")["Client"]["Contactgegevens"][0])},
    ),
    (
        "301",
        "TR302",
        "toegewezen_product",
        {"Client/ToegewezenProducten+": product(ToewijzingNummer="20099")},
    ),
    ("305", "TR378", "bericht", {"Header/Ontvanger": "9999"}),
    ("305", "agb_code", "bericht", {"Header/Afzender": "42000000"}),
    ("305", "CS002", "bericht", {"Client/Bsn": "000000000"}),
    ("305", "CS139", "bericht", {"Client/Geboortedatum": {"Datum": "1950-01-01", "DatumGebruik": "3"}}),
    ("305", "TR134", "bericht", {"Client/Geboortedatum": {"Datum": "2023-05-07"}}),
    ("305", "TR002", "bericht", {"Client/Geboortedatum": {"Datum": "1900-01-01"}}),
    ("305", "CS058", "start_product", {"Client/StartProducten/0/StatusAanlevering": "2"}),
    ("305", "TR134", "start_product", {"Client/StartProducten/0/Begindatum": "2023-05-07"}),
    (
        "305",
        "TR101",
        "start_product",
        {"Client/StartProducten+": content("305")["Client"]["StartProducten"][0]},
    ),
    ("307", "TR378", "bericht", {"Header/Ontvanger": "9999"}),
    ("307", "agb_code", "bericht", {"Header/Afzender": "00000001"}),
    ("307", "CS002", "bericht", {"Client/Bsn": "123456789"}),
    ("307", "CS139", "bericht", {"Client/Geboortedatum": {"Datum": "1950-03-14", "DatumGebruik": "2"}}),
    ("307", "TR134", "bericht", {"Client/Geboortedatum": {"Datum": "2023-05-07"}}),
    ("307", "TR002", "bericht", {"Client/Geboortedatum": {"Datum": "1900-01-01"}}),
    ("307", "CS058", "stop_product", {"Client/StopProducten/0/StatusAanlevering": "9"}),
    ("307", "TR018", "stop_product", {"Client/StopProducten/0/Einddatum": "2023-03-31"}),
    ("307", "TR134", "stop_product", {"Client/StopProducten/0/Einddatum": "2023-05-07"}),
    ("307", "TR101", "stop_product", {"Client/StopProducten+": content("307")["Client"]["StopProducten"][0]}),
    ("315", "TR378", "bericht", {"Header/Ontvanger": "9999"}),
    ("315", "agb_code", "bericht", {"Header/Afzender": "00000001"}),
    ("315", "CS002", "bericht", {"Client/Bsn": "123456789"}),
    ("315", "CS139", "bericht", {"Client/Geboortedatum": {"Datum": "1950-03-14", "DatumGebruik": "2"}}),
    ("315", "TR134", "bericht", {"Client/Geboortedatum": {"Datum": "2023-05-07"}}),
    ("315", "TR002", "bericht", {"Client/Geboortedatum": {"Datum": "1900-01-01"}}),
    (
        "315",
        "CD075",
        "aangevraagd_product",
        {f"{ASKED}/Omvang": None, f"{ASKED}/Budget": "1", f"{ASKED}/ToewijzingEinddatum": None},
    ),
    ("315", "CD076", "aangevraagd_product", {f"{ASKED}/ToewijzingEinddatum": None}),
    ("315", "CS003", "aangevraagd_product", {f"{ASKED}/ToewijzingEinddatum": "2023-05-31"}),
    ("315", "CD077", "aangevraagd_product", {f"{ASKED}/Budget": "1"}),
    ("315", "CD078", "aangevraagd_product", {f"{ASKED}/Budget": "1"}),
    ("315", "CS343", "aangevraagd_product", {f"{ASKED}/Omvang": OMVANG_STUKS}),
    ("315", "CD041", "aangevraagd_product", {f"{ASKED}/Omvang": None}),
    ("315", "CD095", "aangevraagd_product", {f"{ASKED}/Product/Code": None}),
    ("315", "CD079", "aangevraagd_product", {f"{ASKED}/Product": None, f"{ASKED}/Omvang": None}),
    ("315", "CD043", "aangevraagd_product", {f"{ASKED}/BeschikkingNummer": "7"}),
    ("315", "CD066", "aangevraagd_product", {f"{ASKED}/Verwijzer/ZorgverlenerCode": "01020304"}),
    ("315", "CD067", "aangevraagd_product", {f"{ASKED}/Verwijzer/Naam": None}),
    (
        "315",
        "CD068",
        "aangevraagd_product",
        {f"{ASKED}/Verwijzer": {"Type": "01", "ZorgverlenerCode": "01020304"}},
    ),
    ("315", "TR378", "aangevraagd_product", {"Header/Ontvanger": "0457"}),
    (
        "315",
        "TR383",
        "aangevraagd_product",
        {"Client/AangevraagdeProducten+": asked(Product={"Categorie": "02", "Code": "02A01"})},
    ),
    (
        "315",
        "TR101",
        "aangevraagd_product",
        {"Client/AangevraagdeProducten+": asked(Product={"Categorie": "02", "Code": "02A01"})},
    ),
    (
        "315",
        "TR386",
        "aangevraagd_product",
        {"Client/AangevraagdeProducten+": asked(ReferentieAanbieder="R9")},
    ),
    ("317", "TR378", "bericht", {"Header/Ontvanger": "9999"}),
    ("317", "agb_code", "bericht", {"Header/Afzender": "00000001"}),
    ("317", "CS002", "bericht", {"Client/Bsn": "123456789"}),
    (
        "317",
        "CD075",
        "nieuw_product",
        {f"{NEW}/Omvang": None, f"{NEW}/Budget": "1", f"{NEW}/Einddatum": None},
    ),
    ("317", "CD076", "nieuw_product", {f"{NEW}/Einddatum": None}),
    ("317", "CS003", "nieuw_product", {f"{NEW}/Einddatum": "2023-05-31"}),
    ("317", "CD077", "nieuw_product", {f"{NEW}/Budget": "1"}),
    ("317", "CD078", "nieuw_product", {f"{NEW}/Budget": "1"}),
    ("317", "CS338", "nieuw_product", {f"{NEW}/Omvang": OMVANG_STUKS}),
    ("317", "CD041", "nieuw_product", {f"{NEW}/Omvang": None}),
    ("317", "CD096", "nieuw_product", {f"{NEW}/Product/Code": None}),
    ("317", "CD079", "nieuw_product", {f"{NEW}/Product": None, f"{NEW}/Omvang": None}),
    ("317", "TR380", "nieuw_product", {f"{NEW}/GewensteIngangsdatum": "2023-05-06"}),
    (
        "317",
        "TR410",
        "nieuw_product",
        {"Client/Verzoek/NieuweProducten+": new(GewensteIngangsdatum="2023-07-01")},
    ),
    ("317", "TR101", "nieuw_product", {"Client/Verzoek/NieuweProducten+": new()}),
    (
        "317",
        "CD075",
        "te_wijzigen_product",
        {f"{CHANGE}/Omvang": None, f"{CHANGE}/Budget": "1", f"{CHANGE}/Einddatum": None},
    ),
    ("317", "CD076", "te_wijzigen_product", {f"{CHANGE}/Einddatum": None}),
    ("317", "CS003", "te_wijzigen_product", {f"{CHANGE}/Einddatum": "2023-05-31"}),
    ("317", "CD077", "te_wijzigen_product", {f"{CHANGE}/Budget": "1"}),
    ("317", "CD078", "te_wijzigen_product", {f"{CHANGE}/Budget": "1"}),
    ("317", "CS338", "te_wijzigen_product", {f"{CHANGE}/Omvang": OMVANG_STUKS}),
    (
        "317",
        "TR101",
        "te_wijzigen_product",
        {
            "Client/Verzoek/TeWijzigenProducten+": content("317")["Client"]["Verzoek"]["TeWijzigenProducten"][
                0
            ]
        },
    ),
    (
        "317",
        "TR101",
        "ongewijzigd_product",
        {"Client/Verzoek/OngewijzigdeProducten+": {"ToewijzingNummer": "20072"}},
    ),
    (
        "317",
        "TR352",
        "bericht",
        {"Client/Verzoek/OngewijzigdeProducten": None, "Client/Verzoek/TeWijzigenProducten": None},
    ),
    (
        "317",
        "TR353",
        "bericht",
        {"Client/Verzoek/NieuweProducten": None, "Client/Verzoek/TeWijzigenProducten": None},
    ),
    ("319", "TR378", "bericht", {"Header/Afzender": "9999"}),
    ("319", "agb_code", "bericht", {"Header/Ontvanger": "00000001"}),
    ("319", "CD085", "bericht", {"Antwoord/RedenAfwijzingVerzoek": None}),
    ("319", "CD086", "bericht", {"Antwoord/VerzoekAntwoord": "2"}),
    ("323", "TR378", "bericht", {"Header/Ontvanger": "9999"}),
    ("323", "agb_code", "bericht", {"Header/Afzender": "00000001"}),
    ("323", "CS002", "client", {"Declaratie/Clienten/0/Bsn": "123456789"}),
    ("323", "TR101", "client", {"Declaratie/Clienten/1/Bsn": "999900006"}),
    (
        "323",
        "CS100",
        "bericht",
        {"Declaratie/DeclaratiePeriode": {"Begindatum": "2020-12-01", "Einddatum": "2020-12-31"}},
    ),
    (
        "323",
        "CS340",
        "bericht",
        {"Declaratie/DeclaratiePeriode": {"Begindatum": "2023-04-01", "Einddatum": "2023-04-29"}},
    ),
    (
        "323",
        "CS325",
        "bericht",
        {"Declaratie/TotaalIngediendBedrag": {"TotaalBedrag": "0", "DebetCredit": "C"}},
    ),
    (
        "323",
        "TR134",
        "bericht",
        {"Declaratie/DeclaratiePeriode": {"Begindatum": "2023-06-01", "Einddatum": "2023-06-30"}},
    ),
    (
        "323",
        "TR137",
        "bericht",
        {"Declaratie/DeclaratiePeriode": {"Begindatum": "2023-05-01", "Einddatum": "2023-05-31"}},
    ),
    ("323", "TR358", "bericht", {"Declaratie/TotaalIngediendBedrag/TotaalBedrag": "7501"}),
    ("323", "CD060", "prestatie", {f"{LINE}/IngediendBedrag/DebetCredit": "C"}),
    ("323", "CS325", "prestatie", {f"{LINE}/IngediendBedrag": {"Bedrag": "0", "DebetCredit": "C"}}),
    (
        "323",
        "TR134",
        "prestatie",
        {f"{LINE}/ProductPeriode": {"Begindatum": "2023-06-01", "Einddatum": "2023-06-30"}},
    ),
    (
        "323",
        "TR137",
        "prestatie",
        {f"{LINE}/ProductPeriode": {"Begindatum": "2023-04-30", "Einddatum": "2023-04-01"}},
    ),
    ("323", "TR101", "prestatie", {"Declaratie/Clienten/1/Prestaties+": prestatie("RN1")}),
    (
        "323",
        "CS100",
        "prestatie",
        {f"{LINE}/ProductPeriode": {"Begindatum": "2020-12-01", "Einddatum": "2020-12-31"}},
    ),
    (
        "323",
        "CS337",
        "prestatie",
        {f"{LINE}/ProductPeriode": {"Begindatum": "2023-03-31", "Einddatum": "2023-04-30"}},
    ),
    ("323", "CD087", "prestatie", {f"{LINE}/ProductTarief": None}),
    ("323", "CS339", "prestatie", {f"{LINE}/Eenheid": "83", f"{LINE}/ProductTarief": None}),
    ("323", "TR346", "prestatie", {f"{LINE}/ProductTarief": "1251"}),
    (
        "323",
        "TR315",
        "prestatie",
        {
            "Declaratie/Clienten/0/Prestaties+": credit("RN8", "RN0"),
            "Declaratie/Clienten/1/Prestaties+": credit("RN9", "RN0"),
        },
    ),
    ("323", "TR316", "prestatie", {"Declaratie/Clienten/0/Prestaties+": credit("RN9", "RN1")}),
    (
        "323",
        "TR335",
        "prestatie",
        {f"{LINE}/ProductPeriode": {"Begindatum": "2018-04-01", "Einddatum": "2018-04-30"}},
    ),
    ("323", "TR416", "prestatie", {"Declaratie/Clienten/0/Prestaties+": prestatie("RN9")}),
    ("325", "TR378", "bericht", {"Header/Afzender": "9999"}),
    ("325", "agb_code", "bericht", {"Header/Ontvanger": "00000001"}),
    ("325", "CS002", "client", {"DeclaratieAntwoord/Clienten/0/Bsn": "123456789"}),
    (
        "325",
        "TR101",
        "client",
        {"DeclaratieAntwoord/Clienten+": copy.deepcopy(content("325")["DeclaratieAntwoord"]["Clienten"][0])},
    ),
    (
        "325",
        "CS325",
        "bericht",
        {"DeclaratieAntwoord/TotaalIngediendBedrag": {"TotaalBedrag": "0", "DebetCredit": "C"}},
    ),
    ("325", "TR342", "bericht", {"DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag": "2600"}),
    ("325", "CD060", "prestatie", {f"{REFUSED}/ProductReferentie/VorigReferentieNummer": "RN0"}),
    ("325", "CS325", "prestatie", {f"{REFUSED}/IngediendBedrag": {"Bedrag": "0", "DebetCredit": "C"}}),
    (
        "325",
        "TR134",
        "prestatie",
        {f"{REFUSED}/ProductPeriode": {"Begindatum": "2023-06-01", "Einddatum": "2023-06-30"}},
    ),
    (
        "325",
        "TR137",
        "prestatie",
        {f"{REFUSED}/ProductPeriode": {"Begindatum": "2023-05-02", "Einddatum": "2023-05-01"}},
    ),
    (
        "325",
        "TR101",
        "prestatie",
        {"DeclaratieAntwoord/Clienten/0/Prestaties+": {**prestatie("RN1"), "RetourCodes": ["9321"]}},
    ),
]
JW_CASES: list[tuple[str, str, str, dict[str, Any]]] = [
    ("319", "TR377", "bericht", {"Antwoord/RedenAfwijzingVerzoek": "8"}),
    ("319", "TR409", "bericht", {"Antwoord/Woonplaatsbeginsel": {"Gemeente": "0226"}}),
    (
        "307",
        "reden_geldig",
        "stop_product",
        {
            "Header/BerichtIdentificatie/Dagtekening": "2021-05-06",
            "Client/StopProducten/0/RedenBeeindiging": "38",
            "Client/StopProducten/0/Begindatum": "2021-04-01",
            "Client/StopProducten/0/Einddatum": "2021-05-01",
        },
    ),
]
# fmt: on


def broken_rules(number: str, made: dict[str, Any], wet: str = "wmo") -> set[tuple[str, str]]:
    """The rules that a composed message breaks, with the record class they speak of."""
    result = check(compose(wet, number, made))
    assert result.accepted, [finding.sentence() for finding in result.findings]
    return {
        (
            finding.rule_ids[0] if finding.rule_ids else finding.code,
            (finding.where or "bericht").split(" ")[0],
        )
        for finding in result.findings
    }


@pytest.mark.parametrize("wet", ["wmo", "jw"])
@pytest.mark.parametrize("number", ["301", "305", "307", "315", "317", "319", "323", "325"])
def test_a_plain_message_breaks_no_rule(number: str, wet: str) -> None:
    assert broken_rules(number, content(number, wet), wet) == set()


@pytest.mark.parametrize(("number", "rule", "record", "changes"), CASES, ids=lambda value: str(value)[:40])
def test_a_message_that_breaks_a_rule_is_told_so(
    number: str, rule: str, record: str, changes: dict[str, Any]
) -> None:
    assert (rule, record) in broken_rules(number, changed(number, changes))


@pytest.mark.parametrize(("number", "rule", "record", "changes"), JW_CASES, ids=lambda value: str(value)[:40])
def test_a_youth_message_that_breaks_a_rule_is_told_so(
    number: str, rule: str, record: str, changes: dict[str, Any]
) -> None:
    assert (rule, record) in broken_rules(number, changed(number, changes, "jw"), "jw")


def test_every_declared_rule_has_a_case() -> None:
    shown = {case[:3] for case in (*CASES, *JW_CASES)}
    declared = {
        (message.number, rule.id, rule.record) for message in message_types() for rule in message.rules
    }
    assert declared - shown == set()


def test_a_removed_toewijzing_may_overlap() -> None:
    removed = product(ToewijzingNummer="20099", RedenWijziging="13", Einddatum="2023-05-01")
    made = changed("301", {"Client/ToegewezenProducten+": removed})
    assert broken_rules("301", made) == set()


def test_aids_may_overlap() -> None:
    aid = {
        "Product": {"Categorie": "11", "Code": "11X00"},
        "Omvang": {"Volume": "1", "Eenheid": "82", "Frequentie": "6"},
    }
    made = changed("301", {"Client/ToegewezenProducten+": product(ToewijzingNummer="1", **aid)})
    made["Client"]["ToegewezenProducten"].append(product(ToewijzingNummer="2", **aid))
    assert broken_rules("301", made) == set()


def test_another_product_code_of_the_same_category_may_overlap() -> None:
    other = product(ToewijzingNummer="20099", Product={"Categorie": "01", "Code": "01A99"})
    assert broken_rules("301", changed("301", {"Client/ToegewezenProducten+": other})) == set()


def test_a_tariff_per_minute_may_be_rounded() -> None:
    # 50 euro an hour is 83.33 cents a minute, declared as 83: 60 minutes are 5000, not 4980
    line = {f"{LINE}/Eenheid": "01", f"{LINE}/GeleverdVolume": "60", f"{LINE}/ProductTarief": "83"}
    assert broken_rules("323", changed("323", line)) == set()


def test_an_unknown_date_of_birth_may_be_very_old() -> None:
    unknown = {"Client/Geboortedatum": {"Datum": "1900-01-01", "DatumGebruik": "3"}}
    assert broken_rules("305", changed("305", unknown)) == set()


def test_a_wholly_refused_declaration_grants_nothing() -> None:
    refused = {
        "DeclaratieAntwoord/Clienten": None,
        "DeclaratieAntwoord/RetourCodes": ["9333"],
        "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag": "0",
    }
    assert broken_rules("325", changed("325", refused)) == set()
    granted = {**refused, "DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag": "2500"}
    assert ("TR342", "bericht") in broken_rules("325", changed("325", granted))


def test_a_finding_counts_what_it_stands_for() -> None:
    first, second = prestatie("RN8", 1250), prestatie("RN9", 1250)
    first["ToewijzingNummer"], second["ToewijzingNummer"] = "1", "2"
    first["ProductTarief"] = second["ProductTarief"] = "1"
    made = changed("323", {"Declaratie/Clienten/0/Prestaties+": first})
    made["Declaratie"]["Clienten"][1]["Prestaties"].append(second)
    found = [f for f in check(compose("wmo", "323", made)).findings if "TR346" in f.rule_ids]
    assert [(finding.count, finding.where) for finding in found] == [(2, "prestatie 2")]
