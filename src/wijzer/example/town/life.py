"""The life of one gemeente from the first day to the last: people, care, traffic, money."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from wijzer.example.town import treasury, trouble
from wijzer.example.town.books import Books, Dossier
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.declaring import declare_all
from wijzer.example.town.desk import Desk
from wijzer.example.town.exchange import Exchange, Keep
from wijzer.example.town.granting import grant, remove
from wijzer.example.town.labels import Label
from wijzer.example.town.pgb import Budget
from wijzer.example.town.placement import placed
from wijzer.example.town.places import Gemeente
from wijzer.example.town.population import Population
from wijzer.example.town.provision import care_of
from wijzer.example.town.pyramid import Pyramid
from wijzer.example.town.reporting import report
from wijzer.example.town.requesting import reference_of, reject
from wijzer.example.town.settings import Settings
from wijzer.example.town.usage import month_end

_BY_MISTAKE, _ASKED_IN_VAIN = 8, 9
"""The last numbers of a spell."""
_MISTAKEN, _REJECTED = 9_000, 60_000
"""Per million first toewijzingen: one by mistake beside it, one request that is refused beside it."""


@dataclass(frozen=True, slots=True)
class Life:
    """One gemeente after it was lived: its people, its desk with books, and what was planted.

    ``pyramid`` is what was asked, waited for and experienced beside the messages.
    """

    population: Population
    desk: Desk
    pyramid: Pyramid
    labels: list[Label] = field(default_factory=list)


def live(place: Gemeente, settings: Settings, keep: Keep) -> Life:
    """Live one gemeente; ``keep`` gets every message that is delivered, with its bytes."""
    population = Population(place, settings)
    books = Books(place.code)
    desk = Desk(place, settings, Exchange(place.code, settings, keep), books)
    placement = placed(population.people, settings)
    for person in population.people:
        for given in care_of(person, settings, placement):
            if isinstance(given, Budget):
                books.budgets.append(given)
                continue
            dossier = grant(desk, given)
            report(desk, dossier)
            if given.first and given.begin >= settings.start:
                _beside(desk, dossier)
    declare_all(desk)
    labels = trouble.plant(desk) if settings.trouble else []
    treasury.book(books, place, settings)
    return Life(population, desk, Pyramid(population, desk), labels)


def _beside(desk: Desk, dossier: Dossier) -> None:
    """Send what sometimes goes with a first toewijzing: one given by mistake, or a refused request."""
    given, asked = dossier.toewijzing, dossier.asked
    if desk.happens(_MISTAKEN, given.number, "vergissing"):
        mistaken = _unlike(given, _BY_MISTAKE, month_end(given.begin.replace(day=1)))
        if asked is None or asked.kind != "verzoek_antwoord":
            remove(desk, mistaken)
        else:
            remove(desk, mistaken, reference_of(given), asked)
    if given.requested and desk.happens(_REJECTED, given.number, "afgewezen"):
        reject(desk, _unlike(given, _ASKED_IN_VAIN, given.begin - timedelta(days=70)))


def _unlike(given: Toewijzing, place: int, begin: date | None = None) -> Toewijzing:
    """Return a toewijzing with the last number of the spell, under which nothing is ever given."""
    return Toewijzing(
        given.number + place, given.person, given.product, given.provider, begin or given.begin,
        given.planned_end, given.volume, "", False,
    )  # fmt: skip
