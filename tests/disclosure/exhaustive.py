"""The least loss by trying every choice, with one programme a sensitive cell: slow and short."""

from __future__ import annotations

from itertools import combinations

import highspy

from wijzer.disclosure.optimise import Problem
from wijzer.disclosure.optimise.solver import Solver


def protects(problem: Problem, withheld: frozenset[int]) -> bool:
    """Say whether every sensitive cell can be as low and as high as it must, in a world that fits."""
    return (
        all(_world(problem, withheld, cell, level.upper) for cell, level in problem.needs.items())
        and all(_world(problem, withheld, cell, -level.lower) for cell, level in problem.needs.items())
        and all(empty in withheld for cell, empty in problem.follows if cell in withheld)
        and not any(_few(problem, withheld, total, parts) for total, parts in problem.sums)
    )


def least_loss(problem: Problem) -> int | None:
    """Return the least loss; None when no choice protects."""
    free = problem.free
    choices = sorted(
        (sum(problem.weights[n] for n in chosen), chosen)
        for size in range(len(free) + 1)
        for chosen in combinations(free, size)
    )
    bad: list[frozenset[int]] = []
    for loss, chosen in choices:
        withheld = problem.hidden | set(chosen)
        if any(withheld <= other for other in bad):
            continue
        if protects(problem, withheld):
            return loss
        bad.append(withheld) if problem.minimum == 0 and not problem.follows else None
    return None


def _world(problem: Problem, withheld: frozenset[int], cell: int, away: int) -> bool:
    """Say whether the numbers can be as published while one withheld cell is off by ``away`` or more."""
    if not away:
        return True
    highs = Solver()
    for n, value in enumerate(problem.values):
        lower, upper = value, value
        if n in withheld:
            lower, upper = value - problem.below[n], value + problem.above[n]
        if n == cell:
            lower, upper = (
                (max(lower, value + away), upper) if away > 0 else (lower, min(upper, value + away))
            )
        if lower > upper:
            return False
        highs.addVar(lower, upper)
    for row in problem.rows:
        now = sum(times * problem.values[n] for n, times in zip(row.places, row.coefficients, strict=True))
        highs.addRow(
            row.lower + now, row.upper + now, len(row.places), list(row.places), list(row.coefficients)
        )
    highs.run()
    return bool(highs.getModelStatus() == highspy.HighsModelStatus.kOptimal)


def _few(problem: Problem, withheld: frozenset[int], total: int, parts: tuple[int, ...]) -> bool:
    if not problem.minimum or total in withheld:
        return False
    inside = [problem.persons[n] for n in parts if n in withheld]
    outside = sum(problem.persons[n] for n in parts if n not in withheld)
    known = max([problem.persons[total] - outside, *inside]) if inside else 0
    return sum(inside) > 0 and known < problem.minimum
