"""The kinds of need: how many have them at which age, for how long, and who sends them to care.

Shares are per million residents of an age band: those in care on the first day, and those that come into
care in a year. They are set so that the town lies near published figures: household help 24 to 26 clients
per thousand residents in half a year (CBS, Wmo, gemeenten of 10,000 to 50,000 residents, 2019), youth care
near one in eight under eighteen (kerncijfers of Duiven 12.5%, towns of its kind 10.4%), cost by age as CPB
tells (uitgaven per leeftijd 2022: youth most at 17, Wmo rising from 75 on). Durations of youth care follow
what CBS tells of ended care: a third within half a year, a seventh longer than two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

Band = tuple[int, int, int]
"""Younger than this age; per million in care at the start; per million that come in a year."""
Weights = tuple[tuple[int, int], ...]
_OLDEST, _AROUND = 130, 8
ADULT = 18
TOWN, BY_TOWN = 0, 1
"""Not a request but the municipal road; a request (315) of which the gemeente is the referrer."""


@dataclass(frozen=True)
class Need:
    """One kind of need, met by one product.

    ``months``: how long it lasts. ``season``: weights of the months in which it begins. ``referrers``: who
    sends, by code of list COD327 (``TOWN``: nobody, the gemeente decides without a request). ``shared``: how
    far the susceptibility of the household counts, in thousandths (above 1000: the need gathers in families
    that have many). ``alone``: thousandths of the chance for
    who is the only adult of a household, and for all others. ``wlz``: share that ends in care of the Wlz,
    ``back``: share that comes back within a year, both per million.
    """

    key: str
    bands: tuple[Band, ...]
    months: Weights
    season: Weights
    referrers: Weights = ((TOWN, 1),)
    shared: int = 1_000
    alone: tuple[int, int] = (1_000, 1_000)
    wlz: int = 0
    back: int = 60_000

    @cached_property
    def rates(self) -> tuple[tuple[int, int], ...]:
        """The two shares of every age from 0."""
        return tuple(self._rates())

    def _rates(self) -> Iterator[tuple[int, int]]:
        for age in range(_OLDEST):
            found = next((band for band in self.bands if age < band[0]), (0, 0, 0))
            yield found[1], found[2]

    @cached_property
    def ages(self) -> tuple[int, int]:
        """The first and the last age at which it comes."""
        some = [age for age, shares in enumerate(self.rates) if any(shares)]
        return some[0], some[-1]

    @cached_property
    def peaks(self) -> tuple[int, ...]:
        """The larger share at an age, and at all ages some years before and after it."""
        return tuple(
            max(max(shares) for shares in self.rates[max(0, age - _AROUND) : age + _AROUND])
            for age in range(_OLDEST)
        )

    @property
    def youth(self) -> bool:
        """Whether it is met by youth care, which ends at eighteen."""
        return self.bands[-1][0] <= ADULT


_LONG = ((12, 10), (24, 20), (36, 25), (60, 30), (96, 15))
_MIDDLE = ((6, 12), (12, 28), (18, 20), (24, 22), (48, 18))
_SHORT = ((2, 13), (4, 14), (9, 31), (17, 24), (30, 10), (44, 5), (60, 3))
_STAYS = ((2, 14), (5, 22), (9, 26), (15, 22), (24, 10), (36, 6))
_EVEN = ((1, 9), (2, 8), (3, 9), (4, 8), (5, 8), (6, 8), (7, 7), (8, 7), (9, 9), (10, 9), (11, 9), (12, 7))
_SCHOOL = ((1, 104), (2, 92), (3, 108), (4, 92), (5, 90), (6, 96), (7, 58), (8, 44), (9, 108), (10, 112),
           (11, 112), (12, 74))  # fmt: skip
"""Youth care begins least in the summer and at Christmas, when schools are closed."""

NEEDS = (
    Need("huishouden", ((18, 0, 0), (65, 5_000, 1_550), (75, 31_000, 11_500), (85, 134_000, 48_000),
                        (200, 340_000, 130_000)), _LONG, _EVEN, shared=200, alone=(1_500, 680), wlz=70_000),
    Need("schoon huis", ((65, 0, 0), (75, 900, 280), (200, 4_500, 1_350)), _LONG, _EVEN, shared=200,
         alone=(1_500, 680), wlz=40_000),
    Need("begeleiding", ((18, 0, 0), (26, 16_000, 10_300), (65, 10_700, 7_000), (200, 6_300, 4_200)),
         _MIDDLE, _EVEN, ((TOWN, 88), (BY_TOWN, 6), (6, 6)), shared=1_400, alone=(1_500, 850), wlz=25_000,
         back=130_000),
    Need("dagbesteding", ((18, 0, 0), (65, 2_300, 1_200), (75, 4_000, 2_500), (200, 14_500, 9_200)), _MIDDLE,
         _EVEN, shared=400, alone=(1_100, 950), wlz=160_000, back=90_000),
    Need("rolstoel", ((18, 0, 0), (65, 3_000, 700), (200, 16_000, 4_300)), _LONG, _EVEN, shared=200,
         wlz=60_000),
    Need("beschermd wonen", ((18, 0, 0), (26, 2_200, 850), (65, 900, 350)), _MIDDLE, _EVEN,
         shared=1_400, alone=(2_000, 600), wlz=170_000, back=120_000),
    Need("ambulant", ((4, 9_000, 9_000), (12, 35_000, 34_000), (15, 40_000, 39_000), (18, 50_000, 48_000)),
         _SHORT, _SCHOOL, ((TOWN, 43), (BY_TOWN, 5), (2, 24), (3, 3), (4, 8), (5, 3), (6, 14)), back=170_000),
    Need("behandeling", ((4, 3_500, 3_500), (12, 29_000, 28_000), (15, 38_000, 38_000), (18, 50_000, 50_000)),
         _SHORT, _SCHOOL, ((TOWN, 8), (BY_TOWN, 4), (2, 58), (3, 4), (4, 4), (5, 7), (6, 15)), back=150_000),
    Need("dyslexie", ((7, 0, 0), (12, 20_000, 19_000)), ((12, 1),), _SCHOOL,
         ((TOWN, 45), (BY_TOWN, 10), (2, 5), (6, 40)), shared=100, back=20_000),
    Need("dagbehandeling", ((3, 5_500, 5_000), (10, 9_500, 7_500)), _SHORT, _SCHOOL,
         ((TOWN, 35), (BY_TOWN, 5), (2, 25), (3, 10), (5, 10), (6, 15)), back=90_000),
    Need("gezinshuis", ((2, 0, 0), (12, 3_000, 1_450), (15, 4_700, 2_600), (18, 7_000, 3_700)), _MIDDLE,
         _EVEN, ((TOWN, 34), (BY_TOWN, 3), (4, 45), (6, 15), (8, 3)), shared=2_500, back=80_000),
    Need("terreinverblijf", ((8, 0, 0), (12, 2_000, 2_200), (15, 6_200, 6_200), (18, 11_000, 10_500)), _STAYS,
         _EVEN,
         ((TOWN, 22), (BY_TOWN, 3), (2, 15), (4, 40), (5, 8), (6, 10), (8, 2)), shared=2_500, back=150_000),
    Need("jeugdbescherming", ((12, 3_700, 1_400), (18, 5_200, 2_200)), _MIDDLE, _EVEN, ((4, 92), (8, 8)),
         shared=2_500),
)  # fmt: skip
RESIDENCE = frozenset({"gezinshuis", "terreinverblijf"})
OF_GEMEENTE = {"0293": (1_450, 830), "0226": (600, 1_090)}
"""Thousandths of the chance of residence, and of all other youth care, by gemeente: Westervoort spent a third
more on youth per child than Duiven (uitgaven_2019), while in Duiven more children got care (kerncijfers)."""
BY_KEY = {need.key: need for need in NEEDS}
KEYS = (*BY_KEY, "vervoer")
"""All kinds of care, the drive to dagbesteding last. Numbers of toewijzingen are built on their order."""
