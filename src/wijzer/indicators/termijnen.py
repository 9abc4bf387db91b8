"""The terms within which messages must be answered: dated parameters with the rules that set them.

Terms of working days end with the n-th working day after the start; terms of weeks with the same day
of the week. The answer is in time through that day.
"""

from __future__ import annotations

from datetime import date, timedelta

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


DAYS = "termijndagen"
TYPES = "antwoordsoorten"
"""The names of the tables that are given with a question about terms."""

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


def answer_types(_: Question) -> pa.Table:
    """List the message types that answer: ``paar``, ``soort``."""
    pairs = [(pair, answer) for pair, answers in ANSWER_TYPES.items() for answer in answers]
    return pa.table({"paar": [pair for pair, _ in pairs], "soort": [answer for _, answer in pairs]})


def answers_known(question: Question, known: ir.Table) -> ir.Table:
    """Return (gemeente, wet, paar) of which at least one answering message is known.

    ``known`` tells which types are known (``messages_known``).
    """
    told = known.join(question.given[TYPES], "soort")
    return told.select("gemeente", "wet", "paar").distinct().mutate(antwoorden_bekend=ibis.literal(True))


def with_deadline(question: Question, antwoord: ir.Table) -> ir.Table:
    """Return the terms that start in a period, with ``periode``, ``bekend_op`` and ``uiterlijk``.

    ``uiterlijk`` is the last day on which the answer is in time; it is null for an unknown term.
    """
    started = antwoord.join(question.given[DAYS], "vanaf")
    ends = ibis.cases(
        *((started.termijn == term, started[_column(term)]) for term in TERMS), else_=ibis.null("date")
    )
    return started.mutate(uiterlijk=ends).select(*antwoord.columns, "periode", "bekend_op", "uiterlijk")


def term_days(question: Question) -> pa.Table:
    """List the days of every period with the last day of each term that starts then.

    Columns: ``periode``, ``bekend_op``, ``vanaf``, and ``uiterlijk_<term>`` for every term.
    """
    first = min(periode.first_day for periode in question.periods)
    last = max(periode.last_day for periode in question.periods)
    days = calendar(first, last + timedelta(days=_longest(question)))
    working = [day for day, is_working, _ in days if is_working]
    numbers = {day: number for day, _, number in days}
    lengths = {term: question.parameters.dated(question.indicator_id, TERMS[term]) for term in TERMS}

    def end(term: str, day: date) -> date | None:
        count = next((dated.value for dated in lengths[term] if dated.holds_on(day)), None)
        if not isinstance(count, int):
            return None
        if TERMS[term].unit == "weken":
            return day + timedelta(weeks=count)
        return working[numbers[day] + count - 1]

    ends = {day: [end(term, day) for term in TERMS] for day, _, _ in days if day <= last}
    spans = [(str(periode), periode.first_day, periode.last_day) for periode in question.periods]
    rows = [
        (name, question.known_on, day, *ends[day])
        for name, begin, end_of_it in spans
        for day in ends
        if begin <= day <= end_of_it
    ]
    columns = [("periode", pa.string()), ("bekend_op", pa.date32()), ("vanaf", pa.date32())]
    columns += [(_column(term), pa.date32()) for term in TERMS]
    return pa.table(
        {name: pa.array([row[place] for row in rows], dtype) for place, (name, dtype) in enumerate(columns)}
    )


def _column(term: str) -> str:
    return f"uiterlijk_{term}"


def _longest(question: Question) -> int:
    counts = [
        dated.value
        for term in TERMS.values()
        for dated in question.parameters.dated(question.indicator_id, term)
        if isinstance(dated.value, int)
    ]
    return 7 * max(counts) + 14
