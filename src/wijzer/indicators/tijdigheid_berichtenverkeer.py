"""Indicator 24: are messages answered, and starts and stops told, within their terms?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
import ibis.expr.types as ir

from wijzer.indicators.availability import Found, Status, judge_window, messages_known, windows
from wijzer.indicators.declaration import Indicator, Measure, Part, Reading, Source
from wijzer.indicators.question import Question
from wijzer.indicators.termijnen import (
    DAYS,
    LEFT_OUT,
    TERMS,
    TYPES,
    answer_types,
    answers_known,
    term_days,
    with_deadline,
)
from wijzer.values.periode import Periode

ID = "tijdigheid_berichtenverkeer"
LAWS = ("wmo", "jw")


def compute_rows(question: Question) -> ir.Table:
    """Return the terms that started in a period, with ``uiterlijk`` and ``op_tijd``."""
    timed = with_deadline(question, question.facts["antwoord"])
    berichten = messages_known(question)
    through = berichten.group_by("gemeente", "wet").agg(gegevens_tot=berichten.laatste.max())
    dated = timed.left_join(through, ["gemeente", "wet"]).select(*timed.columns, "gegevens_tot")
    found = dated.left_join(answers_known(question, berichten), ["gemeente", "wet", "paar"])
    judged_on = ibis.least(found.gegevens_tot.fill_null(found.bekend_op), found.bekend_op)
    waits = found.beantwoord_op.isnull() & (found.uiterlijk >= judged_on)
    in_time = (found.beantwoord_op <= found.uiterlijk).fill_null(False)
    by_town = found.partij == "gemeente"
    return found.select(
        "periode",
        "gemeente",
        "wet",
        client=ibis.null("string"),
        sleutel=found.bericht + "/" + found.regel.cast("string"),
        bron=found.vanaf_bron,
        bericht=found.bericht,
        regel=found.regel,
        reden=ibis.cases(
            (found.uitgesloten.notnull(), found.uitgesloten),
            (waits, "termijn_loopt_nog"),
            (found.beantwoord_op.isnull() & found.antwoorden_bekend.isnull(), "antwoorden_niet_bekend"),
            else_=ibis.null("string"),
        ),
        termijn=found.termijn,
        paar=found.paar,
        partij=found.partij,
        aanbieder=found.aanbieder,
        vanaf=found.vanaf,
        uiterlijk=found.uiterlijk,
        beantwoord_op=found.beantwoord_op,
        antwoord_bericht=found.antwoord_bericht,
        op_tijd=in_time,
        van_gemeente=by_town,
        van_aanbieder=~by_town,
        gemeente_op_tijd=in_time & by_town,
        aanbieder_op_tijd=in_time & ~by_town,
    )


class MessageAvailability:
    """Judges whether messages are known around every period."""

    def asks(self, question: Question) -> Mapping[str, ir.Table]:
        """Ask which messages are known; see ``Availability``."""
        return {"bekend": messages_known(question)}

    def judge(
        self, question: Question, gemeenten: Sequence[str], found: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        """Judge every gemeente and period; see ``Availability``."""
        known = windows(found["bekend"], gemeenten, LAWS)
        return {
            (gemeente, periode): judge_window(
                known[gemeente], periode, question.known_on, "berichten (iWmo en iJw)", whole=True
            )
            for gemeente in gemeenten
            for periode in question.periods
        }


def _count(part_id: str, label: str, meaning: str, only: str = "") -> Part:
    return Part(part_id, label, meaning, "termijnen", "rijen", "", only, "berichten")


def _percentage(measure_id: str, label: str, numerator: str, denominator: str, who: str) -> Measure:
    return Measure(
        measure_id,
        label,
        numerator,
        denominator,
        100.0,
        "procent",
        1,
        f"In deze periode is geen enkele termijn van {who} te beoordelen.",
    )


INDICATOR = Indicator(
    id=ID,
    number=24,
    label="Tijdigheid berichtenverkeer",
    question="Antwoorden gemeente en aanbieders op tijd op elkaars berichten?",
    kind="prestatie",
    timing="stroom",
    periods=("kwartaal", "jaar"),
    laws=(),
    formula="termijnen die op tijd zijn gehaald, gedeeld door alle beoordeelde termijnen, maal 100",
    numerator="Termijnen die in de periode begonnen en waarbinnen het antwoord of de melding is verstuurd.",
    denominator="Termijnen die in de periode begonnen en die zijn gehaald of voorbij zijn.",
    parts=(
        _count(
            "op_tijd", "op tijd", "Termijnen die op tijd zijn gehaald, door beide partijen samen.", "op_tijd"
        ),
        _count(
            "beoordeeld",
            "beoordeeld",
            "Termijnen die zijn gehaald of voorbij zijn, van beide partijen samen.",
        ),
        _count(
            "gemeente_op_tijd",
            "gemeente op tijd",
            "Termijnen die de gemeente op tijd haalde.",
            "gemeente_op_tijd",
        ),
        _count(
            "gemeente_beoordeeld",
            "gemeente beoordeeld",
            "Beoordeelde termijnen van de gemeente.",
            "van_gemeente",
        ),
        _count(
            "aanbieders_op_tijd",
            "aanbieders op tijd",
            "Termijnen die de aanbieders op tijd haalden.",
            "aanbieder_op_tijd",
        ),
        _count(
            "aanbieders_beoordeeld",
            "aanbieders beoordeeld",
            "Beoordeelde termijnen van de aanbieders.",
            "van_aanbieder",
        ),
    ),
    measures=(
        _percentage(
            "samen", "gemeente en aanbieders samen", "op_tijd", "beoordeeld", "gemeente of aanbieders"
        ),
        _percentage("gemeente", "gemeente", "gemeente_op_tijd", "gemeente_beoordeeld", "de gemeente"),
        _percentage("aanbieders", "aanbieders", "aanbieders_op_tijd", "aanbieders_beoordeeld", "aanbieders"),
    ),
    direction="hoger is beter",
    protection="geen personen",
    inclusions=(
        "Elke termijn uit de standaard: retour, antwoord op een declaratie, antwoord op een verzoek, "
        "onderzoek, "
        "woonplaatsbeginsel, startbericht en stopbericht.",
        "De termijn hoort bij de periode waarin zij begint.",
        "Voorbij en niet beantwoord is te laat. Een antwoord op de laatste dag van de termijn is op tijd.",
    ),
    exclusions=(),
    left_out=LEFT_OUT,
    breakdowns=("wet", "partij", "paar", "termijn"),
    readings=(
        Reading(
            "Vanaf wanneer loopt de termijn?",
            "Vanaf de ontvangst; bij start en stop vanaf de gebeurtenis zelf, en de acht weken voor een "
            "onderzoek vanaf de dagtekening van het verzoek.",
            "Zo staat het in de regels van de standaard.",
            "Vanaf de dagtekening, als de ontvangst niet bekend is.",
            "Er zijn dan meer termijnen te beoordelen, en iets meer te laat: ontvangst is vaak een dag "
            "later.",
        ),
        Reading(
            "In welke periode telt een termijn?",
            "In de periode waarin zij begint.",
            "Zo staat vast welke berichten het zijn, ook als het antwoord nog komt.",
            "In de periode waarin zij eindigt.",
            "Berichten van de laatste dagen schuiven dan een kwartaal door.",
        ),
        Reading(
            "Wie moet 95% halen?",
            "Gemeente en aanbieders samen; beide staan er ook apart bij.",
            "Het document noemt één getal en zegt niet van wie.",
            "Alleen de gemeente.",
            "Het cijfer van de gemeente staat erbij; het kan hoger of lager zijn.",
        ),
        Reading(
            "Wat als de gegevens eerder ophouden?",
            "Een termijn zonder antwoord is pas te laat als zij voorbij was op de dag van het laatst "
            "bekende bericht.",
            "Anders lijkt alles te laat als de aanlevering stokt.",
            "Beoordelen op de dag van de berekening.",
            "Het percentage zakt dan bij elke achterstand in de aanlevering.",
        ),
    ),
    caveats=(
        "Zonder de tabel berichtenlog is van geen bericht de ontvangst bekend; dan telt alleen wat vanaf een "
        "gebeurtenis of dagtekening loopt.",
        "Zijn de antwoorden van een soort nooit aangeleverd (bijvoorbeeld geen enkel retourbericht), dan "
        "zegt "
        "Wijzer niets over die termijnen.",
        "Wat buiten het berichtenverkeer om is afgesproken of gemeld, is niet te zien.",
        "Aantallen gaan over berichten, niet over mensen.",
    ),
    sources=(
        Source("Toekomstvisie Samen sterk (2020)", "tabel 2, opgave Inkoop, regie en bewaking"),
        Source("iWmo 3.2 en iJw 3.2", "OP090, OP090x4, OP271, OP272, OP274, OP346, OP359"),
        Source("Algemene termijnenwet", "artikel 3, voor de werkdagen"),
    ),
    facts=("antwoord", "bericht"),
    parameters=tuple(TERMS.values()),
    rows=compute_rows,
    availability=MessageAvailability(),
    given={DAYS: term_days, TYPES: answer_types},
    still_open=("termijn_loopt_nog", "beoordeeld"),
    totals=(
        ("op_tijd", ("gemeente_op_tijd", "aanbieders_op_tijd")),
        ("beoordeeld", ("gemeente_beoordeeld", "aanbieders_beoordeeld")),
    ),
)
