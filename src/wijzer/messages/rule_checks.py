"""Evaluates checks: which rows of a record class break a rule.

Each check gives the places of the rows that break it, in order. Checks that look at a message as a whole
leave out messages of which rows have been taken away already (``MessageColumns.split``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date
from functools import reduce
from typing import Any

import pyarrow as pa
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


def _places(mask: Any, among: Any = None) -> list[int]:
    """Return the places where the mask is true, as places in ``among`` when given."""
    if not mask.true_count:
        return []
    found = pc.indices_nonzero(mask)
    places: list[int] = (found if among is None else among.take(found)).to_pylist()
    return places


def _broken(frames: Frames, frame: Frame, check: Broken) -> list[int]:
    return _places(any_case(frame, check.cases))


def _repeated(frames: Frames, frame: Frame, check: Unique) -> list[int]:
    holders = [MESSAGE] if check.whole_message else [MESSAGE, OUDER]
    filled = reduce(pc.or_, (pc.is_valid(frame.array(name)) for name in check.columns))
    wanted = pc.indices_nonzero(pc.and_(all_true(frame, check.among), filled))
    keys = {str(at): frame.array(name).take(wanted) for at, name in enumerate((*holders, *check.columns))}
    groups = pa.table({**keys, "place": wanted}).group_by(list(keys), use_threads=False)
    firsts = groups.aggregate([("place", "min")])["place_min"]
    if len(firsts) == len(wanted):
        return []
    return _places(pc.invert(pc.is_in(wanted, value_set=firsts.combine_chunks())), wanted)


def _among_others(frames: Frames, frame: Frame, check: NotAmong) -> list[int]:
    naming = pc.indices_nonzero(pc.is_valid(frame.array(check.column)))
    if not len(naming):
        return []
    messages = frame.array(MESSAGE)
    others = set(zip(messages.to_pylist(), frame.array(check.others).to_pylist(), strict=True))
    pairs = zip(
        naming.to_pylist(),
        messages.take(naming).to_pylist(),
        frame.array(check.column).take(naming).to_pylist(),
        strict=True,
    )
    return [place for place, message, value in pairs if (message, value) in others]


def _overlapping(frames: Frames, frame: Frame, check: NoOverlap) -> list[int]:
    counted = pc.invert(any_case(frame, check.unless))
    free = pc.is_in(frame.array(check.categorie), value_set=pa.array(check.free, pa.string()))
    kept = pc.indices_nonzero(pc.and_(counted, pc.invert(free)))
    messages = frame.array(MESSAGE).take(kept)
    several = _in_several(messages)
    if not len(several):
        return []
    places = kept.filter(pc.is_in(messages, value_set=several)).to_pylist()
    names = (MESSAGE, check.categorie, check.code, check.begin, check.end)
    columns = [frame.array(name).take(pa.array(places, pa.int64())).to_pylist() for name in names]
    rows = dict(zip(places, zip(*columns, strict=True), strict=True))
    groups: dict[int, list[int]] = defaultdict(list)
    for place in places:
        groups[rows[place][0]].append(place)
    return sorted(found for group in groups.values() for found in _overlaps_within(rows, group))


def _in_several(messages: Any) -> Any:
    """Return the messages that occur more than once."""
    counts = messages.value_counts()
    return counts.field("values").filter(pc.greater(counts.field("counts"), 1))


def _overlaps_within(rows: dict[int, tuple[Any, ...]], places: list[int]) -> list[int]:
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


def _signed(frame: Frame, amount: Amount) -> Any:
    values = frame.array(amount.column)
    return pc.if_else(pc.equal(frame.array(amount.debet_credit), "C"), pc.negate(values), values)


def _wrong_sum(frames: Frames, root: Frame, check: SumOf) -> list[int]:
    lines = frames[check.record]
    sums = (
        pa.table({"message": lines.array(MESSAGE), "amount": _signed(lines, check.lines)})
        .group_by("message", use_threads=False)
        .aggregate([("amount", "sum")])
    )
    messages = root.array(MESSAGE)
    at = pc.index_in(messages, value_set=sums["message"].combine_chunks())
    found = pc.fill_null(sums["amount_sum"].combine_chunks().take(at), 0)
    wanted = _signed(root, check.total)
    if check.minus is not None:
        wanted = pc.subtract(wanted, _signed(root, check.minus))
    split = pc.is_in(messages, value_set=pa.array(sorted(frames.columns.split), pa.int64()))
    left_out = pc.or_(split, any_case(root, [(test,) for test in check.unless]))
    return _places(pc.fill_null(pc.and_(pc.not_equal(wanted, found), pc.invert(left_out)), False))


def _without(frames: Frames, root: Frame, check: AtLeastOne) -> list[int]:
    present: set[int] = set(frames.columns.split)
    for record in check.records:
        frame = frames[record]
        messages = pc.filter(frame.array(MESSAGE), all_true(frame, check.such_that))
        present.update(pc.unique(messages).to_pylist())
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
