"""Messages: which there are, since when we know them, what their receiver answered.

A message counts once however often it was sent: the same gemeente, wet, soort, sender and identificatie
(TR056). An answer names the message that it answers: a return repeats its header (IV028), a 325 gives
its DeclaratieIdentificatie (TR337). A refusing code in the header refuses the whole message, which then
counts as not sent (OP286); for a declaration a refusing code on the class DeclaratieAntwoord does the
same (IV087).
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import ibis
from ibis import Table

from wijzer.facts.folding.expressions import first, lookup, oldest, only, refuses, same, without

ANSWERED_BY = {
    "301": "302",
    "305": "306",
    "307": "308",
    "315": "316",
    "317": "318",
    "319": "320",
    "323": "325",
}
"""Which message answers which (IV028, IV087)."""

FROM_GEMEENTE = frozenset({"301", "306", "308", "316", "318", "319", "325"})
"""Messages that the gemeente sends; providers send the others."""

_ANSWERS = {answer: asked for asked, answer in ANSWERED_BY.items()}
_IDENTITY = ("gemeente", "wet", "soort", "verzender", "identificatie")


def heads(records: Mapping[str, Table], known_on: date | None) -> Table:
    """List every message with sender, dates and, for an answer, what it answers and whether it refuses all.

    Messages that were not yet known on ``known_on`` are left out. Copies are still there.
    """
    table = ibis.union(*(_head(records, soort) for pair in ANSWERED_BY.items() for soort in pair))
    log = (
        records["t_berichtenlog"]
        .rename(verzender="afzender")
        .group_by(*_IDENTITY)
        .agg(verzonden_op=lambda t: t.verzonden_op.min(), ontvangen_op=lambda t: t.ontvangen_op.min())
    )
    table = lookup(table, log, _IDENTITY, ("verzonden_op", "ontvangen_op"))
    # A log may name the sender of a return as its header does: the sender of the message that it answers.
    echo = log.rename(
        over_verzender="verzender", verzonden_echo="verzonden_op", ontvangen_echo="ontvangen_op"
    )
    named = ("gemeente", "wet", "soort", "over_verzender", "identificatie")
    table = lookup(table, echo, named, ("verzonden_echo", "ontvangen_echo"))
    returned = table.over_soort.notnull() & (table.soort != "325")
    none = ibis.null("date")
    table = table.mutate(
        verzonden_op=table.verzonden_op.coalesce(ibis.ifelse(returned, table.verzonden_echo, none)),
        ontvangen_op=table.ontvangen_op.coalesce(ibis.ifelse(returned, table.ontvangen_echo, none)),
    ).drop("verzonden_echo", "ontvangen_echo")
    table = table.mutate(
        bekend_vanaf=table.ontvangen_op.coalesce(table.dagtekening),
        bekend_bron=ibis.ifelse(table.ontvangen_op.notnull(), "ontvangst", "dagtekening"),
        gestuurd_op=table.verzonden_op.coalesce(table.dagtekening),
    )
    return table if known_on is None else table.filter(table.bekend_vanaf <= known_on)


def _head(records: Mapping[str, Table], soort: str) -> Table:
    root = records[f"b{soort}_bericht"]
    asked = _ANSWERS.get(soort)
    declaration_answer = soort == "325"
    is_return = asked is not None and not declaration_answer
    none = ibis.null("string")
    sent_by_gemeente = soort in FROM_GEMEENTE
    # A return repeats sender and receiver of the message that it answers.
    header_from_gemeente = sent_by_gemeente != is_return
    refusing = ibis.literal(False)
    if asked is not None:
        refusing = refuses(root.retour_codes)
    if declaration_answer:
        refusing = refusing | refuses(root.declaratie_antwoord_retour_codes, not_judged_refuses=True)
    return root.select(
        bericht=root.bericht,
        gemeente=root.gemeente,
        wet=root.wet,
        soort=ibis.literal(soort),
        richting=ibis.literal("uit" if sent_by_gemeente else "in"),
        aanbieder=root.ontvanger if header_from_gemeente else root.afzender,
        verzender=root.ontvanger if is_return else root.afzender,
        identificatie=root.identificatie_retour if is_return else root.identificatie,
        dagtekening=root.dagtekening_retour if is_return else root.dagtekening,
        over_soort=none if asked is None else ibis.literal(asked),
        over_verzender=none if asked is None else (root.afzender if is_return else root.ontvanger),
        over_identificatie=(
            none if asked is None else (root.identificatie if is_return else root.declaratie_identificatie)
        ),
        over_dagtekening=(
            ibis.null("date")
            if asked is None
            else (root.dagtekening if is_return else root.declaratie_dagtekening_bericht)
        ),
        weigert_alles=refusing,
    )


def pairs(heads: Table) -> Table:
    """Pair every answer with the message that it answers: columns bericht, antwoord and about the answer.

    Identificatie and Dagtekening must both agree; when no message has both, the identificatie decides.
    """
    answers = heads.filter(heads.over_soort.notnull()).select(
        gemeente="gemeente",
        wet="wet",
        soort="over_soort",
        verzender="over_verzender",
        identificatie="over_identificatie",
        over_dagtekening="over_dagtekening",
        antwoord="bericht",
        antwoord_identificatie="identificatie",
        antwoord_bekend="bekend_vanaf",
        antwoord_gestuurd_op="gestuurd_op",
        weigert_alles="weigert_alles",
    )
    asked = heads.select(*_IDENTITY, "bericht", "dagtekening")
    joined = answers.inner_join(asked, same(answers, asked, _IDENTITY), rname="{name}_asked")
    found = joined.select(
        "bericht",
        "antwoord",
        "antwoord_identificatie",
        "antwoord_bekend",
        "antwoord_gestuurd_op",
        "weigert_alles",
        exact=(joined.dagtekening == joined.over_dagtekening).fill_null(False),
    )
    exact = found.filter(found.exact)
    return ibis.union(exact, without(found, exact, ("antwoord",))).drop("exact")


def messages(heads: Table, paired: Table) -> Table:
    """Keep every message once and add its answer; refused copies give way to accepted ones.

    When a message has several answers, one that does not refuse it holds; else the first one.
    """
    answer = first(
        paired, ("bericht",), oldest("weigert_alles", "antwoord_bekend", "antwoord_identificatie", "antwoord")
    )
    table = lookup(
        heads.drop("over_soort", "over_verzender", "over_identificatie", "over_dagtekening", "weigert_alles"),
        answer,
        ("bericht",),
        ("antwoord", "antwoord_bekend", "antwoord_gestuurd_op", "weigert_alles"),
    )
    table = table.mutate(afgekeurd=table.weigert_alles.fill_null(False)).drop("weigert_alles")
    kept = first(table, _IDENTITY, oldest("afgekeurd", "bekend_vanaf", "dagtekening", "bericht"))
    return kept.rename(antwoord_bericht="antwoord")


def holding(messages: Table, soort: str) -> Table:
    """Return the messages of one soort that hold: kept and not refused as a whole."""
    return messages.filter((messages.soort == soort) & ~messages.afgekeurd)


def answers_to(paired: Table, messages: Table) -> Table:
    """Return the pairs whose answered message is kept."""
    return only(paired, messages, ("bericht",)).select("bericht", "antwoord")
