"""Code lists of iJw 3.2.

Source: Zorginstituut Nederland, codelijsten iStandaarden release 3.2.
"""

from __future__ import annotations

from datetime import date

from wijzer.standards.common.v3_2.code_lists import SHARED_LISTS
from wijzer.standards.common.v3_2.countries import COD032
from wijzer.standards.common.v3_2.municipalities import GEMEENTECODES
from wijzer.standards.common.v3_2.return_codes import WJ001
from wijzer.standards.declaration import Code, CodeList

JZ002 = CodeList(
    "JZ002",
    "Reden wijziging toewijzing",
    (
        Code("01", "Administratieve correctie (vervallen)"),
        Code("02", "Cliënt overleden"),
        Code("03", "Contractwijziging"),
        Code("04", "Herbeoordeling verlenging toewijzing"),
        Code("05", "Herbeoordeling verkorting toewijzing"),
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

JZ020 = CodeList(
    "JZ020",
    "Productcategorie",
    (
        Code("31", "(2015) Zonder verblijf: uitgevoerd door wijk- of buurtteam"),
        Code("32", "(2015) Zonder verblijf: ambulante jeugdhulp op locatie van de aanbieder"),
        Code("33", "(2015) Zonder verblijf: daghulp op locatie van de aanbieder"),
        Code("34", "(2015) Zonder verblijf: jeugdhulp in het netwerk van de jeugdige"),
        Code("35", "(2015) Met verblijf: pleegzorg"),
        Code("36", "(2015) Met verblijf: gezinsgericht"),
        Code("37", "(2015) Met verblijf: gesloten plaatsing"),
        Code("38", "(2015) Met verblijf: overig residentieel"),
        Code("40", "Persoonlijke verzorging"),
        Code("41", "Dagbehandeling"),
        Code("42", "Vervoerdiensten"),
        Code("43", "Jeugdhulp verblijf (incl. behandeling)"),
        Code("44", "Jeugdhulp verblijf (excl. behandeling)"),
        Code("45", "Jeugdhulp ambulant"),
        Code("46", "Jeugdhulp crisis"),
        Code("47", "Jeugdreclassering"),
        Code("48", "Jeugdbescherming"),
        Code("49", "Activiteiten in het preventief justitieel kader"),
        Code("50", "Maatwerkarrangementen jeugd"),
        Code("51", "Generalistische basis-ggz"),
        Code("52", "Specialistische ggz"),
        Code("53", "Kindergeneeskunde"),
        Code("54", "Jeugd-ggz"),
        Code("55", "Landelijk ingekochte zorg"),
    ),
)

JZ588 = CodeList(
    "JZ588",
    "Reden beëindiging",
    (
        Code("02", "Overlijden", date(2015, 1, 1)),
        Code("20", "Levering is tijdelijk beëindigd", date(2015, 1, 1)),
        Code("31", "Levering is volgens plan beëindigd", date(2015, 1, 1)),
        Code("32", "Voortijdig afgesloten, door cliënt", date(2015, 1, 1)),
        Code("33", "Voortijdig afgesloten, door aanbieder", date(2015, 1, 1)),
        Code("34", "Voortijdig afgesloten, in overleg", date(2015, 1, 1)),
        Code("35", "Voortijdig afgesloten, externe oorzaak", date(2015, 1, 1)),
        Code("36", "Geïnitieerd door de gemeente", date(2021, 1, 1)),
        Code("37", "In verband met wijzigingsverzoek", date(2021, 1, 1)),
        Code("38", "Overstap naar andere aanbieder", date(2022, 4, 1)),
        Code("39", "Uitstroom naar ander domein", date(2022, 4, 1)),
    ),
)

CODE_LISTS = {
    code_list.name: code_list
    for code_list in (*SHARED_LISTS, COD032, WJ001, GEMEENTECODES, JZ002, JZ020, JZ588)
}
