"""Who takes part in provisions that are open to everybody, without an indication."""

from __future__ import annotations

from wijzer.intake.deliveries.common import GEMEENTE, JAAR, KWARTAAL, STAND_OP, count
from wijzer.intake.deliveries.declaration import Choice, Column, Delivery

NULDE_LIJN = Delivery(
    name="nulde_lijn",
    title="Nulde lijn",
    purpose="Deelnemers en vrijwilligers van voorzieningen in de gemeente die voor iedereen open staan.",
    asked_of="Welzijnswerk en verenigingen, of de beleidsmedewerker die de subsidies volgt.",
    columns=(
        GEMEENTE,
        JAAR,
        KWARTAAL,
        Column("voorziening", "name", "Naam van de voorziening.", "Open inloop De Schakel"),
        Column(
            "soort",
            "choice",
            "Wat voor voorziening het is.",
            "ontmoeting",
            choices=(
                Choice("ontmoeting", "een plek om elkaar te ontmoeten"),
                Choice("dagbesteding", "dagbesteding zonder indicatie"),
                Choice("vrijwilligers", "hulp door vrijwilligers"),
                Choice("cursus", "een cursus of training"),
                Choice("ervaringsdeskundigheid", "hulp door ervaringsdeskundigen"),
                Choice("anders", "iets anders"),
            ),
        ),
        Column(
            "buurt", "name", "Code of naam van de buurt. Leeg: hele gemeente.", "BU02930001", required=False
        ),
        count("deelnemers", "Hoeveel inwoners in het kwartaal meededen.", "45"),
        count("vrijwilligers", "Hoeveel vrijwilligers zich inzetten.", "6"),
        count("ervaringsdeskundigen", "Hoeveel ervaringsdeskundigen zich inzetten.", "1"),
        STAND_OP,
    ),
    key=("gemeente", "jaar", "kwartaal", "voorziening", "soort", "buurt"),
    replaces=("gemeente", "jaar", "kwartaal"),
    known_since="stand_op",
)
