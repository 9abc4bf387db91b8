"""Shapes of 323 and 325: the provider declares what it delivered, the gemeente answers."""

from __future__ import annotations

from wijzer.standards.common.v3_2.header import RETOUR
from wijzer.standards.common.v3_2.persons import BSN
from wijzer.standards.declaration import Element, Structure

REFERENTIE_KEY = ("ProductReferentie/ReferentieNummer", "ProductReferentie/VorigReferentieNummer")
DECLARATIE_KEYS = {"Declaratie": ("DeclaratieNummer",), "Client": ("Bsn",), "Prestatie": REFERENTIE_KEY}
ANTWOORD_KEYS = {"DeclaratieAntwoord": ("DeclaratieNummer",), "Client": ("Bsn",), "Prestatie": REFERENTIE_KEY}

PRESTATIE = (
    Element(
        "ProductReferentie",
        "CDT_Referentie",
        "kenmerk van de regel",
        rules=("TR314", "TR315", "TR316", "TR366"),
    ),
    Element("ToewijzingNummer", "LDT_Nummer", "toewijzing waarop is geleverd", rules=("TR338",)),
    Element("ProductCategorie", "LDT_ProductCategorie", "groep van producten", rules=("TR339",)),
    Element(
        "ProductCode", "LDT_ProductCode", "product, vaak met een code van de regio", rules=("TR340", "TR381")
    ),
    Element(
        "ProductPeriode",
        "CDT_GeslotenPeriode",
        "periode waarin is geleverd",
        rules=(
            "CS100",
            "CS337",
            "TR134",
            "TR137",
            "TR307",
            "TR308",
            "TR319",
            "TR335",
            "TR387",
            "TR388",
            "TR416",
        ),
    ),
    Element(
        "GeleverdVolume", "LDT_Volume", "hoeveel eenheden zijn geleverd", rules=("TR321", "TR322", "TR369")
    ),
    Element("Eenheid", "LDT_Eenheid", "eenheid waarin het volume telt", rules=("TR341",)),
    Element("ProductTarief", "LDT_Bedrag", "tarief per eenheid in eurocent", 0, rules=("CD087", "TR418")),
    Element(
        "IngediendBedrag",
        "CDT_BedragMetDC",
        "bedrag van de regel",
        rules=("CS325", "CS339", "TR346", "TR389", "TR390"),
    ),
)


def clienten(prestatie: tuple[Element, ...], retour: tuple[Element, ...], at_least: int) -> Element:
    """Declare the clients with their lines; an answer may leave them out (``at_least`` 0)."""
    line = Structure("Prestatie", (*prestatie, *retour), "Een gedeclareerde regel.")
    lines = Structure("Prestaties", (Element("Prestatie", line, "gedeclareerde regel", max_occurs=None),))
    client = Structure(
        "Client",
        (BSN, Element("Prestaties", lines, "gedeclareerde regels"), *retour),
        "De client aan wie is geleverd.",
    )
    wrapper = Structure("Clienten", (Element("Client", client, "client", max_occurs=None, rules=("TR304",)),))
    return Element("Clienten", wrapper, "clienten in de declaratie", at_least)


DECLARATIE = Structure(
    "Declaratie",
    (
        Element(
            "DeclaratieNummer",
            "LDT_IdentificatieDeclaratie",
            "nummer van de declaratie bij de aanbieder",
            pattern="([a-zA-Z0-9])+",
            rules=("CS319", "TR333"),
        ),
        Element(
            "DeclaratiePeriode",
            "CDT_GeslotenPeriode",
            "maand van de declaratie",
            rules=("CS100", "CS340", "TR134", "TR137", "TR318"),
        ),
        Element("DeclaratieDagtekening", "LDT_Datum", "dag van de declaratie"),
        Element(
            "TotaalIngediendBedrag", "CDT_TotaalBedragMetDC", "som van de regels", rules=("CS325", "TR358")
        ),
        clienten(PRESTATIE, (), 1),
    ),
    "Een declaratie.",
)
DECLARATIE_ANTWOORD = Structure(
    "DeclaratieAntwoord",
    (
        Element(
            "DeclaratieNummer",
            "LDT_IdentificatieDeclaratie",
            "nummer van de declaratie bij de aanbieder",
            rules=("TR376",),
        ),
        Element(
            "TotaalIngediendBedrag", "CDT_TotaalBedragMetDC", "bedrag dat is ingediend", rules=("CS325",)
        ),
        Element(
            "TotaalToegekendBedrag",
            "CDT_TotaalBedragMetDC",
            "bedrag dat is toegekend",
            rules=("CS325", "TR342"),
        ),
        clienten(PRESTATIE, RETOUR, 0),
        *RETOUR,
    ),
    "Antwoord op een declaratie.",
)
