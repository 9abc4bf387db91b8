"""Protection of all that is withheld: an outsider cannot tell a sensitive cell from one that protects it.

The classical problem asks nothing for the cells that are withheld to protect others. But one of these can be
narrowed down as well, and who reads "withheld, and 9 or 10" does not know that it was 10. So what is
withheld beside is protected to the same width.
"""

from __future__ import annotations

from dataclasses import replace

from wijzer.disclosure.optimise.checks import shares
from wijzer.disclosure.optimise.plan import FEW, ROUNDS, TRIES, Plan, secondary_of, suppress
from wijzer.disclosure.optimise.problem import Problem
from wijzer.disclosure.optimise.reach import Reach, enough


def suppress_whole(problem: Problem, *, few: int = FEW, rounds: int = ROUNDS, tries: int = TRIES) -> Plan:
    """Choose what to withhold so that nothing withheld is narrowed down; see ``suppress``.

    After the classical problem the quick way goes on. The bound is that of the classical problem, so the
    gap is at most what is reported. Raises CannotProtect.
    """
    plan = suppress(problem, few=few, rounds=rounds, tries=tries)
    bound, asked = plan.bound, problem
    place = {key: number for number, key in enumerate(problem.keys)}
    while True:
        withheld = problem.hidden | {place[key] for key in plan.withheld}
        narrow = narrowed(asked, frozenset(withheld))
        if not narrow:
            primary = {problem.keys[number]: problem.risks.get(number) for number in problem.needs}
            return Plan(
                primary, secondary_of(problem, frozenset(withheld)), problem.cost(frozenset(withheld)), bound
            )
        asked = replace(
            asked,
            needs={**asked.needs, **{number: problem.spreads[number] for number in narrow}},
            hidden=asked.hidden | narrow,
        )
        start = frozenset(problem.keys[number] for number in withheld)
        plan = suppress(asked, few=0, rounds=rounds, tries=tries, start=start)


def narrowed(problem: Problem, withheld: frozenset[int]) -> frozenset[int]:
    """Return the withheld cells, not sensitive themselves, of which too much is known."""
    reach = Reach(problem)
    reach.set_open(shares(problem, withheld))
    low, high = [0.0] * len(problem.keys), [0.0] * len(problem.keys)
    found = set()
    for place in sorted(withheld - problem.needs.keys()):
        if not problem.weights[place]:
            continue
        need = sum(problem.spreads[place])
        for sign in (1, -1):
            if enough(high[place] - low[place], need):
                break
            for other, moved in enumerate(reach.furthest(place, sign).deviations):
                low[other], high[other] = min(low[other], moved), max(high[other], moved)
        if not enough(high[place] - low[place], need):
            found.add(place)
    return frozenset(found)
