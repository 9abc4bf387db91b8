"""Care as it is granted and given: every spell becomes toewijzingen with decisions and deliveries.

A new number is given when the contract changes (July 2020), when fewer hours are granted, and each year for
youth. A toewijzing of the Wmo is extended under its own number. What really happened stands here; what the
parties tell each other about it is ``traffic``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from wijzer.example.town import catalogue, evaluations, levers, placement, providers, volumes
from wijzer.example.town.catalogue import Product
from wijzer.example.town.evaluations import Evaluation
from wijzer.example.town.needs import KEYS, Spell, add_months, provider_of
from wijzer.example.town.people import Person
from wijzer.example.town.providers import Provider
from wijzer.example.town.segments import EXTENDED, FEWER, segments
from wijzer.example.town.settings import Settings

_DAY = timedelta(days=1)
_REASONS = {
    "overleden": ("02", "02"), "verhuisd": ("31", "35"), "eerder": ("21", "32"), "klaar": ("19", "31"),
    "achttien": ("39", "39"), "wlz": ("39", "39"),
}  # fmt: skip
"""RedenBeeindiging by cause, of the Wmo and of youth."""
_SINCE = {"36": date(2021, 1, 1), "38": date(2022, 4, 1), "39": date(2022, 4, 1)}
"""Since when youth care may be ended for a reason; before that it was an external cause."""
_SHORTENED = {"overleden": "02", "verhuisd": "07", "achttien": "06", "wlz": "06",
              "afgehaakt": "12"}  # fmt: skip
"""RedenWijziging when the gemeente ends a toewijzing earlier, by cause."""
_PLACES = {key: place for place, key in enumerate((*KEYS, placement.KEY))}
_OF_PERSON, _NUMBERS = 1_000, 70
"""Numbers that one person has, and of those one kind of care: ten for each spell."""
_MONTHLY = ("schoon huis", "rolstoel")
_RENEWED = 600_000
"""Share of the yearly renewals of youth care that a provider asks for (317)."""
PAUSED, BY_GEMEENTE, OTHER_PROVIDER = "20", "36", "38"
EXTERNAL = "35"
LOST = "afgehaakt"
"""The cause of a spell of which no care ever began."""


@dataclass(slots=True)
class Decision:
    """A later version of a toewijzing: sent about ``day``, with another end date."""

    day: date
    end: date | None
    reason: str


@dataclass(slots=True)
class Delivery:
    """Care without interruption; ``end`` None goes on after the years that are lived."""

    begin: date
    end: date | None
    reason: str
    resumed: bool = False


@dataclass(slots=True)
class Toewijzing:
    """One toewijzing of the town and what really happened under it.

    ``referrer``: of the request (315) that it answers; empty when there was none. ``renews``: it answers one
    to change this earlier one (317).
    ``evaluation``: whether it was evaluated some months after it began, and what came of that.
    ``planted``: it should not have been given (planted trouble); no lever works on it.
    """

    number: int
    person: Person
    product: Product
    provider: Provider
    begin: date
    planned_end: date | None
    volume: int
    referrer: str
    first: bool
    renews: Toewijzing | None = None
    evaluation: Evaluation | None = None
    decisions: list[Decision] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    planted: bool = False

    @property
    def requested(self) -> bool:
        """Whether it answers a request (315)."""
        return self.referrer != ""

    @property
    def draw(self) -> tuple[object, ...]:
        """The place of its draws: its spell and first day, whatever numbers came before it."""
        return self.person.gemeente, self.number // 10, self.begin


def toewijzingen(spell: Spell, settings: Settings) -> Iterator[Toewijzing]:
    """Yield the toewijzingen of one spell, in order of time; those after the last year are not there."""
    base = spell.person.serial * _OF_PERSON + _PLACES[spell.key] * _NUMBERS + (spell.serial - 1) * 10
    volume = volumes.granted(spell, settings)
    leading = _leading(spell, settings)
    evaluation = evaluations.evaluate(leading, volume, _expected(leading, base, settings), settings)
    told = None if spell.key in evaluations.ALONG else evaluation
    spell = evaluations.ended(spell, evaluation, settings)
    pieces = segments(spell, volume, evaluation, settings)
    provider = spell.provider
    previous: Toewijzing | None = None
    for place, (begin, end, amount, why) in enumerate(pieces):
        if begin > settings.end:
            return
        if not provider.stays and levers.pulled(settings, "minder_aanbieders", begin):
            draw = ("contract", spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
            provider = providers.choose(settings, spell.key, begin, *draw)
        product = catalogue.product(spell.key, begin, settings)
        renewed = why == EXTENDED and previous is not None and previous.provider is provider
        asked = renewed and settings.chance.happens(
            _RENEWED, "verlenging", spell.person.gemeente, base, begin
        )
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        made = Toewijzing(
            base + place, spell.person, product, provider, begin, _planned(spell, begin, settings), amount,
            spell.referrer if place == 0 and begin >= settings.start else "", place == 0,
            previous if asked and begin >= settings.start else None,
        )  # fmt: skip
        _decide(made, spell, end, following[3] if following else None, settings)
        _deliver(made, spell, end, following is not None, why, settings)
        if made.deliveries:
            made.evaluation, told = told, None
            if following is None:
                made.evaluation = evaluations.unless_over(made.evaluation, made.deliveries[-1].end)
        previous = made
        yield made


def _planned(spell: Spell, begin: date, settings: Settings) -> date | None:
    """Return the end date of the first decision; some toewijzingen of the Wmo are open."""
    if spell.person.age(spell.begin) < 18:
        return add_months(begin, 12) - _DAY
    draw = (spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    if settings.chance.happens(250_000, "open einde", *draw):
        # Only care that is not granted by the week may be open (CD076).
        return None if spell.key in _MONTHLY else add_months(begin, 60) - _DAY
    return add_months(begin, 24 if spell.key == "begeleiding" else 36) - _DAY


def _decide(made: Toewijzing, spell: Spell, end: date, next_reason: str | None, settings: Settings) -> None:
    """Add the later versions: extensions under the same number, and an earlier end."""
    chance, draw = settings.chance, made.draw
    current = made.planned_end
    while current is not None and current < end and current < settings.end:
        late = chance.happens(settings.goes_wrong(80_000), "verlengd te laat", *draw, current)
        day = (
            current + timedelta(days=12) if late else current - timedelta(days=chance.between(10, 40, *draw))
        )
        current = add_months(current + _DAY, 24) - _DAY
        made.decisions.append(Decision(day, current, EXTENDED))
    if end > settings.end or (current is not None and current <= end):
        return
    if next_reason is not None:
        made.decisions.append(
            Decision(end - timedelta(days=chance.between(5, 25, *draw, "kort")), end, next_reason)
        )
    elif spell.cause in _SHORTENED:
        day = end + timedelta(days=chance.between(2, 20, *draw, "kort"))
        made.decisions.append(Decision(day, end, _SHORTENED[spell.cause]))
    elif not chance.happens(settings.goes_wrong(120_000), *draw, "niet ingekort"):
        day = end + timedelta(days=chance.between(3, 30, *draw, "kort"))
        made.decisions.append(Decision(day, end, FEWER))


def _deliver(made: Toewijzing, spell: Spell, end: date, followed: bool, why: str, settings: Settings) -> None:
    """Add the care itself: from the first day (new clients wait a little), with now and then a pause."""
    if spell.cause == LOST:
        return
    chance, draw = settings.chance, made.draw
    begin = made.begin
    if not why and begin >= settings.start:
        begin += _wait(made.provider, draw, settings)
    if begin > end and followed:  # it begins under the next number
        return
    begin = min(begin, end)
    over = end <= settings.end
    if followed:
        reason = OTHER_PROVIDER if chance.happens(60_000, *draw, "overstap") else BY_GEMEENTE
    else:
        reason = _REASONS[spell.cause][made.product.wet == "jw"]
    if made.product.wet == "jw" and end < _SINCE.get(reason, date.min):
        reason = EXTERNAL
    ends = end if over else None
    pause = _pause(made, begin, spell.end, settings)
    if pause is None or pause >= end:
        made.deliveries.append(Delivery(begin, ends, reason if over else ""))
        return
    made.deliveries.append(Delivery(begin, pause, PAUSED))
    again = pause + timedelta(days=chance.between(10, 60, *draw, "hervat"))
    if again <= end and not chance.happens(250_000, *draw, "niet hervat"):
        made.deliveries.append(Delivery(again, ends, reason if over else "", resumed=True))


def _wait(provider: Provider, draw: tuple[object, ...], settings: Settings) -> timedelta:
    """Return how long a new client waits for a provider after the first day that was granted."""
    if not settings.mistakes:
        return timedelta()
    weeks = settings.chance.weighed(((0, 55), (1, 20), (2, 12), (4, 8), (9, 5)), *draw, "wacht")
    weeks += settings.chance.weighed(provider.character.waits, *draw, "vol")
    return timedelta(days=7 * weeks)


def _leading(spell: Spell, settings: Settings) -> Spell:
    """Return a spell as it is evaluated: what goes along, by the provider of the care that it follows."""
    if spell.key not in evaluations.ALONG:
        return spell
    key = evaluations.ALONG[spell.key]
    return replace(spell, provider=provider_of(spell.person, key, spell.serial, spell.begin, settings))


def _expected(spell: Spell, base: int, settings: Settings) -> date | None:
    """Return the first day of new care, by which it is evaluated; of what goes along, of that other care.

    None when no care ever began.
    """
    if spell.cause == LOST or spell.begin < settings.start:
        return None
    base += (_PLACES[evaluations.ALONG.get(spell.key, spell.key)] - _PLACES[spell.key]) * _NUMBERS
    return spell.begin + _wait(spell.provider, (spell.person.gemeente, base // 10, spell.begin), settings)


def _pause(made: Toewijzing, begin: date, until: date, settings: Settings) -> date | None:
    """Return the last day before care is paused, sometimes; only care that lasts long enough is."""
    chance, draw = settings.chance, made.draw
    long_enough = until > begin + timedelta(days=150) and begin + timedelta(days=100) <= settings.end
    if not long_enough or not chance.happens(settings.goes_wrong(35_000), *draw, "pauze"):
        return None
    return begin + timedelta(days=chance.between(30, 70, *draw, "pauze vanaf"))
