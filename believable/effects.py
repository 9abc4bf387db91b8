"""What every lever really does: the town with it beside the town without it."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from wijzer.example.town.counterfactual import effects
from wijzer.example.town.life import Life

Figures = dict[str, Any]
QUARTERS = 4


def measure(life: Life) -> Figures:
    """Return by lever: title, kind, size in Dutch words, and by year euro saved on care, own cost, clients.

    ``saved`` is what care would have cost more without the lever (negative when it makes care dearer);
    ``clients`` is how many more people would be in care on average in a quarter.
    """
    found: Figures = {}
    for one in effects(life):
        lever = found.setdefault(
            one.lever.key,
            {
                "title": one.lever.title,
                "kind": one.lever.kind,
                "size": one.lever.size,
                "years": defaultdict(lambda: {"saved": 0, "own": 0, "clients": 0}),
            },
        )
        year = lever["years"][one.periode.year]
        year["saved"] += one.cost_without - one.cost
        year["own"] += one.own_cost
        year["clients"] += one.clients_without - one.clients
    for lever in found.values():
        lever["years"] = {
            year: {
                "saved": round(sums["saved"] / 100),
                "own": round(sums["own"] / 100),
                "clients": round(sums["clients"] / QUARTERS, 1),
            }
            for year, sums in lever["years"].items()
        }
    return found
