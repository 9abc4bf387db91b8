"""The equations and inequalities that an outsider writes down: from codes alone, never from our own lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from math import inf

from wijzer.disclosure.audit.knowledge import Public
from wijzer.disclosure.audit.rows import Number, Place


@dataclass(frozen=True, slots=True)
class Line:
    """``low <= sum of coefficient x number <= high``."""

    terms: tuple[tuple[Place, float], ...]
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class System:
    """All numbers by place, those that nobody published included, their bounds, and the lines between."""

    numbers: Mapping[Place, Number]
    published: frozenset[Place]
    bounds: Mapping[Place, tuple[float, float]]
    lines: tuple[Line, ...]


def system_of(published: Iterable[Number], public: Public) -> System:
    """Write down everything that follows from the codes of the published numbers and public knowledge."""
    rows = tuple(published)
    numbers = {number.place: number for number in rows if not number.ratio}
    offered = frozenset(numbers)
    present: dict[str, set[str]] = {}
    for place in offered:
        for dimension, code in place.at:
            present.setdefault(dimension, set()).add(code)
    names = sorted(present.keys() | public.lists.keys() | {"wet", "periode"})
    _add_unpublished(numbers, public, names, present)
    lines = [
        line
        for total, dimension, parts in _splits(numbers, public, names, present)
        if all(part in numbers for part in parts) or any(part in offered for part in parts)
        for line in _lines(numbers, public, total, dimension, parts)
    ]
    lines += _between_editions(numbers, offered) if public.editions_alike else []
    lines += [line for number in rows if number.ratio for line in _of_ratio(numbers, public, number)]
    bounds = {place: _bounds(number, public, offered) for place, number in numbers.items()}
    return System(numbers, offered, bounds, tuple(lines))


def _splits(
    numbers: Mapping[Place, Number], public: Public, names: list[str], present: Mapping[str, set[str]]
) -> Iterator[tuple[Place, str, tuple[Place, ...]]]:
    for total in tuple(numbers):
        at = dict(total.at)
        for dimension in names:
            code = at.get(dimension, "")
            for way in public.ways(total.variable, dimension, code, sorted(present.get(dimension, ()))):
                yield total, dimension, tuple(total.moved(dimension, part) for part in way)


def _add_unpublished(
    numbers: dict[Place, Number], public: Public, names: list[str], present: Mapping[str, set[str]]
) -> None:
    """Add unknowns: the other parts where one part is known, and parts in which two totals meet."""
    while True:
        times: dict[Place, set[Place]] = {}
        wanted: dict[Place, bool] = {}
        for total, _, parts in _splits(numbers, public, names, present):
            some = any(part in numbers for part in parts)
            for part in parts:
                times.setdefault(part, set()).add(total)
                if some:
                    wanted.setdefault(part, numbers[total].whole)
        for part, totals in times.items():
            if len(totals) > 1:
                wanted.setdefault(part, all(numbers[total].whole for total in totals))
        new = {part: whole for part, whole in wanted.items() if part not in numbers}
        if not new:
            return
        for part, whole in new.items():
            numbers[part] = Number(part, "onderdrukt", whole)


def _lines(
    numbers: Mapping[Place, Number], public: Public, total: Place, dimension: str, parts: tuple[Place, ...]
) -> Iterator[Line]:
    known = tuple(part for part in parts if part in numbers)
    if not known:
        return
    if dimension in public.overlaps.get(total.variable, ()):
        for part in known:
            yield Line(((total, 1.0), (part, -1.0)), 0.0, inf)
        if len(known) == len(parts):
            yield Line(((total, -1.0), *((part, 1.0) for part in known)), 0.0, inf)
        return
    whole = len(known) == len(parts)
    yield Line(((total, -1.0), *((part, 1.0) for part in known)), 0.0 if whole else -inf, 0.0)


def _of_ratio(numbers: Mapping[Place, Number], public: Public, shown: Number) -> Iterator[Line]:
    """Yield what a shown figure says of the numbers of which it is made, within its rounding."""
    indicator, _, name = shown.place.variable.partition(".cijfer ")
    ratio = public.ratios.get(f"{indicator}.{name}")
    if ratio is None or shown.low is None:
        return
    top = shown.place._replace(variable=f"{indicator}.{ratio.numerator}")
    bottom = shown.place._replace(variable=f"{indicator}.{ratio.denominator}")
    if top in numbers and bottom in numbers:
        half = 0.5 * 10.0**-ratio.decimals
        yield Line(((top, ratio.scale), (bottom, half - shown.low)), 0.0, inf)
        yield Line(((top, ratio.scale), (bottom, -half - shown.low)), -inf, 0.0)


def _between_editions(numbers: Mapping[Place, Number], offered: frozenset[Place]) -> list[Line]:
    """Lay the editions beside each other: a number moved no more than the shown ones of its kind did.

    Where no shown number of a variable and period was changed, an outsider takes it that none was.
    """
    series: dict[Place, list[Place]] = {}
    for place in sorted(offered):
        series.setdefault(place._replace(edition=""), []).append(place)
    pairs = [pair for places in series.values() for pair in combinations(places, 2)]
    moved: dict[tuple[str, str, str, str], float] = {}
    for one, other in pairs:
        first, second = numbers[one], numbers[other]
        if first.low is not None and second.low is not None:
            kind = _kind(one, other)
            moved[kind] = max(moved.get(kind, 0.0), abs(first.low - second.low))
    found = []
    for one, other in pairs:
        if "onderdrukt" in (numbers[one].state, numbers[other].state):
            most = moved.get(_kind(one, other), 0.0)
            found.append(Line(((one, 1.0), (other, -1.0)), -most, most))
    return found


def _kind(one: Place, other: Place) -> tuple[str, str, str, str]:
    return one.edition, other.edition, one.variable, dict(one.at).get("periode", "")


def _bounds(number: Number, public: Public, offered: frozenset[Place]) -> tuple[float, float]:
    if number.low is not None and number.high is not None:
        return number.low, number.high
    ceiling = public.ceiling(number.place.variable, number.place.at)
    filled = public.never_empty and number.whole and number.place in offered
    return (1.0 if filled else 0.0), (inf if ceiling is None else float(ceiling))
