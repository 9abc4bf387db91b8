"""The programme: opgaven, speerpunten, acties, and the indicators that somebody linked to them.

"Als de doelstellingen van een actie zijn gehaald, komt de wijzer op het dashboard in het groen": the needle
of an actie is green when the targets of all its linked indicators are met. The public documents link no
indicators to acties, so a link is configuration with a reason; an actie without one is never green.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from wijzer.steering.configuration import read_rows
from wijzer.steering.needle import Needle

STATUSES = ("uitgevoerd", "loopt nog", "niet gestart", "niet gelukt", "niet van toepassing", "onbekend")
ACTIE_COLUMNS = ("nr", "opgave", "speerpunt", "actie", "gemeente", "status", "toelichting")
LINK_COLUMNS = ("actie", "indicator", "gemeente", "reden")
ActieState = Literal["groen", "nog_niet", "niet_te_zeggen", "geen_koppeling", "niet_van_toepassing"]


@dataclass(frozen=True, slots=True)
class Actie:
    """One actie of the programme with its status (and remark) per gemeente code."""

    nr: int
    opgave: str
    speerpunt: str
    text: str
    status: Mapping[str, str]
    remark: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Koppeling:
    """Somebody's link of an actie to an indicator, with the reason; ``gemeente`` None is every gemeente."""

    actie: int
    indicator: str
    gemeente: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Programme:
    """All acties in order, and the links."""

    acties: tuple[Actie, ...]
    koppelingen: tuple[Koppeling, ...]

    def speerpunten(self) -> dict[tuple[str, str], tuple[Actie, ...]]:
        """Return the acties by (opgave, speerpunt), in order."""
        groups: dict[tuple[str, str], list[Actie]] = {}
        for actie in self.acties:
            groups.setdefault((actie.opgave, actie.speerpunt), []).append(actie)
        return {key: tuple(acties) for key, acties in groups.items()}

    def links_of(self, actie: int, gemeente: str) -> tuple[Koppeling, ...]:
        """Return the links of an actie that hold in a gemeente."""
        return tuple(k for k in self.koppelingen if k.actie == actie and k.gemeente in (None, gemeente))


@dataclass(frozen=True, slots=True)
class ActieNeedle:
    """Where an actie stands: how many of its targets are met, not met, and cannot be said.

    ``way`` is how far (0 to 1) its targets are on their way, on average; 1 only when all are met.
    """

    actie: int
    gemeente: str
    state: ActieState
    verdict: str
    status: str
    met: int = 0
    not_met: int = 0
    unknown: int = 0
    way: float = 0.0


def point_actie(
    actie: Actie, gemeente: str, programme: Programme, needles: Mapping[str, Needle]
) -> ActieNeedle:
    """Point the needle of an actie in a gemeente; ``needles`` are that gemeente's, by indicator."""
    status = actie.status.get(gemeente, "onbekend")
    if status == "niet van toepassing":
        verdict = "Deze actie geldt niet voor deze gemeente."
        return ActieNeedle(actie.nr, gemeente, "niet_van_toepassing", verdict, status)
    links = programme.links_of(actie.nr, gemeente)
    if not links:
        return ActieNeedle(actie.nr, gemeente, "geen_koppeling", "Geen indicator gekoppeld", status)
    results = [_met(needles, link.indicator, gemeente) for link in links]
    met, not_met, unknown = (results.count(outcome) for outcome in (True, False, None))
    state: ActieState
    if met == len(results):
        state = "groen"
        verdict = "Doel gehaald" if met == 1 else f"Alle {met} doelen gehaald"
    else:
        state = "nog_niet" if not_met else "niet_te_zeggen"
        verdict = f"{met} van {len(results)} doelen gehaald" if len(results) > 1 else "Doel nog niet gehaald"
        if unknown:
            verdict = f"{met} van {len(results)} doelen gehaald, {unknown} niet te zeggen"
        if unknown == len(results):
            verdict = "Nog niet te zeggen"
    way = _way([needles[link.indicator] for link in links if link.indicator in needles])
    return ActieNeedle(actie.nr, gemeente, state, verdict, status, met, not_met, unknown, way)


def _way(needles: Sequence[Needle]) -> float:
    ways = [
        1.0 if needle.met else min(max(needle.dial.way or 0.0 if needle.dial else 0.0, 0.0), 0.99)
        for needle in needles
        if needle.met is not None
    ]
    return sum(ways) / len(ways) if ways else 0.0


def _met(needles: Mapping[str, Needle], indicator: str, gemeente: str) -> bool | None:
    needle = needles.get(indicator)
    if needle is not None and needle.gemeente != gemeente:
        raise ValueError(f"the needle of {indicator} is about {needle.gemeente}, not {gemeente}")
    return needle.met if needle else None


def read_programme(acties: Path, koppelingen: Path, indicators: Collection[str] | None = None) -> Programme:
    """Read acties and links; ConfigurationError (Dutch, by place) when a cell is wrong.

    With ``indicators`` a link to any other indicator is wrong too.
    """
    found: dict[int, Actie] = {}
    status: dict[int, dict[str, str]] = {}
    remark: dict[int, dict[str, str]] = {}
    for row in read_rows(acties, ACTIE_COLUMNS):
        nr = row.whole("nr") or row.wrong("nr", "het nummer van de actie")
        gemeente = row.text("gemeente")
        status.setdefault(nr, {})
        remark.setdefault(nr, {})
        if gemeente in status[nr]:
            row.wrong("gemeente", "elke gemeente één keer per actie")
        status[nr][gemeente] = row.one_of("status", STATUSES)
        remark[nr][gemeente] = row.cells["toelichting"]
        texts = (row.text("opgave"), row.text("speerpunt"), row.text("actie"))
        known = found.setdefault(nr, Actie(nr, *texts, status[nr], remark[nr]))
        if (known.opgave, known.speerpunt, known.text) != texts:
            row.wrong("actie", f"bij actie {nr} overal dezelfde opgave, speerpunt en tekst")
    links = []
    for row in read_rows(koppelingen, LINK_COLUMNS):
        actie = row.whole("actie")
        if indicators is not None and row.text("indicator") not in indicators:
            row.wrong("indicator", "een indicator uit indicatoren.csv")
        if actie not in found:
            row.wrong("actie", f"een nummer uit {acties.name}")
        else:
            gemeente_or_all = row.cells["gemeente"] or None
            links.append(Koppeling(actie, row.text("indicator"), gemeente_or_all, row.text("reden")))
    return Programme(tuple(found[nr] for nr in sorted(found)), tuple(links))
