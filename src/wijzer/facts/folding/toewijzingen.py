"""Toewijzingen: of every number the newest version holds, whatever order things arrived in (IV013).

Versions come from 301 messages and from the history of a former registration. A version sent again keeps
its date and time; it is known since it was first sent. Should two versions with one date and time differ,
which the standard does not allow, then the one that was sent last holds. Reden 13 is *verwijderd* (never
sent); *intrekken* is no more than an earlier end date. A version that the provider refused stays, flagged.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import holding
from wijzer.facts.folding.expressions import first, flag, lookup, newest, oldest
from wijzer.facts.folding.producten import with_meaning
from wijzer.facts.folding.weigeringen import refused_messages, refused_rows

KEY = ("gemeente", "wet", "toewijzingnummer")
_MOMENT = ("toewijzingsdatum", "toewijzingstijd")
_CONTENT = (
    "client",
    "aanbieder",
    "product_categorie",
    "product_code",
    "ingangsdatum",
    "einddatum",
    "eenheid",
    "volume",
    "frequentie",
    "budget_cent",
    "reden_wijziging",
)
"""What one version says: sent again, all of it is the same."""
_MEANING = ("voorziening", "zorgsoort", "uren_per_eenheid", "huishoudelijk", "terreingebonden")


def versions(records: Mapping[str, Table], messages: Table, paired: Table) -> Table:
    """List every version of every toewijzing that a 301 brought, refused ones flagged."""
    lines = records["b301_toegewezen_product"]
    lines = flag(
        lines,
        refused_rows(records["b302_toegewezen_product"], paired, ("toewijzing_nummer",)),
        ("bericht", "toewijzing_nummer"),
        "regel_geweigerd",
    )
    lines = flag(
        lines,
        refused_messages(records["b302_bericht"], paired, ("client_retour_codes",)),
        ("bericht",),
        "client_geweigerd",
    )
    sent = holding(messages, "301").select(
        "bericht", "aanbieder", "identificatie", "bekend_vanaf", "ontvangen_op", "gestuurd_op"
    )
    root = records["b301_bericht"].select("bericht", "client")
    sent = lookup(sent, root, ("bericht",), ("client",))
    joined = lines.inner_join(sent, "bericht")
    return joined.select(
        "gemeente",
        "wet",
        "client",
        "aanbieder",
        "product_categorie",
        "product_code",
        "ingangsdatum",
        "einddatum",
        "toewijzingsdatum",
        "toewijzingstijd",
        "reden_wijziging",
        "referentie_aanbieder",
        "bericht",
        "regel",
        "bekend_vanaf",
        "ontvangen_op",
        "gestuurd_op",
        "identificatie",
        toewijzingnummer=joined.toewijzing_nummer,
        eenheid=joined.omvang_eenheid,
        volume=joined.omvang_volume,
        frequentie=joined.omvang_frequentie,
        budget_cent=joined.budget,
        geweigerd=joined.regel_geweigerd | joined.client_geweigerd,
        verwijderd=removed(joined),
    )


def removed(table: Table) -> ibis.Value:
    """Say whether a version removes its toewijzing: reden 13, or the former reden 01 without days (OP347)."""
    reason = table.reden_wijziging
    no_duration = table.einddatum == table.ingangsdatum
    return ((reason == "13") | ((reason == "01") & no_duration)).fill_null(False)


def _from_history(history: Table) -> Table:
    newest_first = [*newest("toewijzingsdatum"), *oldest("aanlevering", "regel")]
    kept = first(history, KEY, newest_first)
    return kept.mutate(
        toewijzingstijd=ibis.null("string"),
        referentie_aanbieder=ibis.null("string"),
        geweigerd=ibis.literal(False),
        verwijderd=removed(kept),
        bericht=kept.aanlevering,
        identificatie=ibis.null("string"),
        gestuurd_op=ibis.null("date"),
        bekend_vanaf=kept.exportdatum.coalesce(kept.bekend_vanaf),
        bron=ibis.literal("historie"),
    )


def toewijzingen(versions: Table, history: Table, products: Table) -> Table:
    """Fold versions and history into one row a toewijzing, with the meaning of its product."""
    columns = [
        *KEY,
        *_CONTENT,
        *_MOMENT,
        "verwijderd",
        "geweigerd",
        "referentie_aanbieder",
        "bron",
        "bericht",
        "regel",
        "identificatie",
        "bekend_vanaf",
        "gestuurd_op",
    ]
    sent = versions.mutate(bron=ibis.literal("bericht"))
    every = ibis.union(sent.select(*columns), _from_history(history).select(*columns))
    same = ibis.window(group_by=[*KEY, *_MOMENT, *_CONTENT, "bron", "geweigerd"])
    current = first(
        every.mutate(laatst_gestuurd=every.gestuurd_op.max().over(same)),
        KEY,
        [
            *newest(*_MOMENT),
            *oldest("bron", "geweigerd"),
            *newest("laatst_gestuurd"),
            *oldest("bekend_vanaf", "identificatie", "regel"),
        ],
    ).drop("gestuurd_op", "laatst_gestuurd")
    moment = versions.toewijzingsdatum.cast("string") + "T" + versions.toewijzingstijd.fill_null("")
    counted = versions.mutate(moment=moment).group_by(*KEY).agg(versies=lambda t: t.moment.nunique())
    referred = first(
        versions.filter(versions.referentie_aanbieder.notnull()),
        KEY,
        oldest("toewijzingsdatum", "toewijzingstijd", "bekend_vanaf", "identificatie", "regel"),
    ).select(*KEY, eerste_referentie="referentie_aanbieder")
    table = lookup(current, counted, KEY, ("versies",))
    table = lookup(table, referred, KEY, ("eerste_referentie",))
    table = table.mutate(
        versies=table.versies.fill_null(1),
        referentie_aanbieder=table.referentie_aanbieder.coalesce(table.eerste_referentie),
    )
    return with_meaning(table, products, "ingangsdatum", _MEANING)
