"""A count of things beside the count of the persons behind them: the difference tells of a few persons.

113 voorzieningen of 105 clients: somewhere between one and eight clients have more than one. That is a small
group as any other, so one of the two counts is withheld: the one that is not on the needle.
"""

from __future__ import annotations

from wijzer.disclosure.declaration import CountedPart, Declaration
from wijzer.indicators.result import IndicatorResult

# A part in one of these units measures; in any other it counts.
_MEASURES = frozenset({"uur", "uren", "uur per week", "dagen", "weken", "cent", "eurocent", "euro"})


def betraying_counts(declaration: Declaration, result: IndicatorResult, threshold: int) -> frozenset[str]:
    """Return the parts to withhold since the difference with another count is about a small group."""
    counts = [part for part in declaration.parts if _counts(part, result)]
    needle = declaration.measures[0]
    on_needle = {needle.numerator, needle.denominator}
    hidden = set()
    for persons in counts:
        behind = result.parts[persons.id].personen
        if result.parts[persons.id].waarde != behind or behind is None:
            continue
        for things in counts:
            value = result.parts[things.id]
            same_persons = things.id != persons.id and value.personen == behind
            if same_persons and 0 < (value.waarde or 0) - behind < threshold:
                hidden.add(
                    things.id if persons.id in on_needle and things.id not in on_needle else persons.id
                )
    return frozenset(hidden)


def _counts(part: CountedPart, result: IndicatorResult) -> bool:
    value = result.parts.get(part.id)
    whole = value is not None and isinstance(value.waarde, int)
    return whole and part.behind == "personen" and part.unit not in _MEASURES
