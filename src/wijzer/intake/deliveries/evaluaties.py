"""What came of the evaluation of a provision with the client."""

from __future__ import annotations

from wijzer.intake.deliveries.common import BSN, GEMEENTE, STAND_OP, TOEWIJZINGNUMMER, WET, date_column
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery, Demand

EVALUATIES = Delivery(
    name="evaluaties",
    title="Evaluaties",
    purpose="Wanneer een voorziening met de cliënt is geëvalueerd, en wat daar uit kwam.",
    asked_of="De toegang: het gebiedsteam of het Wmo-loket, of functioneel beheer van de registratie.",
    columns=(
        GEMEENTE,
        WET,
        BSN,
        TOEWIJZINGNUMMER,
        date_column("gepland_op", "De dag waarop de evaluatie is gepland.", "01-06-2022"),
        date_column(
            "gehouden_op",
            "De dag waarop de evaluatie is gehouden. Leeg: nog niet.",
            "08-06-2022",
            required=False,
        ),
        Column(
            "uitkomst",
            "choice",
            "Wat de evaluatie zei over de voorziening. Leeg: nog niet gehouden.",
            "doorgaan",
            required=False,
            choices=(
                Choice("doel_bereikt", "het doel is bereikt"),
                Choice("doorgaan", "doorgaan zoals het is"),
                Choice("minder", "doorgaan met minder"),
                Choice("meer", "doorgaan met meer"),
                Choice("stoppen", "stoppen zonder dat het doel is bereikt"),
            ),
        ),
        STAND_OP,
    ),
    key=("gemeente", "wet", "toewijzingnummer", "gepland_op"),
    replaces=("gemeente", "wet"),
    known_since="stand_op",
    ordered=(("gehouden_op", "stand_op"),),
    demands=(
        Demand("gehouden_op", (), "uitkomst", filled=True),
        Demand("uitkomst", (), "gehouden_op", filled=True),
    ),
)
