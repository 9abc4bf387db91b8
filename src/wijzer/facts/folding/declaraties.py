"""Declarations (323) with their answer (325): granted as the answer says, and as its lines add up."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.expressions import lookup, signed


def declaraties(records: Mapping[str, Table], messages: Table, lines: Table) -> Table:
    """Fold every kept 323; ``lines`` are its lines with the status that the answer gave them."""
    root = records["b323_bericht"]
    declared = messages.filter(messages.soort == "323").drop("dagtekening")
    table = declared.inner_join(
        root.select(
            "bericht",
            declaratienummer="declaratie_nummer",
            periode_begin="declaratie_periode_begindatum",
            periode_eind="declaratie_periode_einddatum",
            dagtekening="declaratie_dagtekening",
            ingediend_cent=signed(
                root.totaal_ingediend_bedrag_totaal_bedrag, root.totaal_ingediend_bedrag_debet_credit
            ),
        ),
        "bericht",
    )
    answer = records["b325_bericht"]
    answer = answer.select(
        antwoord_bericht="bericht",
        totaal=signed(
            answer.totaal_toegekend_bedrag_totaal_bedrag, answer.totaal_toegekend_bedrag_debet_credit
        ),
    )
    table = lookup(table, answer, ("antwoord_bericht",), ("totaal",))
    granted = lines.status == "toegekend"
    sums = lines.group_by("bericht").agg(
        regels=lines.count(),
        toegekende_regels=granted.cast("int64").sum(),
        som=ibis.ifelse(granted, lines.bedrag_cent, 0).sum(),
    )
    table = lookup(table, sums, ("bericht",), ("regels", "toegekende_regels", "som"))
    answered = table.antwoord_bericht.notnull()
    total = ibis.cases(
        (~answered, ibis.null("int64")), (table.afgekeurd, ibis.literal(0, "int64")), else_=table.totaal
    )
    by_line = ibis.ifelse(answered, table.som.fill_null(0).cast("int64"), ibis.null("int64"))
    return table.mutate(
        toegekend_cent=total,
        toegekend_regels_cent=by_line,
        verschil_cent=total - by_line,
        status=ibis.cases(
            (~answered, "wacht"),
            (table.afgekeurd | (table.toegekende_regels == 0), "geweigerd"),
            (table.toegekende_regels == table.regels, "toegekend"),
            else_="deels",
        ),
    )
