"""Stays: successive leveringen of one client and voorziening, joined when the gap is small.

A new toewijzing number, provider or contract does not end a stay. Days are calendar days, both ends
included; a pause (reden 20) belongs to the stay.
"""

from __future__ import annotations

from datetime import date

import ibis
import ibis.expr.types as ir

from wijzer.indicators.parameters import Parameter
from wijzer.indicators.question import Question

OPEN = date(9999, 12, 31)
"""Stands for an end that is not known."""

_PERSON = ("gemeente", "wet", "client", "soort")
_STAY = (*_PERSON, "verblijf")
_ORDER = ("begindatum", "toewijzingnummer", "product_categorie", "product_code", "start_bericht")


def pieces(question: Question, levering: ir.Table, gap: Parameter) -> ir.Table:
    """Number the stays: every levering with ``verblijf``, ``volgnummer`` and the span of its stay.

    Adds ``verblijf_begin``, ``verblijf_eind`` (OPEN when unknown) and ``zeker_eind``: the stay ends with
    a final stop.
    """
    spans = _spans(question, levering)
    before = ibis.window(
        group_by=_columns(spans, _PERSON), order_by=_columns(spans, _ORDER), preceding=(None, 1)
    )
    covered = spans.mutate(gedekt_tot=spans.eind.max().over(before))
    between = covered.begindatum.delta(covered.gedekt_tot, unit="day") - 1
    begins = covered.gedekt_tot.isnull() | (between > question.number(gap, covered.begindatum))
    starts = covered.mutate(nieuw=begins.cast("int64"))
    running = ibis.cumulative_window(group_by=_columns(starts, _PERSON), order_by=_columns(starts, _ORDER))
    numbered = starts.mutate(verblijf=starts.nieuw.sum().over(running))
    stay = ibis.window(group_by=_columns(numbered, _STAY))
    spanned = numbered.mutate(
        verblijf_begin=numbered.begindatum.min().over(stay), verblijf_eind=numbered.eind.max().over(stay)
    )
    open_at_end = ~spanned.zeker & (spanned.eind == spanned.verblijf_eind)
    within = ibis.window(group_by=_columns(spanned, _STAY))
    ordered = ibis.window(group_by=_columns(spanned, _STAY), order_by=_columns(spanned, _ORDER))
    return spanned.mutate(
        volgnummer=ibis.row_number().over(ordered) + 1, zeker_eind=~open_at_end.any().over(within)
    )


def _spans(question: Question, levering: ir.Table) -> ir.Table:
    """Add to every levering ``eind`` (OPEN when unknown) and ``zeker``: a final stop says so.

    A pause lasts until the same toewijzing is resumed. Otherwise a levering without final stop lasts
    until its toewijzing ends, but that end is not certain (OP288: a stop message always tells an end).
    """
    keys = ["gemeente", "wet", "toewijzingnummer"]
    ends = question.facts["toewijzing"].select(*keys, toewijzing_eind="einddatum")
    joined = levering.left_join(ends, keys)
    joined = joined.mutate(soort=joined.voorziening.fill_null(""))
    same = ibis.window(
        group_by=_columns(joined, (*_PERSON, "toewijzingnummer")), order_by=_columns(joined, _ORDER)
    )
    resumed = joined.mutate(hervat=joined.begindatum.lead().over(same))
    final = resumed.definitief_gestopt.fill_null(False) & resumed.einddatum.notnull()
    until_resumed = (resumed.hervat - ibis.interval(days=1)).cast("date")
    spans = resumed.mutate(
        zeker=final,
        eind=ibis.cases(
            (final, resumed.einddatum),
            (resumed.hervat.notnull(), until_resumed),
            else_=resumed.toewijzing_eind.fill_null(OPEN),
        ),
    )
    return spans.mutate(eind=ibis.greatest(spans.eind, spans.begindatum))


def _columns(table: ir.Table, names: tuple[str, ...]) -> list[ir.Column]:
    return [table[name] for name in names]


def stay_rows(question: Question, levering: ir.Table, gap: Parameter) -> ir.Table:
    """Return the leveringen of stays that touch a period; the first of a stay carries its days."""
    numbered = pieces(question, levering, gap)
    periods = question.period_table()
    joined = numbered.join(
        periods,
        (numbered.begindatum <= periods.laatste_dag) & (numbered.verblijf_eind >= periods.eerste_dag),
    )
    if question.counting:
        joined = joined.filter(joined.volgnummer == 1)
    first = joined.volgnummer == 1
    over = joined.verblijf_eind <= joined.laatste_dag
    ended = over & joined.zeker_eind
    unsure = over & ~joined.zeker_eind & (joined.verblijf_eind < joined.laatste_dag)
    lasted = joined.verblijf_eind.delta(joined.verblijf_begin, unit="day") + 1
    so_far = joined.laatste_dag.delta(joined.verblijf_begin, unit="day") + 1
    nothing = ibis.literal(0, "int64")
    return joined.select(
        "periode",
        "gemeente",
        "wet",
        "client",
        sleutel=joined.toewijzingnummer.cast("string"),
        bron=joined.bron,
        bericht=joined.start_bericht,
        regel=ibis.null("int64"),
        reden=ibis.cases(
            (unsure & first, "stop_ontbreekt"),
            (~first, "later_deel_van_verblijf"),
            else_=ibis.null("string"),
        ),
        beeindigd=ended,
        lopend=~ended,
        dagen_beeindigd=ibis.ifelse(ended, lasted.cast("int64"), nothing),
        dagen_lopend=ibis.ifelse(ended, nothing, so_far.cast("int64")),
        verblijf_begin=joined.verblijf_begin,
        verblijf_eind=ibis.ifelse(joined.verblijf_eind == OPEN, ibis.null("date"), joined.verblijf_eind),
    )


def unmapped_rows(question: Question, levering: ir.Table, categories: Parameter) -> ir.Table:
    """Return the leveringen that touch a period and may be a stay, but whose product is not known."""
    periods = question.period_table()
    last = ibis.ifelse(levering.definitief_gestopt.fill_null(False), levering.einddatum, ibis.null("date"))
    unmapped = levering.mutate(laatst=last.fill_null(OPEN))
    joined = unmapped.join(
        periods, (unmapped.begindatum <= periods.laatste_dag) & (unmapped.laatst >= periods.eerste_dag)
    )
    found = joined.filter(
        joined.product_categorie.isnull()
        | question.has_code(categories, joined.product_categorie, joined.laatste_dag)
    )
    return found.select(
        "periode",
        "gemeente",
        "wet",
        "client",
        sleutel=found.toewijzingnummer.cast("string"),
        bron=found.bron,
        bericht=found.start_bericht,
        regel=ibis.null("int64"),
        reden=ibis.literal("product_onbekend"),
        beeindigd=ibis.literal(False),
        lopend=ibis.literal(False),
        dagen_beeindigd=ibis.literal(0, "int64"),
        dagen_lopend=ibis.literal(0, "int64"),
        verblijf_begin=found.begindatum,
        verblijf_eind=ibis.null("date"),
    )
