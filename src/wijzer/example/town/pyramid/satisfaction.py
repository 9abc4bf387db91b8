"""How satisfied a client really is: by provider, waiting, fewer hours, the year, and as people are.

All is in thousandths of a chance to answer positively. Levels are set near what was published (household help
about 85%, quality of care about 75%; 2020 better than 2019 on every subject); the effects are invented.
"""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid.people_in_care import Client
from wijzer.standards.declaration import Wet

ANSWERS = ("Helemaal mee eens", "Mee eens", "Neutraal", "Niet mee eens", "Helemaal niet mee eens")
POSITIVE = frozenset(ANSWERS[:2])
NO_OPINION = "Weet niet of niet van toepassing"
_LEVEL = {"wmo": 790, "jw": 750}
_PROVIDER = {"grondig": 80, "traag": -50, "zwijgend": -90, "maximaal": -15, "vol": -30}
_EXCELLENT = 110
_YEAR = {2019: -40, 2020: 5, 2021: 10, 2022: 0, 2023: -5, 2024: 0}
_AS_PEOPLE_ARE = 140
_PATIENT_DAYS, _FEWER = 14, -130
_LOWEST, _HIGHEST = 60, 970


@dataclass(frozen=True, slots=True)
class Question:
    """One question of the survey; ``offset`` in thousandths, ``unknown`` those without an opinion."""

    wet: Wet
    subject: str
    text: str
    offset: int
    unknown: int = 30
    only_help: bool = False


_HELP, _CARE, _WORKERS = "huishoudelijke_ondersteuning", "kwaliteit_van_zorg", "kwaliteit_van_hulpverleners"
_ACCESS, _EFFECT = "toegang", "effect"
QUESTIONS = (
    Question("wmo", _HELP, "Ik ben tevreden over mijn hulp bij het huishouden", 65, only_help=True),
    Question("wmo", _CARE, "Ik vind de kwaliteit van de ondersteuning goed", 10),
    Question("wmo", _CARE, "De ondersteuning past bij mijn hulpvraag", -20),
    Question("wmo", _WORKERS, "De hulpverlener neemt mij serieus", 75),
    Question("wmo", _WORKERS, "De hulpverlener heeft genoeg kennis en ervaring", 35, 70),
    Question("wmo", _ACCESS, "Ik wist waar ik moest zijn met mijn hulpvraag", -60, 60),
    Question("wmo", _ACCESS, "Ik werd snel geholpen", -90, 60),
    Question("wmo", _EFFECT, "Ik kan beter de dingen doen die ik wil", -40, 50),
    Question("wmo", _EFFECT, "Ik kan mij beter redden", -15, 40),
    Question("jw", _CARE, "Wij zijn goed geholpen", 10),
    Question("jw", _CARE, "De hulp past bij onze vraag", -25),
    Question("jw", _WORKERS, "De hulpverlener nam ons serieus", 90),
    Question("jw", _WORKERS, "De hulpverlener wist genoeg", 40, 60),
    Question("jw", _ACCESS, "Wij werden snel geholpen", -170, 50),
    Question("jw", _EFFECT, "Door de hulp gaat het thuis beter", -60, 70),
    Question("jw", _EFFECT, "Door de hulp gaat het op school beter", -90, 140),
)  # fmt: skip
"""What is asked, near the questions that every gemeente put to clients of the Wmo and of youth care."""


def score(desk: Desk, client: Client, year: int) -> int:
    """Return how satisfied a client is in a year, in thousandths."""
    chance, draw = desk.settings.chance, ("tevreden", desk.place.code, client.wet, client.person.serial)
    level = _LEVEL[client.wet] + _YEAR.get(year, 0)
    provider = client.newest.provider
    level += _PROVIDER.get(provider.character.name, 0)
    level += _EXCELLENT if provider.excels_at(client.person.age(client.newest.begin)) else 0
    level += chance.between(-_AS_PEOPLE_ARE, _AS_PEOPLE_ARE, *draw)
    level -= min(120, max(0, (client.waited or 0) - _PATIENT_DAYS))
    return level + (_FEWER if client.fewer and client.household_help else 0)


def answer(desk: Desk, client: Client, year: int, question: Question, level: int) -> str:
    """Return what a client answers to a question, or would answer when asked."""
    chance = desk.settings.chance
    draw = ("antwoord", desk.place.code, client.wet, client.person.serial, year, question.text)
    unknown = question.unknown
    if question.subject == _ACCESS and client.waited is None:
        unknown = 350  # it is years ago
    bits = chance.bits(*draw)
    if (bits & 0xFFFFFFFF) * 1_000 >> 32 < unknown:
        return NO_OPINION
    positive = min(max(level + question.offset, _LOWEST), _HIGHEST)
    place = (bits >> 32) * 1_000 >> 32
    if place < positive:
        return ANSWERS[place * 100 >= positive * 35]
    rest = (place - positive) * 100 // (1_000 - positive)
    return ANSWERS[2 + (rest >= 50) + (rest >= 86)]
