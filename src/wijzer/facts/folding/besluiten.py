"""What the gemeente answered to requests: a toewijzing, a rejection, or first an investigation.

A 301 answers the request whose reference it carries (TR379); a 319 rejects (1) or says that the request is
under investigation (2), by the same reference (TR355). A toewijzing that was removed later was never sent.
Of several decisions the first one counts.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import holding
from wijzer.facts.folding.expressions import first, lookup, newest, oldest, same, without
from wijzer.facts.folding.toewijzingen import KEY
from wijzer.facts.folding.verzoeken import REFERENCE
from wijzer.facts.folding.weigeringen import refused_messages

REJECTED, INVESTIGATED = "1", "2"
"""VerzoekAntwoord (WJ760)."""

_ANSWERS = ("toewijzing", "afwijzing", "in_onderzoek")
_GRANTED = ("toegewezen_nummer", "toegewezen_volume", "toegewezen_einddatum")


def reactions(records: Mapping[str, Table], messages: Table, paired: Table, grants: Table) -> Table:
    """List per reference what was sent: antwoord, gestuurd_op, reden_afwijzing, bericht."""
    root = records["b319_bericht"].select(
        "bericht", "referentie_aanbieder", "verzoek_antwoord", "reden_afwijzing_verzoek"
    )
    root = without(
        root, refused_messages(records["b320_bericht"], paired, ("antwoord_retour_codes",)), ("bericht",)
    )
    sent = holding(messages, "319").inner_join(root, "bericht")
    replies = sent.select(
        *REFERENCE,
        "gestuurd_op",
        "identificatie",
        "bericht",
        antwoord=ibis.cases(
            (sent.verzoek_antwoord == REJECTED, "afwijzing"),
            (sent.verzoek_antwoord == INVESTIGATED, "in_onderzoek"),
        ),
        reden_afwijzing=sent.reden_afwijzing_verzoek,
    )
    granted = grants.select(
        *REFERENCE,
        "gestuurd_op",
        "identificatie",
        "bericht",
        antwoord=ibis.literal("toewijzing"),
        reden_afwijzing=ibis.null("string"),
    )
    return ibis.union(replies, granted)


def grants(versions: Table, toewijzingen: Table) -> Table:
    """Return of every toewijzing that answers a request the version that did so, removed ones left out."""
    gone = toewijzingen.filter(toewijzingen.verwijderd)
    referring = without(versions.filter(versions.referentie_aanbieder.notnull()), gone, KEY)
    return first(
        referring,
        (*REFERENCE, "toewijzingnummer"),
        oldest("toewijzingsdatum", "toewijzingstijd", "gestuurd_op", "identificatie", "regel"),
    )


def decided(asked: Table, reactions: Table, grants: Table, toewijzingen: Table) -> Table:
    """Add to every request how it stands, when that was sent, and what was granted."""
    decision = reactions.filter(reactions.antwoord.isin(("toewijzing", "afwijzing")))
    decision = first(
        decision,
        REFERENCE,
        [*oldest("gestuurd_op"), *newest("antwoord"), *oldest("identificatie", "reden_afwijzing")],
    ).rename(besluit="antwoord", antwoord_op="gestuurd_op", antwoord_bericht="bericht")
    inquiry = first(
        reactions.filter(reactions.antwoord == "in_onderzoek"),
        REFERENCE,
        oldest("gestuurd_op", "identificatie"),
    ).rename(in_onderzoek_op="gestuurd_op", onderzoek_bericht="bericht")
    table = lookup(
        asked, decision, REFERENCE, ("besluit", "antwoord_op", "antwoord_bericht", "reden_afwijzing")
    )
    table = lookup(table, inquiry, REFERENCE, ("in_onderzoek_op", "onderzoek_bericht"))
    before = table.antwoord_op.isnull() | (table.in_onderzoek_op <= table.antwoord_op)
    table = table.mutate(
        in_onderzoek_op=ibis.ifelse(before, table.in_onderzoek_op, ibis.null("date")),
        onderzoek_bericht=ibis.ifelse(before, table.onderzoek_bericht, ibis.null("string")),
    )
    table = table.mutate(
        antwoord=table.besluit.coalesce(ibis.ifelse(table.in_onderzoek_op.notnull(), "in_onderzoek", "open"))
    ).drop("besluit")
    known = toewijzingen.select(*KEY, bekende_categorie="product_categorie", bekende_code="product_code")
    table = lookup(table, known, KEY, ("bekende_categorie", "bekende_code"))
    table = table.mutate(
        product_categorie=table.product_categorie.coalesce(table.bekende_categorie),
        product_code=table.product_code.coalesce(table.bekende_code),
    ).drop("bekende_categorie", "bekende_code")
    return _with_grant(table, grants)


def _with_grant(table: Table, grants: Table) -> Table:
    """Add number, volume and end of the toewijzing that a request line led to."""
    line = ("bericht", "regelsoort", "regel")
    granted = grants.select(
        *REFERENCE,
        "product_categorie",
        "product_code",
        begin="ingangsdatum",
        toegewezen_nummer="toewijzingnummer",
        toegewezen_volume="volume",
        toegewezen_einddatum="einddatum",
    )
    asking = table.filter((table.antwoord == "toewijzing") & (table.regelsoort != "ongewijzigd"))
    product = (asking.product_categorie.identical_to(granted.product_categorie)) & (
        asking.product_code.identical_to(granted.product_code)
    )
    joined = asking.inner_join(
        granted,
        [*same(asking, granted, REFERENCE), (asking.regelsoort == "aangevraagd") | product],
        rname="{name}_granted",
    )
    chosen = first(joined.select(*line, "begin", *_GRANTED), line, newest("begin", "toegewezen_nummer"))
    return lookup(table, chosen, line, _GRANTED)


def from_history(history: Table, asked: Table) -> Table:
    """Return the requests of a former registration, in the shape of ``decided``; messages go before them."""
    sent = asked.filter(asked.referentie_aanbieder.notnull())
    every = without(history, sent, REFERENCE)
    answer = every.antwoord.lower()
    known = ibis.ifelse(answer.isin(_ANSWERS), answer, "open")
    final = known.isin(("toewijzing", "afwijzing"))
    none = ibis.null("date")
    return every.select(
        "gemeente",
        "wet",
        "referentie_aanbieder",
        "client",
        "aanbieder",
        "verwijzer_type",
        "product_categorie",
        "product_code",
        "eenheid",
        "volume",
        "frequentie",
        "regel",
        soort=ibis.literal("315"),
        toewijzingnummer=ibis.null("int64"),
        regelsoort=ibis.literal("aangevraagd"),
        ingangsdatum=every.gewenste_ingangsdatum,
        einddatum=every.gewenste_einddatum,
        budget_cent=ibis.null("int64"),
        dagtekening=every.ontvangen_op,
        antwoord=known,
        antwoord_op=ibis.ifelse(final, every.beantwoord_op, none),
        in_onderzoek_op=ibis.ifelse(known == "in_onderzoek", every.beantwoord_op, none),
        reden_afwijzing=ibis.null("string"),
        toegewezen_nummer=ibis.null("int64"),
        toegewezen_volume=ibis.null("int64"),
        toegewezen_einddatum=none,
        bron=ibis.literal("historie"),
        bericht=every.aanlevering,
        bekend_vanaf=every.exportdatum.coalesce(every.bekend_vanaf),
    )
