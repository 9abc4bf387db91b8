"""The needle as a small SVG: a half ring with zones, marks and a hand, or a face that says why not.

Zones differ by pattern and outline, marks by shape, so nothing hangs on colour. The words stand beside the
drawing in HTML and once more in its title and description. Colours come from the style sheet by class.
"""

from __future__ import annotations

from html import escape
from math import cos, pi, sin

from wijzer.steering import FACES, GOAL, ActieNeedle, Dial, Needle, Zone

WIDTH, HEIGHT = 240, 132
_X, _Y = 120.0, 118.0
_OUTER, _INNER = 104.0, 76.0


def needle_gauge(needle: Needle, name: str, description: str) -> str:
    """Draw the needle of an indicator. ``name`` is unique on the page; ``description`` is read aloud."""
    title = needle.verdict if needle.dial else FACES[needle.face]
    return _gauge(needle.dial, needle.face, name, title, description)


def actie_gauge(needle: ActieNeedle, name: str) -> str:
    """Draw the needle of an actie: in the green when all its targets are met, else short of it."""
    dial = None
    if needle.state in ("groen", "nog_niet"):
        hand = (GOAL + 1) / 2 - 0.04 if needle.state == "groen" else 0.05 + needle.way * (GOAL - 0.1)
        dial = Dial((Zone(0, GOAL, "onderweg"), Zone(GOAL, 1, "gehaald")), (), hand, needle.state == "groen")
    return _gauge(dial, needle.state, name, needle.verdict, f"Actie {needle.actie}: {needle.status}.")


def _gauge(dial: Dial | None, face: str, name: str, title: str, description: str) -> str:
    body = _empty(face) if dial is None else _dial(dial, name)
    return (
        f'<svg class="wijzer-gauge wijzer-gauge--{"stand" if dial else "leeg"}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-labelledby="{name}-t {name}-d" focusable="false">'
        f'<title id="{name}-t">{escape(title)}</title><desc id="{name}-d">{escape(description)}</desc>'
        f"{body}</svg>"
    )


def _point(place: float, radius: float) -> str:
    angle = pi * (1 - place)
    return f"{_X + radius * cos(angle):.1f} {_Y - radius * sin(angle):.1f}"


def _arc(first: float, last: float, css: str, fill: str = "") -> str:
    style = f' fill="{fill}"' if fill else ""
    return (
        f'<path class="{css}"{style} d="M{_point(first, _OUTER)} '
        f"A{_OUTER:.0f} {_OUTER:.0f} 0 0 1 {_point(last, _OUTER)} L{_point(last, _INNER)} "
        f'A{_INNER:.0f} {_INNER:.0f} 0 0 0 {_point(first, _INNER)} Z"/>'
    )


def _dial(dial: Dial, name: str) -> str:
    drawn = [
        f'<defs><pattern id="{name}-h" width="7" height="7" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect class="wijzer-gauge__ground" width="7" height="7"/>'
        '<rect class="wijzer-gauge__hatch" width="2" height="7"/></pattern></defs>'
    ]
    for zone in dial.zones:
        fill = f"url(#{name}-h)" if zone.kind == "verkeerd" else ""
        drawn.append(_arc(zone.first, zone.last, f"wijzer-gauge__zone wijzer-gauge__zone--{zone.kind}", fill))
        if zone.kind == "gehaald":
            drawn.append(_check(zone.last - (0.12 if zone.last == 1 else 0.06)))
    for tick in dial.ticks:
        drawn.append(
            f'<path class="wijzer-gauge__tick" d="M{_point(tick.place, _INNER - 5)} '
            f'L{_point(tick.place, _OUTER + 5)}"/>'
        )
    angle = 180 * dial.hand - 90
    drawn.append(
        f'<g transform="rotate({angle:.1f} {_X:.0f} {_Y:.0f})">'
        f'<path class="wijzer-gauge__hand" d="M{_X - 5.5:.1f} {_Y:.0f} L{_X:.0f} {_Y - 98:.0f} '
        f'L{_X + 5.5:.1f} {_Y:.0f} Z"/></g><circle class="wijzer-gauge__hub" cx="120" cy="118" r="9"/>'
    )
    return "".join(drawn)


def _check(place: float) -> str:
    x, y = (float(part) for part in _point(place, (_OUTER + _INNER) / 2).split())
    return f'<path class="wijzer-gauge__check" d="M{x - 6:.1f} {y:.1f} l4 4.5 l8 -9"/>'


_SIGNS = {
    "geen_startwaarde": '<path d="M112 96 h52 m-10 -9 l10 9 l-10 9" stroke-dasharray="5 5"/>'
    '<path d="M60 118 V70 M60 72 h26 l-7 9 l7 9 h-26"/>',
    "geen_streefwaarde": '<path d="M76 96 h52 m-10 -9 l10 9 l-10 9" stroke-dasharray="5 5"/>'
    '<path d="M156 118 V70 M156 72 h26 l-7 9 l7 9 h-26"/>',
    "te_oud": '<circle cx="120" cy="88" r="26"/><path d="M120 71 V88 L132 96"/>',
    "te_weinig": '<circle cx="96" cy="78" r="8"/><path d="M82 108 a14 14 0 0 1 28 0"/>'
    '<circle cx="144" cy="78" r="8"/><path d="M130 108 a14 14 0 0 1 28 0"/><path d="M78 114 L162 66"/>',
    "voorlopig": '<path d="M102 64 h36 M102 112 h36 M106 64 c0 14 14 16 14 24 c0 8 -14 10 -14 24 '
    'M134 64 c0 14 -14 16 -14 24 c0 8 14 10 14 24"/>',
    "nog_niet_gemeten": '<rect x="76" y="76" width="88" height="26" rx="3"/>'
    '<path d="M92 76 v10 M108 76 v14 M124 76 v10 M140 76 v14"/>',
    "geen_koppeling": '<path d="M104 80 h-14 a14 14 0 0 0 0 28 h14 M136 80 h14 a14 14 0 0 1 0 28 h-14"/>'
    '<path d="M120 68 v10 M108 70 l5 8 M132 70 l-5 8"/>',
    "niet_te_zeggen": '<path d="M104 76 a16 14 0 1 1 22 14 c-5 3 -6 6 -6 12 M120 111 v3"/>',
    "niet_van_toepassing": '<path d="M88 94 h64"/>',
    "ontbreekt": '<rect x="96" y="64" width="48" height="48" rx="3" stroke-dasharray="6 5"/>'
    '<path d="M110 78 l20 20 m0 -20 l-20 20"/>',
}


def _empty(face: str) -> str:
    return (
        f"{_arc(0, 1, 'wijzer-gauge__zone wijzer-gauge__zone--leeg')}"
        f'<g class="wijzer-gauge__sign">{_SIGNS[face]}</g>'
    )
