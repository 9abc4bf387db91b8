"""Evaluations: about three months after care began, the gemeente asks whether it does what it is for.

Mostly care goes on as it was. Now and then the goal has been reached or care stops, and it ends some weeks
later; or more or less is granted under a new number. Shares are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from wijzer.example.town.needs import Spell, add_months
from wijzer.example.town.settings import Settings
from wijzer.values.werkdagen import add_working_days

Outcome = Literal["doel_bereikt", "doorgaan", "minder", "meer", "stoppen"]
_OUTCOMES: tuple[Outcome, ...] = ("doorgaan", "doel_bereikt", "minder", "meer", "stoppen")
_WEIGHTS = ((0, 72), (1, 8), (2, 9), (3, 7), (4, 4))
_EXCELLENT = ((0, 66), (1, 16), (2, 9), (3, 5), (4, 4))
"""By place in ``_OUTCOMES``; with a provider that excels at such clients the goal is reached more often."""
_ENDING = ("doel_bereikt", "stoppen")
_EVALUATED = frozenset({"begeleiding", "dagbesteding", "ambulant", "behandeling", "dagbehandeling",
                        "gezinshuis", "terreinverblijf", "beschermd wonen", "vervoer"})  # fmt: skip
_FIXED = frozenset({"gezinshuis", "terreinverblijf", "beschermd wonen", "vervoer"})
"""Care of every night, or that goes along: there is no more or less of it."""
ALONG = {"vervoer": "dagbesteding"}
"""Care that ends with other care, at the evaluation of that."""
_FORGOTTEN = 140_000
_MONTHS = 3
_DELAY = ((0, 30), (3, 25), (6, 20), (10, 15), (20, 10))
"""Working days after the planned day, with weights."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """One evaluation. ``held`` and ``outcome`` are None when it never took place.

    ``change``: the day from which more or less is granted; None for all other outcomes.
    """

    planned: date
    held: date | None
    outcome: Outcome | None
    change: date | None = None


def evaluate(spell: Spell, volume: int, settings: Settings) -> Evaluation | None:
    """Return the evaluation of care that began; None for care that is not evaluated, or ended before."""
    planned = add_working_days(add_months(spell.begin, _MONTHS) - timedelta(days=1), 1)
    if spell.key not in _EVALUATED or spell.begin < settings.start or planned > min(spell.end, settings.end):
        return None
    draw = _draw(spell)
    if settings.chance.happens(settings.goes_wrong(_FORGOTTEN), *draw, "vergeten"):
        return Evaluation(planned, None, None)
    held = add_working_days(planned, settings.chance.weighed(_DELAY, *draw, "later"))
    if held > settings.closing:
        return Evaluation(planned, None, None)
    weights = _EXCELLENT if spell.provider.excels_at(spell.person.age(spell.begin)) else _WEIGHTS
    outcome = _OUTCOMES[settings.chance.weighed(weights, *draw, "uitkomst")]
    if held >= spell.end:
        return Evaluation(planned, held, "doel_bereikt")
    fixed = spell.key in _FIXED or (outcome == "minder" and volume == 1)
    if outcome in _ENDING or outcome == "doorgaan" or fixed:
        return Evaluation(planned, held, "doorgaan" if fixed and outcome not in _ENDING else outcome)
    monday = held + timedelta(days=14 - held.weekday())
    return Evaluation(planned, held, outcome, monday if monday < spell.end else None)


def _draw(spell: Spell) -> tuple[object, ...]:
    key = ALONG.get(spell.key, spell.key)
    return "evaluatie", spell.person.gemeente, spell.person.serial, key, spell.serial


def ended(spell: Spell, evaluation: Evaluation | None, settings: Settings) -> Spell:
    """Return the spell as it goes after its evaluation: shorter when that ends the care."""
    if evaluation is None or evaluation.held is None or evaluation.outcome not in _ENDING:
        return spell
    end = evaluation.held + timedelta(days=settings.chance.between(10, 40, *_draw(spell), "einde"))
    if end >= spell.end:
        return spell
    return replace(spell, end=end, cause="klaar" if evaluation.outcome == "doel_bereikt" else "eerder")


def changed(volume: int, outcome: str) -> int:
    """Return what is granted after an evaluation: about a quarter less, or more."""
    step = max(1, volume // 4)
    return volume - step if outcome == "minder" else volume + step
