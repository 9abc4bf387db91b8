"""Folding: from what messages and tables say to what holds.

:func:`fold` tells the whole story; every step is a pure function over Ibis tables in a module of its own.
Nothing depends on the order of rows or files: every choice has a total order, ended by the number that a
sender gave to its message, and between copies of one message by content hash.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import ibis
from ibis import Table

from wijzer.facts.declaration import Record
from wijzer.facts.folding import (
    aanleveringen,
    berichten,
    besluiten,
    clienten,
    declaraties,
    leveringen,
    meldingen,
    prestaties,
    termijnen,
    toewijzingen,
    verzoeken,
)
from wijzer.facts.folding.kalender import calendar_table
from wijzer.facts.records import RECORDS
from wijzer.facts.schema import conform, empty
from wijzer.facts.tables import TABLES

Keep = Callable[[str, Table], Table]
"""Computes a table once, so that what is built on it need not do so again; by default nothing is kept."""


def fold(
    records: Mapping[str, Table],
    known_on: date | None = None,
    *,
    keep: Keep = lambda _, table: table,
) -> dict[str, Table]:
    """Fold record datasets into the declared fact tables.

    ``records`` maps dataset names to tables with at least the columns of ``records.RECORDS``; a dataset that
    is not there is empty. With ``known_on`` only what was known on that day counts; lists that give
    meaning to codes and places are always the newest. ``keep`` is the engine's way to compute a step once.
    """
    given = {name: _dataset(records, record) for name, record in RECORDS.items()}

    def table_of(name: str) -> Table:
        return keep(f"aanlevering_{name}", aanleveringen.current(given, name, known_on))

    facts: dict[str, Table] = {}

    def fact(name: str, table: Table) -> Table:
        facts[name] = keep(name, conform(table, TABLES[name]))
        return facts[name]

    products = fact("product", table_of("producten"))
    fact("contract", table_of("contracten"))
    fact("tarief", table_of("tarieven"))
    fact("begroting", table_of("begroting"))
    fact("inwoners", table_of("inwoners"))
    booked = table_of("realisatie")
    fact("realisatie", booked.mutate(bekend_vanaf=booked.boekdatum.coalesce(booked.bekend_vanaf)))
    fact("kalender", calendar_table())

    heads = keep("koppen", berichten.heads(given, known_on))
    paired = keep("paren", berichten.pairs(heads))
    messages = keep("berichten", berichten.messages(heads, paired))
    paired = keep("antwoorden", berichten.answers_to(paired, messages))
    fact("bericht", messages)

    assigned_before = table_of("historie_toewijzingen")
    places = table_of("postcodes")
    fact("client", clienten.clienten(given, messages, assigned_before, places))
    for declared in TABLES.values():
        if declared.delivery:
            fact(declared.name, aanleveringen.as_it_is(given, declared, known_on, places))

    versions = keep("versies", toewijzingen.versions(given, messages, paired))
    assigned = fact("toewijzing", toewijzingen.toewijzingen(versions, assigned_before, products))

    begun = keep("startmeldingen", meldingen.events(given, messages, paired, "305"))
    starts = keep("starts", meldingen.standing(begun, meldingen.START_KEY))
    ended = keep("stopmeldingen", meldingen.events(given, messages, paired, "307"))
    stops = keep("stops", meldingen.standing(ended, meldingen.STOP_KEY))
    fact(
        "levering",
        leveringen.leveringen(
            starts,
            stops,
            meldingen.removed(begun, meldingen.START_KEY),
            meldingen.removed(ended, meldingen.STOP_KEY),
            table_of("historie_leveringen"),
            products,
        ),
    )

    asked = keep("gevraagd", verzoeken.requests(given, messages, paired))
    grants = keep("gegund", besluiten.grants(versions, assigned))
    reactions = besluiten.reactions(given, messages, paired, grants)
    decided = keep("besloten", besluiten.decided(asked, reactions, grants, assigned))
    asked_before = besluiten.from_history(table_of("historie_verzoeken"), asked)
    sent = decided.mutate(bron=ibis.literal("bericht")).select(*asked_before.columns)
    fact("verzoek", ibis.union(sent, asked_before))

    lines = keep("regels", prestaties.lines(given, messages))
    declared_before = prestaties.from_history(table_of("historie_prestaties"), lines)
    fact("prestatie", prestaties.prestaties(ibis.union(lines, declared_before), products))
    fact("declaratie", declaraties.declaraties(given, messages, lines))

    terms = ibis.union(
        *(
            part.select(*TABLES["antwoord"].column_names)
            for part in (
                termijnen.answers(messages),
                termijnen.requests(decided),
                termijnen.reports(starts, stops, versions, assigned_before),
            )
        )
    )
    fact("antwoord", terms)
    return {name: facts[name] for name in TABLES}


def _dataset(records: Mapping[str, Table], record: Record) -> Table:
    return conform(records[record.name], record) if record.name in records else empty(record)
