"""Columns that several fact tables share, so that a word means the same everywhere."""

from __future__ import annotations

from wijzer.facts.declaration import Column

LAWS = (("wmo", "Wet maatschappelijke ondersteuning"), ("jw", "Jeugdwet"))
SOURCES = (
    ("bericht", "een iWmo- of iJw-bericht"),
    ("historie", "een tabel uit een eerdere registratie"),
)

GEMEENTE = Column(
    "gemeente",
    "string",
    "De gemeente waarover de rij gaat: de CBS-code van vier cijfers.",
    nullable=False,
    lineage=("301:Header/Afzender", "323:Header/Ontvanger"),
)
WET = Column("wet", "string", "De wet waar de rij bij hoort.", nullable=False, values=LAWS)
AANBIEDER = Column("aanbieder", "string", "De zorgaanbieder: de AGB-code van acht cijfers.")
BERICHT = Column(
    "bericht",
    "string",
    "Het bestand waar de rij uit komt: het begin van de controlewaarde (SHA-256) van het bestand.",
)
REGEL = Column("regel", "int64", "De plaats van de rij binnen het bestand, geteld vanaf 1.")
BRON = Column("bron", "string", "Waar de rij uit komt.", nullable=False, values=SOURCES)


def bekend_vanaf(meaning: str = "Sinds wanneer dit bekend is.") -> Column:
    """Return the column that says since when a row was known."""
    return Column(
        "bekend_vanaf",
        "date",
        meaning,
        caveat="Dit is de dag van ontvangst volgens het berichtenlog. Staat het bericht niet in het log, dan "
        "is het de dagtekening. Bij een tabel met historie is het de dag van de export.",
        lineage=("berichtenlog:ontvangen_op", "301:Header/BerichtIdentificatie/Dagtekening"),
    )


def client(*lineage: str) -> Column:
    """Return the column with the pseudonym of the client."""
    return Column(
        "client",
        "string",
        "De cliënt, onder een pseudoniem. Het BSN zelf staat niet in de feiten.",
        caveat="Een pseudoniem geldt binnen één gemeente. Zonder vastgelegde grondslag heeft een persoon "
        "per wet een eigen pseudoniem.",
        personal=True,
        lineage=lineage,
    )


def product(number: str, path: str) -> tuple[Column, Column]:
    """Return the columns with category and code of a product; ``path`` is its place in the message."""
    slash = f"{number}:{path}/"
    category, code = (
        ("ProductCategorie", "ProductCode") if number == "323" else ("Product/Categorie", "Product/Code")
    )
    return (
        Column(
            "product_categorie",
            "string",
            "De productcategorie, zoals die in het bericht staat.",
            caveat="Leeg bij een generieke toewijzing.",
            lineage=(slash + category,),
        ),
        Column(
            "product_code",
            "string",
            "De productcode, zoals die in het bericht staat.",
            caveat="Een code is vaak van de regio zelf (IV075). Leeg bij een aspecifieke toewijzing.",
            lineage=(slash + code,),
        ),
    )


VOORZIENING = Column(
    "voorziening",
    "string",
    "De voorziening waar het product bij hoort, volgens de productentabel van de gemeente.",
    caveat="Leeg als de productentabel het product niet kent.",
    lineage=("producten:voorziening",),
)
ZORGSOORT = Column(
    "zorgsoort",
    "string",
    "De soort zorg, volgens de productentabel.",
    lineage=("producten:zorgsoort",),
)
TAAKVELD = Column(
    "taakveld",
    "string",
    "Het taakveld (Iv3) waar de kosten op komen, volgens de productentabel.",
    lineage=("producten:taakveld",),
)
UREN_PER_EENHEID = Column(
    "uren_per_eenheid",
    "float64",
    "Hoeveel uur één eenheid van dit product is. Nodig voor stuks, etmalen en euro's.",
    unit="uren",
    caveat="Leeg als de gemeente geen omrekening geeft.",
    lineage=("producten:uren_per_eenheid",),
)
HUISHOUDELIJK = Column(
    "huishoudelijk",
    "boolean",
    "Of het product huishoudelijke ondersteuning is, volgens de productentabel.",
    lineage=("producten:huishoudelijk",),
)
TERREINGEBONDEN = Column(
    "terreingebonden",
    "boolean",
    "Of het verblijf op het terrein van een instelling is, volgens de productentabel.",
    caveat="De productcategorie (43, 44) zegt dit niet; alleen de productentabel.",
    lineage=("producten:terreingebonden",),
)
PRODUCT_BEKEND = Column(
    "product_bekend",
    "boolean",
    "Of het product in de productentabel staat op de dag waarop het ingaat.",
    nullable=False,
)


def toewijzingnummer(*lineage: str) -> Column:
    """Return the column with the number of the toewijzing."""
    return Column(
        "toewijzingnummer",
        "int64",
        "Het nummer dat de gemeente aan de toewijzing gaf. Uniek binnen een gemeente en een wet.",
        lineage=lineage,
    )


def size(number: str, path: str) -> tuple[Column, ...]:
    """Return the columns that say how much care: volume, unit, frequency and budget."""
    slash = f"{number}:{path}/"
    return (
        Column(
            "eenheid", "string", "De eenheid van het volume (WJ756).", lineage=(f"{slash}Omvang/Eenheid",)
        ),
        Column("volume", "int64", "Het volume in de eenheid.", lineage=(f"{slash}Omvang/Volume",)),
        Column(
            "frequentie",
            "string",
            "Per welke tijd het volume geldt (WMO757): 1 dag, 2 week, 4 maand, 6 de hele looptijd.",
            lineage=(f"{slash}Omvang/Frequentie",),
        ),
        Column("budget_cent", "int64", "Het budget.", unit="cent", lineage=(f"{slash}Budget",)),
    )
