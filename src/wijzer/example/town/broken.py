"""Files that must be set aside: not to be read, or not of this gemeente; each with a label."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer import messages
from wijzer.example.town import bodies
from wijzer.example.town.desk import Desk
from wijzer.example.town.labels import Label

KIND = "apart te zetten"


def broken_files(desk: Desk) -> Iterator[tuple[str, bytes, Label]]:
    """Yield files that must be set aside: (name, content, label with the words of the reason)."""
    dossier = next(one for one in desk.books.dossiers.values() if one.versions)
    given, code = dossier.toewijzing, desk.place.code
    day = max(given.begin, desk.settings.start)
    product = bodies.assigned(given, day, "09:30:00", given.planned_end)
    client = bodies.full_client(given.person, desk.place.name, [product], day, comment=False)

    def message(sender: str) -> bytes:
        header = {
            "Afzender": sender,
            "Ontvanger": given.provider.agb,
            "BerichtIdentificatie": {"Identificatie": f"Z{sender}", "Dagtekening": day},
        }
        return messages.compose(given.product.wet, "301", {"Header": header, "Client": client})

    good = message(code)
    broken = {
        "afgebroken.xml": (good[: len(good) // 2], "afgebroken bestand"),
        "andere_gemeente.xml": (message(bodies.OTHER_GEMEENTE), "bericht van een andere gemeente"),
        "oude_versie.xml": (good.replace(b"/3_2/", b"/2_0/"), "oude versie van de standaard"),
        "verkeerde_datum.xml": (
            good.replace(b"Toewijzingsdatum>20", b"Toewijzingsdatum>2x", 1),
            "geen datum",
        ),
        "onbekend_element.xml": (good.replace(b":Bsn>", b":Burgernummer>"), "onbekend element"),
        "leeg.xml": (b"", "leeg bestand"),
        "geen_xml.xml": (b"Geachte gemeente, zie bijlage.\r\n", "geen bericht"),
        "met_doctype.xml": (
            good.replace(b"?>\n", b"?>\n<!DOCTYPE a [<!ENTITY b 'c'>]>\n", 1),
            "eigen DOCTYPE",
        ),
    }
    for name, (content, why) in broken.items():
        place = f"{desk.place.slug}_{name}"
        yield place, content, Label(code, KIND, place, None, why)
