"""The leaf types (LDT_…) that iWmo 3.2 and iJw 3.2 share, with their facets.

``coded`` types take their permitted values from a code list; the name of the list of a law that has
its own (product category, reasons) is given by the law's basisschema.
Source: basisschema.xsd of both standards, restrictions RS001-RS048.
"""

from __future__ import annotations

from wijzer.standards.declaration import SimpleType

NOT_BLANK = r".*[^\s].*"


def text(name: str, length: int, *rules: str, personal: bool = False) -> SimpleType:
    """Declare free text of at most ``length`` characters that is not only white space (RS033)."""
    form = f"tekst van 1 tot {length} tekens" if length > 1 else "1 teken"
    return SimpleType(name, "string", form, 1, length, NOT_BLANK, personal=personal, rules=(*rules, "RS033"))


def number(name: str, maximum: int, *rules: str, personal: bool = False) -> SimpleType:
    """Declare a whole number from 0 up to ``maximum`` (RS001)."""
    form = f"een heel getal van 0 tot en met {maximum}"
    return SimpleType(
        name, "integer", form, min_value=0, max_value=maximum, personal=personal, rules=("RS001", *rules)
    )


def coded(name: str, length: int, code_list: str, *rules: str, personal: bool = False) -> SimpleType:
    """Declare a code of at most ``length`` characters out of ``code_list``."""
    form = f"een code uit codelijst {code_list}"
    return SimpleType(
        name, "string", form, max_length=length, code_list=code_list, personal=personal, rules=rules
    )


SHARED_TYPES = (
    coded("LDT_AanduidingWoonadres", 2, "NUM061", "RS009", personal=True),
    coded("LDT_AdresSoort", 2, "COD757", "RS009"),
    SimpleType("LDT_AgbCode", "string", "8 cijfers", 1, 8, "[0-9]{8}", rules=("RS014", "RS036")),
    number("LDT_Bedrag", 99_999_999, "RS005"),
    SimpleType("LDT_BerichtCode", "string", "3 cijfers", 1, 3, rules=("RS010", "RS047")),
    number("LDT_BerichtSubversie", 99, "RS002"),
    number("LDT_BerichtVersie", 99, "RS002"),
    number("LDT_Budget", 99_999_999, "RS005"),
    SimpleType(
        "LDT_BurgerServicenummer",
        "string",
        "9 cijfers",
        1,
        9,
        "[0-9]{9}",
        personal=True,
        rules=("RS015", "RS037"),
    ),
    SimpleType(
        "LDT_Commentaar",
        "string",
        "tekst, niet leeg",
        1,
        pattern=r"([.\s]*\S+[.\s]*)+",
        personal=True,
        rules=("RS031",),
    ),
    coded("LDT_Communicatievorm", 1, "COD747", "RS008"),
    SimpleType(
        "LDT_Datum", "date", "een datum zonder tijdzone, zoals 2023-01-31", pattern="[^:Z]*", rules=("RS032",)
    ),
    coded("LDT_DatumGebruik", 1, "COD170", "RS008"),
    coded("LDT_DebetCredit", 1, "COD043", "RS008"),
    coded("LDT_Eenheid", 2, "WJ756", "RS009"),
    text("LDT_Emailadres", 80, "RS026", personal=True),
    coded("LDT_Frequentie", 1, "WMO757", "RS008"),
    SimpleType("LDT_Gemeente", "string", "4 cijfers", 1, pattern="[0-9]{4}", rules=("RS035",)),
    coded("LDT_Geslacht", 1, "COD046", "RS008"),
    text("LDT_Huisletter", 1, "RS008", personal=True),
    number("LDT_Huisnummer", 99_999, "RS004", personal=True),
    text("LDT_HuisnummerToevoeging", 4, "RS011", personal=True),
    text("LDT_IdentificatieBericht", 12, "RS017"),
    SimpleType("LDT_IdentificatieDeclaratie", "string", "tekst van 1 tot 12 tekens", 1, 12, rules=("RS017",)),
    coded("LDT_JaNee", 1, "COD260", "RS008"),
    coded("LDT_JuridischeStatus", 2, "WJ232", "RS009"),
    coded("LDT_LandCode", 2, "COD032", "RS009", personal=True),
    text("LDT_Landnummer", 4, "RS011", personal=True),
    text("LDT_Naam", 200, "RS028", personal=True),
    coded("LDT_NaamGebruik", 1, "COD700", "RS008"),
    text("LDT_NaamVerwijzer", 64, "RS025", personal=True),
    number("LDT_Nummer", 999_999_999, "RS006"),
    text("LDT_Organisatienaam", 35, "RS023", personal=True),
    text("LDT_Persoonsid", 20, "RS019"),
    text("LDT_Plaatsnaam", 80, "RS026", personal=True),
    text("LDT_Postcode", 8, "RS014", personal=True),
    text("LDT_ProductCode", 5, "RS012"),
    coded("LDT_RedenAfwijzingVerzoek", 2, "WJ759", "RS009"),
    coded("LDT_RedenVerzoek", 1, "WJ758", "RS008"),
    text("LDT_Referentie", 36, "RS024"),
    SimpleType("LDT_ReferentieNummer", "string", "tekst van 1 tot 20 tekens", 1, 20, rules=("RS019",)),
    number("LDT_RelatieVolgorde", 99, "RS002"),
    coded("LDT_RetourCode", 4, "WJ001", "RS011"),
    coded("LDT_SoortRelatie", 2, "COD472", "RS009"),
    coded("LDT_StatusAanlevering", 1, "COD467", "RS008"),
    text("LDT_Straatnaam", 24, "RS020", personal=True),
    text("LDT_Taal", 25, "RS021", personal=True),
    SimpleType(
        "LDT_Telefoonnummer",
        "string",
        "1 tot 15 cijfers",
        1,
        15,
        "[0-9]*",
        personal=True,
        rules=("RS018", "RS046"),
    ),
    SimpleType(
        "LDT_Tijd", "time", "een tijd zonder tijdzone, zoals 13:30:00", pattern="[^Z+-]+", rules=("RS034",)
    ),
    number("LDT_TotaalBedrag", 999_999_999_999, "RS040"),
    coded("LDT_TypeVerwijzer", 2, "COD327", "RS009"),
    SimpleType(
        "LDT_Versie",
        "string",
        "een versienummer zoals 1.0.0",
        1,
        pattern=r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)",
        rules=("RS048",),
    ),
    coded("LDT_VerzoekAntwoord", 1, "WJ760", "RS008"),
    number("LDT_Volume", 99_999_999, "RS005"),
    SimpleType(
        "LDT_Voorletters",
        "string",
        "1 tot 6 letters, zonder punten of spaties",
        1,
        6,
        "([a-zA-ZÀ-ỳ])+",
        personal=True,
        rules=("RS013", "RS045"),
    ),
    text("LDT_Voorvoegsel", 10, "RS016", personal=True),
    coded("LDT_WettelijkeVertegenwoordiging", 2, "WJ003", "RS009"),
)
