"""The section on how unevenly cost is spread over clients and households."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts
from believable.charts import Series
from believable.markdown import NAMES, Towns, names, number, paragraph, per_cent, picture, table

KINDS = {"wmo": "Wmo clients", "jw": "youth clients", "families": "households"}
TOP = {"top_1": "dearest 1%", "top_5": "dearest 5%", "top_10": "dearest 10%"}


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    series = [
        Series(words, tuple(_mean_share(towns, kind, part) for part in TOP)) for kind, words in KINDS.items()
    ]
    return {
        "spread": charts.bars(
            "Who takes how much of the cost, mean of both towns, 2022",
            list(TOP.values()),
            series,
            x="clients or households",
            y="per cent of the cost",
            description="Share of the cost of the dearest clients and households.",
        )
    }


def _shares(one: Towns, kind: str) -> Towns:
    spread = one["money"]["spread"]
    shares: Towns = spread["families"] if kind == "families" else spread["clients"][kind]
    return shares


def _mean_share(towns: Towns, kind: str, part: str) -> float:
    found = [_shares(one, kind)[part] for one in towns.values()]
    return round(sum(found) / len(found), 1)


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## How unevenly cost is spread"
    yield ""
    yield from picture("spread", "Bar chart: share of the cost of the dearest clients and households.")
    rows = []
    for code, one in towns.items():
        for kind, words in KINDS.items():
            found = _shares(one, kind)
            amounts = (number(found[key]) for key in ("clients", "mean", "median", "highest"))
            rows.append((f"{NAMES[code]}: {words}", *amounts, *(per_cent(found[part]) for part in TOP)))
    head = ("Number", "Mean, euro", "Median", "Highest", *TOP.values())
    yield from table(("Care and pgb in 2022", *head), rows)
    yield from _dearest(towns)
    yield from _households(towns)
    yield from paragraph(
        "No published figure on the spread of cost, or on households that get help under several laws, is",
        "among our sources.",
    )


def _dearest(towns: Towns) -> Iterator[str]:
    rows = []
    for place in range(10):
        homes = [one["money"]["spread"]["dearest"][place] for one in towns.values()]
        cells = (number(home[key]) for home in homes for key in ("helped", "wmo", "jw"))
        rows.append((str(place + 1), *cells))
    head = [f"{name}: {words}" for name in names(towns) for words in ("helped", "Wmo, euro", "youth, euro")]
    yield from table(("Dearest households, 2022", *head), rows)


def _households(towns: Towns) -> Iterator[str]:
    rows = []
    for code, one in towns.items():
        laws, helped = one["money"]["spread"]["laws"], one["money"]["spread"]["helped"]
        total = sum(laws.values())
        counts = (*(laws[key] for key in ("wmo", "jw", "both")), *helped.values())
        rows.append((NAMES[code], *(per_cent(100 * count / total) for count in counts)))
    head = ("Wmo only", "Youth only", "Both laws", "1 helped", "2", "3", "4 or more")
    yield from table(("Helped households, 2022", *head), rows)
