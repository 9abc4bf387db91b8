"""The texts of an indicator, taken from its declaration or, while it is not measured, from its target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from wijzer.disclosure import Figure
from wijzer.publications.site import Break, Choice, IndicatorText
from wijzer.steering import Target


class _Labelled(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def label(self) -> str: ...


class _Part(_Labelled, Protocol):
    @property
    def behind(self) -> str: ...


class _Reasoned(_Labelled, Protocol):
    @property
    def reason(self) -> str: ...


class _LabelledFigure(Figure, _Labelled, Protocol): ...


class _Reading(Protocol):
    @property
    def question(self) -> str: ...
    @property
    def chosen(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def other(self) -> str: ...
    @property
    def effect(self) -> str: ...


class _Source(Protocol):
    @property
    def title(self) -> str: ...
    @property
    def place(self) -> str: ...


class Described(Protocol):
    """The part of an indicator's declaration that pages tell; the declarations of ``indicators`` fit."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def number(self) -> int: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def question(self) -> str: ...  # noqa: D102
    @property
    def kind(self) -> str: ...  # noqa: D102
    @property
    def timing(self) -> str: ...  # noqa: D102
    @property
    def laws(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def formula(self) -> str: ...  # noqa: D102
    @property
    def numerator(self) -> str: ...  # noqa: D102
    @property
    def denominator(self) -> str | None: ...  # noqa: D102
    @property
    def parts(self) -> Sequence[_Part]: ...  # noqa: D102
    @property
    def measures(self) -> Sequence[_LabelledFigure]: ...  # noqa: D102
    @property
    def direction(self) -> str: ...  # noqa: D102
    @property
    def inclusions(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def exclusions(self) -> Sequence[_Reasoned]: ...  # noqa: D102
    @property
    def left_out(self) -> Sequence[_Reasoned]: ...  # noqa: D102
    @property
    def readings(self) -> Sequence[_Reading]: ...  # noqa: D102
    @property
    def caveats(self) -> Sequence[str]: ...  # noqa: D102
    @property
    def sources(self) -> Sequence[_Source]: ...  # noqa: D102
    @property
    def breaks(self) -> Sequence[tuple[str, str]]: ...  # noqa: D102


_BETTER = {"hoger is beter": True, "lager is beter": False}


def describe(declaration: Described, opgave: str, source: str = "") -> IndicatorText:
    """Take the texts of a measured indicator from its declaration; ``opgave`` from the programme."""
    figure = declaration.measures[0]
    return IndicatorText(
        id=declaration.id,
        nr=declaration.number,
        opgave=opgave,
        label=declaration.label,
        unit=figure.unit,
        decimals=figure.decimals,
        measured=True,
        question=declaration.question,
        kind=declaration.kind,
        timing=declaration.timing,
        higher_is_better=_BETTER.get(declaration.direction),
        formula=declaration.formula,
        numerator=declaration.numerator,
        denominator=declaration.denominator,
        numerator_part=figure.numerator,
        denominator_part=figure.denominator,
        figures={measure.id: measure.label for measure in declaration.measures},
        plain_figures=frozenset(m.numerator for m in declaration.measures if m.denominator is None),
        parts={part.id: part.label for part in declaration.parts},
        left_out={reason.id: (reason.label, reason.reason) for reason in declaration.left_out},
        counted=tuple(declaration.inclusions),
        not_counted=tuple((exclusion.label, exclusion.reason) for exclusion in declaration.exclusions),
        choices=tuple(
            Choice(reading.question, reading.chosen, reading.reason, reading.other, reading.effect)
            for reading in declaration.readings
        ),
        caveats=tuple(declaration.caveats),
        breaks=tuple(
            Break(date.fromisoformat(day), said[:1].upper() + said[1:] + ".")
            for day, said in declaration.breaks
        ),
        documents=tuple(f"{source.title}: {source.place}" for source in declaration.sources),
        source=source,
    )


def describe_unmeasured(target: Target) -> IndicatorText:
    """Make the texts of an indicator that is not measured yet, of what its target says."""
    return IndicatorText(
        id=target.indicator,
        nr=target.nr,
        opgave=target.opgave,
        label=target.name or target.indicator.replace("_", " "),
        unit=target.unit,
        decimals=0,
        measured=False,
        source=target.source,
        needs=target.needs,
    )
