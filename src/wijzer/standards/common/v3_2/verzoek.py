"""Shapes of 315 to 320: the provider asks for a toewijzing or a change, the gemeente answers."""

from __future__ import annotations

from wijzer.standards.common.v3_2.persons import BSN, CLIENT_SHORT, COMMENTAAR
from wijzer.standards.declaration import Element, Structure

AANVRAAG_KEYS = {"Client": ("Bsn",), "AangevraagdProduct": ("ReferentieAanbieder",)}
WIJZIGING_KEYS = {
    "Client": ("Bsn",),
    "Verzoek": ("ReferentieAanbieder",),
    "OngewijzigdProduct": ("ToewijzingNummer",),
    "TeWijzigenProduct": ("ToewijzingNummer",),
    "NieuwProduct": ("Product/Categorie", "Product/Code", "GewensteIngangsdatum"),
}
ANTWOORD_KEYS = {"Antwoord": ("ReferentieAanbieder", "VerzoekAntwoord")}

REFERENTIE = Element(
    "ReferentieAanbieder", "LDT_Referentie", "kenmerk van het verzoek bij de aanbieder", rules=("TR347",)
)
BUDGET = Element("Budget", "LDT_Budget", "bedrag in eurocent voor de hele periode", 0, rules=("CD078",))
GEWENSTE_INGANGSDATUM = "gewenste eerste dag"
EINDDATUM = Element("Einddatum", "LDT_Datum", "gewenste laatste dag", 0, rules=("CD075", "CD076", "CS003"))

AANGEVRAAGD_PRODUCT = (
    Element(
        "ReferentieAanbieder",
        "LDT_Referentie",
        "kenmerk van het verzoek bij de aanbieder",
        rules=("TR347", "TR383"),
    ),
    Element("BeschikkingNummer", "LDT_Nummer", "nummer van een beschikking die er al is", 0),
    Element("Product", "CDT_Product", "gevraagd product", 0, rules=("CD079", "TR381", "TR386")),
    Element("BeschikkingIngangsdatum", "LDT_Datum", "eerste dag van de beschikking", 0, rules=("CD043",)),
    Element("ToewijzingIngangsdatum", "LDT_Datum", GEWENSTE_INGANGSDATUM),
    Element("ToewijzingEinddatum", "LDT_Datum", "gewenste laatste dag", 0, rules=("CD075", "CD076", "CS003")),
    Element("Omvang", "CDT_Omvang", "hoeveel hulp", 0, rules=("CD041", "CD077", "CD095", "CS343")),
    BUDGET,
    Element("Verwijzer", "CDT_Verwijzer", "wie de client verwees"),
    Element("Raamcontract", "LDT_JaNee", "of het onder een raamcontract valt", 0),
    COMMENTAAR,
)
ONGEWIJZIGD_PRODUCT = (
    Element("ToewijzingNummer", "LDT_Nummer", "toewijzing die zo blijft", rules=("TR350",)),
)
TE_WIJZIGEN_PRODUCT = (
    Element("ToewijzingNummer", "LDT_Nummer", "toewijzing die moet wijzigen", rules=("TR351",)),
    Element("GewensteIngangsdatum", "LDT_Datum", GEWENSTE_INGANGSDATUM, rules=("TR357", "TR373")),
    EINDDATUM,
    Element("Omvang", "CDT_Omvang", "hoeveel hulp", 0, rules=("CD077", "CS338", "TR375", "TR411", "TR412")),
    BUDGET,
)
NIEUW_PRODUCT = (
    Element("Product", "CDT_Product", "gevraagd product", 0, rules=("CD079", "TR361", "TR381", "TR410")),
    Element("GewensteIngangsdatum", "LDT_Datum", GEWENSTE_INGANGSDATUM, rules=("TR380",)),
    EINDDATUM,
    Element("Omvang", "CDT_Omvang", "hoeveel hulp", 0, rules=("CD041", "CD077", "CD096", "CS338")),
    BUDGET,
)
ANTWOORD = (
    Element(
        "ReferentieAanbieder",
        "LDT_Referentie",
        "kenmerk van het verzoek bij de aanbieder",
        rules=("TR355", "TR359"),
    ),
    Element("VerzoekAntwoord", "LDT_VerzoekAntwoord", "afgewezen of in onderzoek", rules=("TR360", "TR365")),
    Element(
        "RedenAfwijzingVerzoek",
        "LDT_RedenAfwijzingVerzoek",
        "waarom afgewezen",
        0,
        rules=("CD085", "CD086", "TR377"),
    ),
)


def aanvraag_client(extra: tuple[Element, ...] = (), retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the client for whom a toewijzing is asked; ``extra`` is what one law adds."""
    product = Structure("AangevraagdProduct", (*AANGEVRAAGD_PRODUCT, *retour), "Wat is gevraagd.")
    wrapper = Structure(
        "AangevraagdeProducten",
        (Element("AangevraagdProduct", product, "gevraagd product", max_occurs=None),),
    )
    return Structure(
        "Client",
        (
            *CLIENT_SHORT,
            *extra,
            COMMENTAAR,
            Element("AangevraagdeProducten", wrapper, "gevraagde producten"),
            *retour,
        ),
        "De client voor wie de aanbieder vraagt.",
    )


def wijziging_client(retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the client whose running toewijzingen the provider asks to change."""

    def several(wrapper: str, name: str, members: tuple[Element, ...], meaning: str) -> Element:
        repeated = Element(name, Structure(name, (*members, *retour), meaning), meaning, max_occurs=None)
        return Element(wrapper, Structure(wrapper, (repeated,)), meaning, 0, rules=("TR352", "TR353"))

    verzoek = Structure(
        "Verzoek",
        (
            REFERENTIE,
            Element("RedenVerzoek", "LDT_RedenVerzoek", "waarom om wijziging is gevraagd"),
            several(
                "OngewijzigdeProducten", "OngewijzigdProduct", ONGEWIJZIGD_PRODUCT, "product dat zo blijft"
            ),
            several(
                "TeWijzigenProducten", "TeWijzigenProduct", TE_WIJZIGEN_PRODUCT, "product dat moet wijzigen"
            ),
            several("NieuweProducten", "NieuwProduct", NIEUW_PRODUCT, "product dat erbij moet"),
            *retour,
        ),
        "Verzoek om wijziging.",
    )
    return Structure(
        "Client",
        (BSN, Element("Verzoek", verzoek, "verzoek om wijziging"), *retour),
        "De client om wie het gaat.",
    )


def antwoord(extra: tuple[Element, ...] = (), retour: tuple[Element, ...] = ()) -> Structure:
    """Declare the answer of the gemeente to a request; ``extra`` is what one law adds."""
    return Structure("Antwoord", (*ANTWOORD, *extra, *retour), "Antwoord op een verzoek.")
