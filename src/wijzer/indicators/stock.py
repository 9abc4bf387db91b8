"""Stocks of toewijzingen: which were valid on the last day of a period, and which had been stopped.

Shared by the indicators that count toewijzingen on a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import ibis
import ibis.expr.types as ir

from wijzer.indicators.availability import (
    Found,
    Status,
    counted_products,
    judge_window,
    law_names,
    products,
    spans_of,
    usable_products,
    windows,
)
from wijzer.indicators.declaration import Exclusion
from wijzer.indicators.question import DAY_ZERO, Question
from wijzer.values.periode import Periode

REMOVED = Exclusion(
    "verwijderd",
    "verwijderde toewijzing",
    "De gemeente heeft de toewijzing verwijderd (reden 13). Die geldt als nooit verstuurd.",
)
ENDED = Exclusion(
    "voor_peildag_beeindigd",
    "beëindigd voor de peildag",
    "De toewijzing gold in de periode, maar niet meer op de laatste dag. Ook een ingetrokken toewijzing "
    "telt zo: zij heeft een eerdere einddatum gekregen.",
)

SOURCE_TABLES = ("toewijzing", "bericht", "product")
OPEN = date(9999, 12, 31)
"""Stands for an end that is not known."""
NEVER = 9_999_999
"""The number of a day that no period reaches."""
_PRODUCT = ("gemeente", "client", "aanbieder", "toewijzingnummer", "product_categorie", "product_code")


def touching(question: Question, toewijzing: ir.Table) -> ir.Table:
    """Join toewijzingen with the periods that they touch; adds the columns of the period.

    When only numbers are asked: with the periods on the last day of which they hold.
    """
    periods = question.period_table()
    since = periods.laatste_dag if question.counting else periods.eerste_dag
    return toewijzing.join(
        periods,
        (toewijzing.ingangsdatum <= periods.laatste_dag) & (toewijzing.einddatum.fill_null(OPEN) >= since),
    )


def current_leveringen(question: Question, levering: ir.Table) -> ir.Table:
    """Return for every period and delivered product the levering that was the newest on the last day.

    Adds the period and ``gestopt``: finally stopped before that day. The end date itself is still a day
    of care.
    """
    starts = ibis.window(
        group_by=[levering[name] for name in _PRODUCT],
        order_by=[levering.begindatum, levering.einddatum.asc(nulls_first=False)],
    )
    ordered = levering.mutate(volgende_begin=levering.begindatum.lead().over(starts))
    periods = question.period_table()
    current = ordered.join(
        periods,
        (ordered.begindatum <= periods.laatste_dag)
        & (ordered.volgende_begin.isnull() | (ordered.volgende_begin > periods.laatste_dag)),
    )
    return current.mutate(
        gestopt=(current.definitief_gestopt & (current.einddatum < current.laatste_dag)).fill_null(False)
    )


def going_on(question: Question, levering: ir.Table) -> ir.Table:
    """Return when care of a toewijzing went on, and how long it was silent after that.

    A row is (gemeente, toewijzingnummer, gaande_van, gaande_tot, stil_tot), of one law: from
    ``gaande_van`` through ``gaande_tot`` some care was not finally stopped, or none had begun; after that
    everything was, through ``stil_tot``. Days are numbers, as ``laatste_dagnummer`` of a period. A
    delivered product goes on until its next levering, or through its final stop. A toewijzing of which no
    care is known has no row.
    """
    number = ("gemeente", "toewijzingnummer")
    known = levering.filter(levering.toewijzingnummer.notnull(), levering.begindatum.notnull())
    successive = ibis.window(
        group_by=[known[name] for name in _PRODUCT],
        order_by=[known.begindatum, known.einddatum.asc(nulls_first=False)],
    )
    pieces = known.select(
        *number,
        van=day_number(known.begindatum),
        stop=ibis.ifelse(known.definitief_gestopt, day_number(known.einddatum), ibis.null("int64")),
        vervolg=day_number(known.begindatum.lead().over(successive)),
    )
    until = ibis.least(pieces.stop.fill_null(NEVER), pieces.vervolg.fill_null(NEVER) - 1)
    pieces = pieces.select(*number, "van", tot=ibis.greatest(until, pieces.van - 1))
    group = [pieces[name] for name in number]
    order = [pieces.van, pieces.tot]
    followed = pieces.select(
        *number,
        gaande_tot=pieces.tot.max().over(ibis.cumulative_window(group_by=group, order_by=order)),
        volgende=pieces.van.lead().over(ibis.window(group_by=group, order_by=order)).fill_null(NEVER),
    )
    ended = followed.filter((followed.volgende == NEVER) | (followed.volgende > followed.gaande_tot + 1))
    before = ibis.window(group_by=[ended[name] for name in number], order_by=[ended.volgende])
    return ended.select(
        *number,
        gaande_van=ended.volgende.lag().over(before).fill_null(-NEVER),
        gaande_tot=ended.gaande_tot,
        stil_tot=ended.volgende - 1,
    )


def day_number(day: ir.DateValue) -> ir.IntegerValue:
    """Number the days, as ``laatste_dagnummer`` of a period does."""
    return day.delta(DAY_ZERO, unit="day")


@dataclass(frozen=True, slots=True)
class StockAvailability:
    """Present when toewijzingen of the law are known and the table ``producten`` can tell the product.

    ``product_column`` must be filled (or true) in at least one line of ``producten`` of the gemeente;
    ``product_words`` names in Dutch what such a product is.
    """

    law: str
    product_column: str
    product_words: str

    def asks(self, question: Question) -> Mapping[str, ir.Table]:
        """Ask what is known of toewijzingen, and which products are usable; see ``Availability``."""
        column = products(question)[self.product_column]
        usable = column.fill_null(False) if column.type().is_boolean() else column.notnull()
        return {
            "bekend": spans_of(question, "toewijzing", "ingangsdatum"),
            "producten": usable_products(question, (self.law,), usable),
        }

    def judge(
        self, question: Question, gemeenten: Sequence[str], found: Found
    ) -> Mapping[tuple[str, Periode], Status]:
        """Judge every gemeente and period; see ``Availability``."""
        known = windows(found["bekend"], gemeenten, (self.law,))
        products = counted_products(found["producten"], gemeenten)
        sources = f"toewijzingen van {law_names((self.law,))} (bericht 301 of de tabel historie_toewijzingen)"
        statuses: dict[tuple[str, Periode], Status] = {}
        for gemeente in gemeenten:
            for periode in question.periods:
                status = judge_window(known[gemeente], periode, question.known_on, sources)
                if status.missing is None and not products[gemeente]:
                    status = replace(
                        status,
                        missing=f"In de tabel producten staat geen {self.product_words}. "
                        "Vul die tabel aan; dan telt Wijzer de toewijzingen.",
                    )
                statuses[gemeente, periode] = status
        return statuses
