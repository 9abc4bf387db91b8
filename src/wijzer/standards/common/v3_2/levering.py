"""Shapes of 305, 306, 307 and 308: the provider tells that support started or stopped."""

from __future__ import annotations

from wijzer.standards.common.v3_2.persons import CLIENT_SHORT
from wijzer.standards.declaration import Element, Structure

START_KEYS = {
    "Client": ("Bsn",),
    "StartProduct": ("ToewijzingNummer", "Product/Categorie", "Product/Code", "Begindatum"),
}
STOP_KEYS = {
    "Client": ("Bsn",),
    "StopProduct": (
        "ToewijzingNummer",
        "Product/Categorie",
        "Product/Code",
        "Begindatum",
        "RedenBeeindiging",
        "Einddatum",
    ),
}

PRODUCT = (
    Element(
        "ToewijzingNummer", "LDT_Nummer", "nummer van de toewijzing bij de gemeente", 0, rules=("TR019",)
    ),
    Element("Product", "CDT_Product", "geleverd product", 0, rules=("TR381",)),
    Element("ToewijzingIngangsdatum", "LDT_Datum", "eerste dag van de toewijzing", 0),
    Element("Begindatum", "LDT_Datum", "eerste dag van de hulp", rules=("TR134",)),
)
STATUS = Element(
    "StatusAanlevering", "LDT_StatusAanlevering", "nieuw of ingetrokken", rules=("CS058", "TR063", "TR074")
)
START_PRODUCT = (*PRODUCT, STATUS)
STOP_PRODUCT = (
    *PRODUCT,
    Element("RedenBeeindiging", "LDT_RedenBeeindiging", "waarom de hulp stopt", rules=("TR413", "TR415")),
    Element("Einddatum", "LDT_Datum", "laatste dag van de hulp", rules=("TR018", "TR134", "TR414")),
    STATUS,
)


def start_client(retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the client with the products that started."""
    product = Structure("StartProduct", (*START_PRODUCT, *retour), "Hulp die begon.")
    wrapper = Structure(
        "StartProducten", (Element("StartProduct", product, "gestart product", max_occurs=None),)
    )
    return Structure(
        "Client",
        (*CLIENT_SHORT, Element("StartProducten", wrapper, "gestarte producten"), *retour),
        "De client die hulp kreeg.",
    )


def stop_client(retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the client with the products that stopped."""
    product = Structure("StopProduct", (*STOP_PRODUCT, *retour), "Hulp die stopte.")
    wrapper = Structure(
        "StopProducten", (Element("StopProduct", product, "gestopt product", max_occurs=None),)
    )
    return Structure(
        "Client",
        (*CLIENT_SHORT, Element("StopProducten", wrapper, "gestopte producten"), *retour),
        "De client van wie de hulp stopte.",
    )
