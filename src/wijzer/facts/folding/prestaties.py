"""Declared lines: granted, refused, pending or credited.

A 325 names only what is refused (TR342, OP304): a refusing code on a line refuses the line, one on a
client all lines of that client, and a line that was not judged is refused (IV087). What it does not name is
granted. Lines are found by ReferentieNummer (TR366). A credit takes back a granted line of an earlier
message: the mirror of it, with VorigReferentieNummer naming it (IV091); credits go before debits (OP366), so
one never meets a debit of its own message.
"""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.expressions import first, flag, lookup, oldest, refuses, same, signed, without
from wijzer.facts.folding.producten import with_meaning

ROW = ("gemeente", "bron", "bericht", "regel")
"""What identifies a line."""

_DECLARED = (
    "gemeente",
    "wet",
    "aanbieder",
    "client",
    "identificatie",
    "bekend_vanaf",
    "afgekeurd",
    "antwoord_bericht",
)


def lines(records: Mapping[str, Table], messages: Table) -> Table:
    """List every declared line of every kept 323, with ``status`` as its answer says, credits aside."""
    declared = messages.filter(messages.soort == "323")
    numbers = records["b323_bericht"].select("bericht", "declaratie_nummer")
    declared = lookup(declared, numbers, ("bericht",), ("declaratie_nummer",))
    clients = records["b323_client"].select("bericht", ouder="regel", client="client")
    clients = clients.inner_join(declared, "bericht")
    clients = clients.select("ouder", "bericht", "declaratie_nummer", *_DECLARED)
    clients = flag(clients, _refused_clients(records, declared), ("bericht", "client"), "client_geweigerd")
    line = records["b323_prestatie"].drop("gemeente", "wet")
    line = line.inner_join(clients, ["bericht", "ouder"])
    refused = _refused_lines(records, declared)
    line = flag(line, refused, ("bericht", "referentie_nummer"), "regel_geweigerd")
    status = ibis.cases(
        (line.antwoord_bericht.isnull(), "wacht"),
        (line.afgekeurd | line.client_geweigerd | line.regel_geweigerd, "geweigerd"),
        else_="toegekend",
    )
    return line.select(
        "gemeente",
        "wet",
        "aanbieder",
        "client",
        "product_categorie",
        "product_code",
        "eenheid",
        "bericht",
        "regel",
        "identificatie",
        "bekend_vanaf",
        referentienummer=line.referentie_nummer,
        vorig_referentienummer=line.vorig_referentie_nummer,
        toewijzingnummer=line.toewijzing_nummer,
        periode_begin=line.product_periode_begindatum,
        periode_eind=line.product_periode_einddatum,
        volume=line.geleverd_volume,
        tarief_cent=line.product_tarief,
        bedrag_cent=signed(line.ingediend_bedrag_bedrag, line.ingediend_bedrag_debet_credit),
        debet_credit=line.ingediend_bedrag_debet_credit,
        declaratienummer=line.declaratie_nummer,
        status=status,
        bron=ibis.literal("bericht"),
    )


def _refused_clients(records: Mapping[str, Table], declared: Table) -> Table:
    client = records["b325_client"]
    found = client.filter(refuses(client.retour_codes)).select("client", antwoord_bericht="bericht")
    return declared.select("bericht", "antwoord_bericht").inner_join(found, "antwoord_bericht")


def _refused_lines(records: Mapping[str, Table], declared: Table) -> Table:
    line = records["b325_prestatie"]
    found = line.filter(refuses(line.retour_codes, not_judged_refuses=True))
    found = found.select("referentie_nummer", antwoord_bericht="bericht")
    return declared.select("bericht", "antwoord_bericht").inner_join(found, "antwoord_bericht")


def from_history(history: Table, sent: Table) -> Table:
    """Return the lines of a former registration that no message of the same provider and number brought."""
    numbers = ("gemeente", "wet", "aanbieder", "referentienummer")
    kept = without(history, sent.filter(sent.referentienummer.notnull()), numbers)
    return kept.select(
        "gemeente",
        "wet",
        "aanbieder",
        "client",
        "product_categorie",
        "product_code",
        "eenheid",
        "regel",
        "referentienummer",
        "toewijzingnummer",
        "periode_begin",
        "periode_eind",
        "volume",
        "bedrag_cent",
        "status",
        bericht=kept.aanlevering,
        identificatie=ibis.null("string"),
        bekend_vanaf=kept.exportdatum.coalesce(kept.bekend_vanaf),
        vorig_referentienummer=ibis.null("string"),
        tarief_cent=ibis.null("int64"),
        debet_credit=ibis.ifelse(kept.bedrag_cent < 0, "C", "D"),
        declaratienummer=ibis.null("string"),
        bron=ibis.literal("historie"),
    ).select(*sent.columns)


def prestaties(lines: Table, products: Table) -> Table:
    """Mark credited lines and add the meaning of the product on the first day of delivery."""
    credited = _credited(lines)
    table = flag(lines, credited, ROW, "teruggedraaid")
    table = table.mutate(status=ibis.ifelse(table.teruggedraaid, "gecrediteerd", table.status)).drop(
        "teruggedraaid"
    )
    return with_meaning(table, products, "periode_begin", ("voorziening", "taakveld"))


def _credited(lines: Table) -> Table:
    """Return the rows of granted credits and of the granted lines that they mirror."""
    who = ("gemeente", "wet", "aanbieder", "client")
    order = oldest("bekend_vanaf", "bron", "identificatie", "regel", "bericht")
    granted = lines.filter(lines.status == "toegekend")
    credit = granted.filter((granted.debet_credit == "C") & granted.vorig_referentienummer.notnull())
    credit = credit.select(
        *who,
        *ROW[1:],
        "identificatie",
        "bekend_vanaf",
        nummer="vorig_referentienummer",
        bedrag=-credit.bedrag_cent,
    )
    match = (*who, "nummer", "bedrag")
    credit = first(credit, match, order)
    debit = granted.filter(granted.debet_credit == "D").select(
        *who, *ROW[1:], "identificatie", "bekend_vanaf", nummer="referentienummer", bedrag="bedrag_cent"
    )
    debit = first(debit.semi_join(credit, same(debit, credit, match)), match, order)
    pair = debit.inner_join(
        credit, [*same(debit, credit, match), debit.bericht != credit.bericht], rname="{name}_credit"
    )
    return ibis.union(
        pair.select(*ROW),
        pair.select(**{name: pair[name if name == "gemeente" else f"{name}_credit"] for name in ROW}),
    )
