"""From the columns of read messages to a table of records, in whole columns at once.

Work per cell happens in Arrow; Python sees each different BSN, address and suspicious reference once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from wijzer.intake.pseudonyms import SEPARATORS, Pseudonymiser
from wijzer.intake.record_plan import Kept, Plan
from wijzer.messages import MessageColumns
from wijzer.messages.columns import MESSAGE, OUDER, REGEL, XML_REGEL

_BETWEEN = "\x1f"
"""Joins parts of a key; XML 1.0 does not allow this character in a message."""
_NO_MONTH, _NO_DATE = ("2", "3"), "3"
_NINE_OR_MORE = f"[0-9](?:[{SEPARATORS}]?[0-9]){{8}}"


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of one record class in the columns of read messages."""

    columns: MessageColumns
    record: str

    def array(self, name: str) -> pa.Array:
        """Return a column, or one of the four numbers of a row, with the type of its declaration."""
        return self.columns.array(self.record, name)


@dataclass(frozen=True, slots=True)
class Origins:
    """The messages that rows point to: of each its mark (from the content hash) and its gemeente."""

    marks: Sequence[str]
    gemeenten: Sequence[str]
    wet: str


def record_table(plan: Plan, rows: Rows, origins: Origins, persons: Pseudonymiser) -> pa.Table:
    """Return the rows as records, without anything that names a person."""
    index = rows.array(MESSAGE)
    count = len(index)
    gemeente = pa.array(origins.gemeenten, pa.string()).take(index)
    columns: dict[str, pa.Array] = {
        "bericht": pa.array(origins.marks, pa.string()).take(index),
        **{name: rows.array(name) for name in (REGEL, OUDER, XML_REGEL)},
        "gemeente": gemeente,
        "wet": pa.repeat(origins.wet, count),
    }
    columns |= _person(plan, rows, gemeente, origins.wet, persons)
    for kept in plan.kept:
        columns[kept.name] = _column(kept, rows.array(kept.source), gemeente, persons)
    return pa.table(
        [columns[f.name] if f.name in columns else pa.nulls(count, f.type) for f in plan.schema],
        schema=plan.schema,
    )


def _person(
    plan: Plan, rows: Rows, gemeente: pa.Array, wet: str, persons: Pseudonymiser
) -> dict[str, pa.Array]:
    columns: dict[str, pa.Array] = {}
    if plan.bsn:
        bsn = rows.array(plan.bsn)
        memory = persons.memory(f"client {wet}")
        parts = (gemeente, bsn)
        columns["client"] = _each_once(parts, lambda town, number: persons.client(town, wet, number), memory)
    if plan.birth:
        born, usage = (rows.array(name) for name in plan.birth)
        usage = pc.fill_null(usage, "")
        no_date, no_month = pc.equal(usage, _NO_DATE), pc.is_in(usage, pa.array(_NO_MONTH))
        columns["geboortejaar"] = pc.if_else(no_date, None, pc.year(born))
        month = pc.floor_temporal(born, unit="month")
        columns["geboortemaand"] = pc.if_else(no_month, None, month).cast(pa.date32())
    if plan.address:
        postcode, number, letter, addition = (rows.array(name) for name in plan.address)
        rest = (pc.fill_null(letter, ""), pc.fill_null(addition, ""))
        home = (gemeente, postcode, number.cast(pa.string()))
        columns["adres"] = _each_once((*home, *rest), persons.adres, persons.memory("adres"))
        columns["plek"] = _each_once(home, persons.plek, persons.memory("plek"))
    return columns


def _column(kept: Kept, values: pa.Array, gemeente: pa.Array, persons: Pseudonymiser) -> pa.Array:
    return _without_bsn(values, gemeente, persons) if kept.reference else values


def _each_once(parts: Sequence[pa.Array], make: Callable[..., str], memory: dict[str, str]) -> pa.Array:
    """Apply ``make`` to each different combination of texts once; null where a part is null."""
    encoded = pc.dictionary_encode(pc.binary_join_element_wise(*parts, _BETWEEN))
    made: list[str] = []
    for value in encoded.dictionary.to_pylist():
        known = memory.get(value)
        if known is None:
            known = memory[value] = make(*value.split(_BETWEEN))
        made.append(known)
    return pa.array(made, pa.string()).take(encoded.indices)


def _without_bsn(text: pa.Array, gemeente: pa.Array, persons: Pseudonymiser) -> pa.Array:
    """Replace what could hold a BSN in references; whole columns are judged before Python sees a value."""
    long = pc.fill_null(pc.match_substring_regex(text, _NINE_OR_MORE), False)
    if not pc.any(long).as_py():
        return text
    suspicious = np.zeros(len(text), dtype=bool)
    suspicious[np.flatnonzero(long.to_numpy(zero_copy_only=False))] = _may_hold_bsn(text.filter(long))
    if not suspicious.any():
        return text
    chosen = pa.array(suspicious)
    parts = (gemeente.filter(chosen), text.filter(chosen))
    clean: Any = _each_once(parts, persons.without_bsn, persons.memory("kenmerk"))
    return pc.replace_with_mask(text, chosen, clean)


def _may_hold_bsn(texts: pa.Array) -> Any:
    """Say of texts whether nine digits on end, separators aside, pass the eleven-test of a BSN."""
    joined = pc.replace_substring_regex(texts, f"[{SEPARATORS}]", "")
    plain = joined.to_numpy(zero_copy_only=False)
    width = pc.max(pc.utf8_length(joined)).as_py()  # at least nine, since nine digits were seen
    # One row a text, one column a character; what is not ASCII becomes a question mark, so no digit.
    letters = np.char.encode(plain.astype(f"U{width}"), "ascii", "replace").view(np.uint8).reshape(-1, width)
    digits = letters.astype(np.int64) - 48
    outside = np.cumsum((digits < 0) | (digits > 9), axis=1)
    before = np.hstack([np.zeros((len(digits), 1), np.int64), outside[:, : width - 9]])
    windows = np.lib.stride_tricks.sliding_window_view(digits, 9, axis=1)
    proof = windows @ np.array([9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 == 0
    return np.any(proof & (outside[:, 8:] == before), axis=1)
