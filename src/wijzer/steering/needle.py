"""The needle: where an indicator stands between start and target, or the face that says why not.

A needle is made of a ``Publishable`` and a target, of nothing else: a needle made of a hidden count would
betray it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from wijzer.disclosure import NotPublishable, Publishable, require_publishable
from wijzer.steering.dial import Dial, dial_for, is_met_without_start
from wijzer.steering.series import DEFAULT_FRESHNESS, Freshness, choose
from wijzer.steering.targets import Target

Face = Literal[
    "stand",
    "geen_startwaarde",
    "geen_streefwaarde",
    "te_oud",
    "te_weinig",
    "voorlopig",
    "nog_niet_gemeten",
    "ontbreekt",
]
FACES: dict[Face, str] = {
    "stand": "Stand tussen start en doel",
    "geen_startwaarde": "Geen startwaarde",
    "geen_streefwaarde": "Geen streefwaarde",
    "te_oud": "Te oud",
    "te_weinig": "Te weinig om te tonen",
    "voorlopig": "Voorlopig",
    "nog_niet_gemeten": "Nog niet gemeten",
    "ontbreekt": "Gegevens ontbreken",
}
"""The Dutch name of each face."""


@dataclass(frozen=True, slots=True)
class Needle:
    """A hand on a dial (face ``stand``), or another face.

    ``value`` is what the needle is about, ``newer`` a newer period that cannot carry it (yet). ``met`` says
    whether the target is met; None when that cannot be said. ``verdict`` is the Dutch text beside the
    drawing, so that nothing hangs on colour or shape alone.
    """

    indicator: str
    gemeente: str
    face: Face
    verdict: str
    value: Publishable | None
    target: Target | None
    dial: Dial | None = None
    met: bool | None = None
    newer: Publishable | None = None

    def __post_init__(self) -> None:
        for publishable in (self.value, self.newer):
            if publishable is not None:
                require_publishable(publishable)
        if self.dial is not None or self.met is not None:
            shown = self.value is not None and self.value.status == "getoond"
            if not shown or (self.dial is not None) != (self.face == "stand"):
                raise NotPublishable("a hand or a verdict needs a final value that is shown")


def point(
    values: Publishable | Iterable[Publishable],
    target: Target,
    *,
    on: date,
    higher_is_better: bool | None = None,
    freshness: Freshness = DEFAULT_FRESHNESS,
) -> Needle:
    """Point the needle of the indicator and gemeente of ``target``, on the day ``on``.

    ``values`` are its published values over all periods. NotPublishable when anything else is offered.
    ``higher_is_better`` says when a level is reached where the start value does not: it is not known, or
    it had reached the level already.
    """
    offered = [values] if isinstance(values, Publishable) else [require_publishable(v) for v in values]
    for value in offered:
        if (value.indicator, value.gemeente) != (target.indicator, target.gemeente):
            raise ValueError(
                f"a value of {value.indicator} does not belong to the target of {target.indicator}"
            )
    chosen, newer = choose(offered, on, freshness)

    def face(name: Face, verdict: str, met: bool | None = None) -> Needle:
        return Needle(target.indicator, target.gemeente, name, verdict, chosen, target, None, met, newer)

    if chosen is None:
        if offered:
            return face("ontbreekt", "Er is nog geen periode voorbij.")
        return face("nog_niet_gemeten", "Deze indicator wordt nog niet gemeten.")
    if chosen.value is None:
        name: Face = "te_weinig" if chosen.status == "onderdrukt" else "ontbreekt"
        return face(name, chosen.reason or "")
    if freshness.is_old(chosen, on):
        return face("te_oud", f"Het nieuwste getal gaat over {chosen.period_label}.")
    if chosen.status == "voorlopig":
        return face("voorlopig", _expected(chosen))
    return _final(chosen, target, newer, higher_is_better, chosen.value)


def _expected(value: Publishable) -> str:
    if value.expected_share is None:
        return "Er komen nog gegevens bij. Hoeveel is niet bekend."
    percent = round(value.expected_share * 100)
    return f"Er komt nog ongeveer {percent}% bij." if percent else "Er komt nog minder dan 1% bij."


def _final(
    chosen: Publishable,
    target: Target,
    newer: Publishable | None,
    higher_is_better: bool | None,
    value: float,
) -> Needle:
    def face(name: Face, verdict: str, met: bool | None = None, dial: Dial | None = None) -> Needle:
        return Needle(target.indicator, target.gemeente, name, verdict, chosen, target, dial, met, newer)

    if not target.is_stated:
        missing = " Ook de startwaarde ontbreekt." if target.start is None else ""
        return face("geen_streefwaarde", f"Er is geen doel afgesproken.{missing}")
    dial = dial_for(value, target, higher_is_better)
    if dial is not None:
        return face("stand", _verdict(dial, target), dial.met, dial)
    if target.needs_start or higher_is_better is None or target.goal is None:
        return face("geen_startwaarde", "De startwaarde ontbreekt. Het doel is daardoor niet te toetsen.")
    met = is_met_without_start(value, target.goal, higher_is_better)
    result = "Het doel is wel gehaald." if met else "Het doel is niet gehaald."
    return face("geen_startwaarde", f"De startwaarde ontbreekt. {result}", met)


def _verdict(dial: Dial, target: Target) -> str:
    if target.kind == "plafond":
        return "Onder het plafond" if dial.met else "Boven het plafond"
    if target.kind == "gelijk":
        return "Gelijk gebleven" if dial.met else "Niet gelijk gebleven"
    if dial.met:
        return "Goede kant op" if target.kind == "richting" else "Doel gehaald"
    if dial.way is None:
        same = abs(dial.hand - 0.5) < 1e-9
        undone = "Doel niet meer gehaald" if target.kind == "niveau" else "Verkeerde kant op"
        return "Gelijk aan de start" if same else undone
    if dial.way < 0:
        return "Verder van het doel dan bij de start"
    # Rounded down, so that "100%" is said of a met target only.
    return f"Op {int(dial.way * 100)}% van de weg naar het doel" if dial.way else "Gelijk aan de start"
