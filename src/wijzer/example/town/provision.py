"""All care of one person: each need is met by care in kind, or by a budget to buy it with."""

from __future__ import annotations

from collections.abc import Iterator

from wijzer.example.town import pgb
from wijzer.example.town.care import Toewijzing, toewijzingen
from wijzer.example.town.needs import Spell, spells
from wijzer.example.town.people import Person
from wijzer.example.town.pgb import Budget
from wijzer.example.town.settings import Settings


def care_of(person: Person, settings: Settings, placement: Spell | None) -> Iterator[Toewijzing | Budget]:
    """Yield everything that is granted to a person; ``placement`` is that of the gemeente (``placement``)."""
    extra = (placement,) if placement is not None and placement.person is person else ()
    for spell in (*spells(person, settings), *extra):
        if pgb.bought(spell, settings):
            yield pgb.budget(spell, settings)
        else:
            yield from toewijzingen(spell, settings)
