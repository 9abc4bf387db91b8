"""Care as it is granted and given: every spell becomes toewijzingen with decisions and deliveries.

A new number is given when the contract changes (July 2020), when fewer hours are granted, and each year for
youth. A toewijzing of the Wmo is extended under its own number. What really happened stands here; what the
parties tell each other about it is ``traffic``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from wijzer.example.town import catalogue, providers
from wijzer.example.town.catalogue import CONTRACTS, Product
from wijzer.example.town.needs import KEYS, Spell, add_months
from wijzer.example.town.people import Person
from wijzer.example.town.providers import Provider
from wijzer.example.town.settings import Settings

_DAY = timedelta(days=1)
_BEFORE_2020 = ((90, 6), (120, 14), (150, 18), (180, 25), (210, 17), (240, 12), (300, 6), (360, 2))
_SINCE_2020 = ((90, 7), (120, 18), (150, 24), (180, 26), (210, 14), (240, 8), (300, 3))
"""Minutes of household help a week for new clients, with weights: on average 3.07 and 2.81 hours."""
_VOLUMES = {
    "schoon huis": ((1, 1),), "begeleiding": ((1, 25), (2, 40), (3, 20), (5, 15)),
    "dagbesteding": ((2, 30), (4, 40), (6, 20), (8, 10)), "vervoer": ((4, 40), (8, 60)),
    "rolstoel": ((1, 1),), "beschermd wonen": ((7, 1),), "ambulant": ((1, 20), (2, 40), (4, 40)),
    "behandeling": ((1, 35), (2, 65)), "dyslexie": ((40, 40), (50, 60)),
    "dagbehandeling": ((4, 50), (6, 50)), "gezinshuis": ((7, 1),), "terreinverblijf": ((7, 1),),
    "jeugdbescherming": ((1, 1),),
}  # fmt: skip
_REASONS = {
    "overleden": ("02", "02"), "verhuisd": ("31", "35"), "eerder": ("21", "32"), "klaar": ("19", "31"),
    "achttien": ("39", "39"), "wlz": ("39", "39"),
}  # fmt: skip
"""RedenBeeindiging by cause, of the Wmo and of youth."""
_SINCE = {"36": date(2021, 1, 1), "38": date(2022, 4, 1), "39": date(2022, 4, 1)}
"""Since when youth care may be ended for a reason; before that it was an external cause."""
_SHORTENED = {"overleden": "02", "verhuisd": "07", "achttien": "06", "wlz": "06"}
"""RedenWijziging when the gemeente ends a toewijzing earlier, by cause."""
_MONTHLY = ("schoon huis", "rolstoel")
_SEGMENTS = 8
"""Numbers of one spell; the two after them are for what goes beside it (see ``life``)."""
_RENEWED = 600_000
"""Share of the yearly renewals of youth care that a provider asks for (317)."""
PAUSED, BY_GEMEENTE, OTHER_PROVIDER = "20", "36", "38"
EXTERNAL = "35"
EXTENDED, CONTRACT, FEWER = "04", "03", "05"


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

    ``requested``: it answers a request (315). ``renews``: it answers one to change this earlier one (317).
    """

    number: int
    person: Person
    product: Product
    provider: Provider
    begin: date
    planned_end: date | None
    volume: int
    requested: bool
    first: bool
    renews: Toewijzing | None = None
    decisions: list[Decision] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)


def toewijzingen(spell: Spell, settings: Settings) -> Iterator[Toewijzing]:
    """Yield the toewijzingen of one spell, in order of time; those after the last year are not there."""
    base = spell.person.serial * 1_000 + KEYS.index(spell.key) * 70 + (spell.serial - 1) * 10
    volume = _volume(spell, settings)
    segments = _segments(spell, settings, volume)
    provider = spell.provider
    previous: Toewijzing | None = None
    for place, (begin, end, amount, why) in enumerate(segments[:_SEGMENTS]):
        if begin > settings.end:
            return
        if begin >= CONTRACTS and not provider.stays:
            draw = ("contract", spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
            provider = providers.choose(settings.chance, spell.key, begin, *draw)
        product = catalogue.product(spell.key, begin)
        renewed = why == EXTENDED and previous is not None and previous.provider is provider
        asked = renewed and settings.chance.happens(
            _RENEWED, "verlenging", spell.person.gemeente, base + place
        )
        following = segments[place + 1] if place + 1 < len(segments) else None
        made = Toewijzing(
            base + place, spell.person, product, provider, begin, _planned(spell, begin, settings), amount,
            spell.requested and place == 0 and begin >= settings.start, place == 0,
            previous if asked and begin >= settings.start else None,
        )  # fmt: skip
        _decide(made, spell, end, following[3] if following else None, settings)
        _deliver(made, spell, end, following is not None, why, settings)
        previous = made
        yield made


def _volume(spell: Spell, settings: Settings) -> int:
    draw = ("omvang", spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    if spell.key == "huishouden":
        lower = spell.begin >= date(2020, 1, 1) and "minder_uren" not in settings.without
        return settings.chance.weighed(_SINCE_2020 if lower else _BEFORE_2020, *draw)
    return settings.chance.weighed(_VOLUMES[spell.key], *draw)


Segment = tuple[date, date, int, str]
"""First and last day, volume, and why it began (a RedenWijziging, or empty for the first)."""


def _segments(spell: Spell, settings: Settings, volume: int) -> list[Segment]:
    """Cut a spell where a new number begins."""
    cuts: dict[date, tuple[str, int]] = {}
    chance, draw = settings.chance, (spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    if spell.begin < CONTRACTS <= spell.end:
        cuts[CONTRACTS] = (CONTRACT, 0)
    if spell.key == "huishouden" and "minder_uren" not in settings.without:
        day = date(2020, 2, 3) + timedelta(days=7 * chance.below(150, "herindicatie", *draw))
        if spell.begin < day <= spell.end and volume >= 150 and chance.happens(260_000, "minder", *draw):
            cuts[day] = (FEWER, -30)
    if spell.person.age(spell.begin) < 18:
        again = add_months(spell.begin, 12)
        while again <= spell.end and len(cuts) < 8:
            cuts.setdefault(again, (EXTENDED, 0))
            again = add_months(again, 12)
    segments: list[Segment] = []
    begin, why = spell.begin, ""
    for day in sorted(cuts):
        segments.append((begin, day - _DAY, volume, why))
        begin, (why, change) = day, cuts[day]
        volume += change
    segments.append((begin, spell.end, volume, why))
    return segments


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
    chance, draw = settings.chance, (made.person.gemeente, made.number)
    current = made.planned_end
    while current is not None and current < end and current < settings.end:
        late = chance.happens(80_000, "verlengd te laat", *draw, current)
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
    elif chance.happens(700_000, *draw, "ingekort"):
        day = end + timedelta(days=chance.between(3, 30, *draw, "kort"))
        made.decisions.append(Decision(day, end, FEWER))


def _deliver(made: Toewijzing, spell: Spell, end: date, followed: bool, why: str, settings: Settings) -> None:
    """Add the care itself: from the first day (new clients wait a little), with now and then a pause."""
    chance, draw = settings.chance, (made.person.gemeente, made.number)
    begin = made.begin
    if not why and begin >= settings.start:
        begin += timedelta(
            days=7 * chance.weighed(((0, 55), (1, 20), (2, 12), (4, 8), (9, 5)), *draw, "wacht")
        )
    begin = min(begin, end)
    over = end <= settings.end
    if followed:
        reason = OTHER_PROVIDER if chance.happens(60_000, *draw, "overstap") else BY_GEMEENTE
    else:
        reason = _REASONS[spell.cause][made.product.wet == "jw"]
    if made.product.wet == "jw" and end < _SINCE.get(reason, date.min):
        reason = EXTERNAL
    long_enough = end > begin + timedelta(days=150) and begin + timedelta(days=100) <= settings.end
    if long_enough and chance.happens(35_000, *draw, "pauze"):
        pause = begin + timedelta(days=chance.between(30, 70, *draw, "pauze vanaf"))
        made.deliveries.append(Delivery(begin, pause, PAUSED))
        if chance.happens(250_000, *draw, "niet hervat"):
            return
        begin = pause + timedelta(days=chance.between(10, 60, *draw, "hervat"))
        made.deliveries.append(Delivery(begin, end if over else None, reason if over else "", resumed=True))
        return
    made.deliveries.append(Delivery(begin, end if over else None, reason if over else ""))
