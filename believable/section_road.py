"""The section on the road into care: who refers, when care begins, and from which providers."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts, published
from believable.charts import Series
from believable.markdown import (
    NAMES,
    Towns,
    across,
    names,
    number,
    paragraph,
    per_cent,
    picture,
    points,
    table,
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LAWS = {"wmo": "Wmo", "jw": "youth"}
ROADS = {
    "01": "Gemeente",
    "02": "Huisarts",
    "03": "Jeugdarts",
    "04": "Gecertificeerde instelling",
    "05": "Medisch specialist",
    "06": "No referrer",
    "08": "Judge or prosecutor",
}


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    country = Series("the Netherlands 2021 (CBS)", tuple(published.REFERRERS.values()), published=True)
    mine = [
        Series(f"{NAMES[code]} (town)", tuple(road(one, code) for code in ROADS))
        for code, one in towns.items()
    ]
    inflow = [Series(words, _index(_by_month(towns, wet))) for wet, words in LAWS.items()]
    return {
        "referrers": charts.bars(
            "Who refers to youth care",
            list(ROADS.values()),
            [country, *mine],
            x="referrer",
            y="per cent of what began",
            description="Share of youth care by referrer, the towns beside the Netherlands.",
        ),
        "inflow": charts.lines(
            "New care by calendar month, both towns, six years",
            MONTHS,
            inflow,
            x="month of begin",
            y="mean month = 100",
            zero=True,
            description="Inflow by calendar month of the Wmo and of youth care.",
        ),
    }


def road(one: Towns, code: str) -> float:
    """Return the share of youth care that began by a referrer of COD327, in per cent."""
    return float(one["access"]["roads"]["jw"].get(code, 0.0))


def _by_month(towns: Towns, wet: str) -> list[int]:
    counts = [one["use"]["inflow_by_month"][wet] for one in towns.values()]
    return [sum(pair) for pair in zip(*counts, strict=True)]


def _index(counts: list[int]) -> tuple[float, ...]:
    mean = sum(counts) / len(counts)
    return tuple(round(100 * count / mean, 1) for count in counts)


def text(towns: Towns, contracted: Towns, characters: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## The road into care"
    yield ""
    yield from _roads(towns)
    yield from _inflow(towns)
    yield from _providers(towns, contracted, characters)


def _roads(towns: Towns) -> Iterator[str]:
    yield from picture("referrers", "Bar chart: who refers to youth care, beside the Netherlands.")
    rows = []
    for code, words in ROADS.items():
        there, mine = published.REFERRERS[code], [road(one, code) for one in towns.values()]
        rows.append((words, *map(per_cent, (there, *mine)), *(points(share, there) for share in mine)))
    differences = (f"{name}, points" for name in names(towns))
    head = (f"Published{published.OUTSIDE}", *names(towns), *differences)
    yield from table(("Youth care that began, by referrer", *head), rows)
    mine = zip(names(towns), across(towns, lambda one: per_cent(road(one, "01"), 0)), strict=True)
    yield from paragraph(
        "Published: CBS, table 85096NED, the Netherlands 2021, without unknown referrers. The vision says of",
        "the two gemeenten: about one third together with a consulent, two thirds by others. Town:",
        ", ".join(f"{name} {share}" for name, share in mine) + " by the gemeente.",
    )


def _inflow(towns: Towns) -> Iterator[str]:
    yield from picture("inflow", "Line chart: inflow by calendar month, Wmo and youth.")
    yield from table(
        ("New care, six years", *MONTHS),
        [(words, *map(number, _by_month(towns, wet))) for wet, words in LAWS.items()],
    )
    years = list(towns["0293"]["use"]["inflow"]["wmo"])
    both = [(code, one, wet, words) for code, one in towns.items() for wet, words in LAWS.items()]
    yield from table(
        ("New care a year", *years),
        [
            (f"{NAMES[code]}, {words}", *(number(one["use"]["inflow"][wet][year]) for year in years))
            for code, one, wet, words in both
        ],
    )
    rows = []
    for code, one, wet, words in both:
        found = one["use"]["waiting"][wet]
        share, mean = per_cent(found["none"], 0), number(found["mean"], 1)
        rows.append((f"{NAMES[code]}, {words}", share, mean, f"{found['p90']} days"))
    yield from table(
        ("From the first day granted to the first of care", "No wait", "Mean days", "Nine in ten within"),
        rows,
    )
    yield from paragraph("No published figure on seasons, inflow or waiting is among our sources.")


def _providers(towns: Towns, contracted: Towns, characters: Towns) -> Iterator[str]:
    yield "### Providers before and after July 2020"
    yield ""
    rows = []
    for group, (before, after) in published.PROVIDERS.items():
        mine = contracted[group]
        active = [one["access"]["active"][group] for one in towns.values()]
        rows.append(
            (
                group,
                f"{before} → {after}",
                per_cent(100 * after / before, 0),
                f"{mine[0]} → {mine[1]}",
                per_cent(100 * mine[1] / mine[0], 0),
                *(f"{old} → {new}" for old, new in active),
            )
        )
    clients = (f"with clients, {name}" for name in names(towns))
    yield from table(
        ("Kind of care", "Published, region", "stays", "Town, contracts", "stays", *clients), rows
    )
    told = ", ".join(f"{name} {count}" for name, count in characters.items())
    yield from paragraph(
        f"Published: {published.RESULTS}, for the whole region; the town has the providers of two gemeenten.",
        f"Activerend werk (195 → 86) has no product in the town. Characters of the providers: {told}.",
    )
