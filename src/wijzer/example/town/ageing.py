"""Ageing: how many more residents of 65 and older there are than in the first year, by class of age.

A class is counted in the middle of the year, by the ages that ``needs`` goes by. What it gives is the share
of a class, in thousandths, that was there in the first year; all above that is what ageing added.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date

from wijzer.example.town.people import Person

Shares = dict[tuple[int, int], int]
"""Thousandths by year and class (its lowest age); a class that did not grow counts whole."""
OLD = (65, 75, 85)
"""The lowest age of each class; the last is open."""
WHOLE = 1_000


def age_in(person: Person, year: int) -> int:
    """Return the age in the middle of a year; negative before birth."""
    return year - person.born.year - (person.born.month > 6)


def class_of(age: int) -> int:
    """Return the lowest age of the class of an age of 65 or more."""
    return max(low for low in OLD if low <= age)


def shares(people: Iterable[Person], first_year: int, last_year: int) -> Shares:
    """Return which share of each class was there in the first year."""
    counts: Counter[tuple[int, int]] = Counter()
    years = [(year, date(year, 7, 1)) for year in range(first_year, last_year + 1)]
    for person in people:
        if age_in(person, last_year) < OLD[0]:
            continue
        for year, day in years:
            age = age_in(person, year)
            if age >= OLD[0] and person.lives_here(day):
                counts[year, class_of(age)] += 1
    return {
        (year, low): min(WHOLE, counts[first_year, low] * WHOLE // counts[year, low])
        for year, _ in years
        for low in OLD
        if counts[year, low]
    }
