"""Needs: who comes to need which care, from when, for how long, and how it ends.

A person has one place for care of a kind in every year (``Spell.serial``): what is drawn for that place never
depends on what came before it, so that a lever that keeps someone out of care in one year leaves the draws
of every later year as they were. Chances are those of ``kinds``, multiplied by what the household shares
(``families``), by the buurt, and by the levers of the day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from wijzer.example.town import ageing, families, levers
from wijzer.example.town.chance import MILLION, scaled
from wijzer.example.town.kinds import ADULT, BY_KEY, KEYS, NEEDS, OF_GEMEENTE, RESIDENCE, TOWN, Need
from wijzer.example.town.people import Person
from wijzer.example.town.providers import SHORTER, Provider, choose
from wijzer.example.town.settings import Settings
from wijzer.example.town.spell import Spell, add_months

__all__ = ["KEYS", "Spell", "add_months", "spells", "spells_of"]
_FIRST = 2019
_YEARS = 6
"""The years of which a new need is drawn; the draw after them is for who is in care at the start."""
_AT_START, _SLOTS_FROM = 1, 2
_TRANSPORT, _TRANSPORT_LESS = 450_000, 250_000
"""Share of the people in dagbesteding who are driven there, and of the new ones when fewer are."""
_NEWBORN = timedelta(days=140)
"""No care begins before this age, so that nothing is sent of a child before it is born."""
_APART = timedelta(days=40)
_MONTH = timedelta(days=30)
"""No youth care begins so shortly before eighteen."""
_EARLY, _EARLY_EXCELLENT = 180_000, 90_000
_WLZ_SINCE_2021 = 2
"""People in beschermd wonen can go to the Wlz since 1 January 2021: so many times as often."""
_AFTER_STAY = (("begeleiding", 420_000), ("beschermd wonen", 220_000))
_AFTER_OTHER = (("begeleiding", 170_000), ("beschermd wonen", 15_000))
"""Care of the Wmo that follows youth care at eighteen, per million."""
_AFTER = frozenset(key for key, _ in _AFTER_STAY)
_BOUND = 3
"""No buurt, household or lever multiplies a chance by more than this."""


def spells(person: Person, settings: Settings) -> Iterator[Spell]:
    """Yield all care of one person, need by need; the drive to dagbesteding goes along with it."""
    family = families.susceptibility(person.household, settings.chance)
    for need in _possible(person, family, settings):
        for spell in _of_need(person, need, family, settings):
            yield spell
            if need.key == "dagbesteding":
                place = (person.gemeente, person.serial, "vervoer", spell.serial)
                less = levers.pulled(settings, "vervoer", spell.begin)
                if settings.chance.happens(_TRANSPORT_LESS if less else _TRANSPORT, *place):
                    driver = choose(settings, "vervoer", spell.begin, *place)
                    yield Spell(
                        person, "vervoer", spell.serial, spell.begin, spell.end, spell.cause, "", driver
                    )


def spells_of(person: Person, key: str, settings: Settings) -> Iterator[Spell]:
    """Yield the care of one kind of a person, in order of time."""
    family = families.susceptibility(person.household, settings.chance)
    need = BY_KEY[key]
    if need in _possible(person, family, settings):
        yield from _of_need(person, need, family, settings)


def _possible(person: Person, family: int, settings: Settings) -> tuple[Need, ...]:
    """Return the needs that can come at all, whatever levers do; kept with the person."""
    if person.possible is None:
        person.possible = tuple(
            need.key
            for need in NEEDS
            if _of_age(person, need, settings) and _can_come(person, need, family, settings)
        )
    return tuple(BY_KEY[key] for key in person.possible)


def _of_age(person: Person, need: Need, settings: Settings) -> bool:
    """Say whether a person can have a need in any of the years."""
    low, high = need.ages
    return settings.first_year - person.born.year <= high + 1 and settings.last_year - person.born.year >= low


def _can_come(person: Person, need: Need, family: int, settings: Settings) -> bool:
    """Say whether any draw of a need lies low enough, or it can follow youth care at eighteen."""
    if need.key in _AFTER and settings.first_year <= person.born.year + ADULT <= settings.last_year:
        return True
    draws = settings.chance.series("nood", person.gemeente, person.serial, need.key)
    age = max(0, settings.first_year - person.born.year)
    most = families.multiplied(need.peaks[age], family, need.shared) * _BOUND
    return scaled(min(draws[: _YEARS + 1]), MILLION) < most


def _of_need(person: Person, need: Need, family: int, settings: Settings) -> Iterator[Spell]:
    place = ("nood", person.gemeente, person.serial, need.key)
    draws = settings.chance.series(*place)
    grown = None if need.youth else _at_eighteen(person, need.key, settings)
    free, back, at = settings.start, None, settings.start
    if person.arrived is None and person.lives_here(at):
        share = need.rates[person.age(at)][0]
        if _comes(person, need, share, draws[_YEARS], family, at, MILLION):
            begin = at - timedelta(days=settings.chance.between(1, 500, *place, "sinds"))
            begin = max(begin, person.born + _NEWBORN if need.youth else person.birthday(ADULT))
            if begin < at:
                spell = _spell(person, need, _AT_START, begin, settings, at_least=at)
                yield spell
                free, back = spell.end + _APART, _comes_back(spell, need, settings)
    for year in range(settings.first_year, settings.last_year + 1):
        day = grown if grown is not None and grown.year == year else None
        day = day or _new(person, need, draws[year - _FIRST], family, year, settings)
        if (day is None or day < free) and back is not None and back.year == year:
            day = back
        if day is None or day < free or not _able(person, need, day):
            continue
        spell = _spell(person, need, _SLOTS_FROM + year - _FIRST, day, settings, at_least=day)
        yield spell
        free, back = spell.end + _APART, _comes_back(spell, need, settings)


def _able(person: Person, need: Need, day: date) -> bool:
    """Say whether care can begin on a day: of the law for that age, and for who lives here."""
    grown = person.age(day + _MONTH) >= ADULT if need.youth else person.age(day) >= ADULT
    return person.lives_here(day) and day >= person.born + _NEWBORN and grown != need.youth


def _new(person: Person, need: Need, bits: int, family: int, year: int, settings: Settings) -> date | None:
    """Return the Monday in a year on which someone newly comes into care; mostly None."""
    age = ageing.age_in(person, year)
    if age < 0:
        return None
    share = need.rates[age][1]
    if not share or scaled(bits, MILLION) >= families.multiplied(share, family, need.shared) * _BOUND:
        return None
    place = ("nood", person.gemeente, person.serial, need.key, year)
    month = settings.chance.weighed(need.season, *place, "maand")
    day = date(year, month, 1) + timedelta(days=settings.chance.below(28, *place, "dag"))
    day -= timedelta(days=day.weekday())
    day += timedelta(days=7 * (day.year < year))
    factor = levers.inflow(settings, need.key, age, day)
    factor *= levers.older(settings, person.household.old, age, year)
    return day if _comes(person, need, share, bits, family, day, factor) else None


def _comes(person: Person, need: Need, share: int, bits: int, family: int, day: date, factor: int) -> bool:
    """Say whether a need is there; ``factor`` is in millionths."""
    likely = families.multiplied(share, family, need.shared)
    if not share or scaled(bits, MILLION) >= likely * _BOUND:
        return False
    home = person.household
    alone = need.alone[home.adults(day) != 1]
    around = families.pressure(home.at(day).buurt)
    if need.youth and person.gemeente in OF_GEMEENTE:
        around = around * OF_GEMEENTE[person.gemeente][need.key not in RESIDENCE] // 1_000
    return scaled(bits, MILLION) < likely * alone * around * factor // MILLION // MILLION


def _comes_back(spell: Spell, need: Need, settings: Settings) -> date | None:
    """Return the Monday on which someone needs the same care again within a year; mostly None."""
    place = ("terug", spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    if spell.cause not in ("klaar", "eerder") or not settings.chance.happens(need.back, *place):
        return None
    day = spell.end + timedelta(days=settings.chance.between(47, 330, *place, "dag"))
    if spell.serial > _AT_START:  # one place a year: not again in the year of the former one
        day = max(day, date(spell.begin.year + 1, 1, 7))
    return day - timedelta(days=day.weekday())


def _at_eighteen(person: Person, key: str, settings: Settings) -> date | None:
    """Return the Monday from which youth care that ended at eighteen is followed by care of the Wmo."""
    day = person.birthday(ADULT)
    if not settings.start < day <= settings.end:
        return None
    ended = {
        need.key
        for need in NEEDS
        if need.youth and need.key in _LATE
        for spell in spells_of(person, need.key, settings)
        if spell.cause == "achttien"
    }
    left = settings.chance.below(MILLION, "achttien", person.gemeente, person.serial)
    for after, share in _AFTER_STAY if ended & RESIDENCE else _AFTER_OTHER if ended else ():
        left -= share
        if left < 0:
            return day + timedelta(days=-day.weekday() % 7) if after == key else None
    return None


_LATE = frozenset(need.key for need in NEEDS if need.youth and need.ages[1] == ADULT - 1)
"""Youth care that can still run at eighteen."""


def provider_of(person: Person, key: str, serial: int, begin: date, settings: Settings) -> Provider:
    """Return who gives the care of a spell."""
    return choose(settings, key, begin, "zorg", person.gemeente, person.serial, key, serial)


def _spell(
    person: Person, need: Need, serial: int, begin: date, settings: Settings, *, at_least: date
) -> Spell:
    """Return one period of care that begins on a day."""
    chance, place = settings.chance, ("zorg", person.gemeente, person.serial, need.key, serial)
    age = person.age(begin)
    provider = provider_of(person, need.key, serial, begin, settings)
    excellent = provider.excels_at(age)
    longer = SHORTER if excellent else provider.character.longer
    usual = chance.weighed(need.months, *place, "duur") * longer
    months = max(1, usual * levers.months(settings, need.key, age, begin) // 100_000)
    end = add_months(begin, months) + timedelta(days=chance.between(-12, 12, *place, "einde"))
    while end <= at_least:
        end = add_months(end, months)
    early = chance.happens(_EARLY_EXCELLENT if excellent else _EARLY, *place, "eerder")
    cause = "eerder" if early else "klaar"
    more = _WLZ_SINCE_2021 if need.key == "beschermd wonen" and end.year >= 2021 else 1
    if chance.happens(need.wlz * more, *place, "wlz"):
        cause = "wlz"
    lost = settings.goes_wrong(provider.character.lost)
    if serial > _AT_START and chance.happens(lost, *place, "afgehaakt"):
        end, cause = begin + timedelta(days=chance.between(10, 60, *place, "afgehaakt na")), "afgehaakt"
    limits = [("overleden", person.died), ("verhuisd", person.household.left)]
    if need.youth:
        limits.append(("achttien", person.birthday(ADULT) - timedelta(days=1)))
    for name, day in limits:
        if day is not None and day < end:
            end, cause = day, name
    code = chance.weighed(need.referrers, *place, "verwijzer")
    referrer = "" if code == TOWN else f"{code:02d}"
    return Spell(person, need.key, serial, begin, max(end, begin), cause, referrer, provider)
