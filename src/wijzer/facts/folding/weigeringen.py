"""Refusals: which records of a message its receiver refused in the return (OP065, IV028).

A refusing code on a client refuses all that stands under it, whether the return repeats it or not.
"""

from __future__ import annotations

from collections.abc import Sequence

from ibis import Table

from wijzer.facts.folding.expressions import refuses


def refused_messages(root: Table, paired: Table, columns: Sequence[str]) -> Table:
    """Return ``bericht`` of the messages whose return has a refusing code in one of ``columns``.

    ``root`` is the root record of the returns, or a class record when any refusal in it refuses the whole.
    """
    refusing = refuses(root[columns[0]])
    for column in columns[1:]:
        refusing = refusing | refuses(root[column])
    found = root.filter(refusing)
    return paired.semi_join(found, paired.antwoord == found.bericht).select("bericht").distinct()


def refused_rows(rows: Table, paired: Table, key: Sequence[str]) -> Table:
    """Return ``bericht`` (of the refused message) and ``key`` of every class record with a refusing code."""
    found = rows.filter(refuses(rows.retour_codes)).select("bericht", *key)
    joined = found.inner_join(paired, found.bericht == paired.antwoord, rname="{name}_asked")
    return joined.select("bericht_asked", *key).rename(bericht="bericht_asked").distinct()
