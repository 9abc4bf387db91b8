"""Fact table ``nulde_lijn``: who takes part in provisions that are open to everybody."""

from __future__ import annotations

from wijzer.facts.declaration import Column
from wijzer.facts.tables.delivered import JAAR, KWARTAAL, delivered

TABLE = delivered(
    "nulde_lijn",
    "nulde_lijn",
    ("gemeente", "jaar", "kwartaal"),
    "Eén voorziening die voor iedereen open staat, in een kwartaal.",
    JAAR,
    KWARTAAL,
    Column("voorziening", "string", "De naam van de voorziening.", nullable=False),
    Column(
        "soort",
        "string",
        "Wat voor voorziening het is.",
        nullable=False,
        values=(
            ("ontmoeting", "een plek om elkaar te ontmoeten"),
            ("dagbesteding", "dagbesteding zonder indicatie"),
            ("vrijwilligers", "hulp door vrijwilligers"),
            ("cursus", "een cursus of training"),
            ("ervaringsdeskundigheid", "hulp door ervaringsdeskundigen"),
            ("anders", "iets anders"),
        ),
    ),
    Column("buurt", "string", "De buurt waar de voorziening is. Leeg: de hele gemeente."),
    Column("deelnemers", "int64", "Hoeveel inwoners meededen.", unit="personen", nullable=False),
    Column("vrijwilligers", "int64", "Hoeveel vrijwilligers zich inzetten.", unit="personen", nullable=False),
    Column(
        "ervaringsdeskundigen",
        "int64",
        "Hoeveel ervaringsdeskundigen zich inzetten.",
        unit="personen",
        nullable=False,
    ),
    caveats=("Wie aan twee voorzieningen meedoet, telt bij beide.",),
)
