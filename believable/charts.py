"""Charts of the page: one look, drawn by Altair and vl-convert, the same bytes every time.

Series differ by dash, shape or filling as well as by colour, so that a chart can be read in black and white.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import altair as alt
import vl_convert

INK, MUTED, GRID, PAPER = "#16242f", "#4a5a67", "#d3d9dc", "#ffffff"
_FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
_WIDTH, _FEW = 640, 12
_CATEGORY = alt.Axis(
    labelLimit=280, ticks=False, labelPadding=6, titleAngle=0, titleAlign="right", titleX=-6, titleY=-8
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a series is drawn. ``dash``: lengths of line and gap; ``filled``: whether its marks are filled."""

    colour: str
    dash: tuple[int, ...]
    shape: str
    filled: bool


LOOKS = (
    Look("#0f4c5d", (1, 0), "circle", True),
    Look("#b5491d", (7, 3), "square", False),
    Look("#1d6f43", (2, 2), "triangle-up", True),
    Look("#6b3f8f", (9, 3, 2, 3), "diamond", False),
)
PUBLISHED = (
    Look(INK, (3, 3), "diamond", True),
    Look(MUTED, (1, 3), "triangle-up", False),
    Look(MUTED, (1, 3), "triangle-down", False),
)


@dataclass(frozen=True, slots=True)
class Series:
    """One series: its name, and a value for every place on the axis (None is a gap).

    ``points_only``: known at those places alone; ``line_only``: known at none of them, a course between two.
    """

    name: str
    values: tuple[float | None, ...]
    published: bool = False
    points_only: bool = False
    line_only: bool = False


def lines(
    title: str, places: Sequence[str], series: Sequence[Series], *, x: str, y: str,
    every: int = 1, zero: bool = False, description: str,
) -> str:  # fmt: skip
    """Draw series as lines with marks, over places in the given order; ``every`` n-th place is labelled."""
    scale = alt.Scale(zero=zero, nice=True)
    return _svg(_line_layers(places, series, x, y, every, scale, 300), title, description)


def panels(
    title: str, places: Sequence[str], parts: Mapping[str, Sequence[Series]], *, x: str, y: str,
    every: int = 1, description: str,
) -> str:  # fmt: skip
    """Draw several charts of lines below each other, all on one scale that holds zero.

    A chart ends at the last of its own places; one with few of them has every place labelled.
    """
    heights = [
        value for series in parts.values() for one in series for value in one.values if value is not None
    ]
    scale = alt.Scale(domain=[min(0.0, *heights), max(0.0, *heights)], nice=True)
    lengths = [max(len(one.values) for one in series) for series in parts.values()]
    drawn = []
    for at, (name, series) in enumerate(parts.items()):
        own = places[: lengths[at]]
        below = x if at == len(parts) - 1 or len(set(lengths)) > 1 else ""
        steps = every if len(own) > _FEW else 1
        chart = _line_layers(own, series, below, y, steps, scale, 150)
        above = alt.TitleParams(name, anchor="start", frame="group", fontSize=13, color=INK)
        drawn.append(chart.properties(title=above))
    joined = alt.vconcat(*drawn, spacing=20).resolve_scale(
        color="shared", shape="shared", strokeDash="shared"
    )
    return _svg(joined, title, description)


def bars(
    title: str, places: Sequence[str], series: Sequence[Series], *, x: str, y: str, description: str,
) -> str:  # fmt: skip
    """Draw series as bars beside each other, lying down, one group for every place; 0 is written out."""
    names = [one.name for one in series]
    rows = [
        {"place": place, "series": one.name, "value": value}
        for one in series
        for place, value in zip(places, one.values, strict=True)
        if value is not None
    ]
    up = alt.Y("place:N", sort=list(places), title=x, axis=_CATEGORY)
    beside = alt.YOffset("series:N", sort=names)
    along = alt.X("value:Q", title=y, axis=alt.Axis(grid=True, tickCount=8))
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(strokeWidth=1)
        .encode(
            y=up,
            yOffset=beside,
            x=along,
            fill=alt.Fill(
                "series:N",
                sort=names,
                scale=alt.Scale(domain=names, range=_fillings(series)),
                legend=alt.Legend(title=None, orient="top", symbolStrokeColor=INK, symbolType="square"),
            ),
            stroke=alt.value(INK),
        )
    )
    nothing = (
        alt.Chart(alt.Data(values=[row for row in rows if row["value"] == 0]))
        .mark_text(text="0", align="left", baseline="middle", dx=4, fontSize=11, fill=INK)
        .encode(y=up, yOffset=beside, x=along)
    )
    both = alt.layer(chart, nothing).properties(
        width=_WIDTH - 220, height=alt.Step(11 if len(series) > 2 else 13)
    )
    return _svg(both, title, description)


def _fillings(series: Sequence[Series]) -> list[str]:
    """Return dark, light and middle fillings for the town's series; what was published is white or grey."""
    own, theirs = iter(("#0f4c5d", "#a9cbd3", "#5d8f9b")), iter((PAPER, GRID))
    return [next(theirs if one.published else own) for one in series]


def _looks(series: Sequence[Series]) -> list[Look]:
    own, theirs = iter(LOOKS), iter(PUBLISHED)
    return [next(theirs if one.published else own) for one in series]


def _line_layers(
    places: Sequence[str], series: Sequence[Series], x: str, y: str, every: int, scale: alt.Scale, height: int
) -> alt.LayerChart:
    drawn = list(zip(series, _looks(series), strict=True))
    names = [one.name for one, _ in drawn if not one.line_only]
    looks = [look for one, look in drawn if not one.line_only]
    axis = alt.X(
        "at:Q",
        title=x or None,
        scale=alt.Scale(domain=[-0.4, len(places) - 0.6], nice=False),
        axis=alt.Axis(
            values=list(range(0, len(places), every)),
            labelExpr=f"{list(places)}[datum.value]",
            grid=False,
            labelFlush=False,
            labelOverlap=False,
        ),
    )
    up = alt.Y("value:Q", title=y, scale=scale, axis=alt.Axis(minExtent=38))
    layers = []
    rows = [
        {"at": at, "series": one.name, "value": value, "run": sum(gap is None for gap in one.values[:at])}
        for one in series
        for at, value in enumerate(one.values)
        if value is not None
    ]
    shape = alt.Shape(
        "series:N", sort=names, scale=alt.Scale(domain=names, range=[one.shape for one in looks])
    )
    stroke = alt.Stroke(
        "series:N", sort=names, scale=alt.Scale(domain=names, range=[one.colour for one in looks])
    )
    legend = alt.Legend(title=None, orient="top", symbolSize=90, symbolStrokeWidth=2)
    for one, look in drawn:
        if not one.points_only:
            line = (
                alt.Chart(alt.Data(values=[row for row in rows if row["series"] == one.name]))
                .mark_line(strokeWidth=2, stroke=look.colour, strokeDash=list(look.dash))
                .encode(x=axis, y=up, detail="run:N")
            )
            layers.append(line.encode(strokeDash=_dash(one.name, look)) if one.line_only else line)
    layers.append(
        alt.Chart(alt.Data(values=[row for row in rows if row["series"] in names]))
        .mark_point(size=46, opacity=1, strokeWidth=1.6)
        .encode(
            x=axis,
            y=up,
            shape=shape.legend(legend),
            stroke=stroke.legend(legend),
            fill=alt.Fill(
                "series:N",
                sort=names,
                scale=alt.Scale(domain=names, range=[one.colour if one.filled else PAPER for one in looks]),
                legend=legend,
            ),
        )
    )
    return alt.layer(*layers).properties(width=_WIDTH, height=height)


def _dash(name: str, look: Look) -> alt.StrokeDash:
    """Return the dash of a line without marks, so that the legend shows it as a line."""
    legend = alt.Legend(
        title=None, orient="top", symbolType="stroke", symbolStrokeColor=look.colour, symbolSize=300
    )
    return alt.StrokeDash("series:N", scale=alt.Scale(domain=[name], range=[list(look.dash)]), legend=legend)


def _svg(chart: alt.TopLevelMixin, title: str, description: str) -> str:
    axis = {"labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": MUTED,
            "titleFontWeight": "normal", "gridColor": GRID, "domainColor": MUTED, "tickColor": MUTED,
            "titlePadding": 8}  # fmt: skip
    spec: dict[str, Any] = chart.to_dict(validate=False)
    spec |= {
        "background": PAPER,
        "padding": 14,
        "title": {"text": title, "anchor": "start", "fontSize": 15, "color": INK, "offset": 12},
        "config": {
            "aria": False,
            "font": _FONT,
            "view": {"stroke": None},
            "axis": axis,
            "legend": {"labelFontSize": 12, "labelColor": INK, "labelLimit": 320, "columnPadding": 18},
        },
    }
    return _readable(vl_convert.vegalite_to_svg(spec, allowed_base_urls=[]), title, description)


def _readable(svg: str, title: str, description: str) -> str:
    """Turn the drawing into one image with a name and a description."""
    found = re.match(r"<svg[^>]*>(.*)</svg>\s*$", svg, re.DOTALL)
    box = re.search(r'viewBox="0 0 (\S+) (\S+)"', svg)
    if found is None or box is None:
        raise ValueError("the drawing of the chart is not the SVG that was expected")
    body = re.sub(r'\s(?:aria-[a-z]+|role|aria-hidden)="[^"]*"', "", found[1])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'viewBox="0 0 {box[1]} {box[2]}" width="{box[1]}" height="{box[2]}" role="img">'
        f"<title>{escape(title)}</title><desc>{escape(description)}</desc>{body}</svg>\n"
    )
