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
    parted = tuple(
        round(later / 1000 / published.CLAIMED_YEARS, 1) for _, later in published.SAVINGS.values()
    )
    lived = tuple(round(net(levers[key], LATER) / 1000, 1) for key in published.SAVINGS)
    return {
        "effects": charts.bars(
            "Savings in Westervoort, 2022-2024, as claimed: a year or in total is not said",
            [levers[key]["title"] for key in published.SAVINGS],
            [
                Series("claimed, read as a year", told, published=True),
                Series("claimed, divided by three", parted, published=True),
                Series("town, a year", lived),
            ],
            x="actie",
            y="thousand euro a year",
            description="Savings by actie: what the gemeente claims, read as a year and divided by three "
            "years, beside the true effect in the town.",
        )
    }


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## What levers really do"
    yield ""
    yield from paragraph(
        "The town is lived with and without each lever on the same random numbers: the difference is its",
        "true effect. The gemeente worked out its savings by comparing with 2019; their true size cannot be",
        "known. The amounts of 2022-2024 are shown as claimed: whether they are a year or in total is not",
        "said, so both readings stand here, and neither is named above among what lies furthest.",
    )
    words = "savings by actie in 2022-2024, as claimed (read as a year, and divided by three)"
    yield from picture("effects", f"Bar chart: {words}, beside the true effect a year in the town.")
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
        four = (first, net(levers[key], ("2021",)), later, net(levers[key], LATER))
        sums = [total + part for total, part in zip(sums, four, strict=True)]
        rows.append((levers[key]["title"], *_beside(*four)))
    rows.append(("**Together**", *_beside(*sums)))
    head = (
        "2021 published", "town", "difference",
        "2022-2024 as claimed", "divided by three", "town, a year",
        "difference, if a year", "difference, if in total",
    )  # fmt: skip
    yield from table(("Saved in Westervoort, euro", *head), rows)
    first, later = published.CLAIMED
    yield from paragraph(
        f"Published: {published.RESULTS}. It says that its amounts are net of investments, and still",
        f"subtracts {number(published.COUNTED_OFF)} euro for what its acties cost: so it claims",
        f'{number(first)} for 2021 and {number(later)} for "2022-2024". The amounts above are those before',
        "that; in the town each actie bears its own cost. Effects of several levers do not simply add up:",
        "each is measured with all others in place.",
    )


def _beside(first: float, mine: float, later: float, lived: float) -> Iterator[str]:
    parted = later / published.CLAIMED_YEARS
    yield from (number(first), number(mine), off(mine, first))
    yield from (number(later), number(parted), number(lived), off(lived, later), off(lived, parted))


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
