"""In which buurt an address lies: postcode and house number, per year."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP
from wijzer.intake.deliveries.declaration import Column, Delivery

POSTCODES = Delivery(
    name="postcodes",
    title="Postcodes",
    purpose="Zegt in welke buurt een postcode met huisnummer ligt, per jaar.",
    asked_of="Geo-informatie of basisregistratie adressen (BAG), of het jaarlijkse CBS-bestand.",
    columns=(
        GEMEENTE,
        JAAR,
        Column("postcode", "postcode", "Postcode: vier cijfers en twee letters.", "6931 AB"),
        Column(
            "huisnummer",
            "integer",
            "Huisnummer, zonder letter of toevoeging.",
            "12",
            lowest=0,
            highest=99_999,
        ),
        Column("buurt", "text", "Code of naam van de buurt.", "BU02930001"),
        Column("wijk", "text", "Code of naam van de wijk.", "WK029300"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "postcode", "huisnummer"),
    replaces=("gemeente", "jaar"),
    known_since="stand_op",
)
