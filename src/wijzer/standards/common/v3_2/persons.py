"""The parts of messages that tell about persons: client, relations, contact data."""

from __future__ import annotations

from wijzer.standards.declaration import Element, Structure

BSN = Element("Bsn", "LDT_BurgerServicenummer", "burgerservicenummer van de client", rules=("CS002",))
GEBOORTEDATUM = Element(
    "Geboortedatum",
    "CDT_Geboortedatum",
    "geboortedag van de client",
    personal=True,
    rules=("CS139", "TR002", "TR134"),
)
GESLACHT = Element("Geslacht", "LDT_Geslacht", "geslacht van de client")
COMMENTAAR = Element("Commentaar", "LDT_Commentaar", "vrije tekst", 0)

CLIENT_SHORT = (
    BSN,
    GEBOORTEDATUM,
    GESLACHT,
    Element("Naam", "CDT_VerkorteNaam", "naam van de client", personal=True),
)
"""The client as a provider names it: in start, stop and request."""

CLIENT_FULL = (
    BSN,
    GEBOORTEDATUM,
    GESLACHT,
    Element("Naam", "CDT_VolledigeNaam", "naam van de client", personal=True, rules=("CS050", "CS318")),
    Element("Communicatie", "CDT_Communicatie", "bijzondere vorm van gesprek", 0),
    Element("JuridischeStatus", "LDT_JuridischeStatus", "juridische situatie van de client", 0),
    Element(
        "WettelijkeVertegenwoordiging",
        "LDT_WettelijkeVertegenwoordiging",
        "wie de client vertegenwoordigt",
        0,
    ),
    COMMENTAAR,
)
"""The client as the gemeente introduces it in a toewijzing."""


def contact(retour: tuple[Element, ...] = ()) -> Structure:
    """Declare contact data: an address, telephone or e-mail, with its kind and period."""
    return Structure(
        "Contact",
        (
            Element("Soort", "LDT_AdresSoort", "soort adres", rules=("TR061",)),
            Element("Adres", "CDT_Adres", "adres", 0, personal=True),
            Element("Organisatie", "LDT_Organisatienaam", "instelling waar iemand verblijft", 0),
            Element("Telefoon", "CDT_Telefoonnummers", "telefoonnummers", 0, personal=True),
            Element("Emailadres", "LDT_Emailadres", "e-mailadres", 0),
            Element("Periode", "CDT_OpenPeriode", "periode van een tijdelijk adres", 0, rules=("CD009",)),
            *retour,
        ),
        "Adres, telefoon en e-mail.",
    )


def relaties(retour: tuple[Element, ...] = ()) -> Element:
    """Declare the people around the client: parents, guardian, contact person."""
    relatie = Structure(
        "Relatie",
        (
            Element("Nummer", "LDT_Persoonsid", "volgnummer van de relatie"),
            Element("Volgorde", "LDT_RelatieVolgorde", "wie het eerst te bellen", 0),
            Element("Soort", "LDT_SoortRelatie", "soort relatie"),
            Element(
                "Geboortedatum",
                "CDT_Geboortedatum",
                "geboortedag van de relatie",
                0,
                personal=True,
                rules=("CS139", "TR134"),
            ),
            Element("Geslacht", "LDT_Geslacht", "geslacht van de relatie", 0, personal=True),
            Element("Naam", "CDT_VolledigeNaam", "naam van de relatie", personal=True, rules=("CS050",)),
            Element(
                "Contact", contact(retour), "contactgegevens van de relatie", personal=True, rules=("TR006",)
            ),
            *retour,
        ),
        "Iemand uit de omgeving van de client.",
    )
    wrapper = Structure("Relaties", (Element("Relatie", relatie, "relatie van de client", max_occurs=None),))
    return Element("Relaties", wrapper, "relaties van de client", 0)


def contactgegevens(retour: tuple[Element, ...] = ()) -> Element:
    """Declare the contact data of the client itself."""
    repeated = Element(
        "Contact", contact(retour), "contactgegevens van de client", max_occurs=None, rules=("TR006",)
    )
    return Element(
        "Contactgegevens", Structure("Contactgegevens", (repeated,)), "contactgegevens van de client"
    )
