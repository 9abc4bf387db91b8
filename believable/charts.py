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
_WIDTH = 640
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
    """One series: its name, and a value for every place on the axis (None is a gap)."""

    name: str
    values: tuple[float | None, ...]
    published: bool = False
    points_only: bool = False


def lines(
    title: str, places: Sequence[str], series: Sequence[Series], *, x: str, y: str,
    every: int = 1, zero: bool = False, description: str,
) -> str:  # fmt: skip
    """Draw series as lines with marks, over places in the given order; ``every`` n-th place is labelled."""
    return _svg(_line_layers(places, series, x, y, every, zero, 300), title, description)


def panels(
    title: str, places: Sequence[str], parts: Mapping[str, Sequence[Series]], *, x: str, y: str,
    every: int = 1, zero: bool = False, description: str,
) -> str:  # fmt: skip
    """Draw several charts of lines below each other, each with its own scale."""
    last = len(parts) - 1
    drawn = [
        _line_layers(places, series, x if at == last else "", y, every, zero, 150).properties(
            title=alt.TitleParams(name, anchor="start", frame="group", fontSize=13, color=INK)
        )
        for at, (name, series) in enumerate(parts.items())
    ]
    joined = alt.vconcat(*drawn, spacing=20).resolve_scale(
        color="shared", shape="shared", strokeDash="shared"
    )
    return _svg(joined, title, description)


def bars(
    title: str, places: Sequence[str], series: Sequence[Series], *, x: str, y: str, description: str,
) -> str:  # fmt: skip
    """Draw series as bars beside each other, lying down, one group for every place."""
    names = [one.name for one in series]
    rows = [
        {"place": place, "series": one.name, "value": value}
        for one in series
        for place, value in zip(places, one.values, strict=True)
        if value is not None
    ]
    chart = (
        alt.Chart(alt.Data(values=rows))
        .mark_bar(strokeWidth=1)
        .encode(
            y=alt.Y("place:N", sort=list(places), title=x, axis=_CATEGORY),
            yOffset=alt.YOffset("series:N", sort=names),
            x=alt.X("value:Q", title=y, axis=alt.Axis(grid=True, tickCount=8)),
            fill=alt.Fill(
                "series:N",
                sort=names,
                scale=alt.Scale(domain=names, range=_fillings(series)),
                legend=alt.Legend(title=None, orient="top", symbolStrokeColor=INK, symbolType="square"),
            ),
            stroke=alt.value(INK),
        )
        .properties(width=_WIDTH - 220, height=alt.Step(11 if len(series) > 2 else 13))
    )
    return _svg(chart, title, description)


def _fillings(series: Sequence[Series]) -> list[str]:
    """Return dark, light and middle fillings for the town's series; what was published stays white."""
    own = iter(("#0f4c5d", "#a9cbd3", "#5d8f9b"))
    return [PAPER if one.published else next(own) for one in series]


def _looks(series: Sequence[Series]) -> list[Look]:
    own, theirs = iter(LOOKS), iter(PUBLISHED)
    return [next(theirs if one.published else own) for one in series]


def _line_layers(
    places: Sequence[str], series: Sequence[Series], x: str, y: str, every: int, zero: bool, height: int
) -> alt.LayerChart:
    names, looks = [one.name for one in series], _looks(series)
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
    up = alt.Y("value:Q", title=y, scale=alt.Scale(zero=zero, nice=True), axis=alt.Axis(minExtent=38))
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
    for one, look in zip(series, looks, strict=True):
        if not one.points_only:
            layers.append(
                alt.Chart(alt.Data(values=[row for row in rows if row["series"] == one.name]))
                .mark_line(strokeWidth=2, stroke=look.colour, strokeDash=list(look.dash))
                .encode(x=axis, y=up, detail="run:N")
            )
    layers.append(
        alt.Chart(alt.Data(values=rows))
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
