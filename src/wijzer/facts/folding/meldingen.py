"""Start and stop records: which of them stand after corrections (IV008, OP033).

Only status 1 (new) and 3 (remove) count; 2 and 9 are not folded (OP033x2, CS058). A 3 says that what was
sent before with the same logical key counts as not sent. Days are compared by the Dagtekening of the
sender, and within one day by number: as many removed as sent leaves what stood before that day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import holding
from wijzer.facts.folding.expressions import first, flag, lookup, oldest, same
from wijzer.facts.folding.weigeringen import refused_messages, refused_rows

CARE = ("gemeente", "wet", "client", "aanbieder", "toewijzingnummer", "product_categorie", "product_code")
"""The care that a start or stop is about: one client, one provider, one toewijzing, one product."""

START_KEY = (*CARE, "begindatum")
"""The logical key of a start record (305)."""

STOP_KEY = (*START_KEY, "reden_beeindiging", "einddatum")
"""The logical key of a stop record (307)."""


def events(records: Mapping[str, Table], messages: Table, paired: Table, soort: str) -> Table:
    """List the records of 305 or 307 that were sent and not refused, with status 1 or 3."""
    name, answer, key = (
        ("b305_start_product", "b306", _names(START_KEY))
        if soort == "305"
        else ("b307_stop_product", "b308", _names(STOP_KEY))
    )
    lines = records[name]
    own = [column for column in key if column not in ("gemeente", "wet", "client", "aanbieder")]
    lines = flag(
        lines,
        refused_rows(records[f"{answer}_{name[5:]}"], paired, (*own, "status_aanlevering")),
        ("bericht", *own, "status_aanlevering"),
        "regel_geweigerd",
    )
    lines = flag(
        lines,
        refused_messages(records[f"{answer}_bericht"], paired, ("client_retour_codes",)),
        ("bericht",),
        "client_geweigerd",
    )
    lines = lines.filter(
        ~lines.regel_geweigerd & ~lines.client_geweigerd & lines.status_aanlevering.isin(("1", "3"))
    )
    sent = holding(messages, soort).select(
        "bericht", "aanbieder", "identificatie", "bekend_vanaf", "gestuurd_op", "dagtekening"
    )
    sent = lookup(sent, records[f"b{soort}_bericht"].select("bericht", "client"), ("bericht",), ("client",))
    joined = lines.inner_join(sent, "bericht")
    return joined.select(
        *(column for column in key if column != "toewijzing_nummer"),
        "bericht",
        "regel",
        "bekend_vanaf",
        "gestuurd_op",
        "dagtekening",
        "identificatie",
        toewijzingnummer=joined.toewijzing_nummer,
        status=joined.status_aanlevering,
    )


def _names(key: Sequence[str]) -> list[str]:
    return ["toewijzing_nummer" if column == "toewijzingnummer" else column for column in key]


def standing(events: Table, key: Sequence[str]) -> Table:
    """Return one row for every logical key that stands, as it was first sent, with ``correctie``."""
    sent = events.status == "1"
    turned = _turned(events, key)
    stands = turned.filter(
        turned.gezet.notnull() & (turned.gewist.isnull() | (turned.gezet > turned.gewist))
    ).select(*key, "gewist", staat=ibis.literal(True))
    found = lookup(_with_correction(events).filter(sent), stands, key, ("gewist", "staat"))
    found = found.filter(found.staat.notnull() & (found.gewist.isnull() | (found.dagtekening > found.gewist)))
    return first(found, key, oldest("bekend_vanaf", "dagtekening", "identificatie", "regel")).drop(
        "gewist", "staat", "status"
    )


def _turned(events: Table, key: Sequence[str]) -> Table:
    """Say on which day every key was last sent (``gezet``) and last removed (``gewist``), on balance."""
    once = events.select(*key, "status", "dagtekening", "bericht").distinct()
    days = once.group_by(*key, "dagtekening").agg(
        saldo=ibis.ifelse(once.status == "1", 1, -1).sum().cast("int64")
    )
    return days.group_by(*key).agg(
        gezet=days.dagtekening.max(where=days.saldo > 0),
        gewist=days.dagtekening.max(where=days.saldo < 0),
    )


def _with_correction(events: Table) -> Table:
    """Mark the records that replace a removed one: after a removal, with no day of sending in between."""
    sent = events.filter(events.status == "1")
    days = sent.select(*CARE, "dagtekening").distinct()
    before = days.dagtekening.lag().over(ibis.window(group_by=list(CARE), order_by=oldest("dagtekening")))
    sent = lookup(sent, days.mutate(vorige=before), (*CARE, "dagtekening"), ("vorige",))
    removals = events.filter(events.status == "3").select(*CARE, gewist_op="dagtekening").distinct()
    joined = sent.inner_join(
        removals,
        [*same(sent, removals, CARE), removals.gewist_op <= sent.dagtekening],
        rname="{name}_removal",
    )
    replaced = joined.filter(
        (joined.gewist_op == joined.dagtekening) | joined.vorige.isnull() | (joined.gewist_op > joined.vorige)
    )
    return flag(sent.drop("vorige"), replaced, ("bericht", "regel"), "correctie")


def removed(events: Table, key: Sequence[str]) -> Table:
    """Return the keys that a sender removed, with the last day on which (``gewist``)."""
    turned = _turned(events, key)
    return turned.filter(turned.gewist.notnull()).select(*key, "gewist")
