"""Evaluates the tests of rules over whole columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import reduce
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from wijzer.messages.frames import Frame
from wijzer.standards import CodeList
from wijzer.standards.rules import Column, Test

BSN_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
YEAR = 10_000


def all_true(frame: Frame, tests: Sequence[Test]) -> Any:
    """Return a mask of the rows in which all tests are true; no tests is all rows."""
    mask = None
    for test in tests:
        found = true(frame, test)
        mask = found if mask is None else pc.and_(mask, found)
        if not mask.true_count:
            break
    return pa.repeat(True, len(frame)) if mask is None else mask


def any_case(frame: Frame, cases: Sequence[Sequence[Test]]) -> Any:
    """Return a mask of the rows in which all tests of at least one case are true."""
    masks = [mask for mask in (all_true(frame, case) for case in cases) if mask.true_count]
    return reduce(pc.or_, masks) if masks else pa.repeat(False, len(frame))


def true(frame: Frame, test: Test) -> Any:
    """Return a mask of the rows in which one test is true; never null."""
    values = frame.array(test.column)
    if test.operator == "empty":
        return pc.is_null(values)
    if values.null_count == len(values) and test.operator != "not_valid":
        return pa.repeat(False, len(values))
    return pc.fill_null(_OPERATORS[test.operator](frame, test, values), False)


def _other(frame: Frame, test: Test, values: Any) -> Any:
    if isinstance(test.other, Column):
        return frame.array(test.other.name)
    return pa.scalar(test.other, values.type)


def _members(test: Test, values: Any) -> Any:
    return pc.is_in(values, value_set=pa.array(list(_several(test)), values.type), skip_nulls=True)


def _several(test: Test) -> Sequence[Any]:
    return test.other if isinstance(test.other, tuple) else ()


def _not_in(frame: Frame, test: Test, values: Any) -> Any:
    return pc.and_(pc.is_valid(values), pc.invert(_members(test, values)))


def _no_match(frame: Frame, test: Test, values: Any) -> Any:
    text = pc.cast(values, pa.string())
    return pc.invert(pc.match_substring_regex(text, f"^(?:{test.other})$"))


def _other_month(frame: Frame, test: Test, values: Any) -> Any:
    other = _other(frame, test, values)
    same = pc.and_(pc.equal(pc.year(values), pc.year(other)), pc.equal(pc.month(values), pc.month(other)))
    return pc.invert(same)


def _not_month_end(frame: Frame, test: Test, values: Any) -> Any:
    next_day = pc.add(values.view(pa.int32()), pa.scalar(1, pa.int32())).view(pa.date32())
    return pc.not_equal(pc.day(next_day), 1)


def _years_before(frame: Frame, test: Test, values: Any) -> Any:
    other = _other(frame, test, values)
    return pc.greater(pc.subtract(_number(other), _number(values)), int(test.amount or 0) * YEAR)


def _number(days: Any) -> Any:
    month_day = pc.add(pc.multiply(pc.month(days), 100), pc.day(days))
    return pc.add(pc.multiply(pc.year(days), YEAR), month_day)


def _no_bsn(frame: Frame, test: Test, values: Any) -> Any:
    digits = (pc.cast(pc.utf8_slice_codeunits(values, i, i + 1), pa.int64()) for i in range(9))
    weighed = (pc.multiply(digit, weight) for digit, weight in zip(digits, BSN_WEIGHTS, strict=True))
    total = reduce(pc.add, weighed)
    eleventh = pc.subtract(total, pc.multiply(pc.divide(total, 11), 11))
    return pc.or_(pc.not_equal(eleventh, 0), pc.equal(values, "000000000"))


def _no_agb(frame: Frame, test: Test, values: Any) -> Any:
    return pc.match_substring_regex(values, "^00|^..000000$")


def _not_valid(frame: Frame, test: Test, values: Any) -> Any:
    codes = _code_list(frame, str(test.amount))
    known = pc.is_in(values, value_set=pa.array(list(codes.by_code), pa.string()))
    if test.other is None:
        return pc.invert(known)
    days = _other(frame, test, values)
    wrong = pa.array([False] * len(frame), pa.bool_())
    for code in codes.codes:
        if code.valid_from is None and code.valid_to is None:
            continue
        outside = pc.or_(
            pc.less(days, pa.scalar(code.valid_from or date.min, pa.date32())),
            pc.greater(days, pa.scalar(code.valid_to or date.max, pa.date32())),
        )
        wrong = pc.or_(wrong, pc.fill_null(pc.and_(pc.equal(values, code.code), outside), False))
    return wrong


def _code_list(frame: Frame, name: str) -> CodeList:
    basis = frame.frames.message_type.basis
    simple = basis.simple_types.get(f"LDT_{name}")
    return basis.code_lists[simple.code_list if simple and simple.code_list else name]


_OPERATORS: dict[str, Callable[[Frame, Test, Any], Any]] = {
    "filled": lambda frame, test, values: pc.is_valid(values),
    "in": lambda frame, test, values: _members(test, values),
    "not_in": _not_in,
    "equal": lambda frame, test, values: pc.equal(values, _other(frame, test, values)),
    "differs": lambda frame, test, values: pc.not_equal(values, _other(frame, test, values)),
    "less": lambda frame, test, values: pc.less(values, _other(frame, test, values)),
    "greater": lambda frame, test, values: pc.greater(values, _other(frame, test, values)),
    "no_match": _no_match,
    "other_month": _other_month,
    "not_month_end": _not_month_end,
    "years_before": _years_before,
    "no_bsn": _no_bsn,
    "no_agb": _no_agb,
    "not_valid": _not_valid,
}
