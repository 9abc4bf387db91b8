"""Evaluates checks: which rows of a record class break a rule.

Each check gives the places of the rows that break it, in order. Checks that look at a message as a whole
leave out messages of which rows have been taken away already (``MessageColumns.split``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from typing import Any

import pyarrow.compute as pc

from wijzer.messages.columns import MESSAGE, OUDER
from wijzer.messages.conditions import all_true, any_case
from wijzer.messages.frames import Frame, Frames
from wijzer.standards.rules import (
    Amount,
    AtLeastOne,
    Broken,
    Check,
    NoOverlap,
    NotAmong,
    ProductOf,
    SumOf,
    Unique,
)

WHOLE_MESSAGE = (SumOf, AtLeastOne)


def breaking(frames: Frames, record: str, check: Check) -> list[int]:
    """Return the places of the rows of ``record`` that break ``check``."""
    frame = frames[record]
    if not len(frame):
        return []
    return _WAYS[type(check)](frames, frame, check)


def _places(mask: Any) -> list[int]:
    places: list[int] = pc.indices_nonzero(mask).to_pylist()
    return places


def _broken(frames: Frames, frame: Frame, check: Broken) -> list[int]:
    return _places(any_case(frame, check.cases))


def _repeated(frames: Frames, frame: Frame, check: Unique) -> list[int]:
    mask = all_true(frame, check.among)
    holders = [MESSAGE] if check.whole_message else [MESSAGE, OUDER]
    keys = [frame.array(name).to_pylist() for name in (*holders, *check.columns)]
    seen: set[tuple[Any, ...]] = set()
    found = []
    for place, (wanted, *key) in enumerate(zip(mask.to_pylist(), *keys, strict=True)):
        if not wanted or all(value is None for value in key[len(holders) :]):
            continue
        if tuple(key) in seen:
            found.append(place)
        seen.add(tuple(key))
    return found


def _among_others(frames: Frames, frame: Frame, check: NotAmong) -> list[int]:
    messages = frame.array(MESSAGE).to_pylist()
    others = set(zip(messages, frame.array(check.others).to_pylist(), strict=True))
    values = frame.array(check.column).to_pylist()
    pairs = zip(messages, values, strict=True)
    return [place for place, (message, value) in enumerate(pairs) if value and (message, value) in others]


def _overlapping(frames: Frames, frame: Frame, check: NoOverlap) -> list[int]:
    left_out = any_case(frame, check.unless).to_pylist()
    names = (MESSAGE, check.categorie, check.code, check.begin, check.end)
    rows = list(zip(*(frame.array(name).to_pylist() for name in names), strict=True))
    groups: dict[int, list[int]] = defaultdict(list)
    for place, (message, categorie, *_) in enumerate(rows):
        if not left_out[place] and categorie not in check.free:
            groups[message].append(place)
    found = []
    for places in groups.values():
        if len(places) > 1:
            found += _overlaps_within(rows, places)
    return sorted(found)


def _overlaps_within(rows: list[tuple[Any, ...]], places: list[int]) -> list[int]:
    """Return the later of each two rows that overlap; sorted by begin, so that few pairs are looked at."""
    ordered = sorted(places, key=lambda place: (rows[place][3] or date.min, place))
    running: list[int] = []
    found = []
    for place in ordered:
        begin = rows[place][3] or date.min
        running = [other for other in running if (rows[other][4] or date.max) >= begin]
        if any(_same_product(rows[place], rows[other]) for other in running):
            found.append(place)
        running.append(place)
    return found


def _same_product(one: tuple[Any, ...], other: tuple[Any, ...]) -> bool:
    if one[1] is None or other[1] is None:
        return True
    return one[1] == other[1] and (one[2] is None or other[2] is None or one[2] == other[2])


def _signed(frame: Frame, amount: Amount) -> list[int | None]:
    values = frame.array(amount.column).to_pylist()
    signs = frame.array(amount.debet_credit).to_pylist()
    return [
        None if value is None else (-value if sign == "C" else value)
        for value, sign in zip(values, signs, strict=True)
    ]


def _wrong_sum(frames: Frames, root: Frame, check: SumOf) -> list[int]:
    lines = frames[check.record]
    sums: dict[int, int] = defaultdict(int)
    for message, value in zip(lines.array(MESSAGE).to_pylist(), _signed(lines, check.lines), strict=True):
        sums[message] += value or 0
    left_out = any_case(root, [(test,) for test in check.unless]).to_pylist()
    totals = _signed(root, check.total)
    minus = _signed(root, check.minus) if check.minus else [0] * len(root)
    found = []
    for place, message in enumerate(root.array(MESSAGE).to_pylist()):
        total, less = totals[place], minus[place]
        if total is None or less is None or left_out[place] or message in frames.columns.split:
            continue
        if total - less != sums[message]:
            found.append(place)
    return found


def _without(frames: Frames, root: Frame, check: AtLeastOne) -> list[int]:
    present: set[int] = set(frames.columns.split)
    for record in check.records:
        frame = frames[record]
        messages = pc.filter(frame.array(MESSAGE), all_true(frame, check.such_that))
        present.update(messages.to_pylist())
    return [place for place, message in enumerate(root.array(MESSAGE).to_pylist()) if message not in present]


def _wrong_product(frames: Frames, frame: Frame, check: ProductOf) -> list[int]:
    wanted = all_true(frame, check.among)
    result, volume = frame.array(check.result), frame.array(check.volume)
    apart = pc.abs(pc.subtract(result, pc.multiply(volume, frame.array(check.tarief))))
    rounded = all_true(frame, check.rounded) if check.rounded else pc.and_(wanted, False)
    allowed = pc.if_else(rounded, pc.add(pc.divide(volume, 2), 1), 0)
    return _places(pc.fill_null(pc.and_(wanted, pc.greater(apart, allowed)), False))


_WAYS: dict[type[Check], Callable[[Frames, Frame, Any], list[int]]] = {
    Broken: _broken,
    Unique: _repeated,
    NotAmong: _among_others,
    NoOverlap: _overlapping,
    SumOf: _wrong_sum,
    AtLeastOne: _without,
    ProductOf: _wrong_product,
}
