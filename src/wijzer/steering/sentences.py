"""Factual sentences in plain Dutch (B1): what it is, from what to what, since when, whose target.

They state, they do not judge; every number in them comes from a ``Publishable`` or from the target.
"""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from wijzer.disclosure import Publishable, require_publishable
from wijzer.steering.needle import Needle
from wijzer.steering.targets import Target

MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)


def number(value: float, decimals: int) -> str:
    """Write a number the Dutch way, rounded half up: ``1.234,5``; a real minus sign."""
    step = Decimal(1).scaleb(-decimals)
    text = f"{Decimal(str(value)).quantize(step, ROUND_HALF_UP):,f}"
    return text.translate(str.maketrans(",.-", ".,−"))


def quantity(value: float, unit: str, decimals: int) -> str:
    """Write a number with its unit: ``2,85 uur per week``, ``95,0%``, ``€ 1.234``."""
    if unit == "euro":
        return f"€ {number(value, decimals)}"
    if unit in ("procent", "%"):
        return f"{number(value, decimals)}%"
    return f"{number(value, decimals)} {unit}".rstrip()


def configured(value: float, unit: str, decimals: int) -> str:
    """Write a start or target value: with as many decimals as it has, up to one more than the figure."""
    exact = Decimal(str(value)).quantize(Decimal(1).scaleb(-(decimals + 1)), ROUND_HALF_UP).normalize()
    places = max(0, -int(exact.as_tuple().exponent))
    return quantity(value, unit, places)


def dutch_date(day: date) -> str:
    """Write a date in words: ``31 december 2022``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def when(value: Publishable) -> str:
    """Say over which time a value is: ``op 31 december 2022`` (stock), ``in het 4e kwartaal 2022`` (flow)."""
    require_publishable(value)
    if value.timing == "stand":
        return f"op {dutch_date(value.last_day)}"
    return f"in het {value.period_label}" if "-Q" in value.periode else f"in {value.period_label}"


def sentence_about(needle: Needle, gemeente: str, unit: str = "", decimals: int = 0) -> str:
    """Write the sentence below a needle. ``gemeente`` is its name; unit and decimals serve without value."""
    value, target = needle.value, needle.target
    if value is not None:
        unit, decimals = value.unit, value.decimals
    parts = []
    if value is not None and value.value is not None:
        now = quantity(value.value, unit, decimals)
        if target is not None and target.start is not None:
            start = configured(target.start, unit, decimals)
            since = f" in {target.base_year}" if target.base_year else " bij de start"
            parts.append(f"In {gemeente}: van {start}{since} naar {now} {when(value)}.")
        else:
            parts.append(f"In {gemeente}: {now} {when(value)}.")
    elif value is not None and needle.face == "te_weinig":
        parts.append(f"In {gemeente} {when(value)}: te weinig personen om te tonen.")
    if target is not None:
        parts.append(target_sentence(target, unit, decimals))
        over = value is not None and target.deadline is not None and value.last_day >= target.deadline
        if over and needle.met is False:
            parts.append("Die dag is voorbij en het doel is niet gehaald.")
    return " ".join(parts)


def target_sentence(target: Target, unit: str, decimals: int) -> str:
    """Say what the target is, before when, and whose it is."""
    if not target.is_stated:
        return "Er is geen doel in een getal afgesproken."
    by = f", uiterlijk op {dutch_date(target.deadline)}" if target.deadline else ""
    whose = (
        f" (besluit: {target.decision})" if target.decision else " (wie het doel stelde, staat er niet bij)"
    )
    return f"Het doel is {_wanted(target, unit, decimals)}{by}{whose}."


def _wanted(target: Target, unit: str, decimals: int) -> str:
    since = f" dan in {target.base_year}" if target.base_year else " dan bij de start"
    same = f" als in {target.base_year}" if target.base_year else " als bij de start"
    if target.kind == "richting":
        return ("hoger" if target.up == 1 else "lager") + since
    if target.kind == "gelijk":
        allowed = f" (tot {configured(target.amount, 'procent', 0)} verschil)" if target.amount else ""
        return f"gelijk blijven: evenveel{same}{allowed}"
    amount = target.amount or 0.0
    if target.kind == "verandering":
        direction = "lager" if amount < 0 else "hoger"
        level = f", dus {configured(target.goal, unit, decimals)}" if target.goal is not None else ""
        return f"{configured(abs(amount), 'procent', 0)} {direction}{since}{level}"
    limit = "hooguit " if target.kind == "plafond" else ""
    return limit + configured(amount, unit, decimals)
