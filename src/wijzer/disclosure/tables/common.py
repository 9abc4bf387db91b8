"""Dimensions that every publication has: laws and periods."""

from __future__ import annotations

from collections.abc import Iterable

from wijzer.disclosure.span import Span
from wijzer.disclosure.tables.dimension import Dimension, Split

_LAWS = ("jw", "wmo")


def laws() -> Dimension:
    """Return the laws: the whole is Wmo and Jeugdwet together."""
    return Dimension("wet", (Split("alles", _LAWS),), "alles")


def periods(present: Iterable[str], *, stock: bool) -> Dimension:
    """Return the periods that occur and the shorter ones within them.

    A flow over a year is the sum of its quarters, several years are their years, and a set of years
    within a larger one leaves the years around it. A stock over a year is that of its last quarter.
    """
    spans = {Span.parse(name) for name in present}
    splits: dict[Split, None] = {}
    waiting = sorted(spans)
    while waiting:
        span = waiting.pop()
        if span.quarters == 1:
            continue
        tiles = span.tiles()
        ways = [tiles[-1:]] if stock else [tiles]
        if not stock:
            inner = (other for other in sorted(spans) if other != span and other.quarters > 4)
            ways += [
                (other, *(tile for tile in tiles if not other.holds(tile)))
                for other in inner
                if span.holds(other)
            ]
        for way in ways:
            split = Split(_name(span), tuple(_name(part) for part in way))
            if split not in splits:
                splits[split] = None
                waiting += way
    return Dimension("periode", tuple(splits))


def _name(span: Span) -> str:
    years = span.first // 4, span.last // 4
    if span.quarters == 1:
        return f"{years[0]}-Q{span.first % 4 + 1}"
    return f"{years[0]}" if years[0] == years[1] else f"{years[0]}-{years[1]}"
