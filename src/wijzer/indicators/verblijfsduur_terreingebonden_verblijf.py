"""Indicator 16: how long stays on the grounds of an institution last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import ibis
import ibis.expr.types as ir

from wijzer.indicators.availability import (
    Found,
    Status,
    counted_products,
    judge_window,
    law_names,
    products,
    spans_of,
    usable_products,
    windows,
)
from wijzer.indicators.breaks import CONTRACTS_2020, WOONPLAATSBEGINSEL_2022
from wijzer.indicators.declaration import Exclusion, Indicator, LeftOut, Measure, Part, Reading, Source
from wijzer.indicators.parameters import Dated, Parameter
from wijzer.indicators.question import Question
from wijzer.indicators.verblijven import stay_rows, unmapped_rows
from wijzer.values.periode import Periode

ID = "verblijfsduur_terreingebonden_verblijf"
LAW = "jw"

GAP = Parameter(
    "gat_in_dagen",
    "Grootste gat binnen één verblijf",
    "Zoveel dagen mogen er tussen twee leveringen zitten om als één verblijf te tellen.",
    "dagen",
    (Dated(30, None, None, "Keuze van Wijzer: een maand, voor een nieuw contract of een nieuwe plek"),),
)
STAY_CATEGORIES = Parameter(
    "categorieen_met_verblijf",
    "Productcategorieën waarin een onbekend product terreingebonden verblijf kan zijn",
    "De categorie zegt niet of een verblijf terreingebonden is: dat zegt de tabel producten. Staat het "
    "product daar niet in, dan telt een levering in deze categorieën als weggelaten.",
    "codes",
    (Dated(("37", "38", "43", "44"), None, None, "Codelijst JZ020"),),
)


def compute_rows(question: Question) -> ir.Table:
    """Return the leveringen of terreingebonden verblijf in stays that touch a period."""
    levering = question.facts["levering"].filter(lambda t: t.wet == LAW)
    marked = levering.filter(levering.terreingebonden.fill_null(False))
    unmapped = levering.filter(levering.terreingebonden.isnull())
    return ibis.union(stay_rows(question, marked, GAP), unmapped_rows(question, unmapped, STAY_CATEGORIES))


class StayAvailability:
    """Judges whether starts and stops are known, through the gap after the period."""

    def asks(self, question: Question) -> Mapping[str, ir.Table]:
        """Ask what is known of leveringen, and which products are a stay; see ``Availability``."""
        marked = products(question).terreingebonden.fill_null(False)
        return {
            "bekend": spans_of(question, "levering", "begindatum"),
            "producten": usable_products(question, (LAW,), marked),
        }

    def judge(
        self, question: Question, gemeenten: Sequence[str], found: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        """Judge every gemeente and period; see ``Availability``."""
        known = windows(found["bekend"], gemeenten, (LAW,))
        marked = counted_products(found["producten"], gemeenten)
        sources = (
            f"starts en stops van {law_names((LAW,))} (bericht 305 en 307 of de tabel historie_leveringen)"
        )
        statuses: dict[tuple[str, Periode], Status] = {}
        for gemeente in gemeenten:
            for periode in question.periods:
                gap = question.parameters.at(ID, GAP, periode.last_day)
                settle = gap if isinstance(gap, int) else 0
                status = judge_window(
                    known[gemeente], periode, question.known_on, sources, settle, whole=True
                )
                if status.missing is None and not marked[gemeente]:
                    status = replace(
                        status,
                        missing="In de tabel producten staat geen product van de Jeugdwet dat als "
                        "terreingebonden is gemerkt. Vul die tabel aan; dan telt Wijzer de verblijven.",
                    )
                statuses[gemeente, periode] = status
        return statuses


INDICATOR = Indicator(
    id=ID,
    number=16,
    label="Verblijfsduur terreingebonden verblijf",
    question="Hoe lang wonen jeugdigen op het terrein van een instelling?",
    kind="effect",
    timing="stroom",
    periods=("kwartaal", "jaar", "jaren"),
    laws=(LAW,),
    formula="alle dagen van verblijven die in de periode eindigden, gedeeld door het aantal van die "
    "verblijven",
    numerator="De dagen van alle verblijven die in de periode zijn geëindigd, van de eerste tot en met de "
    "laatste dag.",
    denominator="Het aantal verblijven dat in de periode is geëindigd.",
    parts=(
        Part(
            "dagen_beeindigd",
            "dagen van geëindigde verblijven",
            "Dagen van verblijven die in de periode eindigden.",
            "dagen",
            "som",
            "dagen_beeindigd",
            "beeindigd",
        ),
        Part(
            "verblijven_beeindigd",
            "geëindigde verblijven",
            "Verblijven die in de periode eindigden.",
            "verblijven",
            "rijen",
            "",
            "beeindigd",
        ),
        Part(
            "dagen_lopend",
            "dagen tot nu toe van lopende verblijven",
            "Dagen tot en met de laatste dag van de periode, van verblijven die dan nog lopen.",
            "dagen",
            "som",
            "dagen_lopend",
            "lopend",
        ),
        Part(
            "verblijven_lopend",
            "lopende verblijven",
            "Verblijven die op de laatste dag van de periode nog lopen.",
            "verblijven",
            "rijen",
            "",
            "lopend",
        ),
    ),
    measures=(
        Measure(
            "duur_beeindigd",
            "gemiddelde duur van geëindigde verblijven",
            "dagen_beeindigd",
            "verblijven_beeindigd",
            1.0,
            "dagen",
            0,
            "In deze periode eindigde geen enkel verblijf.",
        ),
        Measure(
            "duur_lopend",
            "gemiddelde duur tot nu toe van lopende verblijven",
            "dagen_lopend",
            "verblijven_lopend",
            1.0,
            "dagen",
            0,
            "Op de laatste dag liep geen enkel verblijf.",
        ),
    ),
    direction="lager is beter",
    protection="personen",
    inclusions=(
        "Leveringen van de Jeugdwet van producten die in de tabel producten als terreingebonden zijn "
        "gemerkt.",
        "Leveringen van één cliënt en één voorziening met een klein gat ertussen vormen samen één verblijf.",
        "Lopende verblijven staan apart, zodat een lager gemiddelde dat komt doordat niemand vertrekt "
        "opvalt.",
    ),
    exclusions=(
        Exclusion(
            "later_deel_van_verblijf",
            "later deel van hetzelfde verblijf",
            "Een nieuw nummer, contract of nieuwe aanbieder begint geen nieuw verblijf; de dagen tellen "
            "bij het "
            "eerste deel.",
        ),
    ),
    left_out=(
        LeftOut(
            "product_onbekend",
            "product onbekend",
            "Het product staat niet in de tabel producten, of er staat niet bij of het terreingebonden is.",
            "leveringen",
        ),
        LeftOut(
            "stop_ontbreekt",
            "stopbericht ontbreekt",
            "De toewijzing is in de periode afgelopen, maar er is geen definitieve stop gemeld en geen "
            "vervolg "
            "bekend. Of het verblijf is geëindigd, is dus niet zeker.",
            "verblijven",
        ),
    ),
    breakdowns=("wet",),
    readings=(
        Reading(
            "Wanneer is het een nieuw verblijf?",
            "Als er meer dan 30 dagen tussen twee leveringen zitten.",
            "Nieuwe contracten en nieuwe nummers lijken anders op vertrek.",
            "Elke levering apart tellen.",
            "Er zijn dan meer en kortere verblijven, vooral in juli 2020 met de nieuwe contracten.",
        ),
        Reading(
            "Tellen dagen van een tijdelijke onderbreking mee?",
            "Ja, van de eerste tot en met de laatste dag.",
            "De vraag is hoe lang een jeugdige van huis is; de plek blijft bestaan.",
            "Dagen van de onderbreking aftrekken.",
            "De duur wordt korter bij verblijven met een onderbreking.",
        ),
        Reading(
            "Over welke verblijven gaat het gemiddelde?",
            "Over verblijven die in de periode zijn geëindigd.",
            "Alleen daarvan staat de duur vast.",
            "Over verblijven die in de periode zijn begonnen.",
            "Dat getal is pas jaren later bekend.",
        ),
    ),
    caveats=(
        "Kleine aantallen: per kwartaal is dit vaak niet te tonen. Kijk dan per jaar of over jaren samen.",
        "Eén heel lang verblijf verandert het gemiddelde sterk.",
        "Sinds 1 januari 2022 geldt een ander woonplaatsbeginsel: jeugdigen met verblijf horen dan vaak "
        "bij een "
        "andere gemeente. Hun verblijf lijkt daar te beginnen.",
        "Begon een verblijf voor de eerste gegevens, dan is alleen het bekende deel geteld.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2, opgave Preventie"),
        Source("iJw 3.2", "OP272, OP288, OP377-OP379 (stopbericht en tijdelijke stop)"),
    ),
    facts=("levering", "toewijzing", "bericht", "product"),
    parameters=(GAP, STAY_CATEGORIES),
    rows=compute_rows,
    availability=StayAvailability(),
    breaks=(CONTRACTS_2020, WOONPLAATSBEGINSEL_2022),
)
