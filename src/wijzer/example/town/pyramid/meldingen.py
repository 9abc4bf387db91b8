"""Meldingen: what people ask of the gemeente, how that is looked into, and what comes of it.

Before every first toewijzing that the town itself decides on lies a melding; about as many end otherwise: in
what people can do themselves, in a general provision, refused, withdrawn, or open on the last day. Legal
terms (Wmo 2015, art. 2.3.2 and 2.3.5; Awb, art. 4:13): the onderzoek of the Wmo six weeks from the melding,
its decision two weeks from the aanvraag; youth eight weeks from the aanvraag, which there mostly comes with
the melding. How many are too late is invented; in busy quarters they are more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from wijzer.example.town.books import Dossier
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.kinds import BY_KEY
from wijzer.example.town.people import Person
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import asking, course, yearly
from wijzer.example.town.pyramid.asking import GENERAL, OWN_STRENGTH, Asked
from wijzer.example.town.pyramid.course import Course
from wijzer.example.town.pyramid.otherwise import Diverted
from wijzer.standards.declaration import Wet

ADULT = 18
OPEN = "open"
GRANTED = "maatwerk"
BY_COURT = frozenset({"46", "47", "48", "49"})
"""Product categories of youth protection, probation and crisis: ordered, not asked for."""
_OWN_REFERRAL = ("", "01")
"""No request, or one in which the provider names the gemeente as referrer (COD327)."""
_BANDS = ((18, 21_000), (65, 8_000), (75, 21_000), (85, 46_000), (200, 62_000))
"""Meldingen that end otherwise than in a toewijzing: per million in a year, younger than this age."""
_STILL_OPEN = 280
"""Meldingen of ninety days to come that will be granted, in thousandths of a year's other ones."""
_OUTCOMES = {
    "wmo": ((OWN_STRENGTH, 33), (GENERAL, 26), ("afgewezen", 19), ("ingetrokken", 22)),
    "jw": ((OWN_STRENGTH, 25), (GENERAL, 41), ("afgewezen", 8), ("ingetrokken", 26)),
}


@dataclass(frozen=True, slots=True)
class Melding:
    """One request for help and its whole course, whatever day it is looked at.

    ``toewijzing`` is what a decision became: None for a budget, for all that was not granted, and for what is
    decided on after the years that are lived.
    """

    number: str
    wet: Wet
    person: Person
    asked: Asked
    outcome: str
    course: Course
    toewijzing: Toewijzing | None = None

    @property
    def made(self) -> date:
        """The day of the melding."""
        return self.course.made

    @property
    def closed(self) -> date:
        """The day on which it was dealt with."""
        return self.course.closed

    def waits(self, day: date) -> bool:
        """Say whether it was made and not dealt with by the end of a day."""
        return self.made <= day < self.closed


def by_the_town(dossier: Dossier) -> bool:
    """Say whether a first toewijzing follows a melding: all of the Wmo, and youth that no other referred."""
    given = dossier.toewijzing
    if not given.first or not dossier.versions:
        return False
    if given.product.wet == "wmo":
        return True
    return given.referrer in _OWN_REFERRAL and given.product.categorie not in BY_COURT


def meldingen(population: Population, desk: Desk, diverted: Sequence[Diverted]) -> list[Melding]:
    """Return all meldingen, in the order in which they were made."""
    found = [*_granted(desk), *_budgets(desk), *_kept_out(desk, diverted), *_by_people(population, desk)]
    return sorted(found, key=lambda melding: (melding.made, melding.number))


def _granted(desk: Desk) -> Iterator[Melding]:
    settings, code = desk.settings, desk.place.code
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        if given.begin < settings.start or not by_the_town(dossier):
            continue
        sent = date.fromisoformat(min(version.moment for version in dossier.versions)[:10])
        draw = (code, "toewijzing", given.number)
        wet = given.product.wet
        asked = asking.for_care(settings.chance, wet, given.product.key, given.volume, draw)
        went = course.before(desk, wet, sent, draw).not_before(_first_day(given.person))
        yield Melding(f"M{given.number}", wet, given.person, asked, GRANTED, went, given)


def _first_day(person: Person) -> date:
    """Return the first day on which somebody can ask for something: born, and living here."""
    return max(person.born, person.arrived or person.born)


def _budgets(desk: Desk) -> Iterator[Melding]:
    """Yield the meldingen before a budget: granted as well, without a toewijzing that messages tell of."""
    settings, code = desk.settings, desk.place.code
    for budget in desk.books.budgets:
        if budget.begin < settings.start:
            continue
        wet, key = budget.product.wet, budget.product.key
        draw = (code, "pgb", budget.person.serial, key, budget.begin)
        told = budget.begin - timedelta(days=settings.chance.between(3, 28, "melding", *draw, "besluit"))
        asked = asking.for_care(settings.chance, wet, key, budget.volume, draw)
        went = course.before(desk, wet, told, draw).not_before(_first_day(budget.person))
        number = f"M{budget.begin.year}P{budget.person.serial}{_short(key)}"
        yield Melding(number, wet, budget.person, asked, GRANTED, went)


def _kept_out(desk: Desk, diverted: Sequence[Diverted]) -> Iterator[Melding]:
    """Yield the meldingen of those who came to the town and were helped by a general provision instead."""
    for one in diverted:
        if one.referrer not in _OWN_REFERRAL:
            continue
        wet: Wet = "jw" if BY_KEY[one.need].youth else "wmo"
        draw = (desk.place.code, one.person.serial, one.need, one.begin.year)
        early = desk.settings.chance.between(25, 60, "melding", *draw, "voor")
        made = course.workday(one.begin - timedelta(days=early))
        if made > desk.settings.end or not one.person.lives_here(made):
            continue
        asked = asking.instead_of(desk.settings.chance, wet, one.need, draw)
        number = f"M{one.begin.year}A{one.person.serial}{_short(one.need)}"
        went = course.after(desk, wet, made, GENERAL, draw)
        yield Melding(number, wet, one.person, asked, GENERAL, went)


def _short(key: str) -> str:
    """Return a kind of care as it stands in a number."""
    return key.replace(" ", "")[:6]


def _by_people(population: Population, desk: Desk) -> Iterator[Melding]:
    """Yield the meldingen that do not end in a toewijzing, and those that will after the last day."""
    settings = desk.settings
    most = max(share for _, share in _BANDS)
    for person, year, number in yearly.befalls(population, desk, "melding", most, before=1, after=1):
        if year > settings.last_year:
            share = _share(person.age(settings.end)) * _STILL_OPEN // 1_000
            if number < share and person.lives_here(settings.end):
                yield from _undecided(desk, person)
            continue
        share = _share(person.age(date(year, 7, 1)))
        if number < share:
            # What lies under the threshold is as good as a fresh draw: it tells the day.
            day = date(year, 1, 1) + timedelta(days=number * 365 // share)
            yield from _otherwise(desk, person, year, course.workday(day))


def _share(age: int) -> int:
    return next(share for limit, share in _BANDS if age < limit)


def _otherwise(desk: Desk, person: Person, year: int, made: date) -> Iterator[Melding]:
    """Yield one that ends otherwise; of the year before the first one only what was still open."""
    settings, chance = desk.settings, desk.settings.chance
    if made > settings.end or not person.lives_here(made):
        return
    wet: Wet = "jw" if person.age(made) < ADULT else "wmo"
    draw = (desk.place.code, person.serial, year)
    outcome = asking.pick(chance, _OUTCOMES[wet], *draw, "afhandeling")
    went = course.after(desk, wet, made, outcome, draw)
    if went.closed >= settings.start:
        asked = asking.without_care(chance, wet, draw)
        yield Melding(f"M{year}{person.serial:06d}", wet, person, asked, outcome, went)


def _undecided(desk: Desk, person: Person) -> Iterator[Melding]:
    """Yield one that is still looked into on the last day and will be granted in the year after it."""
    settings, chance = desk.settings, desk.settings.chance
    wet: Wet = "jw" if person.age(settings.end) < ADULT else "wmo"
    draw = (desk.place.code, person.serial, "loopt nog")
    decided = settings.end + timedelta(days=chance.between(1, 90, "melding", *draw, "besluit"))
    went = course.before(desk, wet, decided, draw).not_before(_first_day(person))
    if went.made <= settings.end < went.closed:
        number = f"M{settings.last_year + 1}{person.serial:06d}"
        yield Melding(number, wet, person, asking.in_future(chance, wet, draw), GRANTED, went)
