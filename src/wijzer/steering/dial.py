"""Dial: where zones, marks and hand stand on the scale of a needle. To the right is always better.

Places run from 0 (left) to 1 (right), whatever the dial is drawn as. Every zone has a kind that pages
show by pattern and word as well as by colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from wijzer.steering.targets import Target

ZoneKind = Literal["gehaald", "onderweg", "verkeerd"]
START, GOAL = 0.2, 0.76
"""Where start and goal stand on a dial that runs from one to the other."""
KEPT = 0.4
"""Where a level stands that had been reached at the start, on a dial with the start at ``GOAL``."""
FULL_SWING = 20.0
"""Percent of change at which a hand without goal value stands at the end of its dial."""
_EDGE = 0.02


@dataclass(frozen=True, slots=True)
class Zone:
    """A stretch of the scale."""

    first: float
    last: float
    kind: ZoneKind


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale: what it is (``start``, ``doel``, ``plafond``) and its value."""

    place: float
    name: str
    value: float


@dataclass(frozen=True, slots=True)
class Dial:
    """A scale with its hand; ``met`` says whether the target is met, ``way`` how far from start (0) to goal
    (1) the value is, None where there is no such way."""

    zones: tuple[Zone, ...]
    ticks: tuple[Tick, ...]
    hand: float
    met: bool
    way: float | None = None


def dial_for(value: float, target: Target, higher_is_better: bool | None = None) -> Dial | None:
    """Lay a value on the scale of its target; None when start value or goal for that are missing.

    ``higher_is_better`` is the wanted direction of the indicator: a level that had been reached at the
    start is one to keep, not one to go back to.
    """
    if not target.is_stated:
        return None
    if target.kind == "plafond" and target.amount is not None:
        return _below_ceiling(value, target.amount)
    if target.start is None:
        return None
    if target.kind == "richting" and target.up is not None:
        return _one_way(value, target.start, target.up)
    return _level(value, target.start, target, higher_is_better)


def _level(value: float, start: float, target: Target, higher_is_better: bool | None) -> Dial | None:
    """Lay a value on the scale of a target with a level: to reach, to keep, or to stay equal to."""
    goal = target.goal
    if goal is None:
        return None
    directed = target.kind == "niveau" and higher_is_better is not None
    if directed and is_met_without_start(start, goal, bool(higher_is_better)):
        return _kept(value, start, goal, 1 if higher_is_better else -1)
    if target.kind == "gelijk" or goal == start:
        return _equal(value, start, target.amount or 0.0 if target.kind == "gelijk" else 0.0)
    return _towards(value, start, goal)


def is_met_without_start(value: float, goal: float, higher_is_better: bool) -> bool:
    """Say whether a level is reached when only the wanted direction is known."""
    return value >= goal if higher_is_better else value <= goal


def _on_scale(place: float) -> float:
    return min(max(place, _EDGE), 1 - _EDGE)


def _on_side(place: float, border: float, met: bool) -> float:
    """Keep the hand visibly on its side of the border of the green zone."""
    return _on_scale(max(place, border + 0.01) if met else min(place, border - 0.01))


def _towards(value: float, start: float, goal: float) -> Dial:
    way = (value - start) / (goal - start)
    met = value >= goal if goal > start else value <= goal
    return Dial(
        (Zone(0, START, "verkeerd"), Zone(START, GOAL, "onderweg"), Zone(GOAL, 1, "gehaald")),
        (Tick(START, "start", start), Tick(GOAL, "doel", goal)),
        _on_side(START + (GOAL - START) * way, GOAL, met),
        met,
        way,
    )


def _kept(value: float, start: float, goal: float, up: int) -> Dial:
    """A level that had been reached at the start: it stands at ``KEPT``, the start beyond it."""
    met = (value - goal) * up >= 0
    spread = GOAL - KEPT
    if start == goal:
        beyond = _percent_from(value, goal) * up / FULL_SWING * spread
    else:
        beyond = (value - goal) / (start - goal) * spread
    start_tick = () if start == goal else (Tick(GOAL, "start", start),)
    return Dial(
        (Zone(0, KEPT, "verkeerd"), Zone(KEPT, 1, "gehaald")),
        (Tick(KEPT, "doel", goal), *start_tick),
        _on_side(KEPT + beyond, KEPT, met),
        met,
    )


def _percent_from(value: float, start: float) -> float:
    """Return the change in percent, in decimal arithmetic: 112.2 is exactly 2% more than 110."""
    if start == 0:
        return 0.0 if value == 0 else FULL_SWING * (1 if value > 0 else -1)
    was = Decimal(str(start))
    return float((Decimal(str(value)) - was) / abs(was) * 100)


def _one_way(value: float, start: float, up: int) -> Dial:
    change = _percent_from(value, start) * up
    return Dial(
        (Zone(0, 0.5, "verkeerd"), Zone(0.5, 1, "gehaald")),
        (Tick(0.5, "start", start),),
        _on_scale(0.5 + change / FULL_SWING / 2),
        (value - start) * up > 0,
    )


def _equal(value: float, start: float, allowed: float) -> Dial:
    off = _percent_from(value, start)
    inner, side = 0.15, 1 if off >= 0 else -1
    met = abs(off) <= allowed
    if met:
        shift = inner * 0.9 * (abs(off) / allowed if allowed else 0.0)
    else:
        shift = inner + 0.02 + (abs(off) - allowed) / FULL_SWING * (0.48 - inner)
    return Dial(
        (Zone(0, 0.35, "verkeerd"), Zone(0.35, 0.65, "gehaald"), Zone(0.65, 1, "verkeerd")),
        (Tick(0.5, "start", start),),
        _on_scale(0.5 + side * shift),
        met,
    )


def _below_ceiling(value: float, ceiling: float) -> Dial:
    share = value / ceiling if ceiling else (1.0 if value <= 0 else 2.0)
    return Dial(
        (Zone(0, 0.25, "verkeerd"), Zone(0.25, 1, "gehaald")),
        (Tick(0.25, "plafond", ceiling),),
        _on_side(0.25 + (1 - share) * 0.75, 0.25, value <= ceiling),
        value <= ceiling,
    )
