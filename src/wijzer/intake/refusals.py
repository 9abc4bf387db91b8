"""Every reason to set a file aside, with what the user can do: a stable code and plain Dutch.

``Refused`` is raised while one file is read and becomes the outcome of that file. No text holds a
value from the file.
"""

from __future__ import annotations

from collections.abc import Sequence

from wijzer.intake.manifest import Refusal

_WHAT_TO_DO: dict[str, str] = {
    "leeg": "Vraag het bestand opnieuw op: er staat niets in.",
    "onleesbaar": "Controleer of het bestand bestaat en gelezen mag worden, en neem het opnieuw in.",
    "geen_gewoon_bestand": "Zet een kopie van het bestand zelf in de map en neem die in.",
    "veranderd": "Wacht tot het bestand volledig is geschreven en neem het opnieuw in.",
    "onbekend_soort": (
        "Wijzer leest iWmo- en iJw-berichten van release 3.2 (XML), en tabellen als CSV of XLSX volgens een "
        "sjabloon (wijzer template)."
    ),
    "bericht_niet_herkend": "Vraag bij de afzender een bericht van release 3.2 op.",
    "bericht_afgekeurd": (
        "Het bericht voldoet niet aan het schema van de standaard. Vraag de afzender om een goed bericht."
    ),
    "andere_gemeente": (
        "Hoort dit bestand bij een gemeente van deze werkmap? Voeg haar dan toe in wijzer.toml en neem het "
        "opnieuw in. Zo niet: meld de verkeerde bezorging en haal het bestand weg uit de inbox. De "
        "versleutelde kopie verdwijnt met 'wijzer retention', na de termijn 'quarantaine' in wijzer.toml."
    ),
    "tabel_niet_herkend": (
        "Maak een leeg sjabloon met wijzer template, zet de kolommen onder die namen, en lever opnieuw."
    ),
    "tabel_afgekeurd": "Verbeter de genoemde cellen in de bron en lever het hele bestand opnieuw.",
    "tekenset": "Sla het bestand op als CSV in UTF-8 en lever het opnieuw.",
    "te_groot": "Lever de tabel als CSV: daarin is de grootte niet beperkt.",
    "excel_onleesbaar": "Open het in Excel, sla het op als .xlsx zonder wachtwoord, en lever opnieuw.",
    "zip_onleesbaar": "Maak het zipbestand opnieuw, of lever de bestanden los.",
    "zip_bom": "Dit zipbestand pakt uit tot onwaarschijnlijk veel gegevens. Lever de bestanden los.",
    "zip_pad": "Maak een zipbestand met alleen gewone namen, zonder / vooraan, .. of snelkoppelingen.",
    "zip_in_zip": "Pak het binnenste zipbestand uit en lever de bestanden.",
    "zip_wachtwoord": "Maak een zipbestand zonder wachtwoord: Wijzer versleutelt zelf.",
}


class Refused(Exception):  # noqa: N818 - a verdict on one file, not an error of the program
    """The file that is being read must be set aside."""

    def __init__(self, code: str, reason: str, details: Sequence[str] = ()) -> None:
        super().__init__(code)
        self.refusal = Refusal(code, reason, tuple(details), _WHAT_TO_DO[code])
