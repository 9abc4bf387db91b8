"""From counts with persons behind them to what everybody may see.

All results that will be published are protected at once: a year betrays its quarters, one law the other,
a group the group around it. Ratios and means are made here, of parts that are all shown; a figure made
of a withheld part is withheld itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from wijzer.disclosure import words
from wijzer.disclosure.beside import betraying_counts
from wijzer.disclosure.cells import LEFT_OUT, Cell, CellKey
from wijzer.disclosure.declaration import CountedPart, Declaration, Figure
from wijzer.disclosure.errors import UnprotectableResult
from wijzer.disclosure.groups import KNOWN_GROUPS, Group
from wijzer.disclosure.publishable import Publishable, Shown, _publishable
from wijzer.disclosure.relations import relations_of
from wijzer.disclosure.span import Span
from wijzer.disclosure.suppression import withheld_cells
from wijzer.indicators.result import IndicatorResult, PartValue

DEFAULT_THRESHOLD = 10
LEAST_THRESHOLD = 3
"""With a threshold of two each of two persons would still know the other."""


def protect_all(
    declarations: Iterable[Declaration],
    results: Iterable[IndicatorResult],
    *,
    threshold: int = DEFAULT_THRESHOLD,
    groups: Iterable[Group] = KNOWN_GROUPS,
) -> tuple[Publishable, ...]:
    """Protect everything that will be published together; one ``Publishable`` a result, in order.

    ``threshold`` is the least number of persons behind a number that is shown, money included.
    Raises ``UnprotectableResult`` when a result lacks what protection needs; nothing is published then.
    """
    if threshold < LEAST_THRESHOLD:
        raise ValueError(f"de drempel is {threshold} personen; verwacht is {LEAST_THRESHOLD} of meer")
    declared = {declaration.id: declaration for declaration in declarations}
    offered = tuple(results)
    _refuse_what_cannot_be_protected(declared, offered)
    cells, relations = relations_of(
        {cell.key: cell for result in offered for cell in _cells(declared[result.indicator_id], result)},
        {declaration.id: declaration.timing for declaration in declared.values()},
        frozenset(_place(result) for result in offered if result.missing is not None),
        groups,
    )
    withheld = withheld_cells(cells, relations, threshold) | {
        CellKey(*_place(result), name)
        for result in offered
        for name in betraying_counts(declared[result.indicator_id], result, threshold)
    }
    drafts = [_draft(declared[r.indicator_id], r, withheld, threshold) for r in offered]
    return tuple(
        _publishable(**{**draft, "hint": _hint(declared[draft["indicator"]], draft, drafts)})
        for draft in drafts
    )


def round_half_up(value: float, decimals: int) -> float:
    """Round as people do: 2.345 becomes 2.35, -0.5 becomes -1; never minus zero."""
    step = Decimal(1).scaleb(-decimals)
    return float(Decimal(str(value)).quantize(step, ROUND_HALF_UP)) + 0.0


def _place(result: IndicatorResult) -> tuple[str, str, str, str]:
    return result.gemeente, result.indicator_id, result.wet or "", result.periode


def _counted(declaration: Declaration, result: IndicatorResult) -> list[tuple[str, CountedPart, PartValue]]:
    """List (name within a cell key, declaration, value) of all parts and reasons to leave out."""
    return [
        *((part.id, part, result.parts[part.id]) for part in declaration.parts if part.id in result.parts),
        *(
            (LEFT_OUT + reason.id, reason, result.left_out[reason.id])
            for reason in declaration.left_out
            if reason.id in result.left_out
        ),
    ]


def _refuse_what_cannot_be_protected(
    declared: Mapping[str, Declaration], results: Sequence[IndicatorResult]
) -> None:
    seen: set[tuple[str, str, str, str]] = set()
    for result in results:
        where = f"{result.indicator_id}, {result.gemeente}, {result.periode}"
        declaration = declared.get(result.indicator_id)
        if declaration is None:
            raise UnprotectableResult(f"{where}: the indicator is not declared")
        if result.breakdown:
            raise UnprotectableResult(f"{where}: a breakdown is not published, only the whole gemeente")
        if _place(result) in seen:
            raise UnprotectableResult(f"{where}: the same place twice")
        seen.add(_place(result))
        Span.parse(result.periode)
        names = {part.id for part in declaration.parts}
        reasons = {reason.id for reason in declaration.left_out}
        strange = (result.parts.keys() - names) | (result.left_out.keys() - reasons)
        if strange:
            raise UnprotectableResult(f"{where}: not declared: {', '.join(sorted(strange))}")
        for name, part, value in _counted(declaration, result):
            if part.behind != "personen" or value.waarde is None:
                continue
            if value.personen is None:
                raise UnprotectableResult(f"{where}: {name} has no number of persons")
            if value.personen < 0 or (value.personen == 0 and value.waarde != 0):
                raise UnprotectableResult(f"{where}: {name} has a value without persons")


def _cells(declaration: Declaration, result: IndicatorResult) -> Iterable[Cell]:
    gemeente, indicator, wet, periode = _place(result)
    length = Span.parse(periode).quarters
    for name, part, value in _counted(declaration, result):
        if part.behind == "personen" and value.waarde is not None and value.personen is not None:
            yield Cell(CellKey(gemeente, indicator, wet, periode, name), value.personen, length)


def _draft(
    declaration: Declaration, result: IndicatorResult, withheld: frozenset[CellKey], threshold: int
) -> dict[str, Any]:
    span = Span.parse(result.periode)
    shown = {
        name: _shown(part, value, CellKey(*_place(result), name) in withheld, threshold, result.missing)
        for name, part, value in _counted(declaration, result)
    }
    figures = {figure.id: _figure(figure, result, shown, threshold) for figure in declaration.measures}
    main, first = declaration.measures[0], figures[declaration.measures[0].id]
    if first.value is not None:
        status = "voorlopig" if result.provisional else "getoond"
    else:
        status = "onderdrukt" if first.withheld else "ontbreekt"
    return {
        "indicator": result.indicator_id,
        "gemeente": result.gemeente,
        "wet": result.wet,
        "periode": result.periode,
        "period_label": span.label,
        "last_quarter": span.last,
        "timing": declaration.timing,
        "is_sum": declaration.timing == "stroom" and main.denominator is None,
        "known_on": result.known_on,
        "data_through": result.data_through,
        "status": status,
        "value": first.value,
        "unit": main.unit,
        "decimals": main.decimals,
        "reason": first.reason,
        "hint": None,
        "expected_share": result.expected_share if status == "voorlopig" else None,
        "figures": figures,
        "parts": {name: value for name, value in shown.items() if not name.startswith(LEFT_OUT)},
        "left_out": {
            name.removeprefix(LEFT_OUT): value for name, value in shown.items() if name.startswith(LEFT_OUT)
        },
        "sources": result.sources,
    }


def _shown(part: CountedPart, value: PartValue, hidden: bool, threshold: int, missing: str | None) -> Shown:
    in_cents = part.unit in {"cent", "eurocent"}
    unit = "euro" if in_cents else part.unit
    if value.waarde is None:
        return Shown(None, missing or words.NO_VALUE, unit)
    if hidden:
        return Shown(None, words.withheld_reason(threshold), unit, withheld=True)
    whole = isinstance(value.waarde, int)
    decimals = 2 if in_cents or not whole else 0
    return Shown(
        round_half_up(value.waarde / 100 if in_cents else value.waarde, decimals), None, unit, decimals
    )


def _figure(figure: Figure, result: IndicatorResult, shown: Mapping[str, Shown], threshold: int) -> Shown:
    names = [figure.numerator, *([figure.denominator] if figure.denominator else [])]

    def without(reason: str, *, withheld: bool = False) -> Shown:
        return Shown(None, reason, figure.unit, figure.decimals, withheld)

    if result.missing is not None:
        return without(result.missing)
    if any(name not in shown or result.parts[name].waarde is None for name in names):
        return without(words.NO_VALUE)
    if any(shown[name].value is None for name in names):
        return without(words.withheld_reason(threshold), withheld=True)
    top = result.parts[figure.numerator].waarde
    bottom = result.parts[figure.denominator].waarde if figure.denominator else 1
    if top is None or not bottom:
        return without(figure.when_empty or words.NO_VALUE)
    value = Decimal(str(top)) / Decimal(str(bottom)) * Decimal(str(figure.scale))
    return Shown(round_half_up(float(value), figure.decimals), None, figure.unit, figure.decimals)


def _hint(
    declaration: Declaration, draft: Mapping[str, Any], drafts: Sequence[Mapping[str, Any]]
) -> str | None:
    """Offer a withheld flow over a longer period that is shown."""
    if draft["status"] != "onderdrukt":
        return None
    if declaration.timing == "stand":
        return words.STOCK_HINT
    span = Span.parse(draft["periode"])
    longer = [
        (Span.parse(other["periode"]), other)
        for other in drafts
        if all(other[name] == draft[name] for name in ("indicator", "gemeente", "wet"))
    ]
    longer = [(wider, other) for wider, other in longer if wider != span and wider.holds(span)]
    shown = [wider for wider, other in longer if other["value"] is not None]
    if shown:
        return words.longer_period_hint(min(shown, key=lambda wider: (wider.quarters, wider.first)).label)
    return words.NO_LONGER_HINT if longer else None
