"""Terms that run between gemeente and providers, and when they were met (indicator 24).

The facts only: where a term starts, when its answer was sent, why it is left out. How long a term is, is a
dated parameter of the indicator. Terms on messages run from receipt; without a receipt in the log they stand
from the Dagtekening, left out as such.
"""

from __future__ import annotations

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import ANSWERED_BY, FROM_GEMEENTE
from wijzer.facts.folding.expressions import first, flag, lookup, oldest
from wijzer.facts.folding.leveringen import PAUSE
from wijzer.facts.folding.meldingen import START_KEY
from wijzer.facts.folding.toewijzingen import KEY

PLACE_OF_RESIDENCE = "8"
"""RedenAfwijzingVerzoek (WJ759): another gemeente is responsible by the woonplaatsbeginsel (OP359)."""

_NO_RECEIPT = "geen_ontvangst_bekend"


def _term(
    table: Table, termijn: str, partij: ibis.Value | str, paar: ibis.Value | str, **rest: object
) -> Table:
    partij = ibis.literal(partij) if isinstance(partij, str) else partij
    paar = ibis.literal(paar) if isinstance(paar, str) else paar
    return table.select(
        "gemeente",
        "wet",
        "aanbieder",
        "bericht",
        "bekend_vanaf",
        termijn=ibis.literal(termijn),
        paar=paar,
        partij=partij,
        **rest,
    )


def _from_receipt(table: Table, excluded: ibis.Value | None = None) -> dict[str, ibis.Value]:
    known = table.ontvangen_op.notnull()
    without = ibis.ifelse(known, ibis.null("string"), _NO_RECEIPT)
    return {
        "vanaf": table.ontvangen_op.coalesce(table.dagtekening),
        "vanaf_bron": ibis.ifelse(known, "ontvangst", "dagtekening"),
        "uitgesloten": without if excluded is None else excluded.coalesce(without),
    }


def answers(messages: Table) -> Table:
    """Return the terms for returns (OP090) and for answers to declarations (OP090x4).

    Messages that get no return by the standard (returns and 325 themselves) are there, left out.
    """
    whole = ibis.literal(0, "int64")
    declared = messages.filter(messages.soort == "323")
    declarations = _term(
        declared,
        "declaratie_antwoord",
        "gemeente",
        "323-325",
        regel=whole,
        beantwoord_op=declared.antwoord_gestuurd_op,
        antwoord_bericht=declared.antwoord_bericht,
        **_from_receipt(declared),
    )
    others = messages.filter(messages.soort != "323")
    pair = ibis.cases(
        *(
            (others.soort == asked, f"{asked}-{answer}")
            for asked, answer in ANSWERED_BY.items()
            if asked != "323"
        ),
        else_=others.soort,
    )
    unanswered = ~others.soort.isin([asked for asked in ANSWERED_BY if asked != "323"])
    excluded = ibis.ifelse(unanswered, "geen_retour_volgens_standaard", ibis.null("string"))
    returns = _term(
        others,
        "retour",
        ibis.ifelse(others.soort.isin(sorted(FROM_GEMEENTE)), "aanbieder", "gemeente"),
        pair,
        regel=whole,
        beantwoord_op=others.antwoord_gestuurd_op,
        antwoord_bericht=others.antwoord_bericht,
        **_from_receipt(others, excluded),
    )
    return ibis.union(declarations, returns)


def requests(decided: Table) -> Table:
    """Return the terms for answers to requests (OP274, OP346, OP359).

    A 317 has one term, a 315 one per product (OP344). The first answer counts: a decision, or *under
    investigation*; after the latter the decision has a term of its own, from the Dagtekening of the request.
    """
    row = ("bericht", "soort", "regelsoort", "regel")
    once = first(
        decided.mutate(groep=ibis.ifelse(decided.soort == "315", decided.regel, 0)),
        ("bericht", "groep"),
        oldest(*row),
    )
    once = once.mutate(
        eerst_onderzoek=once.in_onderzoek_op.notnull(),
        woonplaats=((once.antwoord == "afwijzing") & (once.reden_afwijzing == PLACE_OF_RESIDENCE)).fill_null(
            False
        ),
    )
    return ibis.union(
        _first_answer(once.filter(~once.woonplaats | once.eerst_onderzoek)),
        _after_inquiry(once.filter(once.eerst_onderzoek & ~once.woonplaats)),
        _elsewhere(once.filter(once.woonplaats)),
    )


def _pair(table: Table) -> ibis.Value:
    return table.soort + "-301/319"


def _first_answer(table: Table) -> Table:
    return _term(
        table,
        "verzoek_antwoord",
        "gemeente",
        _pair(table),
        regel=table.groep,
        beantwoord_op=ibis.ifelse(table.eerst_onderzoek, table.in_onderzoek_op, table.antwoord_op),
        antwoord_bericht=ibis.ifelse(table.eerst_onderzoek, table.onderzoek_bericht, table.antwoord_bericht),
        **_from_receipt(table),
    )


def _after_inquiry(table: Table) -> Table:
    return _term(
        table,
        "verzoek_onderzoek",
        "gemeente",
        _pair(table),
        regel=table.groep,
        beantwoord_op=table.antwoord_op,
        antwoord_bericht=table.antwoord_bericht,
        vanaf=table.dagtekening,
        vanaf_bron=ibis.literal("dagtekening"),
        uitgesloten=ibis.null("string"),
    )


def _elsewhere(table: Table) -> Table:
    return _term(
        table,
        "verzoek_woonplaats",
        "gemeente",
        _pair(table),
        regel=table.groep,
        beantwoord_op=table.antwoord_op,
        antwoord_bericht=table.antwoord_bericht,
        **_from_receipt(table),
    )


def reports(starts: Table, stops: Table, versions: Table, assigned_before: Table) -> Table:
    """Return the terms for start and stop records that stand (OP271, OP272).

    They run from the fact. When the first 301 of the toewijzing came after the fact (assigned in
    retrospect), they run from its receipt. A number of ``assigned_before`` (the history table) was given
    before its first 301, so that one is a change and moves no term.
    """
    versions = versions.anti_join(assigned_before.select(*KEY).distinct(), KEY)
    assigned = first(versions, KEY, oldest("bekend_vanaf", "ontvangen_op", "bericht", "regel"))
    assigned = assigned.select(*KEY, toegewezen_bekend="bekend_vanaf", toegewezen_ontvangen="ontvangen_op")
    paused = stops.filter(stops.reden_beeindiging == PAUSE)
    final = flag(stops, paused, START_KEY, "na_pauze")
    final = final.mutate(na_pauze=final.na_pauze & (final.reden_beeindiging != PAUSE))
    return ibis.union(
        _report(
            starts.mutate(feit=starts.begindatum, na_pauze=ibis.literal(False)), assigned, "start", "305"
        ),
        _report(final.mutate(feit=final.einddatum), assigned, "stop", "307"),
    )


def _report(table: Table, assigned: Table, termijn: str, soort: str) -> Table:
    table = lookup(table, assigned, KEY, ("toegewezen_bekend", "toegewezen_ontvangen"))
    later = (table.toegewezen_bekend > table.feit).fill_null(False)
    received = table.toegewezen_ontvangen.notnull()
    excluded = ibis.cases(
        (table.correctie, "correctie"),
        (table.na_pauze, "stop_na_pauze"),
        (later & ~received, _NO_RECEIPT),
    )
    return _term(
        table,
        termijn,
        "aanbieder",
        soort,
        regel=table.regel,
        beantwoord_op=table.gestuurd_op,
        antwoord_bericht=table.bericht,
        vanaf=ibis.ifelse(later, table.toegewezen_bekend, table.feit),
        vanaf_bron=ibis.cases((~later, "feit"), (received, "ontvangst"), else_="dagtekening"),
        uitgesloten=excluded,
    )
