"""Fact table ``participatie_persoon``: who is supported by work and income, under any of its laws."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.common import client
from wijzer.facts.tables.delivered import BUURT, REGELING, WIJK, delivered

TABLE = delivered(
    "participatie_persoon",
    "participatie_personen",
    ("gemeente", "regeling"),
    "Eén periode van een persoon in een regeling.",
    client("participatie_personen:bsn"),
    Column(
        "huishouden",
        "string",
        "Het adres onder een pseudoniem.",
        personal=True,
        caveat="Alleen als het koppelen van wetten voor de gemeente is vastgelegd; anders leeg.",
        lineage=("participatie_personen:postcode",),
    ),
    BUURT,
    WIJK,
    Column("regeling", "string", "De regeling.", nullable=False, values=REGELING),
    Column("van", "date", "De eerste dag.", nullable=False),
    Column("tot", "date", "De laatste dag. Leeg: loopt nog."),
    caveats=("Zonder vastgelegde keuze om wetten te koppelen heeft een persoon hier een eigen pseudoniem.",),
)
