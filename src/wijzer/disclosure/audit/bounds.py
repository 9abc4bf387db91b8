"""The interval in which a number that is not shown must lie, by linear and integer programmes.

Two programmes a number: the least and the most it can be in a world that fits all that is published
(Hundepool et al., Statistical Disclosure Control, 2012, section 4.3.1). Numbers that touch each other in no
line are worked out apart. Worlds that are found for one number serve for the others.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from math import ceil, floor, inf
from typing import NamedTuple

import highspy

from wijzer.disclosure.audit.rows import Number, Place
from wijzer.disclosure.audit.solver import Quiet
from wijzer.disclosure.audit.system import Line, System

_NEARLY = 1e-6


class Interval(NamedTuple):
    """From ``low`` to ``high``; ``exact`` is False when the true interval may be wider than this."""

    low: float
    high: float
    exact: bool


class Contradiction(ValueError):  # noqa: N818
    """The published numbers cannot all be true, under what everybody knows."""


class Island:
    """Numbers that are not exactly known and touch each other, with the lines in which they stand."""

    def __init__(self, system: System, places: list[Place], lines: list[Line], most: float) -> None:
        self.places = places
        self._column = {place: number for number, place in enumerate(places)}
        self.whole_numbers = [system.numbers[place].whole for place in places]
        self._most = most
        self._solver = Quiet()
        for place in places:
            low, high = system.bounds[place]
            self._solver.addVar(low, min(high, most))
        for line in lines:
            low, high = line.low, line.high
            terms = {}
            for place, times in line.terms:
                if place in self._column:
                    terms[self._column[place]] = times
                else:
                    now = times * system.bounds[place][0]
                    low, high = low - now, high - now
            self._solver.addRow(low, high, len(terms), list(terms), list(terms.values()))

    def whole(self) -> None:
        """Allow whole numbers only, where numbers are whole."""
        for column, whole in enumerate(self.whole_numbers):
            if whole:
                self._solver.changeColIntegrality(column, highspy.HighsVarType.kInteger)

    def intervals(self, wanted: Collection[Place], widths: Mapping[Place, float]) -> dict[Place, Interval]:
        """Return the interval of each wanted number, or as soon as it is known to be wide enough, that.

        Raises Contradiction when no world fits.
        """
        low = dict.fromkeys(self.places, inf)
        high = dict.fromkeys(self.places, -inf)
        found: dict[Place, Interval] = {}
        for place in wanted:
            for sign in (1, -1):
                if high[place] - low[place] >= widths.get(place, inf):
                    break
                for other, value in zip(self.places, self._world(place, sign), strict=True):
                    low[other], high[other] = min(low[other], value), max(high[other], value)
            else:
                found[place] = Interval(low[place], self._open(high[place]), True)
                continue
            found[place] = Interval(low[place], self._open(high[place]), False)
        return found

    def _world(self, place: Place, sign: int) -> list[float]:
        column = self._column[place]
        self._solver.changeColCost(column, float(sign))
        self._solver.run()
        status = self._solver.getModelStatus()
        self._solver.changeColCost(column, 0.0)
        if status == highspy.HighsModelStatus.kInfeasible:
            raise Contradiction(f"deze getallen kunnen niet samen waar zijn: zie {place.label}")
        if status != highspy.HighsModelStatus.kOptimal:
            raise RuntimeError(f"the solver stopped with {self._solver.modelStatusToString(status)}")
        return [
            round(value) if abs(value - round(value)) < _NEARLY else value
            for value in self._solver.getSolution().col_value
        ]

    def _open(self, high: float) -> float:
        return inf if high >= self._most - _NEARLY else high


def islands(system: System) -> Iterator[Island]:
    """Yield the islands of unknown numbers. Raises Contradiction for shown numbers that do not fit."""
    unknown = {place for place, number in system.numbers.items() if number.low is None or not _exact(number)}
    parent = {place: place for place in unknown}

    def root(place: Place) -> Place:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for line in system.lines:
        inside = [place for place, _ in line.terms if place in unknown]
        if not inside:
            _refuse_what_does_not_fit(system, line)
        for other in inside[1:]:
            parent[root(inside[0])] = root(other)
    places: dict[Place, list[Place]] = {}
    for place in sorted(unknown):
        places.setdefault(root(place), []).append(place)
    lines: dict[Place, list[Line]] = {}
    for line in system.lines:
        inside = [place for place, _ in line.terms if place in unknown]
        if inside:
            lines.setdefault(root(inside[0]), []).append(line)
    shown = [number.high for number in system.numbers.values() if number.high is not None]
    most = 10 * max(shown, default=0) + 1000
    for start, members in places.items():
        yield Island(system, members, lines.get(start, []), most)


def inward(interval: Interval, *, whole: bool) -> Interval:
    """Return the interval between whole numbers, where only whole numbers are possible."""
    if not whole:
        return interval
    high = interval.high if interval.high == inf else floor(interval.high + _NEARLY)
    return Interval(ceil(interval.low - _NEARLY), high, interval.exact)


def _exact(number: Number) -> bool:
    return number.low == number.high


def _refuse_what_does_not_fit(system: System, line: Line) -> None:
    ends = [sorted(times * bound for bound in system.bounds[place]) for place, times in line.terms]
    if sum(end[1] for end in ends) < line.low - _NEARLY or sum(end[0] for end in ends) > line.high + _NEARLY:
        raise Contradiction(f"deze getallen kunnen niet samen waar zijn: zie {line.terms[0][0].label}")
