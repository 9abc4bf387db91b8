"""One very costly placement: a child of each gemeente that lives in a very intensive institution for a year.

Which child is drawn from all that live there at that moment, whatever care they have: the placement comes
beside it. It is an influence from outside (lever ``dure_plaatsing``): a judge decides, and the gemeente pays.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from wijzer.example.town import levers, providers
from wijzer.example.town.needs import Spell
from wijzer.example.town.people import Person
from wijzer.example.town.settings import Settings

KEY = "zeer intensief verblijf"
"""The product, bought for one child and not part of the contracts."""
_LIKE = "terreinverblijf"
"""Whose providers give it."""
_BEGIN, _END = date(2021, 9, 6), date(2022, 11, 25)
_AGES = (12, 15)
_BY_JUDGE = "08"


def placed(people: Sequence[Person], settings: Settings) -> Spell | None:
    """Return the placement of a gemeente; None when it is left out, or lies outside the years."""
    if not levers.pulled(settings, "dure_plaatsing", _BEGIN):
        return None
    if not settings.start <= _BEGIN <= settings.end:
        return None
    low, high = _AGES
    able = [
        person
        for person in people
        if low <= person.age(_BEGIN) <= high and person.lives_here(_BEGIN) and person.lives_here(_END)
    ]
    if not able:
        return None
    chosen = min(
        able,
        key=lambda one: (settings.chance.bits("dure plaatsing", one.gemeente, one.serial), one.serial),
    )
    provider = providers.choose(settings, _LIKE, _BEGIN, "dure plaatsing", chosen.gemeente)
    return Spell(chosen, KEY, 1, _BEGIN, _END, "klaar", _BY_JUDGE, provider)
