"""Shapes of 301 and 302: the gemeente assigns support to a provider."""

from __future__ import annotations

from wijzer.standards.common.v3_2.persons import CLIENT_FULL, COMMENTAAR, contactgegevens, relaties
from wijzer.standards.declaration import Element, Structure

KEYS = {
    "Client": ("Bsn",),
    "Relatie": ("Nummer",),
    "Contact": ("Soort",),
    "ToegewezenProduct": ("ToewijzingNummer",),
}

TOEGEWEZEN_PRODUCT = (
    Element("ToewijzingNummer", "LDT_Nummer", "nummer van de toewijzing bij de gemeente", rules=("TR332",)),
    Element(
        "ReferentieAanbieder",
        "LDT_Referentie",
        "kenmerk van het verzoek van de aanbieder",
        0,
        rules=("TR379",),
    ),
    Element("Product", "CDT_Product", "toegewezen product", 0, rules=("CD079", "TR302", "TR381")),
    Element("Toewijzingsdatum", "LDT_Datum", "dag waarop de gemeente toewees", rules=("TR134",)),
    Element("Toewijzingstijd", "LDT_Tijd", "tijd waarop de gemeente toewees"),
    Element("Ingangsdatum", "LDT_Datum", "eerste dag van de toewijzing"),
    Element("Einddatum", "LDT_Datum", "laatste dag van de toewijzing", 0, rules=("CD075", "CD076", "CS003")),
    Element(
        "RedenWijziging", "LDT_RedenWijziging", "waarom de toewijzing wijzigt", 0, rules=("CS335", "CS336")
    ),
    Element("Omvang", "CDT_Omvang", "hoeveel hulp", 0, rules=("CD041", "CD077", "CD080", "CS338")),
    Element("Budget", "LDT_Budget", "bedrag in eurocent voor de hele toewijzing", 0, rules=("CD078",)),
    COMMENTAAR,
)


def client(retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the client with relations, contact data and assigned products."""
    product = Structure("ToegewezenProduct", (*TOEGEWEZEN_PRODUCT, *retour), "Wat is toegewezen.")
    wrapper = Structure(
        "ToegewezenProducten", (Element("ToegewezenProduct", product, "toegewezen product", max_occurs=None),)
    )
    return Structure(
        "Client",
        (
            *CLIENT_FULL,
            relaties(retour),
            contactgegevens(retour),
            Element("ToegewezenProducten", wrapper, "toegewezen producten"),
            *retour,
        ),
        "De client voor wie de toewijzing is.",
    )
