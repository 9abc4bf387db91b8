"""How much care is granted: for a new client, and less under a lever.

A lever takes another table of weights for the same draw, so that each client gets as much or less. Hours of
household help are those of Westervoort (3.07 on average in December 2019, 2.85 some years later); all other
volumes are invented, so that care comes out near what it costs in published totals.
"""

from __future__ import annotations

from wijzer.example.town import levers, placement
from wijzer.example.town.needs import Spell
from wijzer.example.town.settings import Settings

Weights = tuple[tuple[int, int], ...]
_VOLUMES: dict[str, Weights] = {
    "huishouden": ((120, 12), (150, 22), (180, 32), (210, 18), (240, 11), (300, 5)),
    "schoon huis": ((1, 1),), "begeleiding": ((1, 20), (2, 30), (3, 22), (4, 13), (6, 10), (8, 5)),
    "dagbesteding": ((2, 22), (4, 36), (6, 24), (8, 18)), "vervoer": ((4, 40), (8, 60)),
    "rolstoel": ((1, 1),), "beschermd wonen": ((7, 1),), "ambulant": ((1, 8), (2, 24), (4, 44), (6, 24)),
    "behandeling": ((1, 15), (2, 45), (3, 25), (5, 15)), "dyslexie": ((40, 20), (50, 30), (60, 20), (75, 30)),
    "dagbehandeling": ((4, 50), (6, 50)), "gezinshuis": ((7, 1),), "terreinverblijf": ((7, 1),),
    "jeugdbescherming": ((1, 1),), placement.KEY: ((7, 1),),
}  # fmt: skip
"""Volumes in the unit and frequency of the product, with weights; household help in minutes a week."""
_LESS: dict[str, tuple[str, Weights]] = {
    "huishouden": ("minder_uren", ((90, 6), (120, 20), (150, 28), (180, 26), (210, 12), (240, 6), (300, 2))),
    "begeleiding": ("begeleiding", ((1, 40), (2, 33), (3, 14), (4, 7), (6, 4), (8, 2))),
    "dagbesteding": ("groepsbegeleiding", ((2, 45), (4, 35), (6, 14), (8, 6))),
    "dyslexie": ("dyslexie", ((40, 30), (50, 40), (60, 30))),
}  # fmt: skip
"""The same for decisions while a lever works."""
_WITH_COACH: Weights = ((1, 22), (2, 36), (4, 30), (6, 12))
_COACHED = 12


def granted(spell: Spell, settings: Settings) -> int:
    """Return the volume that is granted when care begins."""
    weights = _VOLUMES[spell.key]
    lever, fewer = _LESS.get(spell.key, ("", weights))
    if lever and levers.pulled(settings, lever, spell.begin):
        weights = fewer
    if spell.key == "ambulant" and spell.person.age(spell.begin) >= _COACHED:
        weights = _WITH_COACH if levers.pulled(settings, "jongerencoach", spell.begin) else weights
    draw = (spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    return settings.chance.weighed(weights, "omvang", *draw)
