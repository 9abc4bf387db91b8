"""Who is supported by work and income, of any of its laws, from when to when."""

from __future__ import annotations

from wijzer.intake.deliveries.common import (
    BSN,
    GEMEENTE,
    HUISNUMMER,
    POSTCODE,
    REGELING,
    STAND_OP,
    date_column,
)
from wijzer.intake.deliveries.declaration import Column, Delivery

PARTICIPATIE_PERSONEN = Delivery(
    name="participatie_personen",
    title="Participatie: personen",
    purpose="Wie bijstand, werk met steun of schuldhulp heeft, van wanneer tot wanneer.",
    asked_of="Werk en inkomen. Vraag deze lijst alleen als het koppelen van wetten is vastgelegd.",
    columns=(
        GEMEENTE,
        BSN,
        POSTCODE,
        HUISNUMMER,
        Column("regeling", "choice", "De regeling.", "bijstand", choices=REGELING),
        date_column("van", "Eerste dag.", "01-02-2021"),
        date_column("tot", "Laatste dag. Leeg: loopt nog.", "", required=False),
        STAND_OP,
    ),
    key=("gemeente", "bsn", "regeling", "van"),
    replaces=("gemeente", "regeling"),
    known_since="stand_op",
    ordered=(("van", "tot"),),
)
