"""Where one spell of care goes over to a new toewijzing: another contract, another volume, a new year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from wijzer.example.town import evaluations, levers
from wijzer.example.town.catalogue import CONTRACTS
from wijzer.example.town.evaluations import Evaluation
from wijzer.example.town.needs import Spell, add_months
from wijzer.example.town.settings import Settings

Segment = tuple[date, date, int, str]
"""First and last day, volume, and why it began (a RedenWijziging, or empty for the first)."""
MOST = 8
"""Numbers of one spell; the two after them are for what goes beside it (see ``life``)."""
EXTENDED, CONTRACT, FEWER = "04", "03", "05"
_ADULT = 18
_AGAIN = {
    "huishouden": ("minder_uren", 150, 30, 260_000),
    "begeleiding": ("begeleiding", 2, 1, 350_000),
    "dagbesteding": ("groepsbegeleiding", 4, 2, 350_000),
}
"""Clients who are assessed again under a lever: from which volume, how much less, how many per million."""
_WEEKS = 150
"""The weeks over which the clients of the start are assessed again."""
Cut = tuple[str, Callable[[int], int]]


def segments(spell: Spell, volume: int, evaluation: Evaluation | None, settings: Settings) -> list[Segment]:
    """Cut a spell where a new number begins; at most ``MOST`` pieces."""
    cuts: dict[date, Cut] = {}
    if spell.begin < CONTRACTS <= spell.end and levers.pulled(settings, "minder_aanbieders", CONTRACTS):
        cuts[CONTRACTS] = (CONTRACT, lambda before: before)
    again = _assessed_again(spell, volume, settings)
    if again is not None:
        cuts[again[0]] = again[1]
    if evaluation is not None and evaluation.change is not None and evaluation.change <= spell.end:
        outcome = evaluation.outcome or ""
        cuts[evaluation.change] = (FEWER, lambda before: evaluations.changed(before, outcome))
    if spell.person.age(spell.begin) < _ADULT:
        year = add_months(spell.begin, 12)
        while year <= spell.end and len(cuts) < MOST - 1:
            cuts.setdefault(year, (EXTENDED, lambda before: before))
            year = add_months(year, 12)
    found: list[Segment] = []
    begin, why = spell.begin, ""
    for day in sorted(cuts):
        found.append((begin, day - timedelta(days=1), volume, why))
        why, change = cuts[day]
        begin, volume = day, change(volume)
    found.append((begin, spell.end, volume, why))
    return found


def _assessed_again(spell: Spell, volume: int, settings: Settings) -> tuple[date, Cut] | None:
    """Return the day on which someone who had care before a lever is assessed anew, and gets less."""
    if spell.key not in _AGAIN:
        return None
    lever, least, less, share = _AGAIN[spell.key]
    draw = (spell.person.gemeente, spell.person.serial, spell.key, spell.serial)
    first = levers.LEVERS[lever].since + timedelta(days=33)
    first -= timedelta(days=first.weekday())
    day = first + timedelta(days=7 * settings.chance.below(_WEEKS, "herindicatie", *draw))
    due = spell.begin < day <= spell.end and volume >= least
    if not due or not levers.pulled(settings, lever, day) or levers.pulled(settings, lever, spell.begin):
        return None
    if not settings.chance.happens(share, "minder", *draw):
        return None
    return day, (FEWER, lambda before: max(1, before - less))
