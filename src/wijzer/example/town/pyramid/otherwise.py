"""Who was helped otherwise by a lever: the care that would have come without it.

Found by living the needs of a person once more without the lever, on the same draws. Whoever then would have
come into care, and with the lever does not, was helped by a general provision or in the eerste lijn instead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from wijzer.example.town.desk import Desk
from wijzer.example.town.needs import spells_of
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population

_NEEDS = {"algemene_voorziening": ("huishouden",), "soj_poh": ("behandeling", "ambulant")}


@dataclass(frozen=True, slots=True)
class Diverted:
    """Care that did not come: of whom, of which need, when it would have been, and by which lever."""

    person: Person
    need: str
    lever: str
    begin: date
    end: date


def diverted(population: Population, desk: Desk) -> list[Diverted]:
    """Return everybody whom a lever kept out of care, in the order of the people."""
    return [one for person in population.people for one in _of(person, desk)]


def _of(person: Person, desk: Desk) -> Iterator[Diverted]:
    settings = desk.settings
    for lever, needs in _NEEDS.items():
        if lever in settings.without:
            continue
        without = replace(settings, without=settings.without | {lever})
        for need in needs:
            there = {one.serial for one in spells_of(person, need, settings)}
            for one in spells_of(person, need, without):
                if one.serial not in there and one.begin >= settings.start:
                    yield Diverted(person, need, lever, one.begin, one.end)
