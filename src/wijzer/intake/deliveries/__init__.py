"""The tables that a gemeente delivers, one module each; this is their register."""

from __future__ import annotations

from wijzer.intake.deliveries.algemene_voorzieningen import ALGEMENE_VOORZIENINGEN
from wijzer.intake.deliveries.begroting import BEGROTING
from wijzer.intake.deliveries.berichtenlog import BERICHTENLOG
from wijzer.intake.deliveries.bezwaren import BEZWAREN
from wijzer.intake.deliveries.centrumgemeente import CENTRUMGEMEENTE
from wijzer.intake.deliveries.clientervaring import CLIENTERVARING
from wijzer.intake.deliveries.contracten import CONTRACTEN
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, RecordColumn, record_columns
from wijzer.intake.deliveries.eerste_lijn import EERSTE_LIJN
from wijzer.intake.deliveries.evaluaties import EVALUATIES
from wijzer.intake.deliveries.historie_leveringen import HISTORIE_LEVERINGEN
from wijzer.intake.deliveries.historie_prestaties import HISTORIE_PRESTATIES
from wijzer.intake.deliveries.historie_toewijzingen import HISTORIE_TOEWIJZINGEN
from wijzer.intake.deliveries.historie_verzoeken import HISTORIE_VERZOEKEN
from wijzer.intake.deliveries.incidenten import INCIDENTEN
from wijzer.intake.deliveries.inwoners import INWONERS
from wijzer.intake.deliveries.klachten import KLACHTEN
from wijzer.intake.deliveries.meldingen import MELDINGEN
from wijzer.intake.deliveries.monitorcijfers import MONITORCIJFERS
from wijzer.intake.deliveries.nulde_lijn import NULDE_LIJN
from wijzer.intake.deliveries.onderwijs import ONDERWIJS
from wijzer.intake.deliveries.participatie import PARTICIPATIE
from wijzer.intake.deliveries.participatie_personen import PARTICIPATIE_PERSONEN
from wijzer.intake.deliveries.pgb import PGB
from wijzer.intake.deliveries.postcodes import POSTCODES
from wijzer.intake.deliveries.producten import PRODUCTEN
from wijzer.intake.deliveries.realisatie import REALISATIE
from wijzer.intake.deliveries.subsidies import SUBSIDIES
from wijzer.intake.deliveries.tarieven import TARIEVEN
from wijzer.intake.deliveries.toezicht import TOEZICHT
from wijzer.intake.deliveries.wachtlijst import WACHTLIJST

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
    EVALUATIES,
    BEZWAREN,
    KLACHTEN,
    WACHTLIJST,
    CLIENTERVARING,
    NULDE_LIJN,
    EERSTE_LIJN,
    ONDERWIJS,
    PARTICIPATIE,
    PARTICIPATIE_PERSONEN,
    PGB,
    ALGEMENE_VOORZIENINGEN,
    SUBSIDIES,
    CENTRUMGEMEENTE,
    TOEZICHT,
    INCIDENTEN,
    MONITORCIJFERS,
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
