"""The page of one indicator: chart, the table behind it, what was left out, other figures."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from wijzer.disclosure import Publishable, Shown
from wijzer.publications.chart import Chart, draw, series_for_chart
from wijzer.publications.site import IndicatorText, Site
from wijzer.publications.views import NeedleView, values_of
from wijzer.steering import number as dutch_number
from wijzer.steering import quantity, target_sentence

STATES = {
    "getoond": "definitief",
    "voorlopig": "voorlopig",
    "onderdrukt": "niet getoond",
    "ontbreekt": "ontbreekt",
}
KINDS = {
    "effect": "effect: wat merken inwoners ervan",
    "prestatie": "prestatie: wat leveren gemeente en aanbieders",
    "beleid": "beleid: wat heeft de gemeente afgesproken",
}


def indicator_context(site: Site, text: IndicatorText, view: NeedleView) -> dict[str, Any]:
    """Prepare everything that the page of an indicator shows."""
    values = values_of(site, text.id, view.gemeente)
    chart = _chart(text, view, values)
    value = view.needle.value
    return {
        "text": text,
        "view": view,
        "kind": KINDS.get(text.kind, text.kind),
        "target": view.needle.target,
        "target_sentence": target_sentence(view.needle.target, text.unit, text.decimals)
        if view.needle.target
        else "",
        "chart": chart,
        "wide": Markup(chart.wide) if chart else "",  # noqa: S704
        "narrow": Markup(chart.narrow) if chart else "",  # noqa: S704
        "breaks": chart.breaks if chart else (),
        "columns": _columns(text),
        "rows": [_row(text, each) for each in values],
        "left_out": _left_out(text, value),
        "others": _others(text, value),
        "known_on": max((each.known_on for each in values), default=None),
        "data_through": max((each.data_through for each in values if each.data_through), default=None),
    }


def _chart(text: IndicatorText, view: NeedleView, values: list[Publishable]) -> Chart | None:
    series = series_for_chart(values, view.needle.value)
    shown = [value for value in series if value.value is not None]
    if not shown:
        return None
    first, last = shown[0], shown[-1]
    description = (
        f"{text.label} in {view.gemeente_name}, van {_said(first)} tot {_said(last)}. "
        "De tabel onder de grafiek bevat alle getallen."
    )
    title = f"{text.label}, {view.gemeente_name}"
    return draw(series, view.needle.target, text.breaks, name="verloop", title=title, description=description)


def _said(value: Publishable) -> str:
    amount = quantity(value.value or 0.0, value.unit, value.decimals)
    return f"{amount} ({value.period_label})"


def _columns(text: IndicatorText) -> list[tuple[str, str]]:
    """List (part id, label) of the parts that the figure is made of; a bare sum has none of its own."""
    names = [name for name in (text.numerator_part, text.denominator_part) if name and text.denominator_part]
    return [(name, (text.parts or {}).get(name, name)) for name in names]


def _row(text: IndicatorText, value: Publishable) -> dict[str, Any]:
    first = next(iter(value.figures.values()))
    state = STATES[value.status]
    if value.expected_share is not None:
        state += f", nog ongeveer {round(value.expected_share * 100)}% te verwachten"
    return {
        "period": value.period_label,
        "is_year": "-Q" not in value.periode,
        "value": _cell(first, first.unit),
        "parts": [_cell(value.parts.get(name, Shown(None)), "") for name, _ in _columns(text)],
        "state": state,
        "reason": value.hint if value.status == "onderdrukt" else value.reason,
    }


def _cell(number: Shown, unit: str) -> str:
    """Write a number; a withheld one is a cross, a missing one a dash: neither is ever a zero."""
    if number.value is None:
        return "×" if number.withheld else "–"
    return quantity(number.value, unit if unit in ("euro", "procent") else "", number.decimals)


def _left_out(text: IndicatorText, value: Publishable | None) -> list[tuple[str, str, str]]:
    """List (what, how many, why) of what belongs to the question but could not be counted."""
    if value is None or not text.left_out:
        return []
    return [
        (label, _said_number(value.left_out[name]) + _share(value, value.left_out[name]), reason)
        for name, (label, reason) in text.left_out.items()
        if name in value.left_out
    ]


def _share(value: Publishable, left_out: Shown) -> str:
    """Say which share was left out, when what was counted is shown in the same unit."""
    same_unit = [part.value for part in value.parts.values() if part.unit == left_out.unit]
    counted = max((number for number in same_unit if number is not None), default=None)
    if not left_out.value or counted is None:
        return ""
    share = 100 * left_out.value / (left_out.value + counted)
    return f", {dutch_number(share, 1)}% van alle {left_out.unit}"


def _others(text: IndicatorText, value: Publishable | None) -> list[tuple[str, str]]:
    """List (label, number) of the figures and parts that the table does not show."""
    if value is None:
        return []
    labels = {**(text.parts or {}), **(text.figures or {})}
    in_table = {name for name, _ in _columns(text)}
    figures = list(value.figures.items())[1:]
    parts = [(name, number) for name, number in value.parts.items() if name not in in_table]
    parts = [(name, number) for name, number in parts if name not in text.plain_figures]
    return [(labels.get(name, name), _said_number(number)) for name, number in [*figures, *parts]]


def _said_number(number: Shown) -> str:
    if number.value is None:
        return "niet getoond" if number.withheld else "ontbreekt"
    return quantity(number.value, number.unit, number.decimals)
