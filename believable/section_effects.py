"""The section on what levers really save, beside what the gemeente worked out."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts, published
from believable.charts import Series
from believable.markdown import NAMES, Towns, number, off, paragraph, picture, table

LATER = ("2022", "2023", "2024")
WESTERVOORT = "0293"


def net(lever: Towns, years: tuple[str, ...]) -> float:
    """Return euro saved a year, less what the actie itself costs."""
    return sum(lever["years"][year]["saved"] - lever["years"][year]["own"] for year in years) / len(years)


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    levers = towns[WESTERVOORT]["effects"]
    told = tuple(later / 1000 for _, later in published.SAVINGS.values())
    lived = tuple(round(net(levers[key], LATER) / 1000, 1) for key in published.SAVINGS)
    return {
        "effects": charts.bars(
            "What acties save in Westervoort, a year in 2022-2024",
            [levers[key]["title"] for key in published.SAVINGS],
            [
                Series("worked out by the gemeente (published)", told, published=True),
                Series("true effect in the town", lived),
            ],
            x="actie",
            y="thousand euro a year",
            description="Savings by actie, the true effect in the town beside what was published.",
        )
    }


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## What levers really do"
    yield ""
    yield from paragraph(
        "The town is lived with and without each lever on the same random numbers: the difference is its",
        "true effect. The gemeente worked out its savings by comparing with 2019; their true size cannot be",
        "known.",
    )
    yield from picture("effects", "Bar chart: savings by actie, true effect beside what was published.")
    yield from _savings(towns)
    for code, one in towns.items():
        yield from _years(code, one)
    sizes = {lever["title"]: lever["size"] for lever in towns[WESTERVOORT]["effects"].values()}
    yield from paragraph("Sizes of the levers (in Dutch):")
    for title, size in sizes.items():
        yield f"- {title}: {size}."
    yield ""


def _savings(towns: Towns) -> Iterator[str]:
    levers = towns[WESTERVOORT]["effects"]
    rows, sums = [], [0.0] * 4
    for key, (first, later) in published.SAVINGS.items():
        mine = (net(levers[key], ("2021",)), net(levers[key], LATER))
        four = (first, mine[0], later, mine[1])
        sums = [total + part for total, part in zip(sums, four, strict=True)]
        rows.append((levers[key]["title"], *_beside(first, mine[0]), *_beside(later, mine[1])))
    rows.append(("**Together**", *_beside(sums[0], sums[1]), *_beside(sums[2], sums[3])))
    head = [
        f"{year} {words}" for year in ("2021", "2022-2024") for words in ("published", "town", "difference")
    ]
    yield from table(("Saved in Westervoort, euro a year", *head), rows)
    yield from paragraph(
        f"Published: {published.RESULTS}; the gemeente counts 69,000 euro for its acties together, here each",
        "actie bears its own cost. Effects of several levers do not simply add up: each is measured with all",
        "others in place.",
    )


def _beside(there: float, mine: float) -> tuple[str, str, str]:
    return number(there), number(mine), off(mine, there)


def _years(code: str, one: Towns) -> Iterator[str]:
    rows = []
    for lever in one["effects"].values():
        years = lever["years"].values()
        last = list(years)[-1]
        rows.append(
            (
                f"{lever['title']} ({lever['kind']})",
                *(number(year["saved"]) for year in years),
                number(last["own"]),
                number(last["clients"], 1),
            )
        )
    years = list(next(iter(one["effects"].values()))["years"])
    head = (f"{NAMES[code]}: saved on care, euro", *years, "own cost, last year", "clients fewer, last year")
    yield from table(head, rows)
