"""What a rule about one message looks like as data: where it looks, when it is broken, how serious that is.

A rule names a record class and columns by the names that the layout of the message gives them. A column
of the root record is written ``bericht.<column>`` in a rule about another class. Rules are evaluated over
whole columns at once (``wijzer.messages.rules``); nothing here calculates.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Severity = Literal["fout", "waarschuwing", "signaal"]
Operator = Literal[
    "filled",
    "empty",
    "in",
    "not_in",
    "equal",
    "differs",
    "less",
    "greater",
    "no_match",
    "other_month",
    "not_month_end",
    "years_before",
    "no_bsn",
    "no_agb",
    "not_valid",
]
Value = str | int | date


@dataclass(frozen=True, slots=True)
class Column:
    """Another column to compare with."""

    name: str


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one column. An empty value passes no test but ``empty``, unless the text says so.

    ``other`` is what to compare with: a column, a value, or for ``in`` and ``not_in`` several values.
    ``years_before`` is true when the date lies more than ``amount`` years before ``other``.
    ``not_valid`` looks in the code list named by ``amount`` on the date in ``other``, when there is one.
    """

    operator: Operator
    column: str
    other: Column | Value | tuple[Value, ...] | None = None
    amount: int | str | None = None


@dataclass(frozen=True, slots=True)
class Broken:
    """The rule is broken in a record where all tests of one of the ``cases`` are true."""

    cases: tuple[tuple[Test, ...], ...]


@dataclass(frozen=True, slots=True)
class Unique:
    """The ``columns`` together are unique among the records of one parent that pass ``among``.

    ``whole_message`` looks over the whole message instead of one parent. Records in which all columns
    are empty are left out.
    """

    columns: tuple[str, ...]
    among: tuple[Test, ...] = ()
    whole_message: bool = False


@dataclass(frozen=True, slots=True)
class NotAmong:
    """No value of ``column`` occurs in ``others`` of another record of the message."""

    column: str
    others: str


@dataclass(frozen=True, slots=True)
class NoOverlap:
    """Records of one product have periods that do not overlap.

    As TR302 says: without a code the category counts, without a category any product; categories of
    ``free`` may overlap. Records in which all tests of a case of ``unless`` hold are left out.
    """

    categorie: str
    code: str
    begin: str
    end: str
    unless: tuple[tuple[Test, ...], ...] = ()
    free: tuple[str, ...] = ("11", "12", "13", "14")


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount with its sign: the column of the amount and that of D (adds) or C (subtracts)."""

    column: str
    debet_credit: str


@dataclass(frozen=True, slots=True)
class SumOf:
    """Over a message, the ``lines`` of class ``record`` add up to ``total``, less ``minus`` when given.

    Messages in which one of the tests of ``unless`` is true are left out.
    """

    record: str
    lines: Amount
    total: Amount
    minus: Amount | None = None
    unless: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class AtLeastOne:
    """A message holds a record of one of the ``records`` that passes ``such_that``."""

    records: tuple[str, ...]
    such_that: tuple[Test, ...] = ()


@dataclass(frozen=True, slots=True)
class ProductOf:
    """In each record of ``among``, ``result`` is ``volume`` times ``tarief``.

    For records of ``rounded`` the tariff was rounded to a cent per unit, so the result may differ by half
    a cent per unit and a cent more.
    """

    result: str
    volume: str
    tarief: str
    among: tuple[Test, ...] = ()
    rounded: tuple[Test, ...] = ()


Check = Broken | Unique | NotAmong | NoOverlap | SumOf | AtLeastOne | ProductOf


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule that the schema cannot say.

    ``id`` is the official id (CD…, CS…, TR…), or a word of our own when ``official`` is False. ``column``
    is where the finding points. ``says`` is the rule in plain Dutch, ``record`` the class it looks at.
    """

    id: str
    record: str
    column: str | None
    says: str
    check: Check
    severity: Severity = "fout"
    official: bool = True


def filled(column: str) -> Test:
    """True where the column holds a value."""
    return Test("filled", column)


def empty(column: str) -> Test:
    """True where the column holds nothing."""
    return Test("empty", column)


def one_of(column: str, *values: Value) -> Test:
    """True where the column holds one of the values."""
    return Test("in", column, values)


def none_of(column: str, *values: Value) -> Test:
    """True where the column holds a value, and none of these."""
    return Test("not_in", column, values)


def less(column: str, other: str | date | int) -> Test:
    """True where the column is less than another column (by name), or than a value."""
    return Test("less", column, Column(other) if isinstance(other, str) else other)


def greater(column: str, other: str | date | int) -> Test:
    """True where the column is more than another column (by name), or than a value."""
    return Test("greater", column, Column(other) if isinstance(other, str) else other)


def differs(column: str, other: str) -> Test:
    """True where both columns are filled and differ."""
    return Test("differs", column, Column(other))


def no_match(column: str, pattern: str) -> Test:
    """True where the column is filled and its text does not match the pattern from begin to end."""
    return Test("no_match", column, pattern)


def broken(*cases: tuple[Test, ...] | Test) -> Broken:
    """Broken where all tests of one case hold; a single test is a case by itself."""
    return Broken(tuple(case if isinstance(case, tuple) else (case,) for case in cases))
