"""What a gemeente spent in 2019 by taakveld: the level of the ledger, and of the first budget.

Totals are the published headings of Duiven and Westervoort (spending of 2019); what is booked beside care in
kind and pgb on Wmo and youth (subsidies, lump sums, what the region pays) is what those headings leave,
rounded, so that a town comes out near what was published. Another gemeente spends as much per resident as
these two.
"""

from __future__ import annotations

from wijzer.example.finance import LASTEN_2019
from wijzer.example.town.places import Gemeente
from wijzer.example.town.settings import Settings

BESIDE_CARE = {
    "0293": {"6.6": 800_000, "6.71": 540_000, "6.72": 1_120_000, "6.82": 580_000},
    "0226": {"6.6": 520_000, "6.71": 190_000, "6.72": 920_000, "6.82": 680_000},
}
"""Euro in 2019 beside care in kind and pgb, by gemeente and taakveld."""
OVERHEAD = {"0293": 3_100_000, "0226": 4_400_000}
"""Euro in 2019 on taakveld 0.4: in the ledger, but not of the social domain."""
PAIR_RESIDENTS = 14_994 + 25_332
"""Residents of the pair (kerncijfers), over whom its lasten are spread for another gemeente."""
GROWTH = {2019: 1_000, 2020: 1_025, 2021: 1_045, 2022: 1_070, 2023: 1_125, 2024: 1_180, 2025: 1_225}
"""Wages and prices of a year, in thousandths of 2019; of the last year only budgets know."""
_OF_CARE = ("Wmo", "Jeugd")
RENAMED = 2023
"""The first year in which some taakvelden have another name."""
_NAMES_2023 = {"6.71": "6.71d", "6.72": "6.72d", "6.81": "6.81a", "6.82": "6.82a"}


def taakveld_in(name: str, year: int) -> str:
    """Return how a taakveld of before 2023 is named in a year."""
    return _NAMES_2023.get(name, name) if year >= RENAMED else name


def beside_care(place: Gemeente, settings: Settings) -> dict[str, int]:
    """Return the lasten of 2019 in cents by taakveld, care apart, for the scale of the town."""
    amounts = {code: _summed(code, _OF_CARE) | BESIDE_CARE[code] for code in LASTEN_2019}
    return _for_place(amounts, place, settings)


def published(place: Gemeente, settings: Settings) -> dict[str, int]:
    """Return the published lasten of 2019 in cents by taakveld, care too, for the scale of the town."""
    return _for_place({code: _summed(code, ()) for code in LASTEN_2019}, place, settings)


def _summed(gemeente: str, but: tuple[str, ...]) -> dict[str, int]:
    """Return euro by taakveld of one of the pair, without some headings, with overhead."""
    amounts = {
        taakveld: euro
        for heading, parts in LASTEN_2019[gemeente].items()
        if heading not in but
        for taakveld, euro in parts.items()
    }
    return amounts | {"0.4": OVERHEAD[gemeente]}


def _for_place(pair: dict[str, dict[str, int]], place: Gemeente, settings: Settings) -> dict[str, int]:
    """Return amounts in cents for the scale of the town: of one of the pair, or per resident of the two."""
    amounts = pair.get(place.code)
    if amounts is None:
        together = {name for own in pair.values() for name in own}
        amounts = {
            name: sum(own.get(name, 0) for own in pair.values()) * place.inhabitants // PAIR_RESIDENTS
            for name in sorted(together)
        }
    return {taakveld: euro * 100 // settings.scale for taakveld, euro in amounts.items()}
