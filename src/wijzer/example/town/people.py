"""People, households and addresses of one gemeente: what is true of one of them on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wijzer.example.town import identities
from wijzer.example.town.places import Buurt


@dataclass(frozen=True, slots=True)
class Address:
    """Where a household lives from a day on (its first address: from before any day that is asked for)."""

    since: date
    buurt: Buurt
    postcode: str
    house: int


@dataclass(slots=True, eq=False)
class Household:
    """People who live together; ``left`` is the last day in the gemeente when they moved away.

    ``addresses`` are in order of time. ``old``: which share of the older residents of the gemeente was
    there in the first year, the same for all its households (see ``ageing``).
    """

    gemeente: str
    serial: int
    addresses: list[Address]
    members: list[Person] = field(default_factory=list)
    left: date | None = None
    old: dict[tuple[int, int], int] = field(default_factory=dict)

    def at(self, day: date) -> Address:
        """Return the address on a day."""
        for address in reversed(self.addresses):
            if address.since <= day:
                return address
        return self.addresses[0]

    def adults(self, day: date) -> int:
        """Return how many people of eighteen and older live here on a day."""
        return sum(1 for person in self.members if person.lives_here(day) and person.age(day) >= 18)


@dataclass(slots=True, eq=False)
class Person:
    """An invented resident. ``sex`` is 1 (man) or 2 (woman); ``arrived`` None is from before the start.

    ``possible``: kinds of need that can come at all, once that was asked (see ``needs``).
    """

    serial: int
    gemeente: str
    bsn: str
    born: date
    sex: str
    household: Household
    arrived: date | None = None
    died: date | None = None
    possible: tuple[str, ...] | None = None

    @property
    def surname(self) -> str:
        """The invented surname."""
        return identities.surname(self.household.serial)

    @property
    def first_name(self) -> str:
        """The invented first name."""
        return identities.first_name(self.serial)

    @property
    def gone(self) -> date | None:
        """The last day of living in the gemeente, if there is one."""
        left, died = self.household.left, self.died
        return left if died is None or (left is not None and left < died) else died

    def age(self, day: date) -> int:
        """Return the age in whole years on a day."""
        return day.year - self.born.year - ((day.month, day.day) < (self.born.month, self.born.day))

    def birthday(self, age: int) -> date:
        """Return the day on which an age is reached (of 29 February: the first of March)."""
        year = self.born.year + age
        leap = (self.born.month, self.born.day) == (2, 29)
        return date(year, 3, 1) if leap else self.born.replace(year=year)

    def lives_here(self, day: date) -> bool:
        """Say whether the person lives in the gemeente on a day."""
        if self.born > day or (self.arrived is not None and self.arrived > day):
            return False
        gone = self.gone
        return gone is None or gone >= day
