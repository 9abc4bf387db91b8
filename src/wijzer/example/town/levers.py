"""Levers of the town: acties of the gemeente and influences from outside, each of which can be left out.

A lever changes thresholds and amounts, never which draw is made: so a town with and a town without it differ
only in what the lever does. Acties work on new decisions, so that their effect grows with the years. The size
of each follows what Westervoort published of it (shared source besparingen_westervoort), but the true effect
of all together is on purpose smaller than the saving that it claimed for 2021, about 40 per cent of it: a
gemeente that overestimates itself, which is what a method to estimate savings must be able to find
(docs/modelgemeente.md). Dates and costs are those of the programme where it gives them, else invented.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal

from wijzer.example.town.ageing import OLD, class_of

if TYPE_CHECKING:
    from wijzer.example.town.settings import Settings

WESTERVOORT, DUIVEN = "0293", "0226"
_WHOLE = 1_000
EVERY_AGE = (0, 130)


@dataclass(frozen=True, slots=True)
class Lever:
    """One lever. ``size``: its strength in Dutch words; ``needs``: the kinds of need that it can touch.

    ``yearly_cost``: what the actie itself costs, in cents of 2021 by gemeente, booked on ``taakveld``.
    ``until``: its last day; None goes on. ``inflow``: whether it changes who comes into care. ``ages``: the
    first and the last age that it can touch. ``prices_only``: the care itself stays as it is.
    """

    key: str
    title: str
    kind: Literal["actie", "invloed"]
    since: date
    until: date | None
    size: str
    needs: tuple[str, ...] = ()
    yearly_cost: Mapping[str, int] = field(default_factory=dict)
    taakveld: str = ""
    inflow: bool = False
    ages: tuple[int, int] = EVERY_AGE
    prices_only: bool = False

    def works(self, day: date) -> bool:
        """Say whether the lever works on a day, when it is pulled."""
        return self.since <= day and (self.until is None or day <= self.until)


_YOUTH = ("ambulant", "behandeling", "dyslexie", "dagbehandeling", "gezinshuis", "terreinverblijf",
          "jeugdbescherming", "zeer intensief verblijf")  # fmt: skip
_WMO = ("huishouden", "schoon huis", "begeleiding", "dagbesteding", "vervoer", "rolstoel", "beschermd wonen")
_ALL = (
    Lever("minder_uren", "Minder uren huishoudelijke ondersteuning", "actie", date(2020, 1, 1), None,
          "nieuwe indicaties zijn gemiddeld 20 minuten per week korter, herziene een half uur",
          ("huishouden",)),
    Lever("algemene_voorziening", "Algemene voorziening huishoudelijke ondersteuning", "actie",
          date(2021, 1, 1), None, "15% van de nieuwe vragen tot 85 jaar wordt geen maatwerkvoorziening",
          ("huishouden",), {WESTERVOORT: 1_900_000, DUIVEN: 3_200_000}, "6.1", inflow=True),
    Lever("vervoer", "Meer eigen vervoer naar dagbesteding", "actie", date(2020, 7, 1), None,
          "van de nieuwe bezoekers wordt 25% gehaald en gebracht in plaats van 45%",
          ("dagbesteding", "vervoer"), {WESTERVOORT: 500_000, DUIVEN: 800_000}, "6.1"),
    Lever("groepsbegeleiding", "Minder dagdelen groepsbegeleiding", "actie", date(2020, 7, 1), None,
          "nieuwe indicaties dagbesteding zijn een kwart lager", ("dagbesteding",)),
    Lever("begeleiding", "Minder uren begeleiding Wmo", "actie", date(2020, 7, 1), None,
          "nieuwe indicaties begeleiding zijn ruim een kwart lager", ("begeleiding",)),
    Lever("soj_poh", "Ondersteuner jeugd bij de huisarts (SOJ en POH)", "actie", date(2020, 7, 1), None,
          "25% minder nieuwe behandelingen en 5% minder nieuwe ambulante hulp", ("behandeling", "ambulant"),
          {WESTERVOORT: 2_200_000, DUIVEN: 4_600_000}, "6.2", inflow=True, ages=(0, 17)),
    Lever("jongerencoach", "Meer inzet van de jongerencoach", "actie", date(2020, 7, 1), None,
          "nieuwe ambulante hulp vanaf 12 jaar is een kwart korter en lichter", ("ambulant",),
          {WESTERVOORT: 2_300_000, DUIVEN: 3_800_000}, "6.1", ages=(12, 17)),
    Lever("dyslexie", "Strengere regels voor dyslexiezorg", "actie", date(2020, 7, 1), None,
          "20% minder nieuwe behandelingen, van ten hoogste 60 uur", ("dyslexie",), inflow=True),
    Lever("minder_aanbieders", "Minder aanbieders door nieuwe contracten", "actie", date(2020, 7, 1), None,
          "vier op de tien aanbieders blijven, met nieuwe nummers en 2% lagere tarieven", (*_WMO, *_YOUTH)),
    Lever("corona", "Corona", "invloed", date(2020, 3, 16), date(2022, 6, 30),
          "tot en met juni 2021 minder instroom en gebruik, daarna een jaar van inhalen", (*_WMO, *_YOUTH),
          inflow=True),
    Lever("dure_plaatsing", "Eén zeer dure plaatsing", "invloed", date(2021, 9, 1), None,
          "één kind per gemeente woont ruim een jaar in een zeer intensieve instelling",
          ("zeer intensief verblijf",)),
    Lever("tarieven", "Jaarlijkse indexatie van tarieven", "invloed", date(2020, 1, 1), None,
          "2 tot 6% per jaar, in 2024 19% boven 2019", (*_WMO, *_YOUTH), prices_only=True),
    Lever("vergrijzing", "Vergrijzing", "invloed", date(2020, 1, 1), None,
          "zonder: niet meer nieuwe vragen dan het aantal 65-plussers van het eerste jaar geeft",
          _WMO, inflow=True, ages=(OLD[0], 130)),
)  # fmt: skip
LEVERS = {lever.key: lever for lever in _ALL}
"""All levers by key, in the order in which they are told."""

_QUIET, _CATCHING_UP = date(2021, 6, 30), 1_060
_CORONA = {"dagbesteding": 700, "vervoer": 700, "huishouden": 940, "jeugdbescherming": 980,
           "gezinshuis": 970, "terreinverblijf": 970, "beschermd wonen": 970}  # fmt: skip
_FIRST_WEEKS = (date(2020, 4, 1), date(2020, 5, 1))
_CORONA_ELSE = 930
"""Thousandths of the inflow that is left during corona, by need, and of the needs not named."""
_USE = {
    "dagbesteding": (200, 850), "vervoer": (200, 850), "dagbehandeling": (400, 940),
    "begeleiding": (800, 975), "huishouden": (850, 985), "ambulant": (820, 975), "behandeling": (720, 970),
}  # fmt: skip
"""Thousandths of use that were left in the first weeks of corona (April and May 2020), and after those."""


def pulled(settings: Settings, key: str, day: date) -> bool:
    """Say whether a lever works on a day in the town that is asked for."""
    return key not in settings.without and LEVERS[key].works(day)


def inflow(settings: Settings, need_key: str, age: int, day: date) -> int:
    """Return by how many thousandths the yearly inflow of a need is multiplied for an age, on a day."""
    factor = _WHOLE
    if need_key == "huishouden" and age < 85 and pulled(settings, "algemene_voorziening", day):
        factor = factor * 850 // _WHOLE
    if need_key in ("behandeling", "ambulant") and pulled(settings, "soj_poh", day):
        factor = factor * (750 if need_key == "behandeling" else 950) // _WHOLE
    if need_key == "dyslexie" and pulled(settings, "dyslexie", day):
        factor = factor * 800 // _WHOLE
    if pulled(settings, "corona", day):
        change = _CORONA.get(need_key, _CORONA_ELSE) if day <= _QUIET else _CATCHING_UP
        factor = factor * change // _WHOLE
    return factor


def months(settings: Settings, need_key: str, age: int, day: date) -> int:
    """Return by how many thousandths the duration of care is multiplied that begins on a day."""
    if need_key == "ambulant" and age >= 12 and pulled(settings, "jongerencoach", day):
        return 750
    return _WHOLE


def older(settings: Settings, shares: Mapping[tuple[int, int], int], age: int, year: int) -> int:
    """Return by how many thousandths ageing multiplies the inflow of an age: less only when it is left out.

    Without ageing as many people of 65 and older come into care as when there were no more of them than in
    the first year: of each class of age the share that was added since has no inflow. ``shares``: what
    ``ageing`` counted of the population.
    """
    if age < OLD[0] or "vergrijzing" not in settings.without:
        return _WHOLE
    return shares.get((year, class_of(age)), _WHOLE)


def use(settings: Settings, product_key: str, month: date) -> int:
    """Return by how many thousandths the use of granted care is multiplied in a month."""
    if product_key not in _USE or not _FIRST_WEEKS[0] <= month <= _QUIET or "corona" in settings.without:
        return _WHOLE
    closed, later = _USE[product_key]
    return closed if month <= _FIRST_WEEKS[1] else later
