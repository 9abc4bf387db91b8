"""Figures that a monitor published, such as loneliness."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, STAND_OP
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

MONITORCIJFERS = Delivery(
    name="monitorcijfers",
    title="Monitorcijfers",
    purpose="Cijfers die al elders zijn gepubliceerd, zoals de eenzaamheid uit de gezondheidsmonitor.",
    asked_of="Onderzoek of beleid; de cijfers staan op waarstaatjegemeente.nl en bij de GGD.",
    columns=(
        GEMEENTE,
        JAAR,
        Column(
            "cijfer",
            "code",
            "Code van het cijfer: kleine letters, cijfers en _.",
            "eenzaamheid_ernstig",
            pattern=r"[a-z][a-z0-9_]{1,59}",
            pattern_says="een code met kleine letters, cijfers en _, zoals eenzaamheid_ernstig",
        ),
        Column("waarde", "decimal", "De waarde.", "9,8"),
        Column(
            "eenheid",
            "choice",
            "De eenheid van de waarde.",
            "procent",
            choices=(
                Choice("procent", "procent"),
                Choice("promille", "per duizend"),
                Choice("aantal", "aantal"),
                Choice("score", "score of rapportcijfer"),
                Choice("euro", "euro"),
                Choice("dagen", "dagen"),
            ),
        ),
        Column("bron", "name", "Wie het cijfer publiceerde, en waar.", "Gezondheidsmonitor 2020 (GGD)"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "cijfer"),
    replaces=("gemeente", "jaar", "cijfer"),
    known_since="stand_op",
)
