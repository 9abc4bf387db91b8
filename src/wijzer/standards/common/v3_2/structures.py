"""The composed types (CDT_…) that iWmo 3.2 and iJw 3.2 share.

Their elements live in the namespace of the basisschema. Source: basisschema.xsd of both standards.
"""

from __future__ import annotations

from wijzer.standards.declaration import Element, Structure

SHARED_STRUCTURES = (
    Structure(
        "CDT_Achternaam",
        (
            Element("Achternaam", "LDT_Naam", "achternaam"),
            Element("Voorvoegsel", "LDT_Voorvoegsel", "voorvoegsel, zoals 'van der'", 0),
        ),
        "Achternaam met voorvoegsel.",
    ),
    Structure(
        "CDT_Adres",
        (
            Element("Huis", "CDT_Huis", "huis in de straat", 0, rules=("CD025",)),
            Element(
                "Postcode", "LDT_Postcode", "postcode, ook van een ander land", 0, rules=("CD034", "CS089")
            ),
            Element("Straatnaam", "LDT_Straatnaam", "straat", 0),
            Element("Plaatsnaam", "LDT_Plaatsnaam", "woonplaats", 0),
            Element("LandCode", "LDT_LandCode", "land", 0, rules=("CD005",)),
        ),
        "Adres.",
    ),
    Structure(
        "CDT_BedragMetDC",
        (
            Element("Bedrag", "LDT_Bedrag", "bedrag in eurocent, zonder teken"),
            Element("DebetCredit", "LDT_DebetCredit", "D telt op, C trekt af", rules=("CS325",)),
        ),
        "Bedrag met teken.",
    ),
    Structure(
        "CDT_BerichtIdentificatie",
        (
            Element("Identificatie", "LDT_IdentificatieBericht", "kenmerk van het bericht bij de afzender"),
            Element("Dagtekening", "LDT_Datum", "dag van verzenden"),
        ),
        "Kenmerk en dag van een bericht.",
    ),
    Structure(
        "CDT_Communicatie",
        (
            Element("Vorm", "LDT_Communicatievorm", "soort tolk die nodig is"),
            Element("Taal", "LDT_Taal", "taal van het gesprek", 0, rules=("CD007",)),
        ),
        "Bijzondere vorm van gesprek.",
    ),
    Structure(
        "CDT_Geboortedatum",
        (
            Element("Datum", "LDT_Datum", "geboortedag", rules=("CS139",)),
            Element(
                "DatumGebruik", "LDT_DatumGebruik", "welk deel van de dag bekend is", 0, rules=("CS139",)
            ),
        ),
        "Geboortedag, of het deel dat bekend is.",
    ),
    Structure(
        "CDT_GeslotenPeriode",
        (
            Element("Begindatum", "LDT_Datum", "eerste dag"),
            Element("Einddatum", "LDT_Datum", "laatste dag"),
        ),
        "Periode met begin en einde.",
    ),
    Structure(
        "CDT_Huis",
        (
            Element("Huisnummer", "LDT_Huisnummer", "huisnummer"),
            Element("Huisletter", "LDT_Huisletter", "letter bij het nummer", 0),
            Element("HuisnummerToevoeging", "LDT_HuisnummerToevoeging", "toevoeging bij het nummer", 0),
            Element("AanduidingWoonadres", "LDT_AanduidingWoonadres", "plaats zonder gewoon huisnummer", 0),
        ),
        "Huis in een straat.",
    ),
    Structure(
        "CDT_Omvang",
        (
            Element("Volume", "LDT_Volume", "hoeveel eenheden per frequentie"),
            Element("Eenheid", "LDT_Eenheid", "eenheid waarin het volume telt"),
            Element("Frequentie", "LDT_Frequentie", "per dag, week, maand of in totaal"),
        ),
        "Hoeveel hulp: volume, eenheid en frequentie.",
    ),
    Structure(
        "CDT_OpenPeriode",
        (
            Element("Begindatum", "LDT_Datum", "eerste dag", 0),
            Element("Einddatum", "LDT_Datum", "laatste dag", 0, rules=("CS003",)),
        ),
        "Periode waarvan begin of einde kan ontbreken.",
    ),
    Structure(
        "CDT_Product",
        (
            Element("Categorie", "LDT_ProductCategorie", "groep van producten"),
            Element("Code", "LDT_ProductCode", "product, vaak met een code van de regio", 0),
        ),
        "Product: categorie en code.",
    ),
    Structure(
        "CDT_Referentie",
        (
            Element("ReferentieNummer", "LDT_ReferentieNummer", "kenmerk van de regel bij de aanbieder"),
            Element(
                "VorigReferentieNummer",
                "LDT_ReferentieNummer",
                "kenmerk van de regel die wordt gecrediteerd",
                0,
                rules=("CD060",),
            ),
        ),
        "Kenmerk van een gedeclareerde regel.",
    ),
    Structure(
        "CDT_Telefoon",
        (
            Element("Telefoonnummer", "LDT_Telefoonnummer", "telefoonnummer"),
            Element("Landnummer", "LDT_Landnummer", "landnummer van de telefoon"),
        ),
        "Telefoonnummer met landnummer.",
    ),
    Structure(
        "CDT_Telefoonnummers",
        (
            Element("Telefoon01", "CDT_Telefoon", "eerste telefoonnummer"),
            Element("Telefoon02", "CDT_Telefoon", "tweede telefoonnummer", 0),
        ),
        "Een of twee telefoonnummers.",
    ),
    Structure(
        "CDT_TotaalBedragMetDC",
        (
            Element("TotaalBedrag", "LDT_TotaalBedrag", "totaal in eurocent, zonder teken"),
            Element("DebetCredit", "LDT_DebetCredit", "D telt op, C trekt af", rules=("CS325",)),
        ),
        "Totaal met teken.",
    ),
    Structure(
        "CDT_VerkorteNaam",
        (
            Element("Geslachtsnaam", "CDT_Achternaam", "eigen achternaam"),
            Element("Voornamen", "LDT_Naam", "voornamen", 0),
            Element("Voorletters", "LDT_Voorletters", "voorletters", 0),
        ),
        "Naam zonder naam van de partner.",
    ),
    Structure(
        "CDT_Verwijzer",
        (
            Element("Type", "LDT_TypeVerwijzer", "wie verwees"),
            Element("Naam", "LDT_NaamVerwijzer", "naam van de verwijzer", 0, rules=("CD066", "CD067")),
            Element(
                "ZorgverlenerCode",
                "LDT_AgbCode",
                "AGB-code van de verwijzer",
                0,
                personal=True,
                rules=("CD068",),
            ),
        ),
        "Wie de client verwees.",
    ),
    Structure(
        "CDT_VolledigeNaam",
        (
            Element("Geslachtsnaam", "CDT_Achternaam", "eigen achternaam"),
            Element("Partnernaam", "CDT_Achternaam", "achternaam van de partner", 0),
            Element("Voornamen", "LDT_Naam", "voornamen", 0),
            Element("Voorletters", "LDT_Voorletters", "voorletters", 0),
            Element("NaamGebruik", "LDT_NaamGebruik", "welke naam iemand gebruikt", rules=("CS050",)),
        ),
        "Naam met naam van de partner.",
    ),
    Structure(
        "CDT_XsdVersie",
        (
            Element("BasisschemaXsdVersie", "LDT_Versie", "versie van het basisschema"),
            Element("BerichtXsdVersie", "LDT_Versie", "versie van het berichtschema"),
        ),
        "Versies van de gebruikte schema's.",
    ),
)
