"""Ceilings of contracts: the most that a provider may be paid for a product in a year.

Large providers of the new contracts have one, somewhat above their best year. One provider has not enough: it
declares more than its ceiling, and the gemeente grants that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wijzer.example.town import treasury
from wijzer.example.town.books import Books
from wijzer.example.town.catalogue import CONTRACTS
from wijzer.example.town.settings import Settings

Row = dict[str, Any]
Contract = tuple[str, str]
"""AGB-code and product code."""
_LARGE = 50_000_00
_ROOM, _SHORT = 115, 88
"""The ceiling in hundredths of the best year, and that of the one that is passed."""
_STEP = 5_000_00
_GREEDY = "maximaal"


def _granted(books: Books) -> dict[Contract, dict[int, int]]:
    """Add up granted lines in cents by contract and year of the care, since the new contracts."""
    total: dict[Contract, dict[int, int]] = {}
    for line in books.lines:
        given = line.dossier.toewijzing
        contracted = given.product.key == given.provider.product
        if line.status == "toegekend" and given.begin >= CONTRACTS and contracted:
            years = total.setdefault((line.agb, given.product.code), {})
            years[line.begin.year] = years.get(line.begin.year, 0) + line.cents
    return total


def ceilings(books: Books, settings: Settings) -> dict[Contract, int]:
    """Return the ceilings in cents by contract, for the scale of the town."""
    return _ceilings(_granted(books), _greedy(books), settings)


def _greedy(books: Books) -> set[str]:
    """Return the providers that always declare the most."""
    providers = {dossier.toewijzing.provider for dossier in books.dossiers.values()}
    return {provider.agb for provider in providers if provider.character.name == _GREEDY}


def _ceilings(
    granted: dict[Contract, dict[int, int]], greedy: set[str], settings: Settings
) -> dict[Contract, int]:
    best = {contract: max(years.values()) for contract, years in granted.items()}
    large = {contract: cents for contract, cents in best.items() if cents * settings.scale >= _LARGE}
    passed = max(
        (contract for contract in large if contract[0] in greedy),
        key=lambda contract: (large[contract], contract),
        default=None,
    )
    step = max(1, _STEP // settings.scale)
    found = {}
    for contract, cents in sorted(large.items()):
        share = _SHORT if contract == passed else _ROOM
        found[contract] = max(step, cents * share // 100 // step * step)
    return found


def rows(books: Books, settings: Settings) -> Iterator[Row]:
    """Yield the rows of ``plafonds.csv``: what was granted by the end, beside the ceiling, by year."""
    granted = _granted(books)
    for contract, ceiling in _ceilings(granted, _greedy(books), settings).items():
        for year, cents in sorted(granted[contract].items()):
            yield {
                "gemeente": books.gemeente,
                "aanbieder": contract[0],
                "product_code": contract[1],
                "jaar": year,
                "plafond": treasury.euros(ceiling),
                "toegekend": treasury.euros(cents),
                "overschreden": cents > ceiling,
            }
