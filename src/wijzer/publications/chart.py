"""The series of one indicator as a chart: one Altair definition, drawn as SVG without any browser.

Drawn twice, wide and narrow, so that letters stay readable on a phone; the style sheet shows one of the
two. Final points are filled, provisional ones hollow, a withheld period is a cross and a missing one a dash
at the foot of the chart. Colours carry the names of design tokens, so that a house style changes them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from typing import Any

import altair as alt
import vl_convert

from wijzer.disclosure import Publishable
from wijzer.publications.site import Break
from wijzer.steering import Target

TOKENS = {
    "#0f4c5d": "--wijzer-chart-line-color",
    "#1d6f43": "--wijzer-chart-target-color",
    "#16242f": "--wijzer-chart-color",
    "#4a5a67": "--wijzer-chart-muted-color",
    "#d3d9dc": "--wijzer-chart-grid-color",
    "#fffffe": "--wijzer-chart-background-color",
}
"""Colours of the chart, each with the design token that replaces it on the page."""
_LINE, _TARGET, _INK, _MUTED, _GRID, _PAPER = TOKENS
_FONT = "Arial, 'Liberation Sans', Helvetica, sans-serif"
DUTCH = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["€ ", ""]}
ZERO_SHARE = 0.4
"""When the values differ less than this share of the highest, the axis does not start at zero."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart in two widths; ``starts_at_zero``, ``shows`` (kinds of points) and ``breaks`` (numbered in the
    drawing) feed the words below it."""

    wide: str
    narrow: str
    starts_at_zero: bool
    shows: frozenset[str]
    breaks: tuple[Break, ...]


def series_for_chart(values: Sequence[Publishable], like: Publishable | None) -> list[Publishable]:
    """Take the periods of one length, in order: quarters or years, whichever has more numbers to show.

    Sums are drawn per year, as on the needle (``like``): a quarter of a sum cannot be laid beside a year.
    """
    quarters = [value for value in values if "-Q" in value.periode]
    years = [value for value in values if value.periode.isdigit()]
    if like is not None and like.is_sum:
        chosen = years
    else:
        chosen = max(quarters, years, key=lambda kind: (sum(v.value is not None for v in kind), len(kind)))
    return sorted(chosen, key=lambda value: value.last_quarter)


def draw(
    values: Sequence[Publishable],
    target: Target | None,
    breaks: Sequence[Break],
    *,
    name: str,
    title: str,
    description: str,
) -> Chart | None:
    """Draw a series (``series_for_chart``); None when there is no number in it.

    ``name`` is unique on the page; ``title`` and ``description`` are read aloud.
    """
    shown = [value for value in values if value.value is not None]
    if not shown:
        return None
    goal = target.goal if target is not None else None
    start = (target.start, target.base_year) if target is not None else (None, None)
    heights = [value.value for value in shown if value.value is not None]
    heights += [height for height in (goal, start[0]) if height is not None]
    low, high = min(heights), max(heights)
    from_zero = low < 0 or high - low >= ZERO_SHARE * high
    bottom = min(0.0, low) if from_zero else max(0.0, low - (high - low or high) * 0.6)
    top = high + (high - bottom or 1) * 0.18
    points = [_point(value, bottom) for value in values]
    first = min(point["x"] for point in points)
    if start[0] is not None and start[1]:
        first = min(first, start[1] + 0.5)
    domain = (int(first), int(max(point["x"] for point in points) - 0.001) + 1)
    marked = [gap for gap in breaks if domain[0] < _at(gap.day) < domain[1]]
    layers = _layers(points, start, goal, marked, domain, (bottom, top), values[0].decimals)
    spec = _spec(layers)
    drawn = [
        _svg({**spec, "width": width - 70, "height": height - 50}, f"{name}-{size}", title, description)
        for size, width, height in (("breed", 880, 340), ("smal", 300, 260))
    ]
    shows = frozenset(point["kind"] for point in points)
    return Chart(drawn[0], drawn[1], from_zero, shows, tuple(marked))


def _point(value: Publishable, foot: float) -> dict[str, Any]:
    stock = value.timing == "stand"
    length = 0.25 if "-Q" in value.periode else 1.0
    end = (value.last_quarter + 1) / 4
    return {
        "x": end - 0.001 if stock else end - length / 2,
        "y": foot if value.value is None else value.value,
        "kind": value.status,
    }


def _segments(points: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Number the runs of final points, so that no line crosses a period that is not shown."""
    run, result = 0, []
    for point in points:
        if point["kind"] == "getoond":
            result.append({**point, "run": run})
        else:
            run += 1
    return result


def _layers(
    points: Sequence[dict[str, Any]],
    start: tuple[float | None, int | None],
    goal: float | None,
    breaks: Sequence[Break],
    domain: tuple[int, int],
    heights: tuple[float, float],
    decimals: int,
) -> alt.LayerChart:
    years = list(range(domain[0], domain[1] + 1))
    x = alt.X(
        "x:Q",
        scale=alt.Scale(domain=list(domain), nice=False),
        axis=alt.Axis(
            values=[year + 0.5 for year in years[:-1]],
            labelExpr="format(floor(datum.value), 'd')",
            title=None,
            grid=False,
            ticks=False,
            labelPadding=8,
            labelOverlap=True,
        ),
    )
    places = decimals if heights[1] - heights[0] < 20 else 0
    y = alt.Y(
        "y:Q",
        scale=alt.Scale(domain=list(heights), nice=False),
        axis=alt.Axis(
            title=None, format=f",.{places}f", tickCount=5, domain=False, ticks=False, labelPadding=6
        ),
    )
    layers = [
        _chart([{"x": year, "y": heights[0]} for year in years])
        .mark_rule(color=_GRID)
        .encode(x=x, y=alt.value(0), y2=alt.value("height"))
    ]
    for number, gap in enumerate(breaks, 1):
        at = _chart([{"x": _at(gap.day), "text": str(number)}])
        layers += [
            at.mark_rule(color=_MUTED, strokeDash=[2, 3]).encode(
                x=x, y=alt.value(14), y2=alt.value("height")
            ),
            at.mark_text(color=_MUTED, fontSize=12, fontWeight="bold").encode(
                x=x, y=alt.value(6), text="text:N"
            ),
        ]
    if goal is not None:
        at = _chart([{"x": domain[0], "end": domain[1], "y": goal, "text": "doel"}])
        layers += [
            at.mark_rule(color=_TARGET, strokeWidth=2, strokeDash=[7, 4]).encode(x=x, x2="end:Q", y=y),
            at.mark_text(color=_TARGET, fontSize=13, fontWeight="bold", align="left", dx=4, dy=-8).encode(
                x=x, y=y, text="text:N"
            ),
        ]
    final = _segments(points)
    layers.append(
        _chart(final).mark_line(color=_LINE, strokeWidth=2.5).encode(x=x, y=y, detail="run:N")
        if final
        else layers[0]
    )
    if start[0] is not None and start[1]:
        at = _chart([{"x": start[1] + 0.5, "y": start[0], "text": "start"}])
        layers += [
            at.mark_point(
                shape="diamond", size=130, color=_INK, filled=False, strokeWidth=2, fill=_PAPER
            ).encode(x=x, y=y),
            at.mark_text(color=_INK, fontSize=13, fontWeight="bold", dy=-14).encode(x=x, y=y, text="text:N"),
        ]
    for kind, mark in (
        ("getoond", {"shape": "circle", "size": 55, "color": _LINE, "filled": True, "opacity": 1}),
        ("voorlopig", {"shape": "circle", "size": 70, "color": _LINE, "fill": _PAPER, "strokeWidth": 2}),
    ):
        if some := [point for point in points if point["kind"] == kind]:
            layers.append(_chart(some).mark_point(**mark).encode(x=x, y=y))
    for kind, letter in (("onderdrukt", "×"), ("ontbreekt", "–")):
        if some := [point for point in points if point["kind"] == kind]:
            mark = {"text": letter, "fontSize": 20, "fontWeight": "bold", "color": _MUTED, "dy": -8}
            layers.append(_chart(some).mark_text(**mark).encode(x=x, y=y))
    return alt.layer(*layers)


def _chart(rows: Sequence[dict[str, Any]]) -> alt.Chart:
    return alt.Chart(alt.Data(values=list(rows)))


def _at(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365


def _spec(layers: alt.LayerChart) -> dict[str, Any]:
    """Make the Vega-Lite specification; Vega itself checks it, so Altair's slow check is left out."""
    axis = {"labelFontSize": 13, "labelColor": _INK, "labelFont": _FONT}
    lines = {"gridColor": _GRID, "domainColor": _MUTED}
    config = {"aria": False, "font": _FONT, "view": {"stroke": None}, "axis": {**axis, **lines}}
    spec: dict[str, Any] = layers.to_dict(validate=False)
    return {**spec, "background": "transparent", "config": config}


def _svg(spec: dict[str, Any], name: str, title: str, description: str) -> str:
    svg = vl_convert.vegalite_to_svg(spec, allowed_base_urls=[], format_locale=DUTCH)
    return _readable(svg, name, title, description)


def _readable(svg: str, name: str, title: str, description: str) -> str:
    """Turn Vega's drawing into one image with a name and a description, in token colours, ids made unique."""
    found = re.match(r'<svg[^>]*viewBox="([^"]+)"[^>]*>(.*)</svg>\s*$', svg, re.DOTALL)
    if found is None:
        raise ValueError("the drawing of the chart is not the SVG that was expected")
    body = re.sub(r'\s(?:aria-[a-z]+|role|aria-hidden)="[^"]*"', "", found[2])
    body = re.sub(r'\bid="([^"]+)"', rf'id="{name}-\1"', body)
    body = re.sub(r"url\(#([^)]+)\)", rf"url(#{name}-\1)", body)
    for colour, token in TOKENS.items():
        body = body.replace(f'"{colour}"', f'"var({token}, {colour})"')
    return (
        f'<svg class="wijzer-chart" viewBox="{found[1]}" role="img" aria-labelledby="{name}-t {name}-d" '
        f'focusable="false"><title id="{name}-t">{escape(title)}</title>'
        f'<desc id="{name}-d">{escape(description)}</desc>{body}</svg>'
    )
