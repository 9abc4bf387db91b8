"""Clients: the newest that messages and exports say about a person, household and place included."""

from __future__ import annotations

from collections.abc import Mapping

import ibis
from ibis import Table

from wijzer.facts.folding.berichten import holding
from wijzer.facts.folding.expressions import first, lookup, newest, oldest
from wijzer.facts.folding.plaatsen import with_buurt

KEY = ("gemeente", "wet", "client")
_SAID = ("geboortejaar", "geboortemaand", "geslacht", "adres", "plek")
_LIVING = ("01", "03", "04")
"""Kinds of address where somebody lives (COD757), best first; 02 is for letters only."""

_MESSAGE = ("bekend_vanaf", "dagtekening", "soort", "aanbieder", "identificatie", "bericht")
_NEWEST = [
    *newest("bekend_vanaf", "dagtekening"),
    *oldest("soort", "aanbieder", "identificatie", "soort_adres", "regel", "bericht"),
]


def clienten(records: Mapping[str, Table], messages: Table, history: Table, postcodes: Table) -> Table:
    """Fold everything that is said about clients into one row a person."""
    said = ibis.union(
        *(_from_messages(records, messages, soort) for soort in ("301", "305", "307", "315", "317", "323")),
        _addresses(records, messages),
        _from_history(history),
    )
    said = said.filter(said.client.notnull())
    clients = said.group_by(*KEY).agg(bekend_vanaf=said.bekend_vanaf.max())
    born = first(said.filter(said.geboortejaar.notnull()), KEY, _NEWEST)
    sex = first(said.filter(said.geslacht.notnull()), KEY, _NEWEST)
    lives = first(said.filter(said.adres.notnull()), KEY, _NEWEST)
    lives = with_buurt(
        lives.select(*KEY, "plek", "bekend_vanaf", huishouden="adres"), postcodes, KEY, "bekend_vanaf"
    )
    table = lookup(clients, born, KEY, ("geboortejaar", "geboortemaand"))
    table = lookup(table, sex, KEY, ("geslacht",))
    return lookup(table, lives, KEY, ("huishouden", "buurt", "wijk"))


def _row(table: Table, **known: ibis.Value) -> Table:
    nothing = {
        "geboortejaar": ibis.null("int64"),
        "geboortemaand": ibis.null("date"),
        "geslacht": ibis.null("string"),
        "adres": ibis.null("string"),
        "plek": ibis.null("string"),
        "soort_adres": ibis.null("string"),
        "regel": ibis.literal(0, "int64"),
    }
    return table.select(*KEY, *_MESSAGE, **{**nothing, **known})


def _from_messages(records: Mapping[str, Table], messages: Table, soort: str) -> Table:
    sent = holding(messages, soort).select("gemeente", "wet", *_MESSAGE)
    root = records["b323_client" if soort == "323" else f"b{soort}_bericht"]
    described = [column for column in _SAID[:3] if column in root.columns]
    joined = sent.inner_join(root.select("bericht", "client", *described), "bericht")
    return _row(joined, **{column: joined[column] for column in described}).distinct()


def _addresses(records: Mapping[str, Table], messages: Table) -> Table:
    sent = holding(messages, "301").select("gemeente", "wet", *_MESSAGE)
    sent = lookup(sent, records["b301_bericht"].select("bericht", "client"), ("bericht",), ("client",))
    contact = records["b301_contact"]
    joined = sent.inner_join(
        contact.filter(contact.soort.isin(_LIVING)).rename(soort_adres="soort"), "bericht"
    )
    return _row(
        joined, adres=joined.adres, plek=joined.plek, soort_adres=joined.soort_adres, regel=joined.regel
    )


def _from_history(history: Table) -> Table:
    table = history.mutate(
        bericht=history.aanlevering,
        soort=ibis.literal("historie"),
        identificatie=ibis.null("string"),
        bekend_vanaf=history.exportdatum.coalesce(history.bekend_vanaf),
        dagtekening=history.exportdatum,
    )
    return _row(table, **{column: table[column] for column in (*_SAID, "regel")})
