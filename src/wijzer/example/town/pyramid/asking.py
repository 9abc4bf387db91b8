"""What people ask: which help, how heavy it is, by which door they come, and whether they ask for more."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.example.town.chance import Chance
from wijzer.standards.declaration import Wet

LEVELS = ("licht", "midden", "zwaar")
OWN_STRENGTH, GENERAL = "eigen_kracht", "algemene_voorziening"
_QUESTIONS = {
    "wmo": (("huishouden", 30), ("begeleiding", 18), ("dagbesteding", 8), ("vervoer", 11),
            ("hulpmiddel", 15), ("wonen", 8), ("mantelzorg", 7), ("anders", 3)),
    "jw": (("opvoeden", 34), ("gedrag", 30), ("leren", 21), ("veiligheid", 8), ("anders", 7)),
}  # fmt: skip
_QUESTION_OF = {
    "huishouden": "huishouden", "schoon huis": "huishouden", "begeleiding": "begeleiding",
    "dagbesteding": "dagbesteding", "vervoer": "vervoer", "rolstoel": "hulpmiddel",
    "beschermd wonen": "wonen", "ambulant": "opvoeden", "behandeling": "gedrag", "dyslexie": "leren",
    "dagbehandeling": "gedrag", "gezinshuis": "veiligheid", "terreinverblijf": "veiligheid",
}  # fmt: skip
"""What is asked by the product that is granted; ``anders`` for any other product."""
_MIDDLE_FROM, _HEAVY_FROM = 2, 4
"""Units a week (hours of household help) from which care is not light, and from which it is heavy."""
_HEAVY_KEYS = frozenset({"dagbehandeling", "gezinshuis", "terreinverblijf", "beschermd wonen"})
_MORE, _ALSO = 240_000, 130_000
"""Per million that ask for heavier help than they get, and for other help beside it that they do not get."""
_DOORS = {
    "wmo": (("zelf", 46), ("naaste", 27), ("huisarts", 8), ("ziekenhuis", 10), ("anders", 9)),
    "jw": (("zelf", 12), ("naaste", 48), ("school", 24), ("huisarts", 9), ("gecertificeerde_instelling", 4),
           ("anders", 3)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked in a melding. ``level`` and ``granted`` are of ``LEVELS``; ``granted`` may be empty.

    ``also``: other help that is asked for as well and not granted, and ``also_by`` what comes of that
    instead; both empty for most.
    """

    question: str
    level: str
    granted: str
    door: str
    also: str = ""
    also_by: str = ""

    @property
    def more(self) -> bool:
        """Whether more is asked than granted."""
        return bool(self.granted) and (self.level != self.granted or self.also != "")


def pick(chance: Chance, weights: tuple[tuple[str, int], ...], *draw: object) -> str:
    """Return one of the words of (word, weight)."""
    return chance.weighed(weights, "melding", *draw)


def _door(chance: Chance, wet: Wet, draw: tuple[object, ...]) -> str:
    return pick(chance, _DOORS[wet], *draw, "ingang")


def for_care(chance: Chance, wet: Wet, key: str, volume: int, draw: tuple[object, ...]) -> Asked:
    """Return what was asked before care of some volume was granted: as much, or more."""
    granted = LEVELS[2]
    if key not in _HEAVY_KEYS:
        size = volume // 60 if key == "huishouden" else volume
        granted = LEVELS[(size >= _MIDDLE_FROM) + (size >= _HEAVY_FROM)]
    return _granted(chance, wet, _QUESTION_OF.get(key, "anders"), granted, draw)


def in_future(chance: Chance, wet: Wet, draw: tuple[object, ...]) -> Asked:
    """Return what is asked by somebody who will be granted something after the years that are lived."""
    granted = LEVELS[chance.weighed(((0, 50), (1, 35), (2, 15)), "melding", *draw, "zwaarte")]
    return _granted(chance, wet, pick(chance, _QUESTIONS[wet], *draw, "hulpvraag"), granted, draw)


def _granted(chance: Chance, wet: Wet, question: str, granted: str, draw: tuple[object, ...]) -> Asked:
    more = chance.happens(_MORE, "melding", *draw, "meer gevraagd")
    level = LEVELS[min(LEVELS.index(granted) + more, len(LEVELS) - 1)]
    also = also_by = ""
    if chance.happens(_ALSO, "melding", *draw, "ook gevraagd"):
        others = tuple(one for one in _QUESTIONS[wet] if one[0] != question)
        also = pick(chance, others, *draw, "ook")
        also_by = pick(chance, ((OWN_STRENGTH, 60), (GENERAL, 40)), *draw, "ook door")
    return Asked(question, level, granted, _door(chance, wet, draw), also, also_by)


def without_care(chance: Chance, wet: Wet, draw: tuple[object, ...]) -> Asked:
    """Return what is asked by somebody who will not be granted anything."""
    level = LEVELS[chance.weighed(((0, 60), (1, 30), (2, 10)), "melding", *draw, "zwaarte")]
    question = pick(chance, _QUESTIONS[wet], *draw, "hulpvraag")
    return Asked(question, level, "", _door(chance, wet, draw))


def instead_of(chance: Chance, wet: Wet, key: str, draw: tuple[object, ...]) -> Asked:
    """Return what is asked by somebody who gets a general provision instead of care of a kind."""
    return Asked(_QUESTION_OF.get(key, "anders"), LEVELS[0], "", _door(chance, wet, draw))
