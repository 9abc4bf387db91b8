"""The terms within which messages must be answered: dated parameters with the rules that set them.

Terms of working days end with the n-th working day after the start; terms of weeks with the same day
of the week. The answer is in time through that day.
"""

from __future__ import annotations

from datetime import timedelta

import ibis
import ibis.expr.types as ir
import pyarrow as pa

from wijzer.indicators.declaration import LeftOut
from wijzer.indicators.parameters import Dated, Parameter
from wijzer.indicators.question import Question
from wijzer.values.werkdagen import calendar

_SOURCE = "iWmo 3.2 en iJw 3.2"


def _term(term_id: str, label: str, meaning: str, count: int, unit: str, *rules: str) -> Parameter:
    return Parameter(f"termijn_{term_id}", label, meaning, unit, (Dated(count, None, None, _SOURCE, rules),))


TERMS: dict[str, Parameter] = {
    "retour": _term(
        "retour",
        "Retourbericht",
        "Na ontvangst van een bericht dat een retour krijgt.",
        3,
        "werkdagen",
        "OP090",
    ),
    "declaratie_antwoord": _term(
        "declaratie_antwoord",
        "Antwoord op een declaratie (325)",
        "Na ontvangst van de declaratie (323).",
        10,
        "werkdagen",
        "OP090x4",
    ),
    "verzoek_antwoord": _term(
        "verzoek_antwoord",
        "Antwoord op een verzoek (301 of 319)",
        "Na ontvangst van een verzoek om toewijzing (315) of wijziging (317).",
        5,
        "werkdagen",
        "OP274",
        "OP346",
    ),
    "verzoek_onderzoek": _term(
        "verzoek_onderzoek",
        "Besluit na onderzoek (301 of 319)",
        "Na de dagtekening van een verzoek dat eerst in onderzoek is genomen.",
        8,
        "weken",
        "OP274",
        "OP346",
    ),
    "verzoek_woonplaats": _term(
        "verzoek_woonplaats",
        "Afwijzing om het woonplaatsbeginsel (319)",
        "Na ontvangst van een verzoek dat om het woonplaatsbeginsel wordt afgewezen; komt in de plaats van "
        "de vijf werkdagen voor een verzoek.",
        2,
        "weken",
        "OP359",
    ),
    "start": _term(
        "start",
        "Startbericht (305)",
        "Na de start van de hulp; bij een toewijzing met terugwerkende kracht na ontvangst daarvan.",
        5,
        "werkdagen",
        "OP271",
    ),
    "stop": _term(
        "stop",
        "Stopbericht (307)",
        "Na de laatste dag van de hulp; bij een toewijzing met terugwerkende kracht na ontvangst daarvan.",
        5,
        "werkdagen",
        "OP272",
    ),
}


ANSWER_TYPES: dict[str, tuple[str, ...]] = {
    **{f"{asked}-{asked + 1}": (f"{asked + 1}",) for asked in (301, 305, 307, 315, 317, 319)},
    **{f"{asked}-301/319": ("301", "319") for asked in (315, 317)},
    "323-325": ("325",),
}
"""The message types that answer, by the pair of a term."""

LEFT_OUT = (
    LeftOut(
        "correctie",
        "correctie",
        "Een bericht dat een eerder bericht verbetert, gaat over een oudere gebeurtenis.",
        "termijnen",
        behind="berichten",
    ),
    LeftOut(
        "stop_na_pauze",
        "definitieve stop na een tijdelijke stop",
        "In het bericht staat niet wanneer bekend werd dat de hulp niet meer verder ging.",
        "termijnen",
        behind="berichten",
    ),
    LeftOut(
        "geen_retour_volgens_standaard",
        "krijgt volgens de standaard geen retour",
        "Op deze berichten hoort geen retourbericht te komen.",
        "berichten",
        behind="berichten",
    ),
    LeftOut(
        "geen_ontvangst_bekend",
        "datum van ontvangst onbekend",
        "De termijn loopt vanaf de ontvangst. Die staat alleen in het logboek van de berichten "
        "(tabel berichtenlog), niet in het bericht zelf.",
        "termijnen",
        behind="berichten",
    ),
    LeftOut(
        "termijn_loopt_nog",
        "termijn loopt nog",
        "Er is nog geen antwoord, en de termijn was nog niet voorbij op de dag tot waar de gegevens lopen.",
        "termijnen",
        behind="berichten",
    ),
    LeftOut(
        "antwoorden_niet_bekend",
        "antwoorden van deze soort niet aangeleverd",
        "Er is geen antwoord, maar er is ook geen enkel ander antwoord van deze soort bekend. Dan ontbreekt "
        "waarschijnlijk de bron.",
        "termijnen",
        behind="berichten",
    ),
)


def answers_known(berichten: ir.Table) -> ir.Table:
    """Return (gemeente, wet, paar) of which at least one answering message is known."""
    pairs = [(pair, answer) for pair, answers in ANSWER_TYPES.items() for answer in answers]
    types = ibis.memtable(
        pa.table({"paar": [pair for pair, _ in pairs], "soort": [answer for _, answer in pairs]})
    )
    told = berichten.select("gemeente", "wet", "soort").distinct().join(types, "soort")
    return told.select("gemeente", "wet", "paar").distinct().mutate(antwoorden_bekend=ibis.literal(True))


def with_deadline(question: Question, antwoord: ir.Table) -> ir.Table:
    """Add ``uiterlijk``, the last day on which the answer is in time (null for an unknown term)."""
    working = ibis.cases(
        *(
            (antwoord.termijn == term_id, question.number(term, antwoord.vanaf))
            for term_id, term in TERMS.items()
            if term.unit == "werkdagen"
        ),
        else_=ibis.null("int64"),
    )
    weeks = ibis.cases(
        *(
            (antwoord.termijn == term_id, question.number(term, antwoord.vanaf))
            for term_id, term in TERMS.items()
            if term.unit == "weken"
        ),
        else_=ibis.null("int64"),
    )
    timed = antwoord.mutate(_werkdagen=working, _dagen=weeks * 7)
    days = _calendar(question)
    starts = days.select(_vanaf=days.datum, _volgnummer=days.volgnummer, _werkdagnummer=days.werkdagnummer)
    placed = timed.left_join(starts, timed.vanaf == starts._vanaf)
    working_days = days.filter(days.is_werkdag).select(_werkdag=days.datum, _doel=days.werkdagnummer)
    by_working = placed.left_join(
        working_days, placed._werkdagnummer + placed._werkdagen == working_days._doel
    )
    plain = days.select(_dag=days.datum, _dagdoel=days.volgnummer)
    by_day = by_working.left_join(plain, by_working._volgnummer + by_working._dagen == plain._dagdoel)
    dated = by_day.mutate(uiterlijk=ibis.coalesce(by_day._werkdag, by_day._dag))
    return dated.select(*antwoord.columns, "uiterlijk")


def _calendar(question: Question) -> ir.Table:
    """List the days of all periods and well after them: every term that starts there ends there."""
    first = min(periode.first_day for periode in question.periods)
    last = max(periode.last_day for periode in question.periods) + timedelta(days=_longest(question))
    rows = calendar(first, last)
    return ibis.memtable(
        pa.table(
            {
                "datum": pa.array([row[0] for row in rows], pa.date32()),
                "is_werkdag": pa.array([row[1] for row in rows], pa.bool_()),
                "werkdagnummer": pa.array([row[2] for row in rows], pa.int64()),
                "volgnummer": pa.array(range(len(rows)), pa.int64()),
            }
        )
    )


def _longest(question: Question) -> int:
    counts = [
        dated.value
        for term in TERMS.values()
        for dated in question.parameters.dated(question.indicator_id, term)
        if isinstance(dated.value, int)
    ]
    return 7 * max(counts) + 14
