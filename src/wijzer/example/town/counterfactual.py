"""What each lever really does: the care of a gemeente lived once more without it, on the same random numbers.

Only care is lived, no messages: spells, toewijzingen, what was delivered, and its cost in the month of the
care. People do not depend on each other, so only those are lived again whom the lever can touch; the outcome
is that of two whole towns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from wijzer.example.town import needs
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.kinds import BY_KEY
from wijzer.example.town.levers import EVERY_AGE, LEVERS, Lever
from wijzer.example.town.life import Life
from wijzer.example.town.people import Person
from wijzer.example.town.pgb import Budget
from wijzer.example.town.placement import placed
from wijzer.example.town.provision import care_of
from wijzer.example.town.settings import Settings
from wijzer.example.town.treasury import euros, lever_costs
from wijzer.example.town.usage import delivered, in_care, months
from wijzer.values.periode import Periode

Row = dict[str, Any]
Costs = Counter[str]
"""Cents of real care by quarter (2021-Q3)."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One lever in one quarter: cents of care and clients with and without it, and what it costs itself."""

    gemeente: str
    lever: Lever
    periode: Periode
    cost: int
    cost_without: int
    clients: int
    clients_without: int
    own_cost: int


@dataclass(slots=True)
class _Lived:
    """Care as it was lived, by person: all that was granted, its kinds, and what it cost."""

    granted: dict[int, list[Toewijzing | Budget]]
    kinds: dict[int, set[str]]
    costs: dict[int, Costs]


def effects(life: Life) -> Iterator[Effect]:
    """Yield the effect of every lever that was pulled, lever by lever and quarter by quarter."""
    settings, place = life.desk.settings, life.desk.place
    lived = _lived(life)
    quarters = sorted({_quarter(month) for month in months(settings.start, settings.end)})
    total: Costs = Counter()
    clients: Costs = Counter()
    for costs in lived.costs.values():
        total.update(costs)
        clients.update(quarter for quarter, cents in costs.items() if cents)
    for lever in LEVERS.values():
        if lever.key in settings.without:
            continue
        cost_without, clients_without = Counter(total), Counter(clients)
        for person, costs in _without(lever, life, lived):
            before = lived.costs.get(person.serial, Counter())
            cost_without.subtract(before)
            cost_without.update(costs)
            clients_without.subtract(quarter for quarter, cents in before.items() if cents)
            clients_without.update(quarter for quarter, cents in costs.items() if cents)
        own: Costs = Counter()
        for month in months(settings.start, settings.end):
            own[_quarter(month)] += lever_costs(place, lever, month, settings)
        for quarter in quarters:
            yield Effect(
                place.code, lever, Periode.parse(quarter), total[quarter], cost_without[quarter],
                clients[quarter], clients_without[quarter], own[quarter],
            )  # fmt: skip


def rows(life: Life) -> Iterator[Row]:
    """Yield the rows of ``tegenfeitelijk.csv``, amounts in euro."""
    for one in effects(life):
        yield {
            "gemeente": one.gemeente,
            "maatregel": one.lever.key,
            "soort": one.lever.kind,
            "jaar": one.periode.year,
            "kwartaal": str(one.periode)[-1],
            "kosten_met": euros(one.cost),
            "kosten_zonder": euros(one.cost_without),
            "effect": euros(one.cost_without - one.cost),
            "clienten_met": one.clients,
            "clienten_zonder": one.clients_without,
            "kosten_maatregel": euros(one.own_cost),
        }


def _quarter(month: date) -> str:
    return f"{month.year}-Q{(month.month + 2) // 3}"


def _costs(granted: Iterable[Toewijzing | Budget], settings: Settings) -> Costs:
    """Add up what the care of one person really cost."""
    total: Costs = Counter()
    for one in granted:
        if isinstance(one, Budget):
            for month, cents in one.by_month(settings):
                total[_quarter(month)] += cents
            continue
        for month in in_care(settings, one):
            rate = one.product.rate_in(month.year, settings)
            total[_quarter(month)] += sum(volume for _, _, volume in delivered(settings, one, month)) * rate
    return total


def _lived(life: Life) -> _Lived:
    """Gather the care of the town itself by person, without what should not have been given."""
    books = life.desk.books
    granted: dict[int, list[Toewijzing | Budget]] = {}
    for dossier in books.dossiers.values():
        if dossier.toewijzing.planted:
            continue
        granted.setdefault(dossier.toewijzing.person.serial, []).append(dossier.toewijzing)
    for budget in books.budgets:
        granted.setdefault(budget.person.serial, []).append(budget)
    return _Lived(
        granted,
        {serial: {one.product.key for one in every} for serial, every in granted.items()},
        {serial: _costs(every, life.desk.settings) for serial, every in granted.items()},
    )


def touched(lever: Lever, life: Life) -> Iterator[Person]:
    """Yield the people whom a lever may touch: by the care that they were granted, or would be without it."""
    yield from _touched(lever, life, _lived(life).kinds)


def _without(lever: Lever, life: Life, lived: _Lived) -> Iterator[tuple[Person, Costs]]:
    """Yield the people whom a lever may touch, with what their care costs without it."""
    other = _left_out(lever, life.desk.settings)
    placement = placed(life.population.people, other)
    for person in _touched(lever, life, lived.kinds):
        same = lived.granted[person.serial] if lever.prices_only else None
        yield person, _costs(same or care_of(person, other, placement), other)


def _left_out(lever: Lever, settings: Settings) -> Settings:
    return replace(settings, without=settings.without | {lever.key})


def _touched(lever: Lever, life: Life, kinds: dict[int, set[str]]) -> Iterator[Person]:
    other, wanted = _left_out(lever, life.desk.settings), frozenset(lever.needs)
    low, high = lever.ages
    every_age = lever.ages == EVERY_AGE
    nothing: set[str] = set()
    own = [key for key in lever.needs if key in BY_KEY]
    for person in life.population.people:
        if not every_age and (person.age(other.end) < low or person.age(other.start) > high):
            continue
        if kinds.get(person.serial, nothing) & wanted or (
            lever.inflow and any(next(needs.spells_of(person, key, other), None) for key in own)
        ):
            yield person
