"""Indicator 8: individual provisions of the Wmo on the last day of a period."""

from __future__ import annotations

import ibis.expr.types as ir

from wijzer.indicators.breaks import CONTRACTS_2020
from wijzer.indicators.declaration import Indicator, Reading, Source
from wijzer.indicators.parameters import Dated, Parameter
from wijzer.indicators.question import Question
from wijzer.indicators.stock import StockAvailability
from wijzer.indicators.voorzieningen import EXCLUSIONS, LEFT_OUT, MEASURES, PARTS, READINGS, provision_rows

ID = "maatwerkvoorzieningen_wmo"
LAW = "wmo"

CATEGORIES = Parameter(
    "categorieen_die_tellen",
    "Productcategorieën die meetellen",
    "Ondersteuning in natura. Hulpmiddelen (11-14) en beschermd wonen en opvang (15-18) tellen niet mee.",
    "codes",
    (Dated(tuple(f"{code:02}" for code in range(1, 11)), None, None, "Codelijst WMO020; keuze van Wijzer"),),
)


def compute_rows(question: Question) -> ir.Table:
    """Return the toewijzingen of the Wmo that touch a period."""
    return provision_rows(question, LAW, CATEGORIES)


INDICATOR = Indicator(
    id=ID,
    number=8,
    label="Maatwerkvoorzieningen Wmo",
    question="Hoeveel maatwerkvoorzieningen Wmo lopen er?",
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
        "Toewijzingen van de Wmo, geldig op de laatste dag van de periode en niet definitief gestopt.",
        "De voorziening is die van de tabel producten.",
        "Een toewijzing die de aanbieder heeft geweigerd blijft staan; in de herleiding is zij gemerkt.",
    ),
    exclusions=EXCLUSIONS,
    left_out=LEFT_OUT,
    breakdowns=("wet",),
    readings=(
        *READINGS,
        Reading(
            "Horen hulpmiddelen erbij?",
            "Nee (categorieën 11 tot en met 14).",
            "Een rolstoel of traplift loopt jaren door en komt vaak niet via berichten; het programma gaat "
            "over "
            "begeleiding, dagbesteding en hulp in het huishouden.",
            "Hulpmiddelen meetellen.",
            "Het aantal wordt veel hoger en daalt minder snel. De instelling categorieen_die_tellen "
            "verandert dit.",
        ),
        Reading(
            "Horen beschermd wonen en opvang erbij?",
            "Nee (categorieën 15 tot en met 18).",
            "Een centrumgemeente betaalt en registreert die vaak; dan is het beeld per gemeente niet "
            "volledig.",
            "Beschermd wonen en opvang meetellen.",
            "Het aantal wordt iets hoger, en per gemeente onvergelijkbaar.",
        ),
    ),
    caveats=(
        "Berichten gaan alleen over zorg in natura: pgb en algemene voorzieningen tellen niet mee.",
        "Toewijzingen van voor het eerste bericht zijn alleen bekend uit de tabel historie_toewijzingen.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2, opgave Preventie"),
        Source("iWmo 3.2", "codelijst WMO020 (productcategorie)"),
    ),
    facts=("toewijzing", "levering", "bericht", "product"),
    parameters=(CATEGORIES,),
    rows=compute_rows,
    availability=StockAvailability(LAW, "voorziening", "product van de Wmo met een voorziening"),
    breaks=(CONTRACTS_2020,),
)
