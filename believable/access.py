"""The road into care: who refers, which providers there are, and how they behave."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

from believable.care import helped
from wijzer.example.town.catalogue import CONTRACTS
from wijzer.example.town.life import Life
from wijzer.example.town.providers import PROVIDERS

Figures = dict[str, Any]
GROUPS = {
    "Household help (Wmo)": ("huishouden", "schoon huis"),
    "Sheltered living (Wmo)": ("beschermd wonen",),
    "Youth: residence": ("gezinshuis", "terreinverblijf"),
    "Youth protection": ("jeugdbescherming",),
    "Youth: treatment": ("behandeling", "dyslexie"),
    "Support (Wmo and youth)": ("begeleiding", "ambulant"),
    "Group support (Wmo and youth)": ("dagbesteding", "dagbehandeling"),
}
"""Our reading of the published kinds of care: which products of the town each one holds."""
MUNICIPAL = "01"


def measure(life: Life) -> Figures:
    """Count who referred to youth care, and the providers that give care in one gemeente."""
    books, start = life.desk.books, life.desk.settings.start
    first = [
        one.toewijzing
        for one in books.dossiers.values()
        if one.toewijzing.first and one.toewijzing.begin >= start and one.toewijzing.deliveries
    ]
    roads = {
        wet: Counter(one.referrer or MUNICIPAL for one in first if one.product.wet == wet)
        for wet in ("jw", "wmo")
    }
    return {
        "roads": {
            wet: {code: round(100 * count / counted.total(), 1) for code, count in sorted(counted.items())}
            for wet, counted in roads.items()
        },
        "active": {group: _active(life, keys) for group, keys in GROUPS.items()},
    }


def _active(life: Life, keys: tuple[str, ...]) -> list[int]:
    """Return how many providers had a client in the half-years before and after the new contracts."""
    spans = (
        (date(CONTRACTS.year, 1, 1), date(CONTRACTS.year, 6, 30)),
        (CONTRACTS, date(CONTRACTS.year, 12, 31)),
    )
    return [
        len(
            {
                one.toewijzing.provider.agb
                for one in life.desk.books.dossiers.values()
                if one.toewijzing.product.key in keys and helped(one.toewijzing, first, last)
            }
        )
        for first, last in spans
    ]


def contracted() -> dict[str, list[int]]:
    """Return the providers with a contract before and after July 2020, by published kind of care."""
    return {
        group: [
            len({one.agb for one in PROVIDERS if one.product in keys}),
            len({one.agb for one in PROVIDERS if one.product in keys and one.stays}),
        ]
        for group, keys in GROUPS.items()
    }


def characters() -> dict[str, int]:
    """Return how many providers have which character."""
    return dict(sorted(Counter(one.character.name for one in PROVIDERS).items()))
