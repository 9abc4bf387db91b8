"""Which numbers of the page lie furthest from what was published."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from believable import published
from believable.markdown import NAMES, Towns, number, off, paragraph, table
from believable.section_effects import LATER, WESTERVOORT, net
from believable.section_money import CLASSES, by_age
from believable.section_road import ROADS, road
from believable.section_use import DURATIONS

SHOWN = 12
SMALL_SHARE, SMALL_COST = 4.0, 100
"""Published shares (per cent) and costs (euro a resident) below these say little: left out."""


def text(towns: Towns) -> Iterator[str]:
    """Yield a table of the numbers that differ most, as a share of what was published."""
    found = sorted(compared(towns), key=lambda one: (-abs(log(max(one[2], 0.01) / one[1])), one[0]))
    rows = []
    for words, there, mine in found[:SHOWN]:
        decimals = 0 if there >= SMALL_COST else 1
        rows.append((words, number(there, decimals), number(mine, decimals), off(mine, there)))
    yield from table(("Furthest from what was published", "Published", "Town", "Difference"), rows)
    yield from paragraph(
        f"Of {len(found)} numbers with a published one beside them, the {SHOWN} that differ most as a share",
        f"of it; shares below {SMALL_SHARE:.0f}% and costs below {SMALL_COST} euro a resident are left out.",
    )


def compared(towns: Towns) -> Iterator[tuple[str, float, float]]:
    """Yield every number that has a published one beside it: words, published, town."""
    for code, one in towns.items():
        yield from _residents(code, one)
        yield from _care(code, one)
    for wet, words in (("wmo", "Wmo"), ("jw", "youth care")):
        for at, mine in enumerate(by_age(towns, wet)):
            if mine is not None and published.OF_AGE[wet][at] >= SMALL_COST:
                yield f"Euro a resident, {words}, {CLASSES[at]} years", published.OF_AGE[wet][at], mine
    levers = towns[WESTERVOORT]["effects"]
    for key, (_, later) in published.SAVINGS.items():
        if later:
            yield f"Saved a year in 2022-2024: {levers[key]['title']}", later, net(levers[key], LATER)


def _residents(code: str, one: Towns) -> Iterator[tuple[str, float, float]]:
    name, people = NAMES[code], one["residents"]
    for key, words in (("born", "births"), ("died", "deaths")):
        there = published.BIRTHS if key == "born" else published.DEATHS
        yield f"{name}: {words} per 1,000", there, people["mean_flows"][key]
    first = next(iter(people["households"].values()))
    for key in ("households", "single", "children"):
        yield f"{name}: households ({key})", published.RESIDENTS[code][key], first[key]
    for heading, euro in published.SPENDING_2019[code].items():
        yield f"{name}: {heading} 2019, euro", euro, one["money"]["headings"][heading]
    if code in published.BENEFITS:
        yield f"{name}: bijstand per 1,000 of working age", published.BENEFITS[code], one["asked"]["benefits"]


def _care(code: str, one: Towns) -> Iterator[tuple[str, float, float]]:
    name, used = NAMES[code], one["use"]
    for half, (_, _, there, _) in published.HOUSEHOLD_HELP[code].items():
        yield f"{name}: household help per 1,000, {half}", there, used["household_help"][half]
    young = used["youth"]["2019"]
    for there, words in zip(published.YOUTH[code], ("of itself", "of comparable gemeenten"), strict=True):
        if there is not None:
            yield f"{name}: younger than 18 with youth care, %, {words}", there, young["share_18"]
    median = published.YOUTH_OF_CLASS[code][2]
    yield f"{name}: younger than 23 with youth care, %", median, young["share_23"]
    yield f"{name}: of them staying somewhere, %", published.YOUTH_IN_RESIDENCE, young["residence"]
    for key, share in published.DURATION.items():
        if share >= SMALL_SHARE:
            yield f"{name}: ended youth care, {DURATIONS[key]}, %", share, used["duration"][key]
    for key, share in published.REFERRERS.items():
        if share >= SMALL_SHARE:
            yield f"{name}: youth care by {ROADS[key].lower()}, %", share, road(one, key)
    if code == WESTERVOORT:
        for quarter, hours in published.HOURS.items():
            yield f"{name}: hours of household help, {quarter}", hours, used["hours"][quarter]
