"""The rules of folding, each with a way to leave it out: the smallest function that holds it, made simpler.

Names are sentences for the table at the end of a run. ``told`` says which town shows the rule: one of
messages, or one whose first years come as history tables. ``early`` looks from a day halfway; ``long``: the
small town does not live long enough to show it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import ibis
import pytest
from ibis import Table

from wijzer.facts.folding import (
    aanleveringen,
    berichten,
    besluiten,
    clienten,
    expressions,
    leveringen,
    meldingen,
    prestaties,
    producten,
    termijnen,
    toewijzingen,
    verzoeken,
)
from wijzer.indicators import termijnen as terms

Patch = pytest.MonkeyPatch
NO = ibis.literal(False)
_MODULES = (
    berichten,
    besluiten,
    clienten,
    leveringen,
    meldingen,
    prestaties,
    toewijzingen,
    verzoeken,
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of folding, and how to leave it out."""

    name: str
    leave_out: Callable[[Patch], None]
    told: str = "messages"
    early: bool = False
    long: bool = False


def _instead(module: Any, name: str, make: Callable[[Any], Any]) -> Callable[[Patch], None]:
    """Put another function in the place of one of a module, made from it."""
    return lambda patch: patch.setattr(module, name, make(getattr(module, name)))


def _all_of(*parts: Callable[[Patch], None]) -> Callable[[Patch], None]:
    """Leave out all parts of a rule."""

    def leave_out(patch: Patch) -> None:
        for part in parts:
            part(patch)

    return leave_out


def _everywhere(name: str, make: Callable[[Any], Any]) -> Callable[[Patch], None]:
    """Put another function in its place in every module of folding that uses it."""

    def leave_out(patch: Patch) -> None:
        for module in _MODULES:
            if hasattr(module, name):
                patch.setattr(module, name, make(getattr(module, name)))

    return leave_out


def _nothing(function: Callable[..., Table]) -> Callable[..., Table]:
    """Let a function that finds rows find none."""
    return lambda *given: function(*given).filter(NO)


def _every_row(*groups: tuple[str, ...]) -> Callable[[Any], Any]:
    """Let ``first`` keep all rows of these groupings."""

    def make(first: Any) -> Any:
        return lambda table, by, order: table if tuple(by) in groups else first(table, by, order)

    return make


def _ordered(columns: tuple[str, ...], instead: Callable[..., Any]) -> Callable[[Any], Any]:
    """Let an ordering by some columns be another one."""
    return lambda order: lambda *given: instead(*given) if given == columns else order(*given)


def _argument(place: int, change: Callable[[Table], Table]) -> Callable[[Any], Any]:
    """Change one of the tables that a function gets."""

    def make(function: Any) -> Any:
        def changed(*given: Any, **named: Any) -> Any:
            return function(*given[:place], change(given[place]), *given[place + 1 :], **named)

        return changed

    return make


def _with(**columns: Any) -> Callable[[Any], Any]:
    """Give a table that a function returns other columns."""
    return lambda function: lambda *given, **named: function(*given, **named).mutate(**columns)


def _heads(change: Callable[[dict[str, Table]], dict[str, Table]]) -> Callable[[Patch], None]:
    def make(heads: Any) -> Any:
        return lambda records, known_on: heads(records | change(records), known_on)

    return _instead(berichten, "heads", make)


def _only_sent(key: tuple[str, ...]) -> Callable[[Any], Any]:
    """Let what was removed stand, for one kind of record."""

    def make(turned: Any) -> Any:
        return lambda events, by: turned(events.filter(events.status == "1") if by == key else events, by)

    return make


MESSAGES = (
    Rule(
        "een bericht telt één keer, hoe vaak het ook is verstuurd",
        _instead(berichten, "first", _every_row(berichten._IDENTITY)),
    ),
    Rule(
        "een bericht dat in zijn geheel is afgekeurd geldt als niet verstuurd",
        _everywhere("holding", lambda _: lambda messages, soort: messages.filter(messages.soort == soort)),
    ),
    Rule(
        "van meer antwoorden geldt het antwoord dat niet weigert",
        _instead(
            berichten,
            "oldest",
            _ordered(
                ("weigert_alles", "antwoord_bekend", "antwoord_identificatie", "antwoord"),
                lambda first, *rest: [*expressions.newest(first), *expressions.oldest(*rest)],
            ),
        ),
    ),
    Rule(
        "code 0200 weigert niets",
        lambda patch: patch.setattr(expressions, "NOT_REFUSING", ("8001",)),
    ),
    Rule(
        "bekend vanaf de ontvangst, niet vanaf de dagtekening",
        _heads(lambda records: {"t_berichtenlog": records["t_berichtenlog"].filter(NO)}),
    ),
    Rule(
        "alleen wat op de dag zelf bekend was telt",
        _instead(berichten, "heads", lambda heads: lambda records, _: heads(records, None)),
        early=True,
    ),
)
REPORTS = (
    Rule("een geweigerde start of stop telt niet", _instead(meldingen, "refused_rows", _nothing)),
    Rule(
        "een geweigerde cliënt weigert al zijn starts en stops",
        _instead(meldingen, "refused_messages", _nothing),
    ),
    Rule(
        "een melding met status 2 telt niet",
        _instead(meldingen, "events", _argument(0, lambda records: records | _as_new(records))),
    ),
    Rule(
        "code 0233 in een retour weigert niets",
        lambda patch: patch.setattr(expressions, "NOT_JUDGED", "8001"),
    ),
    Rule("status 3 verwijdert een start", _instead(meldingen, "_turned", _only_sent(meldingen.START_KEY))),
    Rule("status 3 verwijdert een stop", _instead(meldingen, "_turned", _only_sent(meldingen.STOP_KEY))),
    Rule(
        "een correctie valt buiten de termijn", _instead(meldingen, "_with_correction", _with(correctie=NO))
    ),
    Rule(
        "op één dag verwijderd en opnieuw gestuurd: wat er stond blijft",
        _instead(meldingen, "_turned", lambda _: _last_of_each),
    ),
    Rule(
        "alleen wat direct na een verwijdering komt is een correctie",
        _instead(meldingen, "_with_correction", lambda _: _after_any_removal),
    ),
    Rule(
        "een start of stop die nog eens wordt gemeld telt één keer",
        _instead(meldingen, "first", _every_row(meldingen.START_KEY, meldingen.STOP_KEY)),
    ),
    Rule("een pauze is geen stop", _instead(leveringen, "_stops", _with(pauze=NO))),
    Rule(
        "na een pauze kan een definitieve stop volgen",
        _instead(leveringen, "_stops", lambda stops: lambda *given: _no_final_after_pause(stops(*given))),
    ),
    Rule(
        "van twee stops geldt de laatste",
        _instead(leveringen, "newest", _ordered(("dagtekening", "einddatum"), expressions.oldest)),
        long=True,
    ),
    Rule(
        "een stop hoort bij de start met zijn begindatum",
        _instead(leveringen, "_stops", lambda stops: lambda *given: _of_the_last_start(stops(*given))),
    ),
    Rule(
        "een stop zonder start telt als levering",
        _instead(
            leveringen, "without", lambda without: lambda left, right, on: without(left, right, on).filter(NO)
        ),
    ),
    Rule(
        "een stop brengt een verwijderde start niet terug",
        _instead(leveringen, "leveringen", _argument(2, lambda removed: removed.filter(NO))),
    ),
)
ASSIGNED = (
    Rule(
        "van een toewijzing geldt de nieuwste versie",
        _instead(toewijzingen, "newest", _ordered(toewijzingen._MOMENT, expressions.oldest)),
    ),
    Rule(
        "de nieuwste is die van het laatste besluit, niet die het laatst is verstuurd",
        _instead(
            toewijzingen,
            "newest",
            lambda newest: (
                lambda *given: newest(*(("gestuurd_op",) if given == toewijzingen._MOMENT else given))
            ),
        ),
    ),
    Rule(
        "van twee met hetzelfde tijdstip geldt die het laatst is verstuurd",
        _instead(toewijzingen, "newest", _ordered(("laatst_gestuurd",), expressions.oldest)),
        long=True,
    ),
    Rule("reden 13: nooit verstuurd", _instead(toewijzingen, "removed", lambda _: lambda table: NO)),
    Rule(
        "intrekken is een eerdere einddatum; wat ervoor was telt",
        _instead(
            toewijzingen,
            "removed",
            lambda removed: (
                lambda table: (
                    removed(table) | table.reden_wijziging.isin(("02", "05", "06", "07"))
                ).fill_null(False)
            ),
        ),
    ),
    Rule(
        "een toewijzing die de aanbieder weigert blijft staan",
        _instead(toewijzingen, "versions", lambda versions: lambda *given: _accepted(versions(*given))),
    ),
)
REQUESTS = (
    Rule(
        "een geweigerd verzoek telt niet",
        _all_of(
            _instead(verzoeken, "refused_rows", _nothing), _instead(verzoeken, "refused_messages", _nothing)
        ),
        long=True,
    ),
    Rule(
        "een verzoek met dezelfde referentie telt één keer",
        _instead(verzoeken, "only", lambda _: lambda left, *rest: left),
    ),
    Rule(
        "van meer besluiten telt het eerste",
        _instead(besluiten, "oldest", _ordered(("gestuurd_op",), expressions.newest)),
    ),
    Rule(
        "onderzoek is een antwoord, met daarna een termijn van acht weken",
        _instead(besluiten, "reactions", lambda reactions: lambda *given: _no_inquiry(reactions(*given))),
    ),
    Rule(
        "een 317 wordt als één geheel beantwoord",
        _instead(termijnen, "first", _every_row(("bericht", "groep"))),
    ),
)
TERMS = (
    Rule(
        "bij een toewijzing achteraf loopt de termijn vanaf haar ontvangst",
        _instead(termijnen, "_report", _argument(1, lambda assigned: assigned.filter(NO))),
    ),
    Rule(
        "alleen de eerste 301 van een nummer verschuift de termijn",
        _instead(
            termijnen,
            "oldest",
            lambda oldest: (
                lambda *given: (
                    [*expressions.newest("bekend_vanaf"), *oldest(*given[1:])]
                    if given[0] == "bekend_vanaf"
                    else oldest(*given)
                )
            ),
        ),
    ),
    Rule(
        "een stop na een pauze valt buiten de termijn",
        _instead(
            termijnen,
            "flag",
            lambda flag: lambda left, right, on, name: flag(left, right.filter(NO), on, name),
        ),
    ),
    Rule("woonplaatsbeginsel: twee weken", lambda patch: patch.setattr(termijnen, "PLACE_OF_RESIDENCE", "-")),
    Rule(
        "zonder bekende ontvangst is er geen oordeel",
        lambda patch: patch.setattr(termijnen, "_NO_RECEIPT", None),
    ),
    Rule(
        "een weekend en een feestdag zijn geen werkdagen",
        _instead(
            terms,
            "calendar",
            lambda calendar: (
                lambda first, last: [
                    (day, True, place) for place, (day, _, _) in enumerate(calendar(first, last), 1)
                ]
            ),
        ),
    ),
)
PRODUCTS = (
    Rule(
        "een voorziening is wat de lijst producten zegt, ook met een nieuwe code",
        _everywhere(
            "with_meaning",
            lambda meaning: (
                lambda table, products, day, take: meaning(
                    table, products.mutate(voorziening=products.product_code), day, take
                )
            ),
        ),
    ),
    Rule(
        "een code gaat voor haar hele categorie",
        _instead(producten, "oldest", _ordered(("hele_categorie",), expressions.newest)),
    ),
    Rule(
        "een product heeft de betekenis van zijn eigen dag",
        _everywhere(
            "with_meaning",
            lambda meaning: (
                lambda table, products, day, take: meaning(
                    table, products.mutate(geldig_tot=ibis.null("date")), day, take
                )
            ),
        ),
        long=True,
    ),
)
DELIVERED = (
    Rule(
        "de nieuwste aanlevering vervangt de vorige",
        _instead(aanleveringen, "only", lambda _: lambda left, *rest: left),
    ),
    Rule(
        "een boeking is bekend op haar boekdatum",
        _instead(
            aanleveringen,
            "current",
            _argument(
                0,
                lambda records: (
                    records | {"t_realisatie": records["t_realisatie"].mutate(boekdatum=ibis.null("date"))}
                ),
            ),
        ),
        early=True,
    ),
    Rule(
        "lijsten die codes uitleggen zijn altijd de nieuwste",
        lambda patch: patch.setattr(aanleveringen, "MEANING", frozenset()),
        early=True,
    ),
)
DECLARED = (
    Rule(
        "een afgekeurde declaratie is geweigerd",
        _instead(prestaties, "lines", _argument(1, lambda messages: messages.mutate(afgekeurd=NO))),
    ),
    Rule("een geweigerde regel is niet toegekend", _instead(prestaties, "_refused_lines", _nothing)),
    Rule("een geweigerde cliënt weigert al zijn regels", _instead(prestaties, "_refused_clients", _nothing)),
    Rule(
        "zonder antwoord wacht een regel",
        _instead(prestaties, "lines", lambda lines: lambda *given: _granted(lines(*given))),
    ),
    Rule("een credit draait een regel terug", _instead(prestaties, "_credited", _nothing)),
)
HISTORY = (
    Rule(
        "een toewijzing in historie en berichten telt één keer",
        _instead(
            toewijzingen,
            "first",
            lambda first: (
                lambda table, by, order: first(
                    table, (*by, "bron") if "laatst_gestuurd" in table.columns else by, order
                )
            ),
        ),
        told="mixture",
    ),
    Rule(
        "na de historie verwijderd telt niet meer",
        _instead(leveringen, "_not_removed", lambda _: lambda history, removed, key: history),
        told="mixture",
    ),
    Rule(
        "een nummer uit de historie is niet achteraf toegewezen",
        _instead(termijnen, "reports", _argument(3, lambda before: before.filter(NO))),
        told="mixture",
    ),
)
RULES = (
    *MESSAGES,
    *REPORTS,
    *ASSIGNED,
    *REQUESTS,
    *TERMS,
    *PRODUCTS,
    *DELIVERED,
    *DECLARED,
    *HISTORY,
)


def _as_new(records: Mapping[str, Table]) -> dict[str, Table]:
    """Let records with status 2 be new ones."""
    names = ("b305_start_product", "b307_stop_product")
    return {
        name: records[name].mutate(status_aanlevering=records[name].status_aanlevering.replace("2", "1"))
        for name in names
    }


def _no_final_after_pause(stops: Table) -> Table:
    key = meldingen.START_KEY
    paused = stops.filter(stops.pauze).select(*key).distinct().mutate(gepauzeerd=True)
    found = expressions.lookup(stops, paused, key, ("gepauzeerd",))
    return found.filter(found.pauze | found.gepauzeerd.isnull()).drop("gepauzeerd")


def _last_of_each(events: Table, key: tuple[str, ...]) -> Table:
    sent, gone = events.status == "1", events.status == "3"
    day = events.dagtekening
    return events.group_by(*key).agg(gezet=day.max(where=sent), gewist=day.max(where=gone))


def _after_any_removal(events: Table) -> Table:
    care = ibis.window(group_by=list(meldingen.CARE))
    first = events.dagtekening.min(where=events.status == "3").over(care)
    marked = events.mutate(correctie=(events.dagtekening >= first).fill_null(False))
    return marked.filter(marked.status == "1")


def _of_the_last_start(stops: Table) -> Table:
    last = stops.begindatum.max().over(ibis.window(group_by=list(meldingen.CARE)))
    return stops.mutate(begindatum=last)


def _accepted(versions: Table) -> Table:
    return versions.filter(~versions.geweigerd)


def _no_inquiry(reactions: Table) -> Table:
    return reactions.filter(reactions.antwoord != "in_onderzoek")


def _granted(lines: Table) -> Table:
    return lines.mutate(status=ibis.ifelse(lines.status == "wacht", "toegekend", lines.status))
