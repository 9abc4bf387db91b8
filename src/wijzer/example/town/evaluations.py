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
_GONE = ("overleden", "verhuisd", "wlz")
"""Causes of an end after which nobody is there to evaluate with."""
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


def evaluate(spell: Spell, volume: int, first: date | None, settings: Settings) -> Evaluation | None:
    """Return the evaluation of care that began on a day; None for what is not evaluated, or ended before.

    Care that ends between the planned day and the day on which there would be time is evaluated on the former
    when it ends by itself, and never when the client died, moved or went to the Wlz.
    """
    if spell.key not in _EVALUATED or first is None:
        return None
    planned = add_working_days(add_months(first, _MONTHS) - timedelta(days=1), 1)
    if planned > min(spell.end, settings.end):
        return None
    draw = _draw(spell)
    missed = settings.chance.happens(settings.goes_wrong(_FORGOTTEN), *draw, "vergeten")
    held = add_working_days(planned, settings.chance.weighed(_DELAY, *draw, "later"))
    if missed or held > settings.closing or (held >= spell.end and spell.cause in _GONE):
        return Evaluation(planned, None, None)
    if held >= spell.end:
        return Evaluation(planned, planned, "doel_bereikt" if spell.cause == "klaar" else "stoppen")
    weights = _EXCELLENT if spell.provider.excels_at(spell.person.age(spell.begin)) else _WEIGHTS
    outcome = _OUTCOMES[settings.chance.weighed(weights, *draw, "uitkomst")]
    fixed = spell.key in _FIXED or (outcome == "minder" and volume == 1)
    if outcome in _ENDING or outcome == "doorgaan" or fixed:
        return Evaluation(planned, held, "doorgaan" if fixed and outcome not in _ENDING else outcome)
    monday = held + timedelta(days=14 - held.weekday())
    return Evaluation(planned, held, outcome, monday if monday < spell.end else None)


def _draw(spell: Spell) -> tuple[object, ...]:
    key = ALONG.get(spell.key, spell.key)
    return "evaluatie", spell.person.gemeente, spell.person.serial, key, spell.serial


def unless_over(evaluation: Evaluation | None, last: date | None) -> Evaluation | None:
    """Return an evaluation, not held when care had been given for the last time before it."""
    if evaluation is None or evaluation.held is None or last is None or last >= evaluation.held:
        return evaluation
    return replace(evaluation, held=None, outcome=None)


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
