"""The tables that a gemeente delivers, one module each; this is their register."""

from __future__ import annotations

from wijzer.intake.deliveries.begroting import BEGROTING
from wijzer.intake.deliveries.berichtenlog import BERICHTENLOG
from wijzer.intake.deliveries.clientervaring import CLIENTERVARING
from wijzer.intake.deliveries.contracten import CONTRACTEN
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, RecordColumn, record_columns
from wijzer.intake.deliveries.historie_leveringen import HISTORIE_LEVERINGEN
from wijzer.intake.deliveries.historie_prestaties import HISTORIE_PRESTATIES
from wijzer.intake.deliveries.historie_toewijzingen import HISTORIE_TOEWIJZINGEN
from wijzer.intake.deliveries.historie_verzoeken import HISTORIE_VERZOEKEN
from wijzer.intake.deliveries.inwoners import INWONERS
from wijzer.intake.deliveries.meldingen import MELDINGEN
from wijzer.intake.deliveries.nulde_lijn import NULDE_LIJN
from wijzer.intake.deliveries.postcodes import POSTCODES
from wijzer.intake.deliveries.producten import PRODUCTEN
from wijzer.intake.deliveries.realisatie import REALISATIE
from wijzer.intake.deliveries.tarieven import TARIEVEN

__all__ = [
    "DELIVERIES",
    "Choice",
    "Column",
    "Delivery",
    "RecordColumn",
    "delivery",
    "delivery_names",
    "record_columns",
]

DELIVERIES: tuple[Delivery, ...] = (
    PRODUCTEN,
    BEGROTING,
    REALISATIE,
    INWONERS,
    POSTCODES,
    CONTRACTEN,
    TARIEVEN,
    BERICHTENLOG,
    HISTORIE_TOEWIJZINGEN,
    HISTORIE_LEVERINGEN,
    HISTORIE_PRESTATIES,
    HISTORIE_VERZOEKEN,
    MELDINGEN,
    CLIENTERVARING,
    NULDE_LIJN,
)

_BY_NAME = {delivery.name: delivery for delivery in DELIVERIES}


def delivery_names() -> tuple[str, ...]:
    """Return the names of all deliveries."""
    return tuple(_BY_NAME)


def delivery(name: str) -> Delivery:
    """Return a delivery by name. Raises KeyError with a Dutch text when there is none."""
    try:
        return _BY_NAME[name]
    except KeyError:
        raise KeyError(f"Er is geen aanlevering {name}. Kies uit: {', '.join(_BY_NAME)}.") from None
