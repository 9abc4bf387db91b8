"""Who was helped otherwise by a lever: the care that would have come without it.

Found by living the needs of a person once more without the lever, on the same draws. Whoever then would have
come into care, and with the lever does not, was helped by a general provision or in the eerste lijn instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from wijzer.example.town import levers
from wijzer.example.town.desk import Desk
from wijzer.example.town.needs import spells_of
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population
from wijzer.example.town.settings import Settings

_NEEDS = {"algemene_voorziening": ("huishouden",), "soj_poh": ("behandeling", "ambulant")}


@dataclass(frozen=True, slots=True)
class Diverted:
    """Care that did not come: of whom, of which need, when it would have been, and by which lever.

    ``referrer``: who would have asked for it (COD327); empty when people came to the town themselves.
    """

    person: Person
    need: str
    lever: str
    begin: date
    end: date
    referrer: str


def diverted(population: Population, desk: Desk) -> list[Diverted]:
    """Return everybody whom a lever kept out of care, in the order of the people."""
    settings = desk.settings
    others = {
        lever: replace(settings, without=settings.without | {lever})
        for lever in _NEEDS
        if lever not in settings.without
    }
    return [one for person in population.people for one in _of(person, settings, others)]


def _of(person: Person, settings: Settings, others: Mapping[str, Settings]) -> Iterator[Diverted]:
    """Yield what ``others`` (the town without each lever) would have given to a person."""
    for lever, without in others.items():
        since = levers.LEVERS[lever].since
        for need in _NEEDS[lever]:
            would = [one for one in spells_of(person, need, without) if one.begin >= since]
            there = {one.serial for one in spells_of(person, need, settings)} if would else set()
            for one in would:
                if one.serial not in there:
                    yield Diverted(person, need, lever, one.begin, one.end, one.referrer)
