"""In which of four groups a needle falls, for the count at the head of a page; each has its own sign."""

from __future__ import annotations

from typing import Literal

from wijzer.steering import ActieNeedle, Needle

Outcome = Literal["gehaald", "dichterbij", "niet_dichterbij", "geen_stand"]
Sign = Literal[Outcome, "nog_niet"]
OUTCOMES: dict[Outcome, str] = {
    "gehaald": "doel gehaald",
    "dichterbij": "dichter bij het doel",
    "niet_dichterbij": "niet dichter bij het doel",
    "geen_stand": "nog niet te zeggen",
}


def outcome(needle: Needle) -> Outcome:
    """Say whether the target is met, nearer, not nearer, or whether nothing can be said."""
    if needle.met:
        return "gehaald"
    if needle.dial is None:
        return "geen_stand"
    return "dichterbij" if needle.dial.way is not None and needle.dial.way > 0 else "niet_dichterbij"


def actie_outcome(needle: ActieNeedle) -> Sign:
    """Say the same of an actie; green only when all its targets are met."""
    if needle.state == "groen":
        return "gehaald"
    return "nog_niet" if needle.state == "nog_niet" else "geen_stand"


_SIGNS: dict[Sign, str] = {
    "gehaald": '<circle cx="10" cy="10" r="9"/><path d="M5.5 10.5 l3 3.2 l6 -7"/>',
    "dichterbij": '<rect x="1.5" y="1.5" width="17" height="17" rx="3"/>'
    '<path d="M5 10 h10 m-4 -4 l4 4 l-4 4"/>',
    "niet_dichterbij": '<path d="M10 1.8 L19 18 H1 Z"/><path d="M10 7.5 v5 m0 2 v1.2"/>',
    "nog_niet": '<circle cx="10" cy="10" r="8.5"/><path d="M6 10 h0.1 M10 10 h0.1 M14 10 h0.1"/>',
    "geen_stand": '<circle cx="10" cy="10" r="8.5" stroke-dasharray="3.2 2.6"/><path d="M6 10 h8"/>',
}


def sign(kind: Sign) -> str:
    """Draw the sign of an outcome; decoration only, since the words stand beside it."""
    return (
        f'<svg class="wijzer-sign wijzer-sign--{kind}" viewBox="0 0 20 20" aria-hidden="true" '
        f'focusable="false">{_SIGNS[kind]}</svg>'
    )
