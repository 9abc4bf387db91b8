"""Money: spending by heading, growth, cost by age, how unevenly cost is spread over clients and families."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from believable.care import spent
from wijzer.example.town.life import Life

Figures = dict[str, Any]
CLASSES = 19
"""Classes of five years of age; the last is 90 and older."""
HEADINGS = {
    "Onderwijs": ("4.2", "4.3"),
    "Cultuur": ("5.3",),
    "Sport, recreatie en openbaar groen": ("5.1", "5.7"),
    "Samenleving en volksgezondheid": ("6.1", "6.2", "7.1"),
    "Wmo": ("6.6", "6.71", "6.81"),
    "Jeugd": ("6.72", "6.82"),
    "Participatie": ("6.3", "6.4", "6.5"),
}
"""Our reading of the published headings: which taakvelden of Iv3 (2019) each one holds."""
AGE_YEAR, SPREAD_YEAR = 2022, 2022


def measure(life: Life) -> Figures:
    """Add up the money of one gemeente."""
    by_person: dict[tuple[int, str, int], int] = defaultdict(int)
    by_product: dict[tuple[int, str], int] = defaultdict(int)
    volumes: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for one in spent(life):
        product, year = one.product, one.month.year
        if not one.cents:
            continue
        by_person[one.person.serial, product.wet, year] += one.cents
        by_product[year, product.key] += one.cents
        if one.granted and one.volume:
            volumes[product.key][0] += one.volume
            volumes[product.key][1] += one.granted
    return {
        "headings": _headings(life),
        "lived": _lived(life),
        "years": _years(life),
        "products": {
            year: {key: cents // 100 for (of, key), cents in sorted(by_product.items()) if of == year}
            for year in sorted({year for year, _ in by_product})
        },
        "ages": _ages(life, by_person),
        "spread": _spread(life, by_person),
        "used": {key: round(100 * used / right, 1) for key, (used, right) in sorted(volumes.items())},
    }


def _headings(life: Life) -> dict[str, int]:
    booked: dict[str, int] = defaultdict(int)
    for one in life.desk.books.bookings:
        if one.year == life.desk.settings.first_year:
            booked[one.taakveld] += one.lasten
    return {
        heading: round(sum(booked[taakveld] for taakveld in taakvelden) / 100)
        for heading, taakvelden in HEADINGS.items()
    }


def _lived(life: Life) -> dict[str, float]:
    """Return the share of care (in kind and pgb) in the first year, of the headings that hold any."""
    found = {}
    for heading, taakvelden in HEADINGS.items():
        booked = [
            one
            for one in life.desk.books.bookings
            if one.year == life.desk.settings.first_year and one.taakveld in taakvelden
        ]
        care = sum(one.lasten for one in booked if one.care)
        if care:
            found[heading] = round(100 * care / sum(one.lasten for one in booked), 1)
    return found


def _years(life: Life) -> dict[int, int]:
    total: dict[int, int] = defaultdict(int)
    for one in life.desk.books.bookings:
        if one.taakveld not in ("0.4", "6.3", "6.4"):
            total[one.year] += one.lasten
    return {year: cents // 100 for year, cents in sorted(total.items())}


def _ages(life: Life, by_person: dict[tuple[int, str, int], int]) -> dict[str, list[float]]:
    """Return euro per resident of AGE_YEAR by class of age on 1 July, by law."""
    day = life.desk.settings.start.replace(year=AGE_YEAR, month=7)
    people = life.population.people
    residents = [0] * CLASSES
    for person in people:
        if person.lives_here(day):
            residents[min(person.age(day) // 5, CLASSES - 1)] += 1
    ages = {person.serial: min(person.age(day) // 5, CLASSES - 1) for person in people}
    spent = {"wmo": [0] * CLASSES, "jw": [0] * CLASSES}
    for (serial, wet, year), cents in by_person.items():
        if year == AGE_YEAR:
            spent[wet][ages[serial]] += cents
    return {
        "residents": [float(count) for count in residents],
        **{wet: [cents / 100 for cents in amounts] for wet, amounts in spent.items()},
    }


def _spread(life: Life, by_person: dict[tuple[int, str, int], int]) -> Figures:
    homes = {person.serial: person.household.serial for person in life.population.people}
    clients: dict[str, dict[int, int]] = {"wmo": defaultdict(int), "jw": defaultdict(int)}
    families: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    helped: dict[int, set[int]] = defaultdict(set)
    for (serial, wet, year), cents in by_person.items():
        if year == SPREAD_YEAR:
            clients[wet][serial] += cents
            families[homes[serial]][wet] += cents
            helped[homes[serial]].add(serial)
    totals = sorted((sum(laws.values()) for laws in families.values()), reverse=True)
    dearest = sorted(families, key=lambda home: (-sum(families[home].values()), home))[:10]
    return {
        "clients": {wet: _shares(list(found.values())) for wet, found in clients.items()},
        "families": _shares(totals),
        "laws": {
            "wmo": sum(set(laws) == {"wmo"} for laws in families.values()),
            "jw": sum(set(laws) == {"jw"} for laws in families.values()),
            "both": sum(set(laws) == {"wmo", "jw"} for laws in families.values()),
        },
        "helped": {
            str(count): sum(min(len(found), 4) == count for found in helped.values()) for count in range(1, 5)
        },
        "dearest": [
            {
                "helped": len(helped[home]),
                "wmo": families[home]["wmo"] // 100,
                "jw": families[home]["jw"] // 100,
            }
            for home in dearest
        ],
    }


def _shares(amounts: list[int]) -> dict[str, float]:
    ordered, total = sorted(amounts, reverse=True), sum(amounts)

    def top(part: int) -> float:
        return round(100 * sum(ordered[: max(1, len(ordered) * part // 100)]) / total, 1)

    return {
        "clients": len(ordered),
        "mean": round(total / len(ordered) / 100),
        "median": round(ordered[len(ordered) // 2] / 100),
        "highest": round(ordered[0] / 100),
        "top_1": top(1),
        "top_5": top(5),
        "top_10": top(10),
    }
