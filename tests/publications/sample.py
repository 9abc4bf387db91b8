"""A site of two gemeenten with every face of the needle, made of hand-made results of invented people."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import wijzer.indicators
from wijzer.disclosure import protect_all
from wijzer.indicators.register import all_indicators, get
from wijzer.indicators.result import IndicatorResult, PartValue
from wijzer.publications import Delivery, Site, describe, describe_unmeasured
from wijzer.steering import Programme, Target, read_programme, read_targets

KNOWN_ON = date(2023, 2, 1)
TOWNS = {"0293": "Westervoort", "0226": "Duiven"}
PROGRAMME = Path(wijzer.indicators.__file__).parent / "programma"
HOURS, YOUTH, WMO, STAYS, MESSAGES, COSTS = (
    "uren_huishoudelijke_ondersteuning",
    "individuele_voorzieningen_jeugdhulp",
    "maatwerkvoorzieningen_wmo",
    "verblijfsduur_terreingebonden_verblijf",
    "tijdigheid_berichtenverkeer",
    "totale_kosten_sociaal_domein",
)


def a_result(
    indicator: str,
    gemeente: str,
    periode: str,
    parts: Mapping[str, tuple[float | None, int | None]],
    left_out: Mapping[str, tuple[float, int | None]] | None = None,
    **more: object,
) -> IndicatorResult:
    laws = get(indicator).laws
    return IndicatorResult(
        indicator,
        gemeente,
        laws[0] if len(laws) == 1 else None,
        periode,
        KNOWN_ON,
        {name: PartValue(*part) for name, part in parts.items()},
        {name: PartValue(*part) for name, part in (left_out or {}).items()},
        data_through=date(2023, 1, 20),
        sources=("toewijzing",),
        **more,  # type: ignore[arg-type]
    )


def quarters(first: int = 2021) -> list[str]:
    return [f"{year}-Q{quarter}" for year in range(first, 2023) for quarter in (1, 2, 3, 4)]


def results() -> Iterator[IndicatorResult]:
    hours = (3.02, 3.01, 2.97, 2.96, 2.93, 2.91, 2.88, 2.85)
    for number, (periode, mean) in enumerate(zip(quarters(), hours, strict=True)):
        clients = 196 + 2 * number
        parts = {
            "uren": (round(mean * clients, 2), clients),
            "clienten": (clients, clients),
            "toewijzingen": (clients + 3, clients),
        }
        left = {"niet_omrekenbaar": (4, 4), "product_onbekend": (0, 0)}
        yield a_result(HOURS, "0293", periode, parts, left)
        few = 9 if number < 6 else 14
        little = {"uren": (mean * few, few), "clienten": (few, few), "toewijzingen": (few, few)}
        yield a_result(HOURS, "0226", periode, little, left)
        youth = 410 - 5 * number
        for gemeente in TOWNS:
            yield a_result(
                YOUTH,
                gemeente,
                periode,
                {"voorzieningen": (youth, 300), "clienten": (300, 300)},
                provisional=periode == "2022-Q4" or gemeente == "0226",
                expected_share=0.06,
            )
        wmo = 620 + 3 * number
        yield a_result(WMO, "0293", periode, {"voorzieningen": (wmo, 480), "clienten": (480, 480)})
        yield a_result(
            WMO,
            "0226",
            periode,
            {"voorzieningen": (None, None), "clienten": (None, None)},
            missing="Er zijn geen toewijzingen van de Wmo ingelezen.",
        )
        stays = {
            "dagen_beeindigd": (300 * 4, 4),
            "verblijven_beeindigd": (4, 4),
            "dagen_lopend": (9000, 25),
            "verblijven_lopend": (25, 25),
        }
        yield a_result(STAYS, "0293", periode, stays)
        yield a_result(
            STAYS, "0226", periode, {**stays, "dagen_beeindigd": (300, 1), "verblijven_beeindigd": (1, 1)}
        )
        judged = 1000 + 10 * number
        timely = round(judged * (0.90 + number * 0.008))
        half = judged // 2
        for gemeente in TOWNS:
            yield a_result(
                MESSAGES,
                gemeente,
                periode,
                {
                    "op_tijd": (timely, None),
                    "beoordeeld": (judged, None),
                    "gemeente_op_tijd": (half - 20, None),
                    "gemeente_beoordeeld": (half, None),
                    "aanbieders_op_tijd": (timely - half + 20, None),
                    "aanbieders_beoordeeld": (judged - half, None),
                },
            )
    for year in (2021, 2022):
        parts = {"dagen_lopend": (36000, 30), "verblijven_lopend": (30, 30)}
        ended = {"dagen_beeindigd": (4800, 16), "verblijven_beeindigd": (16, 16)}
        yield a_result(STAYS, "0293", str(year), {**parts, **ended})
        few = {"dagen_beeindigd": (1200, 4), "verblijven_beeindigd": (4, 4)}
        yield a_result(STAYS, "0226", str(year), {**parts, **few})
    for year, costs in ((2019, 33_410_000), (2020, 34_200_000), (2021, 33_900_000)):
        for gemeente in TOWNS:
            if gemeente == "0226" and year > 2020:
                continue
            parts = {
                "lasten_zonder_wsw_en_uitkeringen_cent": (costs * 100, None),
                "lasten_totaal_cent": (costs * 130, None),
            }
            yield a_result(COSTS, gemeente, str(year), parts)


START = {
    ("0293", WMO): 612.0,
    ("0293", YOUTH): 415.0,
    ("0293", STAYS): 330.0,
    ("0293", MESSAGES): 88.0,
    ("0293", COSTS): 33_410_000.0,
    ("0226", HOURS): 2.9,
    ("0226", COSTS): 33_410_000.0,
}


def targets() -> tuple[Target, ...]:
    """The targets of the example configuration, with invented start values for some."""
    read = read_targets(PROGRAMME / "indicatoren.csv")
    made = (
        replace(target, start=START.get((target.gemeente, target.indicator), target.start)) for target in read
    )
    return tuple(
        replace(target, kind=None, amount=None, up=None)
        if (target.gemeente, target.indicator) == ("0226", MESSAGES)
        else target
        for target in made
    )


def programme() -> Programme:
    return read_programme(PROGRAMME / "acties.csv", PROGRAMME / "koppelingen.csv")


def a_site(gemeenten: Mapping[str, str] = TOWNS, title: str = "Samen Sterk") -> Site:
    declared = {indicator.id: indicator for indicator in all_indicators()}
    wanted = targets()
    texts = []
    for target in sorted((t for t in wanted if t.gemeente == "0293"), key=lambda t: t.nr or 0):
        indicator = declared.get(target.indicator)
        texts.append(
            describe(indicator, target.opgave, target.source) if indicator else describe_unmeasured(target)
        )
    values = protect_all(declared.values(), list(results()))
    return Site(
        title=title,
        gemeenten=gemeenten,
        reference_day=KNOWN_ON,
        edition="2023-02-01",
        indicators=tuple(texts),
        values=tuple(value for value in values if value.gemeente in gemeenten),
        targets=tuple(target for target in wanted if target.gemeente in gemeenten),
        programme=programme(),
        deliveries=(
            Delivery("0293", "Berichten iWmo", date(2023, 1, 20), date(2023, 1, 1), ""),
            Delivery(
                "0293",
                "Realisatie per taakveld",
                date(2022, 9, 30),
                date(2022, 12, 31),
                "De kosten over 2022 ontbreken.",
            ),
            Delivery(
                "0226", "Berichten iWmo", None, date(2023, 1, 1), "De Wmo-indicatoren hebben geen getal."
            ),
        ),
    )


def a_small_site(gemeenten: Mapping[str, str] = TOWNS, title: str = "Samen Sterk") -> Site:
    """The same with one measured and one unmeasured indicator: quick to write."""
    site = a_site(gemeenten, title)
    kept = {HOURS, "eenzaamheid"}
    return replace(
        site,
        indicators=tuple(text for text in site.indicators if text.id in kept),
        values=tuple(value for value in site.values if value.indicator in kept),
        targets=tuple(target for target in site.targets if target.indicator in kept),
    )
