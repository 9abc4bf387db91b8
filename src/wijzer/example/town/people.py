"""People and households of one gemeente: who lives there, is born, dies, comes and goes.

Everything here is drawn per person or household and year, apart from any care: so the population is the
same whatever care is given. Rates are rounded from Dutch population statistics (CBS, Bevolking; sterfte naar
leeftijd 2019): about ten births and nine deaths per thousand residents a year, one in thirty households
that moves out of the gemeente (older ones seldom), and somewhat more that come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from wijzer.example.town import identities
from wijzer.example.town.places import AGE_CLASSES, Buurt, Gemeente
from wijzer.example.town.settings import Settings

_MORTALITY = ((1, 3_500), (50, 400), (60, 3_500), (70, 9_500), (75, 20_000), (80, 35_000), (85, 65_000),
              (90, 120_000), (200, 240_000))  # fmt: skip
"""Deaths per million in a year: (younger than this age, number)."""
_BIRTHS = 98_000
_LEAVING, _LEAVING_OLD, _COMING = 42_000, 10_000, 44_000
_OLD = ((5, 30), (10, 25), (15, 19), (20, 14), (25, 8), (30, 4))
"""How the residents of 65 and older are spread: (years above 65 less than this, weight)."""


@dataclass(slots=True)
class Household:
    """People at one address; ``left`` is the last day in the gemeente when they moved away."""

    serial: int
    buurt: Buurt
    postcode: str
    house: int
    members: list[Person] = field(default_factory=list)
    left: date | None = None


@dataclass(slots=True)
class Person:
    """An invented resident. ``sex`` is 1 (man) or 2 (woman); ``arrived`` None is from before the start."""

    serial: int
    gemeente: str
    bsn: str
    born: date
    sex: str
    household: Household
    arrived: date | None = None
    died: date | None = None

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
        days = [day for day in (self.died, self.household.left) if day]
        return min(days) if days else None

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
        return (
            self.born <= day
            and (self.arrived is None or self.arrived <= day)
            and (self.gone is None or self.gone >= day)
        )


class Population:
    """All people of one gemeente over all years, in the order in which they appeared."""

    def __init__(self, place: Gemeente, settings: Settings) -> None:
        self.place = place
        self.people: list[Person] = []
        self.households: list[Household] = []
        self._settings = settings
        self._chance = settings.chance
        parts = identities.allotted(settings.gemeenten, settings.scale)
        self._bsns = identities.bsns(*parts[place.code])
        self._houses = dict.fromkeys(place.buurten, 0)
        for buurt in place.buurten:
            self._settle(buurt)
        for year in range(settings.first_year, settings.last_year + 1):
            self._live(year)

    def _draw(self, *place: object) -> tuple[object, ...]:
        return ("mensen", self.place.code, *place)

    def _household(self, buurt: Buurt) -> Household:
        self._houses[buurt] += 1
        number = self.place.buurten.index(buurt)
        postcode = identities.postcode(self.place.postcode_from, number)
        made = Household(len(self.households) + 1, buurt, postcode, self._houses[buurt])
        self.households.append(made)
        return made

    def _person(self, household: Household, born: date, arrived: date | None = None) -> Person:
        serial = len(self.people) + 1
        sex = str(1 + self._chance.below(2, *self._draw("geslacht", serial)))
        made = Person(serial, self.place.code, next(self._bsns), born, sex, household, arrived)
        household.members.append(made)
        self.people.append(made)
        return made

    def _scaled(self, count: int, *place: object) -> int:
        """Return one in ``scale`` of a count; what is left of the division by chance."""
        whole, rest = divmod(count, self._settings.scale)
        return whole + (self._chance.below(self._settings.scale, *self._draw(*place)) < rest)

    def _settle(self, buurt: Buurt) -> None:
        """Make the residents of a buurt on the first day: alone, as couples, and children with couples."""
        born: list[list[date]] = []
        for number, residents in enumerate(buurt.residents):
            count = self._scaled(residents, buurt.code, number)
            born.append([self._birth(buurt, number, place) for place in range(count)])
        children, adults = sorted(born[0] + born[1]), sorted(day for group in born[2:] for day in group)
        alone = min(self._scaled(buurt.single, buurt.code, "alleen"), len(adults))
        order = sorted(
            range(len(adults)), key=lambda at: (self._chance.bits(*self._draw(buurt.code, "alleen", at)), at)
        )
        single = set(order[:alone])
        for at in sorted(single):
            self._person(self._household(buurt), adults[at])
        couples = [adults[at] for at in range(len(adults)) if at not in single]
        homes: list[Household] = []
        for at in range(0, len(couples), 2):
            home = self._household(buurt)
            for day in couples[at : at + 2]:
                self._person(home, day)
            homes.append(home)
        parents = [home for home in homes if 1954 <= home.members[0].born.year <= 1996] or homes
        for at, day in enumerate(children):
            chosen = self._chance.below(len(parents), *self._draw(buurt.code, "ouders", at)) if parents else 0
            self._person(parents[chosen] if parents else self._household(buurt), day)

    def _birth(self, buurt: Buurt, number: int, place: int) -> date:
        low, high = AGE_CLASSES[number]
        draw = self._draw(buurt.code, number, place)
        if number == len(AGE_CLASSES) - 1:
            band = self._chance.weighed(_OLD, *draw, "klasse")
            age = low + band - 5 + self._chance.below(5, *draw, "leeftijd")
        else:
            age = self._chance.between(low, high, *draw, "leeftijd")
        year = self._settings.first_year - age - 1
        return date(year, 1, 2) + timedelta(days=self._chance.below(364, *draw))

    def _live(self, year: int) -> None:
        """Live one year: deaths and moves of those who are there, births, and newcomers."""
        first, last = date(year, 1, 1), date(year, 12, 31)
        present = [home for home in self.households if home.left is None]
        for home in present:
            if self._chance.happens(_leaving(home, first), *self._draw("weg", home.serial, year)):
                home.left = first + timedelta(days=self._chance.below(365, *self._draw("wegop", home.serial)))
            for person in home.members:
                if person.died is None and self._chance.happens(
                    _deaths(person.age(last)), *self._draw("dood", person.serial, year)
                ):
                    day = first + timedelta(
                        days=self._chance.below(365, *self._draw("doodop", person.serial))
                    )
                    person.died = max(day, person.born + timedelta(days=1))
        for mother in list(self._mothers(present, first)):
            day = first + timedelta(days=self._chance.below(365, *self._draw("geboren", mother.serial, year)))
            if mother.lives_here(day):
                self._person(mother.household, day)
        for buurt in self.place.buurten:
            here = sum(1 for home in present if home.buurt is buurt)
            coming = here * _COMING
            count = coming // 1_000_000 + self._chance.happens(
                coming % 1_000_000, *self._draw("komst", buurt.code, year)
            )
            for number in range(count):
                self._arrive(buurt, first, self._draw("komst", buurt.code, year, number))

    def _mothers(self, homes: list[Household], day: date) -> Iterator[Person]:
        for home in homes:
            if len(home.members) < 2:
                continue
            for person in home.members[:2]:
                fertile = person.sex == "2" and 21 <= person.age(day) <= 40
                if fertile and self._chance.happens(_BIRTHS, *self._draw("kind", person.serial, day.year)):
                    yield person

    def _arrive(self, buurt: Buurt, first: date, draw: tuple[object, ...]) -> None:
        home = self._household(buurt)
        day = first + timedelta(days=self._chance.below(365, *draw, "dag"))
        age = self._chance.between(22, 60, *draw, "leeftijd")
        adults = 1 + self._chance.below(2, *draw, "samen")
        children = self._chance.below(3, *draw, "kinderen") if adults == 2 and age < 48 else 0
        ages = [age] * adults + [
            self._chance.below(min(age - 20, 17), *draw, number) for number in range(children)
        ]
        for number, years in enumerate(ages):
            born = day - timedelta(
                days=years * 365 + years // 4 + self._chance.between(1, 365, *draw, "op", number)
            )
            self._person(home, born, day)


def _deaths(age: int) -> int:
    return next(number for limit, number in _MORTALITY if age < limit)


def _leaving(home: Household, day: date) -> int:
    return _LEAVING_OLD if home.members[0].age(day) >= 65 else _LEAVING
