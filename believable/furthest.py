"""Which numbers of the page lie furthest from what was published."""

from __future__ import annotations

from collections.abc import Iterator
from math import log

from believable import published
from believable.markdown import NAMES, Towns, number, off, paragraph, table
from believable.published import OUTSIDE
from believable.section_asked import WORKING
from believable.section_money import CLASSES, by_age
from believable.section_road import ROADS, road
from believable.section_use import DURATIONS

WESTERVOORT = "0293"
SHOWN = 12
SMALL_SHARE, SMALL_COST = 4.0, 100
"""Published shares (per cent) and costs (euro a resident) below these say little: left out."""
WEAK = 0.15
"""A number that lies further from what was published, as a share of it, is named as a weak spot."""
BY_AGE = "Euro a resident"


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
        f"of it. Left out are shares below {SMALL_SHARE:.0f}%, costs below {SMALL_COST} euro a resident, and",
        "the savings of acties, of which the source does not say over how many years they are.",
    )
    named = [f"{words} ({number(mine, 1)} against {number(there, 1)})" for words, there, mine in weak(towns)]
    yield from paragraph(
        f"Weak spots, more than {100 * WEAK:.0f}% off (town against published), besides cost by age:",
        "; ".join(named) + ".",
    )


def weak(towns: Towns) -> list[tuple[str, float, float]]:
    """Return the numbers outside cost by age that are more than ``WEAK`` off, worst first."""
    found = [one for one in compared(towns) if not one[0].startswith(BY_AGE) and _away(one) > WEAK]
    return sorted(found, key=lambda one: (-_away(one), one[0]))


def _away(one: tuple[str, float, float]) -> float:
    _, there, mine = one
    return abs(mine - there) / there


def compared(towns: Towns) -> Iterator[tuple[str, float, float]]:
    """Yield every number that has a published one beside it: words, published, town."""
    for code, one in towns.items():
        yield from _residents(code, one)
        yield from _care(code, one)
    for wet, words in (("wmo", "Wmo"), ("jw", "youth care")):
        for at, mine in enumerate(by_age(towns, wet)):
            if mine is not None and published.OF_AGE[wet][at] >= SMALL_COST:
                yield f"{BY_AGE}, {words}, {CLASSES[at]} years", published.OF_AGE[wet][at], mine


def _residents(code: str, one: Towns) -> Iterator[tuple[str, float, float]]:
    name, people = NAMES[code], one["residents"]
    for key, words in (("born", "births"), ("died", "deaths")):
        there = published.BIRTHS if key == "born" else published.DEATHS
        yield f"{name}: {words} per 1,000{OUTSIDE}", there, people["mean_flows"][key]
    first = next(iter(people["households"].values()))
    for key in ("households", "single", "children"):
        yield f"{name}: households ({key})", published.RESIDENTS[code][key], first[key]
    for heading, euro in published.SPENDING_2019[code].items():
        yield f"{name}: {heading} 2019, euro", euro, one["money"]["headings"][heading]
    if code in published.BENEFITS:
        yield f"{name}: bijstand per 1,000 of {WORKING}", published.BENEFITS[code], one["asked"]["benefits"]


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
    yield (
        f"{name}: young clients staying somewhere, %{OUTSIDE}",
        published.YOUTH_IN_RESIDENCE,
        young["residence"],
    )
    for key, share in published.DURATION.items():
        if share >= SMALL_SHARE:
            yield f"{name}: ended youth care, {DURATIONS[key]}, %{OUTSIDE}", share, used["duration"][key]
    for key, share in published.REFERRERS.items():
        if share >= SMALL_SHARE:
            yield f"{name}: youth care by {ROADS[key].lower()}, %{OUTSIDE}", share, road(one, key)
    if code == WESTERVOORT:
        for quarter, hours in published.HOURS.items():
            yield f"{name}: hours of household help, {quarter}", hours, used["hours"][quarter]
