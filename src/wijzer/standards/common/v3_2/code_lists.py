"""Code lists that iWmo and iJw share, with the meaning that the standard gives them.

Source: Zorginstituut Nederland, codelijsten iStandaarden release 3.2.
"""

from __future__ import annotations

from wijzer.standards.declaration import Code, CodeList

COD043 = CodeList(
    "COD043",
    "Indicatie debet/credit",
    (
        Code("C", "Creditbedrag en aantal"),
        Code("D", "Debetbedrag en aantal"),
    ),
)

COD046 = CodeList(
    "COD046",
    "Geslacht",
    (
        Code("0", "Onbekend"),
        Code("1", "Mannelijk"),
        Code("2", "Vrouwelijk"),
    ),
)

COD170 = CodeList(
    "COD170",
    "Datumgebruik",
    (
        Code("1", "Dag onbekend (alleen maand en jaar gebruiken)"),
        Code("2", "Dag en maand onbekend (alleen jaar gebruiken)"),
        Code("3", "Dag, maand en jaar onbekend (onbekende datum)"),
    ),
)

COD260 = CodeList(
    "COD260",
    "Ja of nee",
    (
        Code("1", "Ja"),
        Code("2", "Nee"),
    ),
)

COD327 = CodeList(
    "COD327",
    "Code verwijzer",
    (
        Code("01", "Gemeente"),
        Code("02", "Huisarts"),
        Code("03", "Jeugdarts"),
        Code("04", "Gecertificeerde instelling"),
        Code("05", "Medisch specialist"),
        Code("06", "Zelfverwijzer / geen verwijzer"),
        Code("08", "Rechter, Officier van Justitie, functionaris Justitiële jeugdinrichting"),
    ),
)

COD467 = CodeList(
    "COD467",
    "Status aanlevering",
    (
        Code("1", "Eerste aanlevering"),
        Code("2", "Gewijzigde aanlevering"),
        Code("3", "Verwijderen aanlevering"),
        Code("9", "Niet van toepassing (ongewijzigd)"),
    ),
)

COD472 = CodeList(
    "COD472",
    "Soort relatie",
    (
        Code("03", "Curator (juridisch)"),
        Code("04", "Financieel (gemachtigd)"),
        Code("05", "Financieel (toetsing)"),
        Code("06", "Leefeenheid"),
        Code("07", "Hulpverlener"),
        Code("08", "Specialist"),
        Code("09", "Anders"),
        Code("10", "Ouder"),
        Code("11", "Voogd"),
        Code("12", "Partner/echtgeno(o)t(e)"),
        Code("13", "Pleegouder"),
        Code("14", "Bewindvoerder"),
        Code("15", "Mentor"),
        Code("16", "Zoon/dochter"),
        Code("17", "Familielid"),
        Code("18", "Gezinslid"),
        Code("19", "Buur"),
        Code("20", "Vriend(in)/kennis"),
        Code("21", "Cliëntondersteuner"),
        Code("22", "Huisarts"),
        Code("23", "Erven van"),
        Code("24", "Werkgever"),
        Code("25", "Wijkcoach"),
    ),
)

COD700 = CodeList(
    "COD700",
    "Naamgebruik",
    (
        Code("1", "Eigen naam"),
        Code("2", "Naam echtgenoot of geregistreerd partner of alternatieve naam"),
        Code("3", "Naam echtgenoot of geregistreerd partner gevolgd door eigen naam"),
        Code("4", "Eigen naam gevolgd door naam echtgenoot of geregistreerd partner"),
        Code("5", "Pseudoniem"),
        Code("6", "Niet-natuurlijk persoon"),
    ),
)

COD747 = CodeList(
    "COD747",
    "Communicatievorm",
    (
        Code("1", "Tolk taal"),
        Code("2", "Doventolk"),
        Code("3", "Doofblindentolk"),
    ),
)

COD757 = CodeList(
    "COD757",
    "Soort adres",
    (
        Code("01", "BRP-adres"),
        Code("02", "Correspondentie-adres"),
        Code("03", "Verblijfadres"),
        Code("04", "Tijdelijk verblijfadres"),
    ),
)

NUM061 = CodeList(
    "NUM061",
    "Aanduiding woonadres",
    (
        Code("AB", "Aan boord"),
        Code("BY", "Bij"),
        Code("TO", "Tegenover"),
        Code("WW", "Woonwagen"),
    ),
)

WJ003 = CodeList(
    "WJ003",
    "Wettelijke vertegenwoordiging",
    (
        Code("06", "Voogdij"),
        Code("07", "Bewindvoering"),
        Code("08", "Mentorschap"),
        Code("09", "Onder curatele stelling"),
        Code("10", "Zaakwaarneming"),
    ),
)

WJ232 = CodeList(
    "WJ232",
    "Juridische status",
    (
        Code("01", "Rechterlijke machtiging (rm) voorlopig / voortgezette machtiging"),
        Code("02", "RM op eigen verzoek"),
        Code("03", "RM met voorwaardelijk ontslag"),
        Code("04", "Onder toezichtstelling (ots)"),
        Code("05", "In bewaring stelling (ibs)"),
        Code("11", "Strafrechterlijke justitiële contacten (tbs)"),
        Code("12", "Strafrechterlijke justitiële contacten (overig)"),
    ),
)

WJ756 = CodeList(
    "WJ756",
    "Eenheid",
    (
        Code("01", "Minuut"),
        Code("04", "Uur"),
        Code("14", "Etmaal"),
        Code("16", "Dagdeel (4 uur)"),
        Code("82", "Stuks (output)"),
        Code("83", "Euro's"),
        Code("84", "Stuks (inspanning)"),
    ),
)

WJ758 = CodeList(
    "WJ758",
    "Reden verzoek",
    (
        Code("1", "Verandering clientsituatie"),
        Code("2", "Wijziging zorgplan"),
    ),
)

WJ759 = CodeList(
    "WJ759",
    "Reden afwijzing verzoek",
    (
        Code("1", "Geen wijziging, maar nieuwe aanvraag"),
        Code("2", "Past niet binnen budget"),
        Code("3", "Geen contract"),
        Code("4", "Past niet binnen contract"),
        Code("5", "Andere gemeente"),
        Code("6", "Stapeling"),
        Code("7", "Zorginhoudelijke afkeur"),
        Code("8", "Woonplaatsbeginsel"),
        Code("9", "Leeftijdsgrens is bereikt"),
    ),
)

WJ760 = CodeList(
    "WJ760",
    "Verzoek antwoord",
    (
        Code("1", "Verzoek afgewezen"),
        Code("2", "Aanvraag in onderzoek"),
    ),
)

WMO757 = CodeList(
    "WMO757",
    "Frequentie",
    (
        Code("1", "Per dag"),
        Code("2", "Per week"),
        Code("4", "Per maand"),
        Code("6", "Totaal binnen geldigheidsduur toewijzing"),
    ),
)

SHARED_LISTS = (
    COD043,
    COD046,
    COD170,
    COD260,
    COD327,
    COD467,
    COD472,
    COD700,
    COD747,
    COD757,
    NUM061,
    WJ003,
    WJ232,
    WJ756,
    WJ758,
    WJ759,
    WJ760,
    WMO757,
)
