"""Residents: by age and buurt, households, births, deaths, moves, ageing."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from wijzer.example.town.life import Life
from wijzer.example.town.people import Person
from wijzer.example.town.places import AGE_CLASSES

Figures = dict[str, Any]


def _class_of(age: int) -> int:
    return next(at for at, (low, high) in enumerate(AGE_CLASSES) if age <= high or at == len(AGE_CLASSES) - 1)


def measure(life: Life) -> Figures:
    """Count the people of one gemeente."""
    settings, people = life.desk.settings, life.population.people
    firsts = [date(year, 1, 1) for year in range(settings.first_year, settings.last_year + 2)]
    ages = {day.year: _ages(people, day) for day in firsts}
    flows = {year: _flows(people, year, sum(ages[year])) for year in list(ages)[:-1]}
    day = firsts[0]
    buurten: dict[str, list[int]] = {}
    homes: dict[int, str] = {}
    for person in people:
        if person.lives_here(day):
            homes[person.household.serial] = person.household.at(day).buurt.name
            row = buurten.setdefault(person.household.at(day).buurt.name, [0] * len(AGE_CLASSES))
            row[_class_of(person.age(day))] += 1
    return {
        "ages": ages,
        "flows": flows,
        "mean_flows": {
            name: round(sum(one[name] for one in flows.values()) / len(flows), 1) for name in flows[day.year]
        },
        "buurten": dict(sorted(buurten.items())),
        "homes": dict(sorted(Counter(homes.values()).items())),
        "men": sum(person.lives_here(day) and person.sex == "1" for person in people),
        "households": {year: _households(people, date(year, 1, 1)) for year in (day.year, firsts[-1].year)},
        "very_old": [_share_from(people, one, 80) for one in (day, firsts[-1])],
    }


def _ages(people: list[Person], day: date) -> list[int]:
    counted = Counter(_class_of(person.age(day)) for person in people if person.lives_here(day))
    return [counted[at] for at in range(len(AGE_CLASSES))]


def _share_from(people: list[Person], day: date, age: int) -> float:
    here = [person.age(day) for person in people if person.lives_here(day)]
    return round(100 * sum(one >= age for one in here) / len(here), 1)


def _flows(people: list[Person], year: int, residents: int) -> dict[str, float]:
    first, last = date(year, 1, 1), date(year, 12, 31)
    counted: Counter[str] = Counter()
    for person in people:
        begun = person.born if person.arrived is None else person.arrived
        if first <= begun <= last and (person.arrived is not None or person.born >= first):
            counted["born" if person.arrived is None else "came"] += 1
        gone = person.gone
        if gone is not None and first <= gone <= last and begun <= gone:
            counted["died" if person.died == gone else "left"] += 1
    return {name: round(1000 * counted[name] / residents, 1) for name in ("born", "died", "came", "left")}


def _households(people: list[Person], day: date) -> dict[str, float]:
    homes: dict[int, list[int]] = {}
    for person in people:
        if person.lives_here(day):
            homes.setdefault(person.household.serial, []).append(person.age(day))
    sizes = [len(ages) for ages in homes.values()]
    return {
        "households": len(homes),
        "single": sum(size == 1 for size in sizes),
        "children": sum(min(ages) < 25 and max(ages) - min(ages) >= 18 for ages in homes.values()),
        "size": round(sum(sizes) / len(sizes), 2),
        "largest": max(sizes),
    }
