"""What the town's registration tells of meldingen, evaluations and budgets on the last day of a year.

It knows nothing of what comes after that day, and misses some dates of the onderzoek.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.asking import LEVELS
from wijzer.example.town.pyramid.meldingen import GRANTED, OPEN, Melding
from wijzer.example.town.pyramid.people_in_care import home
from wijzer.example.town.treasury import euros

Row = dict[str, Any]
_NOT_REGISTERED = {"begin": 40_000, "gereed": 25_000}
"""Per million meldingen without that day of the onderzoek."""


def melding_rows(desk: Desk, meldingen: Sequence[Melding], last: date) -> Iterator[Row]:
    """Yield the rows of ``meldingen`` as they stood on a day: one for every kind of help asked for."""

    def known(day: date | None) -> date | None:
        return day if day is not None and day <= last else None

    for one in meldingen:
        if one.made > last:
            continue
        done = one.closed <= last
        given = one.toewijzing if done and one.outcome == GRANTED else None
        postcode, house = home(one.person, one.made)
        row = {
            "gemeente": desk.place.code,
            "meldingnummer": one.number,
            "wet": one.wet,
            "bsn": one.person.bsn,
            "geboortedatum": one.person.born,
            "postcode": postcode,
            "huisnummer": house,
            "gemeld_op": one.made,
            "hulpvraag": one.asked.question,
            "intensiteit": one.asked.level,
            "ingang": one.asked.door,
            "onderzoek_gestart_op": None if _missed(desk, one, "begin") else known(one.course.begun),
            "onderzoek_klaar_op": None if _missed(desk, one, "gereed") else known(one.course.ready),
            "aanvraag_op": known(one.course.applied),
            "afhandeling": one.outcome if done else OPEN,
            "besluit_op": known(one.course.decided),
            "toewijzingnummer": given.number if given else None,
            "stand_op": last,
        }
        yield row
        if one.asked.also:
            yield row | {
                "hulpvraag": one.asked.also,
                "intensiteit": LEVELS[0],
                "aanvraag_op": None,
                "afhandeling": one.asked.also_by if done else OPEN,
                "besluit_op": None,
                "toewijzingnummer": None,
            }


def evaluation_rows(desk: Desk, last: date) -> Iterator[Row]:
    """Yield the rows of ``evaluaties`` as they stood on a day."""
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        evaluation = given.evaluation
        if evaluation is None or not dossier.versions or evaluation.planned > last:
            continue
        done = evaluation.held is not None and evaluation.held <= last
        yield {
            "gemeente": desk.place.code,
            "wet": given.product.wet,
            "bsn": given.person.bsn,
            "toewijzingnummer": given.number,
            "gepland_op": evaluation.planned,
            "gehouden_op": evaluation.held if done else None,
            "uitkomst": evaluation.outcome if done else None,
            "stand_op": last,
        }


def budget_rows(desk: Desk, last: date) -> Iterator[Row]:
    """Yield the rows of ``pgb``: what was granted and spent of each budget in the years up to a day."""
    for budget in desk.books.budgets:
        for part in budget.parts(desk.settings):
            if part.first > last:
                continue
            yield {
                "gemeente": desk.place.code,
                "wet": budget.product.wet,
                "bsn": budget.person.bsn,
                "product_categorie": budget.product.categorie,
                "product_code": budget.product.code,
                "van": part.first,
                "tot": part.last,
                "budget": euros(part.granted),
                "besteed": euros(part.spent),
                "stand_op": yearly.known_after(last.year),
            }


def _missed(desk: Desk, one: Melding, what: str) -> bool:
    return desk.happens(desk.settings.goes_wrong(_NOT_REGISTERED[what]), "melding", one.number, what)
