"""Providers with a character of their own: how they report, declare, and how long they keep a client.

AGB-codes begin with 4297, names are left out: no real provider is meant. The new contracts of July 2020 are
for fewer providers (from 61 to 25 for household help, 452 to 178 for youth treatment: shared source
aanbieders_vermindering); here about half of them stay.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijzer.example.town.catalogue import CONTRACTS
from wijzer.example.town.chance import Chance

Delays = tuple[tuple[int, int], ...]
"""Working days of delay with their weights."""


@dataclass(frozen=True, slots=True)
class Character:
    """How a provider behaves. Shares are per million.

    ``reports``: working days until a start or stop is reported; ``returns``: until a return is sent;
    ``silent``: share of starts or stops that is never reported; ``uses``: least share of the granted volume
    that is declared, in thousandths; ``longer``: months that care lasts longer, in hundredths of the usual.
    """

    name: str
    reports: Delays
    returns: Delays
    silent: int = 4_000
    uses: int = 880
    longer: int = 100


_REPORTS: Delays = ((0, 8), (1, 34), (2, 26), (3, 13), (4, 8), (5, 4), (7, 3), (12, 3), (25, 1))
_SLOW: Delays = ((1, 6), (3, 16), (5, 20), (8, 28), (15, 20), (30, 10))
_RETURNS: Delays = ((0, 15), (1, 62), (2, 14), (3, 5), (5, 3), (9, 1))

AVERAGE = Character("gemiddeld", _REPORTS, _RETURNS)
THOROUGH = Character(
    "grondig", ((0, 20), (1, 60), (2, 20)), ((0, 40), (1, 60)), silent=0, uses=930, longer=80
)
SLOW = Character("traag", _SLOW, ((1, 30), (3, 40), (5, 20), (12, 10)), silent=20_000)
SILENT = Character("zwijgend", _SLOW, _RETURNS, silent=350_000)
MAXIMAL = Character("maximaal", _REPORTS, _RETURNS, uses=1_000)
EXTENDING = Character("verlengt", _REPORTS, _RETURNS, longer=150)

_CHARACTERS = (AVERAGE, AVERAGE, THOROUGH, SLOW, MAXIMAL, SILENT, EXTENDING, AVERAGE)


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider of one kind of care; ``stays``: has a contract after June 2020 as well."""

    agb: str
    product: str
    character: Character
    weight: int
    stays: bool


_COUNTS = {
    "huishouden": 8, "schoon huis": 2, "begeleiding": 8, "dagbesteding": 6, "vervoer": 2, "rolstoel": 2,
    "beschermd wonen": 2, "ambulant": 8, "behandeling": 8, "dyslexie": 3, "dagbehandeling": 3,
    "gezinshuis": 2,
    "terreinverblijf": 4, "jeugdbescherming": 1,
}  # fmt: skip


def _all() -> tuple[Provider, ...]:
    made = []
    for kind, (product, count) in enumerate(_COUNTS.items(), start=1):
        for number in range(count):
            character = _CHARACTERS[(number + (kind if count < 4 else 0)) % len(_CHARACTERS)]
            stays = number % 2 == 0 or count <= 2
            made.append(
                Provider(f"4297{kind:02d}{number + 1:02d}", product, character, 8 - number % 5, stays)
            )
    return tuple(made)


PROVIDERS = _all()
"""All providers, in the order of their AGB-codes."""


def choose(chance: Chance, product: str, day: date, *place: object) -> Provider:
    """Return the provider of a client for a product from a day on."""
    able = [one for one in PROVIDERS if one.product == product and (day < CONTRACTS or one.stays)]
    weights = tuple((number, one.weight) for number, one in enumerate(able))
    return able[chance.weighed(weights, "aanbieder", *place)]
