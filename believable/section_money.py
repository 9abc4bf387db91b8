"""The sections on money: spending by heading, its growth, and cost by age."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts, money, published
from believable.charts import Series
from believable.markdown import NAMES, Towns, number, off, paragraph, per_cent, picture, table

CLASSES = tuple(f"{5 * at}-{5 * at + 4}" if at < 18 else "90+" for at in range(money.CLASSES))
YOUNG = 5
"""So many classes of age can have youth care (up to 24 years)."""


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    places = [(code, heading) for code in towns for heading in money.HEADINGS]
    there = tuple(round(published.SPENDING_2019[code][heading] / 1e6, 3) for code, heading in places)
    mine = tuple(round(towns[code]["money"]["headings"][heading] / 1e6, 3) for code, heading in places)
    parts = {}
    for wet, words in (("wmo", "Wmo"), ("jw", "Youth (up to 24)")):
        last = money.CLASSES if wet == "wmo" else YOUNG
        told = tuple(map(float, published.OF_AGE[wet][:last]))
        lived = tuple(by_age(towns, wet)[:last])
        parts[words] = [
            Series("both towns, care and pgb", lived),
            Series("the Netherlands (CPB), all spending", told, published=True),
        ]
    return {
        "spending": charts.bars(
            "Spending of 2019 by heading",
            [f"{NAMES[code]}: {heading}" for code, heading in places],
            [Series("published", there, published=True), Series("town", mine)],
            x="heading",
            y="million euro",
            description="Spending by heading, the town beside what was published.",
        ),
        "cost_by_age": charts.panels(
            "Cost by age, 2022",
            CLASSES,
            parts,
            x="age",
            y="euro a resident",
            every=2,
            description="Cost per resident by class of age for both laws, the towns beside the country; one "
            "scale of euro, ages up to 90 and older for the Wmo and up to 24 for youth.",
        ),
    }


def by_age(towns: Towns, wet: str) -> list[float | None]:
    """Return the real cost per resident of both towns by class of age."""
    residents = [one["money"]["ages"]["residents"] for one in towns.values()]
    spent = [one["money"]["ages"][wet] for one in towns.values()]
    return [
        round(sum(cost) / sum(count)) if sum(count) else None
        for cost, count in zip(zip(*spent, strict=True), zip(*residents, strict=True), strict=True)
    ]


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## Money"
    yield ""
    yield from _spending(towns)
    yield from _growth(towns)
    yield from _by_age(towns)


def _spending(towns: Towns) -> Iterator[str]:
    yield from picture("spending", "Bar chart: spending of 2019 by heading, published beside town.")
    rows = []
    for code, one in towns.items():
        headings, kind = one["money"]["headings"], one["money"]["lived"]
        for heading, taakvelden in money.HEADINGS.items():
            there, mine = published.SPENDING_2019[code][heading], headings[heading]
            rows.append(
                (
                    f"{NAMES[code]}: {heading} ({', '.join(taakvelden)})",
                    number(there),
                    number(mine),
                    off(mine, there, 1),
                    per_cent(kind.get(heading), 0),
                )
            )
        there, mine = sum(published.SPENDING_2019[code].values()), sum(headings.values())
        rows.append((f"**{NAMES[code]}: all**", number(there), number(mine), off(mine, there, 1), ""))
    head = ("Published, euro", "Town, booked", "Difference", "Lived care")
    yield from table(("Heading (taakvelden, our reading)", *head), rows)
    yield from paragraph(
        f"Published: {published.VISION}. Headings without care in kind are near because the town takes them",
        "from the source. Of Wmo and Jeugd, care in kind and pgb come out of the simulation (lived care);",
        "the rest (subsidies, lump sums, what the region pays) is set so that 2019 comes near. So the totals",
        "prove little; the share of lived care, for which nothing is published, tells how much is made.",
    )


def _growth(towns: Towns) -> Iterator[str]:
    years = list(towns["0293"]["money"]["years"])
    rows = []
    for code, one in towns.items():
        spent = one["money"]["years"]
        grown = off(spent[years[-1]], spent[years[0]])
        rows.append((NAMES[code], *(number(spent[year]) for year in years), grown))
    head = ("Cost without Wsw and benefits, euro", *years, f"{years[0]}-{years[-1]}")
    yield from table(head, rows)
    yield from paragraph(
        "The vision tells of a growth of 25% (Duiven) and 35% (Westervoort) in the years *before* 2020, and",
        "of a growth that flattens in 2020; of later years nothing is among our sources.",
    )
    rows = []
    for code, one in towns.items():
        products, used = one["money"]["products"], one["money"]["used"]
        for key in sorted({key for year in products.values() for key in year}):
            spent = (number(products[year].get(key, 0)) for year in years)
            rows.append((f"{NAMES[code]}: {key}", *spent, per_cent(used.get(key), 0)))
    yield from table(("Real cost of care and pgb, euro", *years, "Given of granted"), rows)
    yield from paragraph(
        "Given of granted: what was given of the volume that the delivered days allow; – for what is not",
        "granted by the week. Nothing is published on it.",
    )


def _by_age(towns: Towns) -> Iterator[str]:
    yield from picture(
        "cost_by_age", "Line charts: cost per resident by age, Wmo and youth (up to 24), one scale."
    )
    rows = []
    for at, ages in enumerate(CLASSES):
        cells = [ages]
        for wet, last in (("wmo", money.CLASSES), ("jw", YOUNG)):
            there, mine = published.OF_AGE[wet][at], by_age(towns, wet)[at]
            cells += [number(there), number(mine), off(mine, there)] if at < last else ["–", "–", "–"]
        rows.append(tuple(cells))
    head = [f"{law} {words}" for law in ("Wmo", "Youth") for words in ("published", "town", "difference")]
    yield from table(("Age, euro a resident in 2022", *head), rows)
    yield from paragraph(
        "Published: CPB 2022, mean of the years of age in a class, all spending of the country. Town: real",
        "cost of care and pgb in both towns, by age on 1 July. It lies lower on the whole, since subsidies",
        "and lump sums have no age; what must agree is the shape.",
    )
