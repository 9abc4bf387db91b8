"""The eerste lijn: general practice, school, social work and the youth coach, by quarter.

Referrals by doctors that reach the town are also told here by the practice supporter (POH) whom many passed,
and those whom that supporter kept out of youth care are seen here instead; everybody else whom these helpers
see is drawn per person and year by age. Sizes are invented: no published
figure exists for the two towns.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from wijzer.example.town import levers
from wijzer.example.town.desk import Desk
from wijzer.example.town.population import Population
from wijzer.example.town.pyramid import yearly
from wijzer.example.town.pyramid.otherwise import Diverted
from wijzer.values.periode import Periode

Row = dict[str, Any]
YOUTH_SUPPORT, COACH = "poh_jeugd", "jongerencoach"
KINDS = (YOUTH_SUPPORT, "poh_ggz", "schoolmaatschappelijk_werk", "maatschappelijk_werk", COACH)
_ROLES = (
    (4, ((YOUTH_SUPPORT, 3_000),)),
    (12, ((YOUTH_SUPPORT, 12_000), ("schoolmaatschappelijk_werk", 22_000))),
    (18, ((YOUTH_SUPPORT, 18_000), ("schoolmaatschappelijk_werk", 20_000), (COACH, 12_000))),
    (23, (("poh_ggz", 30_000), ("maatschappelijk_werk", 12_000), (COACH, 6_000))),
    (65, (("poh_ggz", 32_000), ("maatschappelijk_werk", 18_000))),
    (200, (("poh_ggz", 18_000), ("maatschappelijk_werk", 16_000))),
)
"""Younger than this age: per million in a year that are seen."""
_AT_MOST = 100_000
"""More than the shares of an age together, whatever raises them."""
_PULLED = {YOUTH_SUPPORT: ("soj_poh", 1_350), COACH: ("jongerencoach", 2_200)}
"""Which lever raises what, and to how many thousandths."""
_REFERRED = {
    YOUTH_SUPPORT: 0, "poh_ggz": 200_000, "schoolmaatschappelijk_werk": 150_000,
    "maatschappelijk_werk": 120_000, COACH: 80_000,
}  # fmt: skip
"""Per million clients that are sent on; of the POH for youth these are the doctors' requests."""
_BY_THE_POH = 450_000
_DOCTOR = "02"
_LOCKED = {"2020-Q2": 600, "2020-Q4": 850, "2021-Q1": 750}
"""Thousandths of the clients that are still seen during corona."""
_AFTERWARDS = 1_150
"""Thousandths of the young people seen after corona, which was hard on them."""


@dataclass(slots=True)
class Seen:
    """What one kind of helper did in a quarter."""

    clients: int = 0
    contacts: int = 0
    referred: int = 0


def seen(population: Population, desk: Desk, diverted: Sequence[Diverted]) -> dict[tuple[Periode, str], Seen]:
    """Count clients, contacts and referrals by quarter and kind."""
    total = {(quarter, kind): Seen() for quarter in yearly.quarters(desk) for kind in KINDS}
    for kind, quarter, number, last in _clients(population, desk):
        one = total.get((quarter, kind))
        draw = ("eerste lijn", desk.place.code, kind, number, quarter)
        if one is None or not desk.settings.chance.happens(_open(desk, quarter), *draw, "gezien"):
            continue
        one.clients += 1
        one.contacts += desk.settings.chance.between(1, 5, *draw)
        one.referred += last and desk.settings.chance.happens(_REFERRED[kind], *draw, "verwezen")
    for request in desk.books.requests:
        given = request.toewijzing
        one = total.get((Periode.quarter_of(request.asked), YOUTH_SUPPORT))
        place = ("eerste lijn", desk.place.code, "verzoek", given.number)
        by_doctor = given.product.wet == "jw" and request.referrer == _DOCTOR and given.renews is None
        if one is not None and by_doctor and desk.settings.chance.happens(_BY_THE_POH, *place):
            one.clients += 1
            one.contacts += desk.settings.chance.between(1, 4, *place, "contacten")
            one.referred += 1
    for helped in diverted:
        one = total.get((Periode.quarter_of(helped.begin), YOUTH_SUPPORT))
        if one is not None and helped.lever == "soj_poh" and helped.referrer not in ("", "01"):
            place = ("eerste lijn", desk.place.code, helped.need, helped.person.serial)
            one.clients += 1
            one.contacts += desk.settings.chance.between(3, 8, *place, helped.begin)
    return total


def _open(desk: Desk, quarter: Periode) -> int:
    if not levers.pulled(desk.settings, "corona", quarter.last_day):
        return 1_000_000
    return _LOCKED.get(str(quarter), 1_000) * 1_000


def _clients(population: Population, desk: Desk) -> Iterator[tuple[str, Periode, int, bool]]:
    """Yield (kind, quarter, number of the person, whether it is the last quarter)."""
    settings, code = desk.settings, desk.place.code
    for person, year, number in yearly.befalls(population, desk, "eerste lijn", _AT_MOST, before=1):
        kind = yearly.role(number, _shares(desk, person.age(date(year, 7, 1)), year))
        if not kind:
            continue
        draw = ("eerste lijn", code, kind, person.serial, year)
        quarter = Periode(year, settings.chance.between(1, 4, *draw, "kwartaal"))
        count = settings.chance.weighed(((1, 50), (2, 35), (3, 15)), *draw, "duur")
        for place in range(count):
            if person.lives_here(quarter.first_day):
                yield kind, quarter, person.serial, place + 1 == count
            quarter = quarter.next()


def _shares(desk: Desk, age: int, year: int) -> list[tuple[str, int]]:
    day = date(year, 12, 31)
    after = year > 2020 and levers.pulled(desk.settings, "corona", date(2021, 1, 1)) and age < 23

    def raised(kind: str, share: int) -> int:
        key, factor = _PULLED.get(kind, ("", 1_000))
        share = share * factor // 1_000 if key and levers.pulled(desk.settings, key, day) else share
        return share * _AFTERWARDS // 1_000 if after else share

    shares = next((shares for limit, shares in _ROLES if age < limit), ())
    return [(kind, raised(kind, share)) for kind, share in shares]


def first_line_rows(desk: Desk, total: dict[tuple[Periode, str], Seen]) -> Iterator[Row]:
    """Yield the rows of ``eerste_lijn``."""
    for (quarter, kind), one in total.items():
        yield {
            "gemeente": desk.place.code,
            "jaar": quarter.year,
            "kwartaal": quarter.quarter,
            "soort": kind,
            "contacten": one.contacts,
            "clienten": one.clients,
            "doorverwezen": one.referred,
            "stand_op": yearly.known_after(quarter.year),
        }
