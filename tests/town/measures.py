"""What none of the six indicators reads, counted from the facts and from the books of the town.

Costs come from the ledger, so no indicator reads ``prestatie``; of ``levering`` none reads whether care lies
still. A rule that only moves these is seen here.
"""

from __future__ import annotations

from collections import Counter

from tests.town.refolding import Cells, Facts, Measure
from wijzer.example.town.books import Books, Dossier
from wijzer.example.town.care import PAUSED

DECLARED = "gedeclareerd (prestatie)"
TAAKVELD = "toegekend per taakveld (prestatie)"
SUBMITTED = "ingediend (prestatie)"
STILL = "stilliggende hulp (levering)"
CARE = "leveringen (levering)"


def _declared(facts: Facts) -> Cells:
    lines = facts["prestatie"]
    cells: Cells = {}
    grouped = lines.group_by("gemeente", "status", jaar=lines.periode_begin.year())
    for row in grouped.agg(som=lines.bedrag_cent.sum(), aantal=lines.count()).to_pyarrow().to_pylist():
        place = (DECLARED, row["gemeente"], str(row["jaar"]))
        cells[*place, f"{row['status']}_cent"] = int(row["som"])
        cells[*place, f"{row['status']}_regels"] = row["aantal"]
    return cells


def _submitted(facts: Facts) -> Cells:
    lines = facts["prestatie"]
    grouped = lines.group_by("gemeente", jaar=lines.periode_begin.year())
    cells: Cells = {}
    for row in grouped.agg(som=lines.bedrag_cent.sum(), aantal=lines.count()).to_pyarrow().to_pylist():
        place = (SUBMITTED, row["gemeente"], str(row["jaar"]))
        cells[*place, "cent"], cells[*place, "regels"] = int(row["som"]), row["aantal"]
    return cells


def _by_taakveld(facts: Facts) -> Cells:
    lines = facts["prestatie"]
    lines = lines.filter(lines.status == "toegekend")
    grouped = lines.group_by("gemeente", "taakveld", jaar=lines.periode_begin.year())
    return {
        (TAAKVELD, row["gemeente"], str(row["jaar"]), f"{row['taakveld']}_cent"): int(row["som"])
        for row in grouped.agg(som=lines.bedrag_cent.sum()).to_pyarrow().to_pylist()
    }


def _deliveries(facts: Facts) -> Cells:
    care = facts["levering"]
    found = care.group_by("gemeente").agg(stil=care.gepauzeerd.sum(), aantal=care.count())
    cells: Cells = {}
    for row in found.to_pyarrow().to_pylist():
        cells[STILL, row["gemeente"], "alles", "stil"] = int(row["stil"])
        cells[CARE, row["gemeente"], "alles", "leveringen"] = row["aantal"]
    return cells


ALWAYS = (
    Measure(frozenset({"prestatie"}), _submitted),
    Measure(frozenset({"levering"}), _deliveries),
)
MEASURES = (
    *ALWAYS,
    Measure(frozenset({"prestatie"}), _declared),
    Measure(frozenset({"prestatie"}), _by_taakveld),
)
"""An export does not tell which granted lines were taken back; those of ``ALWAYS`` it can tell."""


def from_books(books: Books) -> Cells:
    """Return what the books say of the same, on the last day."""
    cells: Counter[tuple[str, str, str, str]] = Counter()
    for line in books.lines:
        year = str(line.begin.year)
        cells[SUBMITTED, books.gemeente, year, "cent"] += line.cents
        cells[SUBMITTED, books.gemeente, year, "regels"] += 1
        status = "gecrediteerd" if line.credited else line.status
        cells[DECLARED, books.gemeente, year, f"{status}_cent"] += line.cents
        cells[DECLARED, books.gemeente, year, f"{status}_regels"] += 1
        if status == "toegekend":
            taakveld = line.dossier.toewijzing.product.taakveld_in(line.begin.year)
            cells[TAAKVELD, books.gemeente, year, f"{taakveld}_cent"] += line.cents
    for dossier in books.dossiers.values():
        begins = _begins(dossier)
        cells[CARE, books.gemeente, "alles", "leveringen"] += len(begins)
        cells[STILL, books.gemeente, "alles", "stil"] += _lies_still(dossier, begins)
    return dict(cells)


def _begins(dossier: Dossier) -> set:
    gone = {start.begin for start in dossier.starts if start.void is not None}
    told = {stop.begin for stop in dossier.stops if stop.void is None}
    return {start.begin for start in dossier.starts if start.void is None} | (told - gone)


def _lies_still(dossier: Dossier, begins: set) -> int:
    if not begins:
        return 0
    stops = [stop for stop in dossier.stops if stop.void is None and stop.begin == max(begins)]
    return bool(stops) and all(stop.reason == PAUSED for stop in stops)
