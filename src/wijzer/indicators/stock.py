"""Stocks of toewijzingen: which were valid on the last day of a period, and which had been stopped.

Shared by the indicators that count toewijzingen on a day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import ibis
import ibis.expr.types as ir

from wijzer.indicators.availability import Status, count_products, judge_window, law_names, windows
from wijzer.indicators.declaration import Exclusion
from wijzer.indicators.question import Question
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


def touching(question: Question, toewijzing: ir.Table) -> ir.Table:
    """Join toewijzingen with the periods that they touch; adds the columns of the period."""
    periods = question.period_table()
    return toewijzing.join(
        periods,
        (toewijzing.ingangsdatum <= periods.laatste_dag)
        & (toewijzing.einddatum.isnull() | (toewijzing.einddatum >= periods.eerste_dag)),
    )


def current_leveringen(question: Question, levering: ir.Table) -> ir.Table:
    """Return for every period and delivered product the levering that was the newest on the last day.

    Adds the period and ``gestopt``: finally stopped before that day. The end date itself is still a day
    of care.
    """
    product = (
        "gemeente",
        "wet",
        "client",
        "aanbieder",
        "toewijzingnummer",
        "product_categorie",
        "product_code",
    )
    starts = ibis.window(
        group_by=[levering[name] for name in product],
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


def stopped(question: Question, levering: ir.Table) -> ir.Table:
    """Return (gemeente, wet, toewijzingnummer, periode) of which all care had been finally stopped."""
    current = current_leveringen(question, levering.filter(levering.toewijzingnummer.notnull()))
    grouped = current.group_by("gemeente", "wet", "toewijzingnummer", "periode").agg(
        alles_gestopt=current.gestopt.all()
    )
    return grouped.filter(grouped.alles_gestopt)


@dataclass(frozen=True, slots=True)
class StockAvailability:
    """Present when toewijzingen of the law are known and the table ``producten`` can tell the product.

    ``product_column`` must be filled (or true) in at least one line of ``producten`` of the gemeente;
    ``product_words`` names in Dutch what such a product is.
    """

    law: str
    product_column: str
    product_words: str

    def __call__(self, question: Question, gemeenten: Sequence[str]) -> Mapping[tuple[str, Periode], Status]:
        """Judge every gemeente and period; see ``Availability``."""
        laws = (self.law,)
        found = windows(question, gemeenten, "toewijzing", "ingangsdatum", laws)
        column = question.facts["product"][self.product_column]
        usable = column.fill_null(False) if column.type().is_boolean() else column.notnull()
        products = count_products(question, gemeenten, laws, usable)
        sources = f"toewijzingen van {law_names(laws)} (bericht 301 of de tabel historie_toewijzingen)"
        statuses: dict[tuple[str, Periode], Status] = {}
        for gemeente in gemeenten:
            for periode in question.periods:
                status = judge_window(found[gemeente], periode, question.known_on, sources)
                if status.missing is None and not products[gemeente]:
                    status = replace(
                        status,
                        missing=f"In de tabel producten staat geen {self.product_words}. "
                        "Vul die tabel aan; dan telt Wijzer de toewijzingen.",
                    )
                statuses[gemeente, periode] = status
        return statuses
