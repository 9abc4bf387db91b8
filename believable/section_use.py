"""The sections on who uses care, for how long, and how many hours of household help."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts, published
from believable.charts import Series
from believable.markdown import (
    NAMES,
    Towns,
    names,
    number,
    off,
    paragraph,
    per_cent,
    picture,
    points,
    table,
)
from believable.published import OUTSIDE

DURATIONS = {
    "0-3": "less than 3 months",
    "3-6": "3 to 6 months",
    "6-12": "6 to 12 months",
    "12-24": "1 to 2 years",
    "24-36": "2 to 3 years",
    "36-48": "3 to 4 years",
    "48+": "4 years or more",
}
QUARTILES = {2: "median of the size class (CBS)", 3: "third quartile", 1: "first quartile"}


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    halves = list(towns["0293"]["use"]["household_help"])
    quarters = list(towns["0293"]["use"]["hours"])
    help_ = {
        NAMES[code]: [
            Series("town", tuple(one["use"]["household_help"].values())),
            *(
                Series(words, tuple(_of_class(code, half, at) for half in halves), published=True)
                for at, words in QUARTILES.items()
            ),
        ]
        for code, one in towns.items()
    }
    hours = [
        Series(f"{NAMES[code]} (town)", tuple(one["use"]["hours"].values())) for code, one in towns.items()
    ]
    told = tuple(published.HOURS.get(quarter) for quarter in quarters)
    hours.append(Series("Westervoort (published)", told, published=True, points_only=True))
    durations = [
        Series(f"{NAMES[code]} (town)", tuple(one["use"]["duration"].values())) for code, one in towns.items()
    ]
    country = Series("the Netherlands (CBS)", tuple(published.DURATION.values()), published=True)
    return {
        "household_help": charts.panels(
            "Clients with household help",
            halves,
            help_,
            x="half-year",
            y="per 1,000 residents",
            every=2,
            description="Clients by half-year in both towns beside the quartiles of the size class, on one "
            "scale from zero.",
        ),
        "hours": charts.lines(
            "Household help a client",
            quarters,
            hours,
            x="quarter",
            y="hours a week",
            every=4,
            description="Granted hours by quarter in both towns beside two published figures.",
        ),
        "duration": charts.bars(
            "How long youth care lasted that ended in 2021",
            list(DURATIONS.values()),
            [country, *durations],
            x="duration",
            y="per cent of what ended",
            description="Share of ended youth care by duration, the towns beside the Netherlands.",
        ),
    }


def _of_class(code: str, half: str, at: int) -> float | None:
    found = published.HOUSEHOLD_HELP[code].get(half)
    return None if found is None else float(found[at])


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## Who uses care"
    yield ""
    yield from _household_help(towns)
    yield from _wmo(towns)
    yield from _youth(towns)
    yield from _duration(towns)
    yield "## Hours of household help"
    yield ""
    yield from _hours(towns)


def _household_help(towns: Towns) -> Iterator[str]:
    yield from picture(
        "household_help",
        "Line charts: clients with household help per 1,000 residents by half-year, one chart a town, beside "
        "the quartiles of gemeenten of that size, both on one scale from zero.",
    )
    rows = []
    for code, one in towns.items():
        for half, mine in one["use"]["household_help"].items():
            there = published.HOUSEHOLD_HELP[code].get(half)
            words = ("–", "–", "–")
            if there is not None:
                inside = "inside" if there[1] <= mine <= there[3] else "outside"
                words = (f"{there[1]} – **{there[2]}** – {there[3]}", off(mine, there[2]), inside)
            rows.append((f"{NAMES[code]} {half}", words[0], number(mine, 1), *words[1:]))
    head = ("Published: quartiles", "Town", "From the median", "Middle half")
    yield from table(("Per 1,000 residents, by half-year", *head), rows)
    yield from paragraph(
        "Published: CBS, Wmo clients with hulp bij het huishouden, gemeenten of 10,000-20,000 residents",
        "beside Westervoort and of 20,000-30,000 beside Duiven; the table has no row for the two themselves,",
        "and ends in 2020. Town: people who really got help in the half-year, of both products.",
    )


def _wmo(towns: Towns) -> Iterator[str]:
    years = list(towns["0293"]["use"]["wmo_clients"])
    kinds = list(towns["0293"]["use"]["wmo_clients"][years[0]])
    yield from table(
        ("Wmo clients per 1,000 residents", *years),
        [
            (
                f"{NAMES[code]}: {kind}",
                *(number(one["use"]["wmo_clients"][year].get(kind, 0.0), 1) for year in years),
            )
            for code, one in towns.items()
            for kind in kinds
        ],
    )
    yield from paragraph("But for household help, no published figure on Wmo clients is among our sources.")


def _youth(towns: Towns) -> Iterator[str]:
    rows = []
    for code, one in towns.items():
        own, like = published.YOUTH[code]
        count, low, middle, high = published.YOUTH_OF_CLASS[code]
        found = one["use"]["youth"]["2019"]
        for words, there, mine in (
            ("younger than 18, published of itself", own, found["share_18"]),
            ("the same beside comparable gemeenten", like, found["share_18"]),
            (f"the same beside the Netherlands{OUTSIDE}", published.YOUTH_UNDER_18, found["share_18"]),
            (f"younger than 23, median of {count} gemeenten ({low}-{high})", middle, found["share_23"]),
            (f"of the clients, staying somewhere{OUTSIDE}", published.YOUTH_IN_RESIDENCE, found["residence"]),
        ):
            rows.append((f"{NAMES[code]}: {words}", per_cent(there), per_cent(mine), points(mine, there)))
    yield from table(("Youth care in 2019", "Published", "Town", "Points"), rows)
    yield from paragraph(
        "The vision gives 12.5% for Duiven, and 10.4% and 10.5% for comparable gemeenten, without saying of",
        "which ages; CBS counts those younger than 23 in its table of gemeenten, and nearly one in eight",
        f"younger than 18 for the country. Staying somewhere: {_staying(towns)} in the country. In",
        "Westervoort residence is set high, because its published spending on youth of 2019 is not reached",
        "without.",
    )
    years = list(towns["0293"]["use"]["youth"])
    yield from table(
        ("Younger than 18 with youth care", *years),
        [
            (NAMES[code], *(per_cent(one["use"]["youth"][year]["share_18"]) for year in years))
            for code, one in towns.items()
        ],
    )


def _staying(towns: Towns) -> str:
    """Write the share of young clients that stays somewhere, by town."""
    found = {NAMES[code]: one["use"]["youth"]["2019"]["residence"] for code, one in towns.items()}
    told = ", ".join(f"{name} {per_cent(share)}" for name, share in found.items())
    return f"{told}, against {published.YOUTH_IN_RESIDENCE}%"


def _duration(towns: Towns) -> Iterator[str]:
    yield from picture("duration", "Bar chart: duration of ended youth care beside the Netherlands.")
    yield from table(
        ("Youth care that ended in 2021", f"Published{OUTSIDE}", *names(towns)),
        [
            (words, *map(per_cent, (published.DURATION[key], *_values(towns, key))))
            for key, words in DURATIONS.items()
        ],
    )
    yield from paragraph(
        "Published: CBS, table 85096NED. Town: toewijzingen of one child and product that follow each other",
        "count as one; care from before the town began has an invented first day.",
    )


def _values(towns: Towns, key: str) -> list[float]:
    return [one["use"]["duration"][key] for one in towns.values()]


def _hours(towns: Towns) -> Iterator[str]:
    yield from picture(
        "hours", "Line chart: granted hours a week a client by quarter, with the two published points."
    )
    rows = []
    for quarter in towns["0293"]["use"]["hours"]:
        there, mine = published.HOURS.get(quarter), towns["0293"]["use"]["hours"][quarter]
        both = (number(one["use"]["hours"][quarter], 2) for one in towns.values())
        rows.append((quarter, number(there, 2), *both, off(mine, there, 1)))
    yield from table(
        ("Hours a week", "Published, Westervoort", *names(towns), "Westervoort, difference"), rows
    )
    yield from paragraph(
        f"Published: {published.RESULTS}: 3.07 hours in December 2019, 2.85 as told in 2022 (no month is",
        f"given; here laid beside the second quarter), {published.HOURS_WANTED} wanted by the end of 2022.",
        "Nothing is published for Duiven or for later. Town: what was granted on the quarter's last day.",
    )
