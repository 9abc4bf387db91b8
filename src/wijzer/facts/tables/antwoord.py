"""Fact table ``antwoord``: terms that run between gemeente and providers, and when they were met."""

from __future__ import annotations

from wijzer.facts.declaration import Column, Table
from wijzer.facts.tables.common import AANBIEDER, BERICHT, GEMEENTE, WET, bekend_vanaf

TABLE = Table(
    name="antwoord",
    grain="Eén termijn die loopt of liep: iemand moet op een bericht of een gebeurtenis een bericht sturen.",
    key=("gemeente", "wet", "termijn", "bericht", "regel"),
    rules=("OP090", "OP090x4", "OP271", "OP272", "OP274", "OP346", "OP359", "IV028", "IV032"),
    caveats=(
        "De lengte van een termijn staat niet in deze tabel: die hoort bij de indicator en heeft een datum.",
        "Een termijn die niet meetelt blijft staan, met de reden in 'uitgesloten'.",
        "Staat het bericht niet in het berichtenlog, dan loopt de termijn vanaf de dagtekening en is hij "
        "uitgesloten: de ontvangst is niet bekend.",
        "Alleen een start of stop die geldt heeft een termijn; een verwijderde of afgekeurde niet.",
        "De acht weken voor een onderzoek lopen volgens OP274 en OP346 vanaf de dagtekening van het verzoek.",
        "Een verzoek dat om het woonplaatsbeginsel is afgewezen (reden 8) heeft de termijn van OP359, in "
        "plaats van die van een gewoon antwoord.",
    ),
    columns=(
        GEMEENTE,
        WET,
        Column(
            "termijn",
            "string",
            "Welke termijn het is.",
            nullable=False,
            values=(
                ("retour", "een retourbericht op een bericht (OP090)"),
                ("declaratie_antwoord", "een 325 op een 323 (OP090x4)"),
                ("verzoek_antwoord", "een eerste antwoord op een verzoek (OP274, OP346)"),
                ("verzoek_onderzoek", "een besluit nadat het verzoek in onderzoek was (OP274, OP346)"),
                ("verzoek_woonplaats", "een afwijzing om het woonplaatsbeginsel (OP359)"),
                ("start", "een startbericht na het begin van de levering (OP271)"),
                ("stop", "een stopbericht na het einde van de levering (OP272)"),
            ),
        ),
        Column(
            "paar",
            "string",
            "Welke berichten bij elkaar horen, bijvoorbeeld 301-302.",
            nullable=False,
        ),
        Column(
            "partij",
            "string",
            "Wie aan zet is.",
            nullable=False,
            values=(("gemeente", "de gemeente"), ("aanbieder", "de aanbieder")),
        ),
        AANBIEDER,
        BERICHT,
        Column(
            "regel",
            "int64",
            "De plaats van de rij in het bericht; 0 als de termijn over het hele bericht gaat.",
            nullable=False,
        ),
        Column("vanaf", "date", "De dag waarop de termijn begint. Die dag zelf telt niet mee."),
        Column(
            "vanaf_bron",
            "string",
            "Waar die dag op steunt.",
            nullable=False,
            values=(
                ("ontvangst", "de ontvangst volgens het berichtenlog"),
                ("dagtekening", "de dagtekening van het bericht"),
                ("feit", "de dag waarop de levering begon of eindigde"),
            ),
        ),
        Column(
            "beantwoord_op",
            "date",
            "De dag waarop het antwoord is verstuurd, volgens het log en anders de dagtekening. Leeg als er "
            "nog geen antwoord is.",
        ),
        Column("antwoord_bericht", "string", "Het bestand met het antwoord."),
        Column(
            "uitgesloten",
            "string",
            "Waarom de termijn niet meetelt. Leeg als hij meetelt.",
            values=(
                ("correctie", "de start of stop verbetert een eerdere melding"),
                (
                    "stop_na_pauze",
                    "een definitieve stop na een pauze: wanneer die bekend werd staat er niet in",
                ),
                (
                    "geen_retour_volgens_standaard",
                    "op dit bericht volgt volgens de standaard geen retourbericht",
                ),
                ("geen_ontvangst_bekend", "de dag van ontvangst is niet bekend"),
            ),
        ),
        bekend_vanaf("Sinds wanneer het bericht dat de termijn begon, of de melding, bekend is."),
    ),
)
