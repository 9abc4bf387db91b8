"""Leveringen: starts joined with their pauses and stops.

A stop names the start that it ends by its Begindatum (OP155). Reden 20 pauses: a new start resumes (OP379),
or one final stop with the same Begindatum follows, its end not before the pause (OP378, TR414).
"""

from __future__ import annotations

from collections.abc import Sequence

import ibis
from ibis import Table

from wijzer.facts.folding.expressions import first, lookup, newest, oldest, without
from wijzer.facts.folding.meldingen import CARE, START_KEY, STOP_KEY
from wijzer.facts.folding.producten import with_meaning

PAUSE = "20"
"""RedenBeeindiging of a stop for the time being."""

_STOP = ("einddatum", "reden_beeindiging", "bericht", "bekend_vanaf")


def leveringen(
    starts: Table,
    stops: Table,
    removed_starts: Table,
    removed_stops: Table,
    history: Table,
    products: Table,
) -> Table:
    """Fold standing starts and stops, and the history of a former registration, into deliveries of care.

    ``removed_starts`` and ``removed_stops`` hold the keys that a sender removed: those in the history that
    were removed after its export do not count either, and a stop alone does not bring a start back.
    """
    begun = _starts(starts, _not_removed(history, removed_starts, START_KEY))
    ended = _stops(stops, _not_removed(history, removed_stops, STOP_KEY))
    alone = without(without(ended, begun, START_KEY), removed_starts, START_KEY)
    keys = ibis.union(begun.select(*START_KEY), alone.select(*START_KEY), distinct=True)
    table = lookup(keys, begun, START_KEY, ("start_bericht", "bekend_vanaf", "bron"))
    for name, chosen in (
        ("pauze", ended.filter(ended.pauze)),
        ("slot", ended.filter(~ended.pauze)),
    ):
        one = first(
            chosen,
            START_KEY,
            [
                *oldest("bron"),
                *newest("dagtekening", "einddatum"),
                *oldest("identificatie", "bericht", "regel"),
            ],
        )
        one = one.select(*START_KEY, **{f"{name}_{column}": one[column] for column in (*_STOP, "bron")})
        table = lookup(table, one, START_KEY, [f"{name}_{column}" for column in (*_STOP, "bron")])
    following = table.begindatum.lead().over(ibis.window(group_by=list(CARE), order_by=oldest("begindatum")))
    table = table.mutate(hervat=following.notnull())
    final = table.slot_bericht.notnull()
    paused = table.pauze_bericht.notnull()
    stop_known = ibis.ifelse(final, table.slot_bekend_vanaf, table.pauze_bekend_vanaf)
    folded = table.select(
        *START_KEY,
        "start_bericht",
        einddatum=ibis.ifelse(
            final & paused,
            ibis.greatest(table.slot_einddatum, table.pauze_einddatum),
            table.slot_einddatum.coalesce(table.pauze_einddatum),
        ),
        reden_beeindiging=ibis.ifelse(final, table.slot_reden_beeindiging, table.pauze_reden_beeindiging),
        gepauzeerd=paused & ~final & ~table.hervat,
        pauze_op=table.pauze_einddatum,
        definitief_gestopt=final,
        bron=table.bron.coalesce(table.slot_bron, table.pauze_bron),
        stop_bericht=table.slot_bericht.coalesce(table.pauze_bericht),
        bekend_vanaf=table.bekend_vanaf.coalesce(
            ibis.least(
                table.slot_bekend_vanaf.coalesce(table.pauze_bekend_vanaf),
                table.pauze_bekend_vanaf.coalesce(table.slot_bekend_vanaf),
            )
        ),
        stop_bekend_vanaf=stop_known,
    )
    return with_meaning(folded, products, "begindatum", ("voorziening", "terreingebonden"))


def _not_removed(history: Table, removed: Table, key: Sequence[str]) -> Table:
    """Leave out what a message removed after the history was exported."""
    known = lookup(history, removed, key, ("gewist",))
    exported = known.exportdatum.coalesce(known.bekend_vanaf)
    return known.filter(known.gewist.isnull() | (known.gewist <= exported)).drop("gewist")


def _starts(starts: Table, history: Table) -> Table:
    columns = ("start_bericht", "regel", "bekend_vanaf", "bron")
    sent = starts.mutate(start_bericht=starts.bericht, bron=ibis.literal("bericht"))
    kept = history.mutate(
        start_bericht=history.aanlevering,
        bekend_vanaf=history.exportdatum.coalesce(history.bekend_vanaf),
        bron=ibis.literal("historie"),
    )
    every = ibis.union(sent.select(*START_KEY, *columns), kept.select(*START_KEY, *columns))
    since = every.bekend_vanaf.min().over(ibis.window(group_by=list(START_KEY)))
    return first(every.mutate(bekend_vanaf=since), START_KEY, oldest("bron", "start_bericht", "regel"))


def _stops(stops: Table, history: Table) -> Table:
    columns = (
        *START_KEY,
        "reden_beeindiging",
        "einddatum",
        "bericht",
        "regel",
        "identificatie",
        "bekend_vanaf",
        "dagtekening",
    )
    sent = stops.select(*columns).mutate(bron=ibis.literal("bericht"))
    ended = history.filter(history.einddatum.notnull())
    ended = ended.mutate(
        bericht=ended.aanlevering,
        identificatie=ibis.null("string"),
        bekend_vanaf=ended.exportdatum.coalesce(ended.bekend_vanaf),
        dagtekening=ended.exportdatum,
        bron=ibis.literal("historie"),
    )
    every = ibis.union(sent, ended.select(*columns, "bron"))
    return every.mutate(pauze=(every.reden_beeindiging == PAUSE).fill_null(False))
