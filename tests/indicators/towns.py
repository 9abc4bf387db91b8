"""Invented towns: small random fact rows, dense enough for rules to meet each other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

import ibis
import pyarrow as pa

from wijzer.facts.schema import arrow_schema
from wijzer.facts.tables import TABLES
from wijzer.indicators import termijnen

Row = dict[str, Any]
Town = dict[str, list[Row]]
FIRST = date(2022, 1, 3)
TERMS = tuple(termijnen.TERMS)


def town(random: Random) -> Town:
    """Invent the facts of one town over 2022, known through February 2023."""
    granted = _numbered(random, _toewijzing)
    delivered = _distinct([_levering(random, granted) for _ in range(random.randint(0, 14))])
    return {
        "toewijzing": granted,
        "levering": delivered,
        "antwoord": [_antwoord(random, number) for number in range(random.randint(0, 14))],
        "bericht": [
            {
                "wet": law,
                "bekend_vanaf": day,
                "bericht": f"{law}{day}",
                "soort": random.choice(("301", "302", "325")),
            }
            for law in ("wmo", "jw")
            for day in (FIRST, date(2023, 2, random.randint(1, 28)))
        ],
        "product": [
            {"wet": law, "voorziening": "x", "huishoudelijk": True, "terreingebonden": True}
            for law in ("wmo", "jw")
        ],
        "realisatie": [
            _realisatie(random, month) for month in range(1, 13) for _ in range(random.randint(1, 3))
        ],
    }


def facts_of(towns: Mapping[str, Town]) -> dict[str, ibis.Table]:
    """Stack towns to fact tables; the key of a town is its gemeente code."""
    return {
        name: ibis.memtable(
            pa.Table.from_pylist(
                [
                    {"gemeente": code} | row if "gemeente" in declared.column_names else row
                    for code, rows in towns.items()
                    for row in rows.get(name, [])
                ],
                schema=arrow_schema(declared),
            )
        )
        for name, declared in TABLES.items()
    }


def _day(random: Random, first: date = FIRST, days: int = 400) -> date:
    return first + timedelta(days=random.randint(0, days))


def _numbered(random: Random, make: Callable[[Random], Row]) -> list[Row]:
    return [make(random) | {"toewijzingnummer": number} for number in range(1, random.randint(1, 16))]


def _product(random: Random) -> Row:
    law = random.choice(("wmo", "jw"))
    known = random.random() < 0.8
    categories = ("01", "02", "07", "10", "11", "15") if law == "wmo" else ("44", "43", "45", "46", "54")
    return {
        "wet": law,
        "client": random.choice("ABCDE"),
        "product_categorie": random.choice((*categories, None)),
        "product_code": random.choice(("p", "q", None)),
        "product_bekend": known,
        "voorziening": random.choice(("hulp", "verblijf", None)) if known else None,
        "bron": "bericht",
        "bekend_vanaf": FIRST,
    }


def _toewijzing(random: Random) -> Row:
    product = _product(random)
    begin = _day(random)
    known = product["product_bekend"]
    return product | {
        "huishoudelijk": random.choice((True, True, False, None)) if known else None,
        "uren_per_eenheid": random.choice((0.5, 1.25, None)) if known else None,
        "ingangsdatum": begin,
        "einddatum": random.choice((None, begin + timedelta(days=random.randint(0, 300)))),
        "eenheid": random.choice(("01", "04", "16", "14", "82", "83", "84", None)),
        "frequentie": random.choice(("1", "2", "4", "6", None)),
        "volume": random.choice((None, random.randint(1, 400))),
        "verwijderd": random.random() < 0.1,
        "geweigerd": random.random() < 0.1,
        "versies": 1,
    }


def _levering(random: Random, granted: list[Row]) -> Row:
    about = random.choice(granted) if granted and random.random() < 0.8 else None
    product = _product(random) | ({name: about[name] for name in ("wet", "client")} if about else {})
    begin = _day(random)
    end = random.choice((None, begin + timedelta(days=random.randint(0, 60))))
    paused = end is not None and random.random() < 0.4
    known = product["product_bekend"]
    return product | {
        "toewijzingnummer": about["toewijzingnummer"] if about else random.choice((99, None)),
        "aanbieder": random.choice(("a", "b")),
        "voorziening": random.choice(("verblijf", "verblijf", "gesloten")) if known else None,
        "terreingebonden": random.choice((True, True, False, None)) if known else None,
        "begindatum": begin,
        "einddatum": end,
        "gepauzeerd": paused,
        "definitief_gestopt": end is not None and not paused,
        "start_bericht": f"m{random.randint(1, 10**9)}",
    }


def _distinct(rows: list[Row]) -> list[Row]:
    """Keep one levering for each begin of a client, as the key of the fact table asks."""
    return list({(row["wet"], row["client"], row["begindatum"]): row for row in rows}.values())


def _antwoord(random: Random, number: int) -> Row:
    start = _day(random)
    reasons = ("correctie", "stop_na_pauze", "geen_retour_volgens_standaard", "geen_ontvangst_bekend")
    return {
        "wet": random.choice(("wmo", "jw")),
        "termijn": random.choice(TERMS),
        "paar": random.choice(("301-302", "323-325")),
        "partij": random.choice(("gemeente", "aanbieder")),
        "bericht": f"m{number}",
        "regel": 0,
        "vanaf": start,
        "vanaf_bron": "ontvangst",
        "beantwoord_op": random.choice((None, start + timedelta(days=random.randint(0, 70)))),
        "uitgesloten": random.choice((*reasons, *(None,) * 8)),
    }


def _realisatie(random: Random, month: int) -> Row:
    return {
        "jaar": 2022,
        "maand": month,
        "taakveld": random.choice(("6.1", "6.3", "6.4", "6.71", "6.72", "5.1", "7.2", "onbekend")),
        "lasten_cent": random.randint(-1000, 10**9),
        "bekend_vanaf": date(2023, 1, 31),
    }
