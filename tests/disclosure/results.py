"""Hand-made declarations and results for the tests of disclosure, steering and pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from wijzer.indicators.result import IndicatorResult, PartValue

KNOWN_ON = date(2023, 2, 1)


@dataclass(frozen=True)
class AFigure:
    id: str = "gemiddelde"
    numerator: str = "uren"
    denominator: str | None = "clienten"
    scale: float = 1
    unit: str = "uur per week"
    decimals: int = 2
    when_empty: str = "Er zijn geen cliënten, dus er is geen gemiddelde."


@dataclass(frozen=True)
class APart:
    id: str
    unit: str = "personen"
    behind: str = "personen"


@dataclass(frozen=True)
class ADeclaration:
    id: str
    timing: str
    measures: tuple[AFigure, ...]
    parts: tuple[APart, ...]
    left_out: tuple[APart, ...] = ()


HOURS = ADeclaration(
    "uren_huishoudelijke_ondersteuning",
    "stand",
    (AFigure(),),
    (APart("uren", "uur"), APart("clienten")),
    (APart("niet_omrekenbaar", "toewijzingen"),),
)
STAYS = ADeclaration(
    "verblijfsduur",
    "stroom",
    (AFigure("duur", "dagen", "verblijven", 1, "dagen", 0, "Er eindigde geen verblijf."),),
    (APart("dagen", "dagen"), APart("verblijven")),
)
FACILITIES = ADeclaration(
    "maatwerkvoorzieningen_wmo",
    "stand",
    (AFigure("voorzieningen", "voorzieningen", None, 1, "voorzieningen", 0),),
    (APart("voorzieningen"), APart("clienten")),
)
MESSAGES = ADeclaration(
    "tijdigheid_berichtenverkeer",
    "stroom",
    (AFigure("tijdig", "op_tijd", "beoordeeld", 100, "procent", 1),),
    (APart("op_tijd", "berichten", "berichten"), APart("beoordeeld", "berichten", "berichten")),
)
COSTS = ADeclaration(
    "totale_kosten_sociaal_domein",
    "stroom",
    (AFigure("lasten", "lasten_cent", None, 0.01, "euro", 0),),
    (APart("lasten_cent", "cent", "grootboek"),),
)
ALL = (HOURS, STAYS, FACILITIES, MESSAGES, COSTS)


def a_result(
    indicator: ADeclaration,
    periode: str,
    parts: Mapping[str, tuple[float | None, int | None]],
    *,
    gemeente: str = "0293",
    wet: str | None = "wmo",
    left_out: Mapping[str, tuple[float | None, int | None]] | None = None,
    missing: str | None = None,
    provisional: bool = False,
    expected_share: float | None = None,
    breakdown: Mapping[str, str] | None = None,
) -> IndicatorResult:
    return IndicatorResult(
        indicator.id,
        gemeente,
        wet,
        periode,
        KNOWN_ON,
        {name: PartValue(value, persons) for name, (value, persons) in parts.items()},
        {name: PartValue(value, persons) for name, (value, persons) in (left_out or {}).items()},
        missing=missing,
        provisional=provisional,
        expected_share=expected_share,
        sources=("toewijzing",),
        breakdown=breakdown or {},
    )


def hours(periode: str, uren: float, clienten: int, **more: object) -> IndicatorResult:
    return a_result(HOURS, periode, {"uren": (uren, clienten), "clienten": (clienten, clienten)}, **more)  # type: ignore[arg-type]


def stays(periode: str, dagen: int, verblijven: int, **more: object) -> IndicatorResult:
    """Stays of as many persons."""
    return a_result(
        STAYS,
        periode,
        {"dagen": (dagen, verblijven), "verblijven": (verblijven, verblijven)},
        **more,  # type: ignore[arg-type]
    )


def facilities(periode: str, clienten: int, **more: object) -> IndicatorResult:
    parts = {"voorzieningen": (clienten * 2, clienten), "clienten": (clienten, clienten)}
    return a_result(FACILITIES, periode, parts, **more)  # type: ignore[arg-type]
