"""Indicators 6 and 9: individual provisions of youth care on the last day of a period."""

from __future__ import annotations

import ibis.expr.types as ir

from wijzer.indicators.breaks import CONTRACTS_2020, WOONPLAATSBEGINSEL_2022
from wijzer.indicators.declaration import Indicator, Reading, Source
from wijzer.indicators.parameters import Dated, Parameter
from wijzer.indicators.question import Question
from wijzer.indicators.stock import StockAvailability
from wijzer.indicators.voorzieningen import EXCLUSIONS, LEFT_OUT, MEASURES, PARTS, READINGS, provision_rows

ID = "individuele_voorzieningen_jeugdhulp"
LAW = "jw"

CATEGORIES = Parameter(
    "categorieen_die_tellen",
    "Productcategorieën die meetellen",
    "Jeugdhulp in natura. Crisis (46), jeugdreclassering (47), jeugdbescherming (48) en het preventief "
    "justitieel kader (49) tellen niet mee.",
    "codes",
    (
        Dated(
            (*(str(code) for code in (*range(31, 39), *range(40, 46), *range(50, 56))),),
            None,
            None,
            "Codelijst JZ020; keuze van Wijzer",
        ),
    ),
)


def compute_rows(question: Question) -> ir.Table:
    """Return the toewijzingen of youth care that touch a period."""
    return provision_rows(question, LAW, CATEGORIES)


INDICATOR = Indicator(
    id=ID,
    number=6,
    label="Individuele voorzieningen jeugdhulp",
    question="Hoeveel individuele voorzieningen jeugdhulp lopen er?",
    kind="effect",
    timing="stand",
    periods=("kwartaal", "jaar"),
    laws=(LAW,),
    formula="het aantal verschillende combinaties van cliënt en voorziening op de laatste dag van de periode",
    numerator="Verschillende combinaties van cliënt en voorziening, met een geldige toewijzing op die dag.",
    denominator=None,
    parts=PARTS,
    measures=MEASURES,
    direction="lager is beter",
    protection="personen",
    inclusions=(
        "Toewijzingen van de Jeugdwet, geldig op de laatste dag van de periode en niet definitief gestopt.",
        "De voorziening is die van de tabel producten.",
        "Een toewijzing die de aanbieder heeft geweigerd blijft staan; in de herleiding is zij gemerkt.",
    ),
    exclusions=EXCLUSIONS,
    left_out=LEFT_OUT,
    breakdowns=("wet",),
    readings=(
        *READINGS,
        Reading(
            "Horen crisishulp, jeugdbescherming en jeugdreclassering erbij?",
            "Nee (categorieën 46 tot en met 49).",
            "De rechter of de crisis bepaalt die inzet; de acties van het programma sturen er niet op.",
            "Alle categorieën tellen.",
            "Het aantal wordt hoger. De instelling categorieen_die_tellen verandert dit.",
        ),
    ),
    caveats=(
        "Berichten gaan alleen over zorg in natura: een pgb telt niet mee.",
        "Sinds 1 januari 2022 geldt een ander woonplaatsbeginsel: jeugdigen met verblijf horen dan vaak "
        "bij een "
        "andere gemeente. Aantallen van ervoor en erna zijn niet zonder meer te vergelijken.",
        "Indicator 9 van de lijst heeft dezelfde tekst en telt hetzelfde, bij de opgave Preventie.",
        "Toewijzingen van voor het eerste bericht zijn alleen bekend uit de tabel historie_toewijzingen.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2, opgaven Innovatie en Preventie"),
        Source("iJw 3.2", "codelijst JZ020 (productcategorie)"),
    ),
    facts=("toewijzing", "levering", "bericht", "product"),
    parameters=(CATEGORIES,),
    rows=compute_rows,
    availability=StockAvailability(LAW, "voorziening", "product van de Jeugdwet met een voorziening"),
    breaks=(CONTRACTS_2020, WOONPLAATSBEGINSEL_2022),
)
