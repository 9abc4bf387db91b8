"""Columns that several deliveries share, each declared once."""

from __future__ import annotations

from dataclasses import replace

from wijzer.intake.deliveries.declaration import Choice, Column

GEMEENTE = Column(
    "gemeente", "gemeente", "De gemeente: vier cijfers (CBS-code) of de naam, zoals in wijzer.toml.", "0293"
)
WET = Column(
    "wet",
    "choice",
    "De wet waar de regel bij hoort.",
    "wmo",
    choices=(Choice("wmo", "Wet maatschappelijke ondersteuning 2015"), Choice("jw", "Jeugdwet")),
)
PRODUCT_CATEGORIE = Column(
    "product_categorie",
    "code",
    "Productcategorie uit de standaard: twee tekens.",
    "01",
    pattern=r"[0-9A-Z]{2}",
    pattern_says="een productcategorie van twee tekens, zoals 01",
    pad=2,
)
PRODUCT_CODE = Column(
    "product_code",
    "code",
    "Productcode van hooguit vijf tekens, landelijk of van de regio.",
    "01A01",
    pattern=r"[0-9A-Za-z]{1,5}",
    pattern_says="een productcode van hooguit vijf letters en cijfers, zoals 01A01",
)
ANY_CATEGORIE = replace(
    PRODUCT_CATEGORIE, required=False, meaning="Productcategorie: twee tekens. Leeg als die niet bekend is."
)
ANY_PRODUCT = replace(
    PRODUCT_CODE,
    required=False,
    meaning="Productcode: hooguit vijf tekens. Leeg betekent: alle producten van de categorie.",
)
AANBIEDER = Column(
    "aanbieder",
    "code",
    "AGB-code van de aanbieder: acht cijfers.",
    "42420001",
    pattern=r"[0-9]{8}",
    pattern_says="een AGB-code van acht cijfers",
    pad=8,
)
TAAKVELD = Column(
    "taakveld",
    "code",
    "Taakveld van Iv3, zoals 6.71 of 6.72A.",
    "6.71",
    pattern=r"[0-9]{1,2}\.[0-9]{1,3}[A-Za-z]?[0-9]?",
    pattern_says="een taakveld met een punt, zoals 6.71 (zet de cel op tekst)",
)
EENHEID = Column(
    "eenheid",
    "choice",
    "Eenheid van het volume, volgens de standaard.",
    "04",
    choices=(
        Choice("01", "minuut"),
        Choice("04", "uur"),
        Choice("14", "etmaal"),
        Choice("16", "dagdeel (vier uur)"),
        Choice("82", "stuks (output)"),
        Choice("83", "euro"),
        Choice("84", "stuks (inspanning)"),
    ),
    pad=2,
)
FREQUENTIE = Column(
    "frequentie",
    "choice",
    "Per hoeveel tijd het volume geldt, volgens de standaard.",
    "2",
    choices=(
        Choice("1", "per dag"),
        Choice("2", "per week"),
        Choice("4", "per maand"),
        Choice("6", "totaal binnen de geldigheid van de toewijzing"),
    ),
)
STAND_OP = Column(
    "stand_op",
    "date",
    "De dag waarop deze lijst is gemaakt. Een nieuwere lijst vervangt een oudere.",
    "31-12-2022",
)
EXPORTDATUM = Column(
    "exportdatum",
    "date",
    "De dag waarop de export is gemaakt; op elke regel dezelfde. Vanaf die dag is de inhoud bekend.",
    "01-02-2021",
)
BSN = Column("bsn", "bsn", "Burgerservicenummer: negen cijfers.", "999900006", pad=9, personal=True)
GEBOORTEDATUM = Column("geboortedatum", "date", "Geboortedatum.", "17-05-1948", required=False, personal=True)
GESLACHT = Column(
    "geslacht",
    "choice",
    "Geslacht volgens de standaard.",
    "2",
    required=False,
    choices=(Choice("0", "onbekend"), Choice("1", "man"), Choice("2", "vrouw")),
)
POSTCODE = Column("postcode", "postcode", "Postcode.", "6931 AB", required=False, personal=True)
HUISNUMMER = Column(
    "huisnummer", "integer", "Huisnummer.", "12", required=False, lowest=0, highest=99_999, personal=True
)
TOEWIJZINGNUMMER = Column(
    "toewijzingnummer",
    "integer",
    "Nummer van de toewijzing, uniek binnen de gemeente.",
    "100200300",
    lowest=0,
    highest=999_999_999,
)
VOLUME = Column(
    "volume",
    "integer",
    "Aantal eenheden, een heel getal: schrijf 2,5 uur als 150 minuten.",
    "120",
    required=False,
    lowest=0,
)
JAAR = Column("jaar", "integer", "Het jaar waar de regel over gaat.", "2022", lowest=1990, highest=2100)

KWARTAAL = Column("kwartaal", "integer", "Het kwartaal: 1 tot en met 4.", "2", lowest=1, highest=4)
MAAND = Column("maand", "integer", "De maand: 1 tot en met 12.", "3", lowest=1, highest=12)
REGELING = (
    Choice("bijstand", "algemene bijstand (Participatiewet)"),
    Choice("ioaw", "IOAW: oudere werkloze werknemers"),
    Choice("ioaz", "IOAZ: oudere gewezen zelfstandigen"),
    Choice("loonkostensubsidie", "werk met loonkostensubsidie"),
    Choice("beschut_werk", "beschut werk"),
    Choice("wsw", "sociale werkvoorziening"),
    Choice("bijzondere_bijstand", "bijzondere bijstand"),
    Choice("schuldhulpverlening", "schuldhulpverlening"),
)
GEGROND = (
    Choice("gegrond", "gegrond"),
    Choice("deels_gegrond", "gegrond voor een deel"),
    Choice("ongegrond", "ongegrond"),
)


def optional(column: Column) -> Column:
    """Return ``column`` with cells that may be empty."""
    return replace(column, required=False)


def absent(column: Column) -> Column:
    """Return ``column`` as one that may be absent from the table."""
    return replace(column, required=False, optional_column=True)


def count(name: str, meaning: str, example: str, *, required: bool = True) -> Column:
    """Declare a number of persons or things, 0 or more."""
    return Column(name, "integer", meaning, example, required=required, lowest=0)


def case_number(name: str, meaning: str, example: str) -> Column:
    """Declare the number that a town gave to a case of one person; a BSN in it becomes a pseudonym."""
    return Column(
        name,
        "code",
        meaning,
        example,
        pattern=r"[0-9A-Za-z][0-9A-Za-z ./_-]{0,39}",
        pattern_says="een nummer van hooguit veertig letters en cijfers, zoals " + example,
        personal=True,
    )


def date_column(name: str, meaning: str, example: str, *, required: bool = True) -> Column:
    """Declare a date."""
    return Column(name, "date", meaning, example, required=required)
