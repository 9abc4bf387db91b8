"""Terms: which were met, which were not, by what was known on a day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.books import Books, Term
from wijzer.example.town.desk import NO_RECEIPT
from wijzer.values.periode import Periode
from wijzer.values.werkdagen import add_working_days

WORKING_DAYS = {"retour": 3, "declaratie_antwoord": 10, "verzoek_antwoord": 5, "start": 5, "stop": 5}
"""Terms in working days (OP090, OP090x4, OP274 and OP346, OP271, OP272)."""
WEEKS = {"verzoek_onderzoek": 8, "verzoek_woonplaats": 2}
"""Terms in weeks (OP274 and OP346, OP359)."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A term that could be judged: when it began, whose it was, and whether it was met."""

    begin: date
    by_gemeente: bool
    in_time: bool


def _begin(term: Term, known: date) -> tuple[date, str]:
    """Return from when a term runs and why it is left out: a report of care granted in retrospect differs."""
    if term.dossier is None:
        return term.begin, term.left_out
    told = [version for version in term.dossier.versions if version.known <= known]
    if not told or any(version.history for version in told):
        return term.begin, term.left_out
    first = min(told, key=lambda version: version.known)
    if first.known <= term.begin:
        return term.begin, term.left_out
    return first.known, term.left_out or ("" if first.logged else NO_RECEIPT)


def judged(books: Books, known: date) -> Iterator[Judged]:
    """Yield every term that could be judged by what was known on a day."""
    through = {
        wet: max((day for day, _ in heard if day <= known), default=date.min)
        for wet, heard in books.heard.items()
    }
    numbers = {
        wet: {number for day, number in heard if day <= known} for wet, heard in books.heard.items()
    }  # fmt: skip
    for term in books.terms:
        if term.known > known or (term.void is not None and term.void <= known):
            continue
        begin, left_out = _begin(term, known)
        if left_out:
            continue
        if term.kind in WORKING_DAYS:
            last = add_working_days(begin, WORKING_DAYS[term.kind])
        else:
            last = begin + timedelta(weeks=WEEKS[term.kind])
        answers = [sent for sent, since in term.answers if since <= known]
        answers += [sent for sent, since, void in term.taken_back if since <= known < void]
        if answers:
            yield Judged(begin, term.by_gemeente, min(answers) <= last)
        elif last < min(through[term.wet], known) and numbers[term.wet] & set(term.pair):
            yield Judged(begin, term.by_gemeente, False)


def count(terms: list[Judged], periode: Periode) -> dict[str, int]:
    """Count the judged terms that began in a period: met and all, together and by party."""
    found = [term for term in terms if periode.first_day <= term.begin <= periode.last_day]
    ours = [term for term in found if term.by_gemeente]
    theirs = [term for term in found if not term.by_gemeente]
    return {
        "op_tijd": sum(term.in_time for term in found),
        "beoordeeld": len(found),
        "gemeente_op_tijd": sum(term.in_time for term in ours),
        "gemeente_beoordeeld": len(ours),
        "aanbieders_op_tijd": sum(term.in_time for term in theirs),
        "aanbieders_beoordeeld": len(theirs),
    }
