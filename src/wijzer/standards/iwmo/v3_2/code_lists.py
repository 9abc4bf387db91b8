"""Code lists of iWmo 3.2.

Source: Zorginstituut Nederland, codelijsten iStandaarden release 3.2.
"""

from __future__ import annotations

from wijzer.standards.common.v3_2.code_lists import SHARED_LISTS
from wijzer.standards.common.v3_2.countries import COD032
from wijzer.standards.common.v3_2.municipalities import GEMEENTECODES
from wijzer.standards.common.v3_2.return_codes import WJ001
from wijzer.standards.declaration import Code, CodeList

WMO002 = CodeList(
    "WMO002",
    "Reden wijziging toewijzing",
    (
        Code("01", "Administratieve correctie (vervallen)"),
        Code("02", "Cliënt overleden"),
        Code("03", "Contractwijziging"),
        Code("04", "Herbeoordeling: verlenging toewijzing"),
        Code("05", "Herbeoordeling: verkorting toewijzing"),
        Code("06", "Uitstroom naar ander domein"),
        Code("07", "Verhuizing naar een andere gemeente"),
        Code("08", "Wijziging leveringsvorm"),
        Code("09", "Overstap naar andere aanbieder"),
        Code("10", "Overgang naar nieuwe bekostigingssystematiek"),
        Code("11", "Gemeentelijke herindeling"),
        Code("12", "Geïnitieerd door de aanbieder"),
        Code("13", "Verwijderd"),
        Code("14", "Administratieve correctie"),
    ),
)

WMO020 = CodeList(
    "WMO020",
    "Productcategorie",
    (
        Code("01", "Hulp bij het huishouden"),
        Code("02", "Begeleiding"),
        Code("03", "Persoonlijke verzorging"),
        Code("04", "Kortdurend verblijf"),
        Code("05", "Woondiensten"),
        Code("06", "Overige ondersteuning gericht op het individu of huishouden/gezin"),
        Code("07", "Dagbesteding"),
        Code("08", "Vervoerdiensten"),
        Code("09", "Overige groepsgerichte ondersteuning"),
        Code("10", "Overige maatwerk arrangementen"),
        Code("11", "Rolstoelen"),
        Code("12", "Vervoervoorzieningen"),
        Code("13", "Woonvoorzieningen"),
        Code("14", "Overige hulpmiddelen"),
        Code("15", "Beschermd wonen"),
        Code("16", "Opvang"),
        Code("17", "Spoedopvang"),
        Code("18", "Overige beschermd wonen en opvang"),
    ),
)

WMO588 = CodeList(
    "WMO588",
    "Reden beëindiging",
    (
        Code("02", "Overlijden"),
        Code("19", "Levering volgens plan beeindigd"),
        Code("20", "Levering is tijdelijk beeindigd"),
        Code("21", "Levering is eenzijdig door client beeindigd"),
        Code("22", "Levering is eenzijdig door aanbieder beeindigd"),
        Code("23", "Levering is in overeenstemming voortijdig beeindigd"),
        Code("31", "Verhuizing naar een andere gemeente"),
        Code("36", "Geinitieerd door de gemeente"),
        Code("37", "In verband met wijzigingsverzoek"),
        Code("38", "Overstap naar andere aanbieder"),
        Code("39", "Uitstroom naar ander domein"),
    ),
)

CODE_LISTS = {
    code_list.name: code_list
    for code_list in (*SHARED_LISTS, COD032, WJ001, GEMEENTECODES, WMO002, WMO020, WMO588)
}
