"""Counting individual provisions: distinct client and voorziening, on the last day of a period.

Shared by the indicators for youth care and Wmo, which differ in law and in the categories that count.
"""

from __future__ import annotations

import ibis
import ibis.expr.types as ir

from wijzer.indicators.declaration import Exclusion, LeftOut, Measure, Part, Reading
from wijzer.indicators.parameters import Parameter
from wijzer.indicators.question import Question
from wijzer.indicators.stock import (
    ENDED,
    NEVER,
    REMOVED,
    current_leveringen,
    day_number,
    going_on,
    touching,
)

EXCLUSIONS = (
    REMOVED,
    ENDED,
    Exclusion(
        "definitief_gestopt",
        "definitief gestopt voor de peildag",
        "De aanbieder heeft voor de peildag een definitieve stop gemeld. Een tijdelijke stop telt niet als "
        "stop.",
    ),
    Exclusion(
        "categorie_telt_niet",
        "categorie telt niet mee",
        "De productcategorie hoort volgens de instelling niet bij deze indicator.",
    ),
)
LEFT_OUT = (
    LeftOut(
        "product_onbekend",
        "product onbekend",
        "Het product staat niet in de tabel producten, of heeft daar geen voorziening.",
        "toewijzingen",
    ),
    LeftOut(
        "toewijzing_onbekend",
        "hulp zonder bekende toewijzing",
        "Een aanbieder heeft de start van hulp gemeld bij een toewijzing die Wijzer niet kent.",
        "leveringen",
    ),
)
PARTS = (
    Part(
        "voorzieningen",
        "voorzieningen",
        "Verschillende combinaties van cliënt en voorziening.",
        "voorzieningen",
        "verschillend",
        "voorziening",
    ),
    Part("clienten", "cliënten", "Verschillende cliënten.", "cliënten", "verschillend", "client"),
)
MEASURES = (
    Measure("voorzieningen", "voorzieningen", "voorzieningen", None, 1.0, "voorzieningen", 0),
    Measure("clienten", "cliënten", "clienten", None, 1.0, "cliënten", 0),
)
READINGS = (
    Reading(
        "Wat is een voorziening?",
        "Een cliënt met één soort voorziening telt één keer, hoeveel toewijzingen daar ook bij horen.",
        "Een verlenging of een nieuw contract geeft een nieuw nummer, maar geen nieuwe voorziening.",
        "Elke toewijzing apart tellen.",
        "Het aantal stijgt dan, vooral in jaren met nieuwe contracten, zonder dat er meer hulp is.",
    ),
    Reading(
        "Aantal op een dag of over een jaar?",
        "Op de laatste dag van de periode.",
        "Zo zijn kwartalen te vergelijken; het document zegt er niets over.",
        "Alle voorzieningen die in de periode hebben gelopen.",
        "Het aantal is dan hoger, en het hoogst bij veel korte hulp.",
    ),
    Reading(
        "Telt de dag van de stop zelf nog mee?",
        "Ja: wie stopt op de peildag, telt op die dag nog.",
        "De einddatum van een toewijzing is ook de laatste dag waarop zij geldt.",
        "De stopdatum niet meetellen.",
        "Het aantal daalt met de hulp die precies op de peildag stopt, vaak bij de jaarwisseling.",
    ),
)


def provision_rows(question: Question, law: str, counted: Parameter) -> ir.Table:
    """Return toewijzingen of a law that touch a period, and running care without a known toewijzing."""
    toewijzing = question.facts["toewijzing"].filter(lambda t: t.wet == law)
    levering = question.facts["levering"].filter(lambda t: t.wet == law)
    return ibis.union(
        _toewijzingen(question, toewijzing, levering, counted),
        _unknown(question, toewijzing, levering, counted),
    )


def _standing(question: Question, toewijzing: ir.Table, levering: ir.Table, counted: Parameter) -> ir.Table:
    """Join toewijzingen with the periods on the last day of which they hold and care is not silent.

    For counting: what :func:`_toewijzingen` finds, without the rows that are not counted.
    """
    care = going_on(question, levering).rename(met_zorg="toewijzingnummer")
    held = toewijzing.filter(~toewijzing.verwijderd.fill_null(False))
    held = held.left_join(care, [held.gemeente == care.gemeente, held.toewijzingnummer == care.met_zorg])
    begin, end = day_number(held.ingangsdatum), day_number(held.einddatum)
    spans = held.mutate(
        van=ibis.greatest(begin, held.gaande_van.fill_null(-NEVER)),
        tot=ibis.least(end.fill_null(NEVER), held.gaande_tot.fill_null(NEVER)),
    ).filter(begin.notnull())
    periods = question.period_table()
    on = [spans.van <= periods.laatste_dagnummer, spans.tot >= periods.laatste_dagnummer]
    found = spans.join(periods, on)
    counts = question.has_code(counted, found.product_categorie, found.laatste_dag)
    return found.filter(found.product_categorie.isnull() | counts).mutate(
        categorie_telt_niet=False, alles_gestopt=False
    )


def _touching(question: Question, toewijzing: ir.Table, levering: ir.Table, counted: Parameter) -> ir.Table:
    """Join toewijzingen with the periods that they touch, and say which are not counted."""
    joined = touching(question, toewijzing)
    care = going_on(question, levering).rename(met_zorg="toewijzingnummer")
    within = [
        joined.gemeente == care.gemeente,
        joined.toewijzingnummer == care.met_zorg,
        joined.laatste_dagnummer > care.gaande_tot,
        joined.laatste_dagnummer <= care.stil_tot,
    ]
    found = joined.left_join(care, within)
    return found.mutate(
        categorie_telt_niet=found.product_categorie.notnull()
        & ~question.has_code(counted, found.product_categorie, found.laatste_dag),
        alles_gestopt=found.met_zorg.notnull(),
    )


def _toewijzingen(
    question: Question, toewijzing: ir.Table, levering: ir.Table, counted: Parameter
) -> ir.Table:
    join = _standing if question.counting else _touching
    found = join(question, toewijzing, levering, counted)
    known = (found.product_bekend & found.voorziening.notnull()).fill_null(False)
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
            (found.verwijderd.fill_null(False), "verwijderd"),
            (found.einddatum < found.laatste_dag, "voor_peildag_beeindigd"),
            (found.categorie_telt_niet, "categorie_telt_niet"),
            (found.alles_gestopt, "definitief_gestopt"),
            (~known, "product_onbekend"),
            else_=ibis.null("string"),
        ),
        voorziening=found.voorziening,
        geweigerd=found.geweigerd,
    )


def _unknown(question: Question, toewijzing: ir.Table, levering: ir.Table, counted: Parameter) -> ir.Table:
    known = toewijzing.select("gemeente", "wet", "toewijzingnummer")
    orphans = levering.anti_join(known, ["gemeente", "wet", "toewijzingnummer"])
    current = current_leveringen(question, orphans)
    found = current.filter(
        ~current.gestopt,
        current.product_categorie.isnull()
        | question.has_code(counted, current.product_categorie, current.laatste_dag),
    )
    return found.select(
        "periode",
        "gemeente",
        "wet",
        "client",
        sleutel=found.toewijzingnummer.cast("string"),
        bron=found.bron,
        bericht=found.start_bericht,
        regel=ibis.null("int64"),
        reden=ibis.literal("toewijzing_onbekend"),
        voorziening=ibis.null("string"),
        geweigerd=ibis.null("boolean"),
    )
