"""Who uses care: household help, youth care, other care of the Wmo; hours; inflow, waiting and duration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any

from believable.care import helped
from wijzer.example.town.care import Toewijzing
from wijzer.example.town.life import Life
from wijzer.example.town.reckoning import Counted

Figures = dict[str, Any]
HOURS = "uren_huishoudelijke_ondersteuning"
_MONTHS = {"0-3": 3, "3-6": 6, "6-12": 12, "12-24": 24, "24-36": 36, "36-48": 48}
_RESIDENCE = ("43", "44", "46")


def measure(life: Life, ledger: Iterable[Counted]) -> Figures:
    """Count the users of care of one gemeente. ``ledger``: the administrative truth on the last day."""
    settings = life.desk.settings
    every = [
        one.toewijzing for one in life.desk.books.dossiers.values() if one.toewijzing.deliveries
    ]  # fmt: skip
    years = range(settings.first_year, settings.last_year + 1)
    return {
        "household_help": _household_help(life, every),
        "wmo_clients": {year: _per_thousand(life, every, year) for year in years},
        "youth": {year: _youth(life, every, year) for year in years},
        "hours": _hours(ledger),
        "inflow": _inflow(every, settings.start),
        "inflow_by_month": _by_month(every, settings.start),
        "waiting": _waiting(every, settings.start),
        "duration": _duration(every, settings.start, settings.end),
        "products": _products(every, settings.first_year),
    }


def _residents(life: Life, day: date) -> int:
    return sum(person.lives_here(day) for person in life.population.people)


def _household_help(life: Life, every: list[Toewijzing]) -> dict[str, float]:
    settings = life.desk.settings
    found = {}
    for year in range(settings.first_year, settings.last_year + 1):
        for half in (1, 2):
            first = date(year, 6 * half - 5, 1)
            last = date(year, 6, 30) if half == 1 else date(year, 12, 31)
            clients = {
                one.person.serial for one in every if one.product.huishoudelijk and helped(one, first, last)
            }
            found[f"{year}-{half}"] = round(1000 * len(clients) / _residents(life, first), 1)
    return found


def _per_thousand(life: Life, every: list[Toewijzing], year: int) -> dict[str, float]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    residents = _residents(life, first)
    clients: dict[str, set[int]] = {}
    for one in every:
        if one.product.wet == "wmo" and helped(one, first, last):
            for kind in (one.product.voorziening, "all"):
                clients.setdefault(kind, set()).add(one.person.serial)
    return {kind: round(1000 * len(found) / residents, 1) for kind, found in sorted(clients.items())}


def _youth(life: Life, every: list[Toewijzing], year: int) -> dict[str, float]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    clients = {
        one.person.serial: one.person for one in every if one.product.wet == "jw" and helped(one, first, last)
    }
    residence = {
        one.person.serial
        for one in every
        if one.product.categorie in _RESIDENCE and one.product.wet == "jw" and helped(one, first, last)
    }
    here = [person.age(first) for person in life.population.people if person.lives_here(first)]
    under = {age: sum(one < age for one in here) for age in (18, 23)}
    return {
        "clients": len(clients),
        "share_18": round(100 * sum(one.age(first) < 18 for one in clients.values()) / under[18], 1),
        "share_23": round(100 * len(clients) / under[23], 1),
        "residence": round(100 * len(residence) / len(clients), 1),
    }


def _hours(ledger: Iterable[Counted]) -> dict[str, float]:
    parts: dict[str, dict[str, float]] = {}
    for one in ledger:
        if one.indicator == HOURS and "-Q" in str(one.periode):
            parts.setdefault(str(one.periode), {})[one.part] = float(one.value)
    return {period: round(found["uren"] / found["clienten"], 3) for period, found in sorted(parts.items())}


def _first(every: list[Toewijzing], start: date) -> list[Toewijzing]:
    return [one for one in every if one.first and one.begin >= start]


def _inflow(every: list[Toewijzing], start: date) -> dict[str, dict[int, int]]:
    counted = Counter((one.product.wet, one.begin.year) for one in _first(every, start))
    return {
        wet: {year: count for (law, year), count in sorted(counted.items()) if law == wet}
        for wet in ("wmo", "jw")
    }


def _by_month(every: list[Toewijzing], start: date) -> dict[str, list[int]]:
    counted = Counter((one.product.wet, one.begin.month) for one in _first(every, start))
    return {wet: [counted[wet, month] for month in range(1, 13)] for wet in ("wmo", "jw")}


def _waiting(every: list[Toewijzing], start: date) -> dict[str, dict[str, float]]:
    found = {}
    for wet in ("wmo", "jw"):
        days = sorted(
            (one.deliveries[0].begin - one.begin).days
            for one in _first(every, start)
            if one.product.wet == wet
        )
        found[wet] = {
            "none": round(100 * sum(day == 0 for day in days) / len(days), 1),
            "mean": round(sum(days) / len(days), 1),
            "p90": days[len(days) * 9 // 10],
        }
    return found


def _duration(every: list[Toewijzing], start: date, end: date) -> dict[str, float]:
    """Share of ended youth care by months that it lasted; numbers that follow on each other are one."""
    chains: dict[tuple[int, str], list[tuple[date, date]]] = {}
    for one in every:
        if one.product.wet == "jw":
            last = one.deliveries[-1].end or date.max
            chains.setdefault((one.person.serial, one.product.key), []).append(
                (one.deliveries[0].begin, last)
            )
    lengths = []
    for spans in chains.values():
        begin, until = None, None
        for first, last in [*sorted(spans), (date.max, date.max)]:
            if until is not None and begin is not None and (first - until).days > 31:
                if start.replace(year=2021) <= until <= date(2021, 12, 31):
                    lengths.append((until - begin).days / 30.44)
                begin = None
            begin = begin or first
            until = last if until is None else max(until, last) if begin != first else last
    counted: Counter[str] = Counter()
    for months in lengths:
        counted[next((name for name, limit in _MONTHS.items() if months < limit), "48+")] += 1
    return {name: round(100 * counted[name] / len(lengths), 1) for name in (*_MONTHS, "48+")}


def _products(every: list[Toewijzing], year: int) -> dict[str, int]:
    day = date(year, 12, 31)
    counted = Counter(one.product.key for one in every if helped(one, day, day))
    return dict(sorted(counted.items()))
