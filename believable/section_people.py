"""The section on residents."""

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
    off,
    paragraph,
    per_cent,
    picture,
    points,
    table,
)

AGES = ("0-14", "15-24", "25-44", "45-64", "65+")
HOUSEHOLDS = {"households": "households", "single": "of one person", "children": "with children"}
FLOWS = {
    "born": ("births", published.BIRTHS),
    "died": ("deaths", published.DEATHS),
    "came": ("came to live here", None),
    "left": ("left", None),
}


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    years = list(towns["0293"]["residents"]["ages"])
    yearly = (1 + published.OLDER_IN_TEN_YEARS / 100) ** 0.1
    series = []
    for code, one in towns.items():
        older = [ages[4] for ages in one["residents"]["ages"].values()]
        series.append(
            Series(f"{NAMES[code]} (town)", tuple(round(100 * count / older[0], 1) for count in older))
        )
    told = tuple(round(100 * yearly**at, 1) for at in range(len(years)))
    words = "almost 50% in ten years (published, Westervoort)"
    series.append(Series(words, told, published=True, line_only=True))
    return {
        "older": charts.lines(
            "Residents of 65 and older",
            years,
            series,
            x="1 January",
            y="first year = 100",
            description="Growth of the number of residents of 65 and older beside a line of even growth by "
            "half in ten years; no yearly numbers are published, and the table gives those of the town.",
        )
    }


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## Residents"
    yield ""
    yield from paragraph(
        f"The first day of the town (1 January 2019) takes its residents by buurt and age from "
        f"{published.KWB}, the oldest figures with ages by buurt among our sources: the town runs one year",
        "ahead of the published day. So the first day must be equal, but for rounding (CBS rounds buurten to",
        "five, and leaves the five residents of Bedrijventerrein in Duiven without an age). What follows is",
        "drawn.",
    )
    for code in towns:
        yield from _ages(towns, code)
    yield from _buurten(towns)
    yield from _households(towns)
    yield from picture(
        "older",
        "Line chart: residents of 65 and older from the first year on, both towns beside the pace published "
        "for Westervoort: almost 50% in ten years, without figures of single years.",
    )
    yield from _flows(towns)


def _ages(towns: Towns, code: str) -> Iterator[str]:
    ages, there = towns[code]["residents"]["ages"], published.RESIDENTS[code]["ages"]
    first, second, *_, last = list(ages)

    def counts(words: str, counted: tuple[int, ...]) -> tuple[str, ...]:
        return (words, *map(number, counted), number(sum(counted)))

    def differs(counted: tuple[int, ...]) -> tuple[str, ...]:
        pairs = [*zip(counted, there, strict=True), (sum(counted), sum(there))]
        return ("Difference", *(off(mine, yours, 1) for mine, yours in pairs))

    yield from table(
        (NAMES[code], *AGES, "All"),
        [
            counts("Published, 1 January 2020", there),
            counts(f"Town, 1 January {first}", ages[first]),
            differs(ages[first]),
            counts(f"Town, 1 January {second}", ages[second]),
            differs(ages[second]),
            counts(f"Town, 1 January {last}", ages[last]),
        ],
    )


def _buurten(towns: Towns) -> Iterator[str]:
    rows = []
    for code, one in towns.items():
        for name, ages in one["residents"]["buurten"].items():
            residents, households = published.BUURTEN[name]
            mine = one["residents"]["homes"][name]
            rows.append(
                (
                    f"{NAMES[code]}: {name}",
                    number(residents),
                    number(sum(ages)),
                    off(sum(ages), residents, 1),
                    number(households),
                    number(mine),
                    off(mine, households, 1),
                    per_cent(100 * ages[4] / sum(ages)),
                )
            )
    head = ("Residents published", "Town", "Difference", "Households published", "Town", "Difference")
    yield from table(("Buurt, first day", *head, "65+ town"), rows)
    yield from paragraph(
        "The town makes the residents by age; where CBS's rounded ages do not add up to its rounded total,",
        "that is the difference. Ages are equal by construction.",
    )


def _households(towns: Towns) -> Iterator[str]:
    rows = []
    for code, one in towns.items():
        there, (first, last) = published.RESIDENTS[code], one["residents"]["households"].values()
        for key, words in HOUSEHOLDS.items():
            mine = first[key]
            rows.append(
                (
                    f"{NAMES[code]}: {words}",
                    number(there[key]),
                    number(mine),
                    off(mine, there[key], 1),
                    number(last[key]),
                )
            )
        size, men = there["residents"] / there["households"], one["residents"]["men"]
        mine = first["size"]
        rows += [
            (
                f"{NAMES[code]}: residents a household",
                number(size, 2),
                number(mine, 2),
                off(mine, size, 1),
                number(last["size"], 2),
            ),
            (f"{NAMES[code]}: men", number(there["men"]), number(men), off(men, there["men"], 1), ""),
        ]
    yield from table(("Households", "Published 2020", "Town, first day", "Difference", "Last day"), rows)
    largest = max(day["largest"] for one in towns.values() for day in one["residents"]["households"].values())
    yield from paragraph(
        "With children: CBS counts children of any age at home, the town those younger than 25.",
        f"The largest household has {largest} members; no published figure says how large one is.",
    )


def _flows(towns: Towns) -> Iterator[str]:
    rows = []
    for key, (words, there) in FLOWS.items():
        for code, one in towns.items():
            years, mean = one["residents"]["flows"].values(), one["residents"]["mean_flows"][key]
            rows.append(
                (
                    f"{NAMES[code]}: {words}",
                    number(there, 1),
                    *(number(year[key], 1) for year in years),
                    number(mean, 1),
                    points(mean, there),
                )
            )
    years = list(towns["0293"]["residents"]["flows"])
    country = f"The Netherlands 2019{published.OUTSIDE}"
    yield from table(("Per 1,000 residents", country, *years, "Mean", "Difference"), rows)
    older = zip(names(towns), across(towns, _very_old), strict=True)
    yield from paragraph(
        "Published: CBS, the whole country. For these two gemeenten, and on moves, nothing is among our",
        "sources. Residents of 80 and older:",
        "; ".join(f"{name} {words}" for name, words in older)
        + f" (the Netherlands 2019: 4.6%{published.OUTSIDE}).",
    )


def _very_old(one: Towns) -> str:
    first, last = one["residents"]["very_old"]
    return f"{per_cent(first)} on the first and {per_cent(last)} on the last day"
