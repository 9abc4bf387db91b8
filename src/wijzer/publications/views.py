"""What templates show of a needle and of an actie: text and drawings, ready to be placed."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace

from markupsafe import Markup

from wijzer.disclosure import Publishable
from wijzer.publications.gauge import actie_gauge, needle_gauge
from wijzer.publications.outcome import OUTCOMES, Outcome, actie_outcome, outcome, sign
from wijzer.publications.site import IndicatorText, Site
from wijzer.steering import (
    FACES,
    Actie,
    ActieNeedle,
    Needle,
    Target,
    configured,
    point,
    point_actie,
    quantity,
    sentence_about,
    when,
)


@dataclass(frozen=True, slots=True)
class NeedleView:
    """One needle on a page. ``marks`` are (name, value) of the marks on the dial, from left to right."""

    text: IndicatorText
    gemeente: str
    gemeente_name: str
    folder: str
    needle: Needle
    drawing: Markup
    sign: Markup
    outcome: Outcome
    heading: str
    verdict: str
    value: str
    moment: str
    sentence: str
    marks: tuple[tuple[str, str], ...]
    note: str


@dataclass(frozen=True, slots=True)
class ActieView:
    """One actie on a page, with its linked indicators as (view, reason)."""

    actie: Actie
    needle: ActieNeedle
    drawing: Markup
    sign: Markup
    remark: str
    links: tuple[tuple[NeedleView | None, str, str], ...]


def slug(name: str) -> str:
    """Make a file name of a Dutch name: ``'s-Hertogenbosch`` becomes ``s-hertogenbosch``."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def needles_of(site: Site, gemeente: str) -> dict[str, Needle]:
    """Point all needles of a gemeente; an indicator without a row in the targets has no target."""
    targets = {target.indicator: target for target in site.targets if target.gemeente == gemeente}
    result = {}
    for text in site.indicators:
        target = targets.get(text.id) or _no_target(text, gemeente)
        needle = point(
            values_of(site, text.id, gemeente),
            target,
            on=site.reference_day,
            higher_is_better=text.higher_is_better,
        )
        if needle.face == "nog_niet_gemeten" and text.measured:
            needle = replace(needle, face="ontbreekt", verdict="Er zijn voor deze gemeente geen gegevens.")
        result[text.id] = needle
    return result


def values_of(site: Site, indicator: str, gemeente: str) -> list[Publishable]:
    """Return the values of one indicator and gemeente, oldest first.

    Of periods with the same end the shorter goes first: quarter, year, several years together.
    """
    found = [v for v in site.values if (v.indicator, v.gemeente) == (indicator, gemeente)]
    found.sort(key=lambda value: value.periode, reverse=True)
    return sorted(found, key=lambda value: (value.last_quarter, _length(value.periode)))


def _length(periode: str) -> int:
    return 0 if "-Q" in periode else 2 if "-" in periode else 1


def _no_target(text: IndicatorText, gemeente: str) -> Target:
    return Target(
        gemeente=gemeente,
        indicator=text.id,
        nr=text.nr,
        opgave=text.opgave,
        base_year=None,
        start=None,
        kind=None,
        amount=None,
        up=None,
        deadline=None,
        decision="",
        remark="",
    )


def needle_view(site: Site, text: IndicatorText, gemeente: str, needle: Needle) -> NeedleView:
    """Prepare one needle for a page."""
    name = site.gemeenten[gemeente]
    kind = outcome(needle)
    sentence = sentence_about(needle, name, text.unit, text.decimals)
    value = needle.value
    shown = value is not None and value.value is not None
    return NeedleView(
        text=text,
        gemeente=gemeente,
        gemeente_name=name,
        folder=slug(name),
        needle=needle,
        drawing=Markup(needle_gauge(needle, f"wijzer-{slug(name)}-{slug(text.id)}", sentence)),  # noqa: S704
        sign=Markup(sign(kind)),  # noqa: S704
        outcome=kind,
        heading=needle.verdict if needle.dial else FACES[needle.face],
        verdict="" if needle.dial else needle.verdict,
        value=quantity(value.value, value.unit, value.decimals) if value and value.value is not None else "",
        moment=when(value) if value is not None and shown else "",
        sentence=sentence,
        marks=_marks(needle),
        note=_note(needle),
    )


def _marks(needle: Needle) -> tuple[tuple[str, str], ...]:
    if needle.dial is None or needle.value is None:
        return ()
    unit = needle.value.unit if needle.value.unit in ("euro", "procent") else ""
    return tuple(
        (tick.name, configured(tick.value, unit, needle.value.decimals)) for tick in needle.dial.ticks
    )


def _note(needle: Needle) -> str:
    """Say what is known of a newer period, or which longer period can be shown."""
    if needle.newer is None:
        return (needle.value.hint or "") if needle.value is not None else ""
    period = needle.newer.period_label
    if needle.newer.status == "voorlopig" and needle.newer.value is not None:
        amount = quantity(needle.newer.value, needle.newer.unit, needle.newer.decimals)
        return f"Nieuwer, maar nog voorlopig: {amount} over {period}."
    if needle.newer.status == "onderdrukt":
        return f"Over {period} zijn het te weinig personen om te tonen."
    if needle.newer.status == "ontbreekt":
        return f"Over {period} ontbreekt het getal."
    return f"Over {period} is er nog geen oordeel."


def actie_view(site: Site, actie: Actie, gemeente: str, views: dict[str, NeedleView]) -> ActieView:
    """Prepare one actie for a page; ``views`` are the needles of that gemeente by indicator."""
    needles = {indicator: view.needle for indicator, view in views.items()}
    needle = point_actie(actie, gemeente, site.programme, needles)
    links = site.programme.links_of(actie.nr, gemeente)
    return ActieView(
        actie=actie,
        needle=needle,
        drawing=Markup(actie_gauge(needle, f"actie-{actie.nr}")),  # noqa: S704
        sign=Markup(sign(actie_outcome(needle))),  # noqa: S704
        remark=actie.remark.get(gemeente, ""),
        links=tuple((views.get(link.indicator), link.indicator, link.reason) for link in links),
    )


def tally(views: list[NeedleView]) -> list[tuple[Outcome, str, int, Markup]]:
    """Count needles by outcome, all four outcomes, in order."""
    counts = [view.outcome for view in views]
    return [
        (kind, words, counts.count(kind), Markup(sign(kind)))  # noqa: S704
        for kind, words in OUTCOMES.items()
    ]
