"""Verzoeken (315, 317): what was asked for; refused requests are not folded.

A 315 asks per product, each with its own reference; a 317 asks for a whole, with one reference. A reference
is unique for a provider within a law (OP361): of two messages with the same one the first counts.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import holding
from wijzer.facts.folding.expressions import first, lookup, oldest, only, without
from wijzer.facts.folding.weigeringen import refused_messages, refused_rows

REFERENCE = ("gemeente", "wet", "aanbieder", "referentie_aanbieder")
"""What identifies a request: the reference of the provider within gemeente and law."""

_ASKED = (
    "regelsoort",
    "bericht",
    "regel",
    "toewijzingnummer",
    "product_categorie",
    "product_code",
    "ingangsdatum",
    "einddatum",
    "eenheid",
    "volume",
    "frequentie",
    "budget_cent",
    "verwijzer_type",
)
_SENT = (
    "bericht",
    "gemeente",
    "wet",
    "aanbieder",
    "identificatie",
    "bekend_vanaf",
    "ontvangen_op",
    "dagtekening",
)


def requests(records: Mapping[str, Table], messages: Table, paired: Table) -> Table:
    """List every product that was asked for in a 315 or 317 that was not refused."""
    both = ibis.union(_asked_315(records, messages, paired), _asked_317(records, messages, paired))
    once = first(
        both.select(
            *REFERENCE, "bekend_vanaf", "dagtekening", "soort", "identificatie", "bericht"
        ).distinct(),
        REFERENCE,
        oldest("bekend_vanaf", "dagtekening", "soort", "identificatie"),
    )
    return only(both, once, (*REFERENCE, "bericht"))


def _asked_315(records: Mapping[str, Table], messages: Table, paired: Table) -> Table:
    lines = records["b315_aangevraagd_product"]
    own = ("referentie_aanbieder",)
    lines = without(lines, refused_rows(records["b316_aangevraagd_product"], paired, own), ("bericht", *own))
    lines = without(
        lines, refused_messages(records["b316_bericht"], paired, ("client_retour_codes",)), ("bericht",)
    )
    asked = lines.select(
        *own,
        "bericht",
        "regel",
        "product_categorie",
        "product_code",
        "verwijzer_type",
        regelsoort=ibis.literal("aangevraagd"),
        toewijzingnummer=ibis.null("int64"),
        ingangsdatum=lines.toewijzing_ingangsdatum,
        einddatum=lines.toewijzing_einddatum,
        eenheid=lines.omvang_eenheid,
        volume=lines.omvang_volume,
        frequentie=lines.omvang_frequentie,
        budget_cent=lines.budget,
    )
    sent = lookup(
        holding(messages, "315").select(*_SENT),
        records["b315_bericht"].select("bericht", "client"),
        ("bericht",),
        ("client",),
    )
    joined = asked.inner_join(sent, "bericht")
    return joined.select(*_ASKED, *_SENT[1:], "client", "referentie_aanbieder", soort=ibis.literal("315"))


def _asked_317(records: Mapping[str, Table], messages: Table, paired: Table) -> Table:
    asked = ibis.union(*(_lines_317(records, kind) for kind in ("ongewijzigd", "te_wijzigen", "nieuw")))
    # A 317 is answered as one (OP344): a refusal anywhere in its return refuses the request.
    for name, columns in (
        ("b318_bericht", ("client_retour_codes", "verzoek_retour_codes")),
        ("b318_ongewijzigd_product", ("retour_codes",)),
        ("b318_te_wijzigen_product", ("retour_codes",)),
        ("b318_nieuw_product", ("retour_codes",)),
    ):
        asked = without(asked, refused_messages(records[name], paired, columns), ("bericht",))
    sent = lookup(
        holding(messages, "317").select(*_SENT),
        records["b317_bericht"].select("bericht", "client", "referentie_aanbieder"),
        ("bericht",),
        ("client", "referentie_aanbieder"),
    )
    joined = asked.inner_join(sent, "bericht")
    return joined.select(*_ASKED, *_SENT[1:], "client", "referentie_aanbieder", soort=ibis.literal("317"))


def _lines_317(records: Mapping[str, Table], kind: str) -> Table:
    lines = records[f"b317_{kind}_product"]
    text, number, day = ibis.null("string"), ibis.null("int64"), ibis.null("date")
    new, same = kind == "nieuw", kind == "ongewijzigd"
    return lines.select(
        regelsoort=ibis.literal(kind),
        bericht=lines.bericht,
        regel=lines.regel,
        toewijzingnummer=number if new else lines.toewijzing_nummer,
        product_categorie=lines.product_categorie if new else text,
        product_code=lines.product_code if new else text,
        ingangsdatum=day if same else lines.gewenste_ingangsdatum,
        einddatum=day if same else lines.einddatum,
        eenheid=text if same else lines.omvang_eenheid,
        volume=number if same else lines.omvang_volume,
        frequentie=text if same else lines.omvang_frequentie,
        budget_cent=number if same else lines.budget,
        verwijzer_type=text,
    )
