"""The section on how blind a municipality is."""

from __future__ import annotations

from collections.abc import Iterator

from believable import charts, gaps
from believable.charts import Series
from believable.markdown import NAMES, Towns, paragraph, picture, table

FEW = "stays"
"""Too few in a quarter to draw: in the table only."""


def drawings(towns: Towns) -> dict[str, str]:
    """Return the charts of this section by name."""
    quarters = list(towns["0293"]["gaps"]["hours"])
    parts = {
        title: [
            Series(NAMES[code], tuple(gap["percent"] for gap in one["gaps"][name].values()))
            for code, one in towns.items()
        ]
        for name, (title, _, _) in gaps.SHOWN.items()
        if name != FEW
    }
    return {
        "gaps": charts.panels(
            "What the municipality knows, less what is real",
            quarters,
            parts,
            x="quarter",
            y="% of the real",
            every=4,
            description="The difference between administrative and real truth by quarter, for five numbers, "
            "all on one scale.",
        )
    }


def text(towns: Towns) -> Iterator[str]:
    """Yield the lines of this section."""
    yield "## How blind a municipality is"
    yield ""
    yield from paragraph(
        "The administrative truth, as known on the last day, less the real one, in per cent of the real.",
        "Above zero the municipality sees more than there is (care of which it does not know that it ended),",
        "below zero less (care not yet, or never, declared). Nobody can publish this of a real municipality.",
    )
    yield from picture(
        "gaps", "Line charts: difference between administrative and real, five numbers on one scale."
    )
    quarters = list(towns["0293"]["gaps"]["hours"])
    titles = [title for title, _, _ in gaps.SHOWN.values()]
    for code, one in towns.items():
        rows = []
        for quarter in quarters:
            found = [one["gaps"][name][quarter]["percent"] for name in gaps.SHOWN]
            rows.append((quarter, *("–" if gap is None else f"{gap:+.1f}" for gap in found)))
        yield from table((f"{NAMES[code]}, % of the real", *titles), rows)
    yield from paragraph(
        "– : no stay ended in that quarter. The numbers themselves stand in `truth/verschil.csv` of the town."
    )
    yield from _as_known(towns)


def _as_known(towns: Towns) -> Iterator[str]:
    yield from paragraph(
        "At the end of a year, by what was known on 31 December itself, on 31 January, and at last:"
    )
    shown = {name: title for name, (title, _, _) in gaps.SHOWN.items() if name != FEW}
    rows = []
    for code, one in towns.items():
        for year in one["as_known"]["hours"]:
            pairs = [one["as_known"][name][year] for name in shown]
            cells = (" → ".join("–" if gap is None else f"{gap:+.1f}" for gap in pair) for pair in pairs)
            rows.append((f"{NAMES[code]} {year}", *cells))
    yield from table(("% of the real, same day → a month later → at last", *shown.values()), rows)
