"""Who gets what in the example: groups of equal clients, so that every number can be made on paper.

The counts in this module are the whole truth of the example. `tests/example/hand_calculation.md` starts
from the same counts and makes every published number by hand, without this code.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tests.small_town.days import BEGIN, MESSAGES_FROM, QUARTERS, event_day, shift
from tests.small_town.people import Person, person
from tests.small_town.products import PRODUCTS, Product

WESTERVOORT, DUIVEN = "0293", "0226"
TOWNS = (WESTERVOORT, DUIVEN)
_ELDERLY, _YOUTH = date(1931, 1, 1), date(2006, 1, 1)
_DAY = timedelta(days=1)
OPEN_UNTIL = date(2024, 12, 29)
"""The end date of every toewijzing that has one: 365 whole weeks after the first of January 2018."""


@dataclass(frozen=True)
class Town:
    """The counts of one town. Lists per quarter run from 2019-Q1; what is not named does not happen."""

    code: str
    three_hours: int  # clients with 3 hours of household help a week
    four_hours: int
    two_hours: int
    by_result: int  # clients with household help by result: no hours
    fewer_hours: dict[str, int]  # clients that go from 3 to 2 hours, by quarter
    stable: dict[str, int]  # product → clients all the time
    stops: dict[tuple[str, str], int]  # (product, quarter) → clients that stop
    starts: dict[tuple[str, str], int]  # (product, quarter) → clients that start
    transport: int  # clients of dagbesteding who also have transport
    both_youth: int  # clients of ambulant who also have dyslexia care
    stays: Mapping[str, tuple[int, ...]]  # quarter of the end → quarters that each stay lasted


def _per_quarter(years: range, count: int) -> dict[str, int]:
    return {quarter: count for quarter in QUARTERS if int(quarter[:4]) in years}


def _spread(product: str, counts: dict[str, int]) -> dict[tuple[str, str], int]:
    return {(product, quarter): count for quarter, count in counts.items()}


_LATER = tuple(f"2023-Q{quarter}" for quarter in range(1, 5))  # ends that are not known yet

TOWN_COUNTS = (
    Town(
        code=WESTERVOORT,
        three_hours=93,
        four_hours=7,
        two_hours=0,
        by_result=5,
        fewer_hours={"2020-Q3": 1, "2020-Q4": 1, "2021-Q1": 2, "2021-Q2": 2, "2021-Q3": 2, "2021-Q4": 2}
        | _per_quarter(range(2022, 2023), 3),
        stable={"begeleiding": 40, "dagbesteding": 24, "rolstoel": 15, "beschermd wonen": 6, "ambulant": 70,
                "dyslexie": 14, "dagbehandeling": 16, "gezinshuis": 10, "jeugdbescherming": 9},
        stops={("dagbesteding", "2020-Q3"): 2, ("dagbesteding", "2021-Q1"): 2, ("dagbesteding", "2021-Q3"): 2}
        | _spread("dagbesteding", _per_quarter(range(2022, 2023), 1))
        | {("begeleiding", "2022-Q2"): 2, ("begeleiding", "2022-Q4"): 2}
        | {("ambulant", "2020-Q2"): 2, ("ambulant", "2021-Q2"): 2}
        | _spread("ambulant", _per_quarter(range(2022, 2023), 3)),
        starts={("begeleiding", "2020-Q2"): 2, ("begeleiding", "2021-Q2"): 1}
        | _spread("ambulant", _per_quarter(range(2022, 2023), 2)),
        transport=12,
        both_youth=8,
        stays=dict.fromkeys((*QUARTERS, *_LATER), (4,)),
    ),
    Town(
        code=DUIVEN,
        three_hours=40,
        four_hours=0,
        two_hours=10,
        by_result=3,
        fewer_hours={"2020-Q4": 1, "2021-Q1": 1, "2021-Q2": 1, "2021-Q3": 1, "2021-Q4": 1, "2022-Q1": 1,
                     "2022-Q2": 1, "2022-Q3": 1, "2022-Q4": 2},
        stable={"begeleiding": 55, "dagbesteding": 30, "rolstoel": 20, "beschermd wonen": 8, "ambulant": 90,
                "dyslexie": 20, "dagbehandeling": 20, "gezinshuis": 14, "jeugdbescherming": 12},
        stops={("dagbesteding", "2020-Q4"): 1, ("dagbesteding", "2021-Q3"): 2}
        | _spread("dagbesteding", _per_quarter(range(2022, 2023), 1))
        | {("ambulant", "2021-Q2"): 4}
        | _spread("ambulant", _per_quarter(range(2022, 2023), 2)),
        starts={("begeleiding", "2021-Q1"): 2}
        | _spread("begeleiding", _per_quarter(range(2022, 2023), 1))
        | _spread("ambulant", _per_quarter(range(2022, 2023), 2)),
        transport=10,
        both_youth=10,
        stays={quarter: (5, 5, 5) for quarter in QUARTERS if quarter < "2021"}
        | {quarter: (5, 5, 4) for quarter in QUARTERS if "2021" < quarter < "2022"}
        | {quarter: (4, 4, 3) for quarter in QUARTERS if quarter > "2022"}
        | dict.fromkeys(_LATER, (4, 4, 4)),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class Toewijzing:
    """One toewijzing of the example and what became of it."""

    number: int
    product: Product
    person: Person
    begin: date
    stop: date | None = None
    stop_reason: str = ""
    end: date | None = OPEN_UNTIL
    volume: int = 1
    unit: str = ""
    frequency: str = "2"
    replaced_by: int | None = None
    replaces: int | None = None

    @property
    def from_history(self) -> bool:
        """Whether the toewijzing was given before messages began."""
        return self.begin < event_day(MESSAGES_FROM)


class Registration:
    """Gives out people and numbers of one town, in a fixed order."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._people = 0
        self._numbers = 0

    def someone(self, wet: str) -> Person:
        """Return the next invented inhabitant: elderly for the Wmo, a child for the Jeugdwet."""
        self._people += 1
        return person(self._people, self.code, _ELDERLY if wet == "wmo" else _YOUTH)

    def number(self) -> int:
        """Return the next number of a toewijzing."""
        self._numbers += 1
        return 10_000 + self._numbers

    def give(self, key: str, who: Person, begin: date = BEGIN, volume: int = 3) -> Toewijzing:
        """Give a product to a person."""
        product = PRODUCTS[key]
        return Toewijzing(self.number(), product, who, begin, volume=volume, unit=product.unit)


def household_help(town: Town, registration: Registration) -> Iterator[Toewijzing]:
    """Yield household help: hours a week said in several ways, and the step from 3 to 2 hours."""
    days = [event_day(quarter) for quarter, count in town.fewer_hours.items() for _ in range(count)]
    for index in range(town.three_hours):
        first = registration.give("huishouden", registration.someone("wmo"))
        if index < len(days):
            second = registration.give("huishouden", first.person, days[index], volume=2)
            yield replace(first, stop=days[index] - _DAY, stop_reason="36", replaced_by=second.number)
            yield replace(second, replaces=first.number)
        elif index >= town.three_hours - 10:
            yield replace(first, volume=180, unit="01")  # 180 minutes a week
        elif index == town.three_hours - 11:
            yield replace(first, volume=1095, frequency="6")  # 365 weeks of 3 hours
        else:
            yield first
    for index in range(town.four_hours):
        first = registration.give("huishouden", registration.someone("wmo"), volume=4)
        yield replace(first, volume=1, unit="16") if index < 3 else first  # a dagdeel is 4 hours
    for _ in range(town.two_hours):
        yield registration.give("huishouden", registration.someone("wmo"), volume=2)
    for _ in range(town.by_result):
        result = registration.give("schoon huis", registration.someone("wmo"), volume=1)
        yield replace(result, frequency="4")


def other_care(town: Town, registration: Registration) -> Iterator[Toewijzing]:
    """Yield all other products: clients who stay, who stop and who start."""
    given: dict[str, list[Person]] = {}
    for key, count in town.stable.items():
        wet = PRODUCTS[key].wet
        given[key] = [] if key != "dyslexie" else given["ambulant"][-town.both_youth :]
        given[key] = given[key] + [registration.someone(wet) for _ in range(count - len(given[key]))]
        stops = [event_day(q) - _DAY for (k, q), n in town.stops.items() if k == key for _ in range(n)]
        reason = "19" if wet == "wmo" else "31"
        for index, who in enumerate(given[key]):
            care = registration.give(key, who)
            yield replace(care, stop=stops[index], stop_reason=reason) if index < len(stops) else care
    for who in given["dagbesteding"][-town.transport :]:
        yield registration.give("vervoer", who, volume=4)
    for (key, quarter), count in town.starts.items():
        for _ in range(count):
            yield registration.give(key, registration.someone(PRODUCTS[key].wet), event_day(quarter))


def stays(town: Town, registration: Registration) -> Iterator[Toewijzing]:
    """Yield stays on a care site, from event day to event day; the first of a quarter in two numbers."""
    for quarter, lengths in town.stays.items():
        for index, length in enumerate(lengths):
            begin, stop = event_day(shift(quarter, -length)), event_day(quarter)
            who = registration.someone("jw")
            known = stop if quarter <= QUARTERS[-1] else None
            reason = "31" if known else ""
            middle = event_day(shift(quarter, -2))
            if begin > event_day(QUARTERS[-1]):
                continue
            if index == 0 and length == 5 and stop < event_day(MESSAGES_FROM):
                first = registration.give("terreinverblijf", who, begin, volume=7)
                yield replace(first, stop=middle - _DAY, stop_reason="36")
                begin = middle
            yield replace(
                registration.give("terreinverblijf", who, begin, volume=7), stop=known, stop_reason=reason
            )


def toewijzingen(town: Town, registration: Registration) -> list[Toewijzing]:
    """Return every toewijzing of a town, special cases aside."""
    return [
        *household_help(town, registration),
        *other_care(town, registration),
        *stays(town, registration),
    ]
