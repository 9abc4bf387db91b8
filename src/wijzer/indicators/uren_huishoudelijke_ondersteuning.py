"""Indicator 1: hours of household support per client and week, as granted on the last day."""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from wijzer.indicators.breaks import CONTRACTS_2020
from wijzer.indicators.declaration import Indicator, LeftOut, Measure, Part, Reading, Source
from wijzer.indicators.parameters import Dated, Parameter
from wijzer.indicators.question import Question
from wijzer.indicators.stock import ENDED, REMOVED, StockAvailability, touching

ID = "uren_huishoudelijke_ondersteuning"
LAW = "wmo"
DAYS_PER_MONTH = 365.25 / 12
HOURS_OF_UNIT = {"01": 1 / 60, "04": 1.0, "16": 4.0}
UNITS_BY_PRODUCT = ("14", "82", "83", "84")
TIMES_A_WEEK = {"1": 7.0, "2": 1.0, "4": 7 / DAYS_PER_MONTH}
WHOLE_TERM = "6"

POSSIBLE_CATEGORIES = Parameter(
    "categorieen_van_onbekende_producten",
    "Productcategorieën waarin een onbekend product huishoudelijke ondersteuning kan zijn",
    "Staat een product niet in de tabel producten, dan weet Wijzer niet of het huishoudelijke ondersteuning "
    "is. Alleen in deze categorieën telt het als weggelaten; ook een toewijzing zonder categorie telt zo.",
    "codes",
    (Dated(("01", "06", "10"), None, None, "Codelijst WMO020; keuze van Wijzer"),),
)


def hours_per_week(toewijzing: ir.Table) -> ir.FloatingValue:
    """Return the granted hours a week; null when the volume cannot be turned into hours.

    Minutes, hours and dagdelen (4 hours) by nature; etmaal, stuks and euro by ``uren_per_eenheid`` of the
    product. A month is 365.25 / 12 days. A total for the whole term (frequency 6) is spread over that
    term, both days included.
    """
    hours = ibis.cases(
        *((toewijzing.eenheid == unit, ibis.literal(factor)) for unit, factor in HOURS_OF_UNIT.items()),
        (toewijzing.eenheid.isin(UNITS_BY_PRODUCT), toewijzing.uren_per_eenheid),
        else_=ibis.null("float64"),
    )
    weeks = (toewijzing.einddatum.delta(toewijzing.ingangsdatum, unit="day") + 1) / 7.0
    times = ibis.cases(
        *((toewijzing.frequentie == code, ibis.literal(factor)) for code, factor in TIMES_A_WEEK.items()),
        (toewijzing.frequentie == WHOLE_TERM, ibis.ifelse(weeks > 0, 1.0 / weeks, ibis.null("float64"))),
        else_=ibis.null("float64"),
    )
    return toewijzing.volume.cast("float64") * hours * times


def compute_rows(question: Question) -> ir.Table:
    """Return the Wmo toewijzingen of household support that touch a period."""
    every = question.facts["toewijzing"].filter(lambda t: t.wet == LAW)
    if question.counting:
        every = every.filter(~every.verwijderd.fill_null(False))
    every = every.mutate(
        bekend=(every.product_bekend & every.huishoudelijk.notnull()).fill_null(False),
        uren=hours_per_week(every),
    )
    joined = touching(question, every)
    possible = joined.product_categorie.isnull() | question.has_code(
        POSSIBLE_CATEGORIES, joined.product_categorie, joined.laatste_dag
    )
    found = joined.filter(ibis.ifelse(joined.bekend, joined.huishoudelijk, possible))
    return found.select(
        "periode",
        "gemeente",
        "wet",
        "client",
        sleutel=found.toewijzingnummer.cast("string"),
        bron=found.bron,
        bericht=found.bericht,
        regel=found.regel,
        reden=ibis.cases(
            (found.verwijderd.fill_null(False), REMOVED.id),
            (found.einddatum < found.laatste_dag, ENDED.id),
            (~found.bekend, "product_onbekend"),
            (found.uren.isnull(), "niet_omrekenbaar"),
            else_=ibis.null("string"),
        ),
        uren=found.uren,
        geweigerd=found.geweigerd,
    )


INDICATOR = Indicator(
    id=ID,
    number=1,
    label="Uren huishoudelijke ondersteuning per cliënt",
    question="Hoeveel uur hulp in het huishouden krijgt een inwoner gemiddeld per week toegewezen?",
    kind="prestatie",
    timing="stand",
    periods=("kwartaal", "jaar"),
    laws=(LAW,),
    formula="toegewezen uren per week, gedeeld door het aantal cliënten",
    numerator="Alle toegewezen uren huishoudelijke ondersteuning per week, op de laatste dag van de periode.",
    denominator="Het aantal cliënten met zo'n toewijzing op die dag.",
    parts=(
        Part("uren", "uren per week", "Opgetelde toegewezen uren per week.", "uur per week", "som", "uren"),
        Part(
            "clienten",
            "cliënten",
            "Verschillende cliënten met omrekenbare uren.",
            "cliënten",
            "verschillend",
            "client",
        ),
        Part("toewijzingen", "toewijzingen", "Toewijzingen die zijn meegeteld.", "toewijzingen", "rijen"),
    ),
    measures=(
        Measure(
            "uren_per_client",
            "uren per week per cliënt",
            "uren",
            "clienten",
            1.0,
            "uur per week",
            2,
            "Geen enkele inwoner had op die dag huishoudelijke ondersteuning.",
        ),
    ),
    direction="lager is beter",
    protection="personen",
    inclusions=(
        "Toewijzingen van de Wmo van producten die in de tabel producten als huishoudelijk zijn gemerkt.",
        "Geldig op de laatste dag van de periode; de einddatum zelf telt nog mee.",
        "Een toewijzing die de aanbieder heeft geweigerd blijft staan; in de herleiding is zij gemerkt.",
    ),
    exclusions=(REMOVED, ENDED),
    left_out=(
        LeftOut(
            "product_onbekend",
            "product onbekend",
            "Het product staat niet in de tabel producten, of er staat niet bij of het huishoudelijk is.",
            "toewijzingen",
        ),
        LeftOut(
            "niet_omrekenbaar",
            "niet om te rekenen naar uren",
            "Er is geen omvang of alleen een budget, de eenheid heeft geen factor naar uren, of een totaal "
            "voor de hele looptijd heeft geen einddatum.",
            "toewijzingen",
        ),
    ),
    breakdowns=("wet",),
    readings=(
        Reading(
            "Per inwoner of per cliënt?",
            "Per cliënt met huishoudelijke ondersteuning.",
            "De visie zegt 'per inwoner', maar 2,5 uur kan alleen over mensen met deze hulp gaan.",
            "Delen door alle inwoners.",
            "Het getal wordt dan vele malen kleiner en beweegt mee met het aantal cliënten.",
        ),
        Reading(
            "Is het streven 2,5 of 2,6 uur?",
            "De configuratie kiest; het voorbeeld neemt 2,5.",
            "De tabel van de visie en actie 7 zeggen 2,5, de bijlage van de visie zegt 2,6.",
            "2,6 uur.",
            "De gemeente is dan eerder op haar doel: 0,1 uur scheelt bij 3,07 ruim een zesde van de weg.",
        ),
        Reading(
            "Hoeveel weken telt een maand?",
            "365,25 / 12 = 30,4375 dagen, dus 4,348 weken.",
            "Zo is twaalf maanden samen precies een gemiddeld jaar.",
            "Vier weken per maand.",
            "Uren per maand tellen dan 8,7% zwaarder.",
        ),
        Reading(
            "Telt hulp die al is gestopt, terwijl de toewijzing nog loopt?",
            "Ja: het gaat om toegewezen uren, niet om geleverde.",
            "Het document noemt het 'gemiddeld geïndiceerd aantal uren'.",
            "Toewijzingen met een definitieve stop weglaten.",
            "Teller en noemer dalen dan samen; het gemiddelde verandert alleen als de gestopte hulp groter "
            "of "
            "kleiner was dan de rest.",
        ),
        Reading(
            "Wat als een cliënt ook een toewijzing heeft die niet is om te rekenen?",
            "Alleen die toewijzing valt weg; de cliënt telt mee met de andere uren.",
            "Zo blijft elk bekend uur meetellen, en staat het weggelaten aantal erbij.",
            "De hele cliënt weglaten.",
            "Het gemiddelde wordt dan iets hoger als zulke cliënten daarnaast maar weinig uren hebben.",
        ),
    ),
    caveats=(
        "Berichten gaan alleen over zorg in natura: pgb en algemene voorzieningen tellen niet mee.",
        "De startwaarde 3,07 uur is van Westervoort, december 2019, uit het document van de gemeente.",
        "Toewijzingen van voor het eerste bericht zijn alleen bekend uit de tabel historie_toewijzingen.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2 en bijlage 1, opgave Innovatie"),
        Source("Resultaten Samen sterk Westervoort (2022)", "actie 7"),
        Source("iWmo 3.2", "codelijsten WJ756 (eenheid) en WMO757 (frequentie)"),
    ),
    facts=("toewijzing", "bericht", "product"),
    parameters=(POSSIBLE_CATEGORIES,),
    rows=compute_rows,
    availability=StockAvailability(LAW, "huishoudelijk", "product dat als huishoudelijk is gemerkt"),
    breaks=(CONTRACTS_2020,),
)
