"""The population of one gemeente: who lives there, is born, dies, comes, goes and moves house.

Everything here is drawn per person or household and year, apart from any care: so the population is the
same whatever care is given. Rates are rounded from Dutch population statistics (CBS, Bevolking; sterfte naar
leeftijd 2019): nine deaths per thousand residents a year, one in twenty-five households that moves out of the
gemeente (older ones seldom), about as many that come, and one in twenty that moves to another house in it.
About seven children are born per thousand residents a year, fewer than in the Netherlands (ten).
"""

from __future__ import annotations

from datetime import date, timedelta

from wijzer.example.town import ageing, homes, identities
from wijzer.example.town.chance import MILLION, scaled
from wijzer.example.town.people import Address, Household, Person
from wijzer.example.town.places import AGE_CLASSES, Buurt, Gemeente
from wijzer.example.town.settings import Settings

_MORTALITY = ((1, 3_500), (50, 350), (60, 2_600), (65, 6_000), (70, 9_500), (75, 16_000), (80, 28_000),
              (85, 52_000), (90, 98_000), (200, 205_000))  # fmt: skip
"""Deaths per million in a year: (younger than this age, number)."""
_DEATHS = tuple(next(number for limit, number in _MORTALITY if age < limit) for age in range(200))
_BIRTHS = 150_000
"""Per million women of 21 to 40 who live with someone, in a year."""
_LEAVING = ((45, 52_000), (65, 15_000), (200, 9_000))
_MOVING = ((45, 75_000), (65, 35_000), (200, 22_000))
"""Households per million that leave the gemeente, or move within it: by the age of the first."""
_LARGEST = 6
"""No child is born in a household of so many."""
_COMING = 29_000
"""New households in a year, per million that are there."""
_AGES = ((22, 23), (28, 19), (34, 13), (40, 12), (48, 12), (56, 9), (64, 7), (72, 5))
"""Newcomers: from this age up to eight years older, with weights."""
_OLD = ((5, 30), (10, 25), (15, 19), (20, 14), (25, 8), (30, 4))
"""How the residents of 65 and older are spread: (years above 65 less than this, weight)."""
_TOGETHER = ((1, 38), (2, 62))
_CHILDREN = {1: ((0, 82), (1, 11), (2, 7)), 2: ((0, 38), (1, 24), (2, 28), (3, 10))}
"""Newcomers: one or two adults, and how many children come along, with weights."""
_SERIES_FROM = 2019
"""The year of the first of a series of draws; the last two are for what is no matter of a year."""


class Population:
    """All people of one gemeente over all years, in the order in which they appeared."""

    def __init__(self, place: Gemeente, settings: Settings) -> None:
        self.place = place
        self.people: list[Person] = []
        self.households: list[Household] = []
        self._settings = settings
        self._old: ageing.Shares = {}
        self._chance = settings.chance
        self._bsns = identities.bsns(*identities.allotted(settings.gemeenten, settings.scale)[place.code])
        self._houses = dict.fromkeys(place.buurten, 0)
        self._postcodes = {
            buurt: identities.postcode(place.postcode_from, at) for at, buurt in enumerate(place.buurten)
        }
        self._weights = [(at, buurt.households) for at, buurt in enumerate(place.buurten)]
        self._births: dict[int, list[tuple[Person, date]]] = {}
        for buurt in place.buurten:
            self._settle(buurt)
        for year in range(settings.first_year, settings.last_year + 1):
            self._live(year)
        self._old |= ageing.shares(self.people, settings.first_year, settings.last_year)

    def _draw(self, *place: object) -> tuple[object, ...]:
        return ("mensen", self.place.code, *place)

    def _address(self, buurt: Buurt, since: date) -> Address:
        """Return the next house of a buurt."""
        self._houses[buurt] += 1
        return Address(since, buurt, self._postcodes[buurt], self._houses[buurt])

    def _household(self, buurt: Buurt, born: list[date], arrived: date | None = None) -> Household:
        """Make a household of people who live there from now on, and draw what will become of it."""
        home = Household(
            self.place.code, len(self.households) + 1,
            [self._address(buurt, arrived or self._settings.start)], old=self._old,
        )  # fmt: skip
        self.households.append(home)
        for day in born:
            self._person(home, day, arrived)
        self._move(home, arrived)
        if len(born) > 1:
            for person in home.members[:2]:
                self._expect(person, arrived)
        return home

    def _person(self, household: Household, born: date, arrived: date | None = None) -> Person:
        """Make a person, and draw when she dies."""
        serial = len(self.people) + 1
        draws = self._chance.series(*self._draw("mens", serial))
        sex = str(1 + scaled(draws[-1], 2))
        made = Person(serial, self.place.code, next(self._bsns), born, sex, household, arrived)
        since = max(born.year, self._settings.first_year) if arrived is None else arrived.year + 1
        for year in range(since, self._settings.last_year + 1):
            if scaled(draws[year - _SERIES_FROM], MILLION) < _DEATHS[year - born.year]:
                after = timedelta(days=self._chance.below(365, *self._draw("doodop", serial)))
                made.died = max(date(year, 1, 1) + after, born + timedelta(days=1))
                break
        household.members.append(made)
        self.people.append(made)
        return made

    def _move(self, home: Household, arrived: date | None) -> None:
        """Draw when a household moves away, and before that to another house."""
        away = self._chance.series(*self._draw("weg", home.serial))
        about = self._chance.series(*self._draw("verhuist", home.serial))
        head = home.members[0].born.year
        since = self._settings.first_year if arrived is None else arrived.year + 1
        for year in range(since, self._settings.last_year + 1):
            age = year - head
            if scaled(away[year - _SERIES_FROM], MILLION) < _rate(_LEAVING, age):
                home.left = self._day_in(year, "wegop", home.serial)
                return
            if scaled(about[year - _SERIES_FROM], MILLION) < _rate(_MOVING, age):
                to = self._chance.weighed(self._weights, *self._draw("waarheen", home.serial, year))
                day = self._day_in(year, "verhuisdag", home.serial, year)
                home.addresses.append(self._address(self.place.buurten[to], day))

    def _expect(self, person: Person, arrived: date | None) -> None:
        """Draw in which years a woman of a couple has a child."""
        since = self._settings.first_year if arrived is None else arrived.year + 1
        ages = range(since - person.born.year, self._settings.last_year + 1 - person.born.year)
        if person.sex != "2" or not ages or ages[-1] < 22 or ages[0] > 41:
            return
        draws = self._chance.series(*self._draw("kind", person.serial))
        for year in range(since, self._settings.last_year + 1):
            fertile = 21 <= person.age(date(year, 1, 1)) <= 40
            if fertile and scaled(draws[year - _SERIES_FROM], MILLION) < _BIRTHS:
                day = self._day_in(year, "geboren", person.serial, year)
                if person.lives_here(day):
                    self._births.setdefault(year, []).append((person, day))

    def _day_in(self, year: int, *place: object) -> date:
        """Draw a day of a year; not the first, on which residents are counted."""
        return date(year, 1, 2) + timedelta(days=self._chance.below(364, *self._draw(*place)))

    def _scaled(self, count: int, *place: object) -> int:
        """Return one in ``scale`` of a count; what is left of the division by chance."""
        whole, rest = divmod(count, self._settings.scale)
        return whole + (self._chance.below(self._settings.scale, *self._draw(*place)) < rest)

    def _settle(self, buurt: Buurt) -> None:
        """Make the residents of a buurt on the first day."""
        born = [
            self._birth(buurt, number, place)
            for number, residents in enumerate(buurt.residents)
            for place in range(self._scaled(residents, buurt.code, number))
        ]
        single = self._scaled(buurt.single, buurt.code, "alleen")
        households = single + self._scaled(buurt.households - buurt.single, buurt.code, "samen")

        def draw(*place: object) -> int:
            return self._chance.bits(*self._draw(buurt.code, *place))

        for days in homes.plan(born, households, single, self._settings.start, draw):
            self._household(buurt, days)

    def _birth(self, buurt: Buurt, number: int, place: int) -> date:
        """Draw a birthday within a class of age."""
        low, high = AGE_CLASSES[number]
        draws = self._chance.series(*self._draw(buurt.code, number, place))
        if number == len(AGE_CLASSES) - 1:
            band = self._chance.weighed(_OLD, *self._draw(buurt.code, number, place, "klasse"))
            age = low + band - 5 + scaled(draws[0], 5)
        else:
            age = low + scaled(draws[0], high - low + 1)
        return date(self._settings.first_year - age - 1, 1, 2) + timedelta(days=scaled(draws[1], 364))

    def _live(self, year: int) -> None:
        """Live one year: births, and newcomers in proportion to who lives in a buurt."""
        first = date(year, 1, 1)
        present = dict.fromkeys(self.place.buurten, 0)
        for home in self.households:
            if home.left is None or home.left >= first:
                present[home.at(first).buurt] += 1
        for mother, day in self._births.get(year, ()):
            if len(mother.household.members) < _LARGEST:
                self._person(mother.household, day)
        for buurt, here in present.items():
            whole, rest = divmod(here * _COMING, MILLION)
            count = whole + self._chance.happens(rest, *self._draw("komst", buurt.code, year))
            for number in range(count):
                self._arrive(buurt, year, self._draw("komst", buurt.code, year, number))

    def _arrive(self, buurt: Buurt, year: int, draw: tuple[object, ...]) -> None:
        day = date(year, 1, 1) + timedelta(days=self._chance.below(365, *draw, "dag"))
        age = self._chance.weighed(_AGES, *draw, "klasse") + self._chance.below(8, *draw, "leeftijd")
        adults = self._chance.weighed(_TOGETHER, *draw, "samen")
        children = self._chance.weighed(_CHILDREN[adults], *draw, "kinderen") if age < 48 else 0
        ages = [age] * adults + [
            self._chance.below(min(age - 20, 17), *draw, number) for number in range(children)
        ]
        born = [
            day - timedelta(days=years * 365 + years // 4 + self._chance.between(1, 365, *draw, "op", number))
            for number, years in enumerate(ages)
        ]
        self._household(buurt, born, day)


def _rate(bands: tuple[tuple[int, int], ...], age: int) -> int:
    return next(number for limit, number in bands if age < limit)
