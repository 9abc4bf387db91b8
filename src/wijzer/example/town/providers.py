"""Providers with a character of their own: how they report, declare, and how long they keep a client.

AGB-codes begin with 4297, names are left out: no real provider is meant. Their number is one in ten of what
the region contracted before and after 1 July 2020 (shared source aanbieders_vermindering: household help
from 61 to 25, youth treatment from 452 to 178, and so on), since the two towns have about a tenth of its
residents: 154 become 60. Transport and aids are not in that source. Most clients are with a few of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache

from wijzer.example.town.levers import pulled
from wijzer.example.town.settings import Settings

Delays = tuple[tuple[int, int], ...]
"""Working days of delay with their weights."""


@dataclass(frozen=True, slots=True)
class Character:
    """How a provider behaves. Shares are per million.

    ``reports``: working days until a start or stop is reported; ``returns``: until a return is sent;
    ``silent``: share of starts or stops that is never reported; ``uses``: least share of the granted volume
    that is declared, in thousandths; ``longer``: months that care lasts longer, in hundredths of the usual;
    ``waits``: weeks before it has room for a new client; ``lost``: share of new clients that give up before
    care begins; ``excels``: whether it is excellent for clients of one age (see ``Provider.excels_at``).
    """

    name: str
    reports: Delays
    returns: Delays
    silent: int = 4_000
    uses: int = 880
    longer: int = 100
    waits: Delays = ((0, 1),)
    lost: int = 45_000
    excels: bool = False


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
EXCELLENT = Character("uitblinker", _REPORTS, _RETURNS, excels=True)
FULL = Character("vol", _REPORTS, _RETURNS, waits=((3, 20), (7, 35), (13, 30), (22, 15)), lost=130_000)

_CHARACTERS = (AVERAGE, THOROUGH, MAXIMAL, SLOW, AVERAGE, EXCELLENT, FULL, EXTENDING, SILENT, AVERAGE)
_EXCELLENT_AT = {"jw": ((0, 11), (12, 17)), "wmo": ((18, 44), (65, 120))}
SHORTER = 65
"""Months of care with a provider that excels, in hundredths of the usual."""


@dataclass(frozen=True, slots=True)
class Provider:
    """One provider of one kind of care; ``stays``: has a contract after June 2020 as well.

    ``weight``: how many clients it has, against others. ``ages``: of whom it knows most.
    """

    agb: str
    product: str
    character: Character
    weight: int
    stays: bool
    ages: tuple[int, int]

    def excels_at(self, age: int) -> bool:
        """Say whether it is excellent for a client of an age: shorter care, more goals reached."""
        low, high = self.ages
        return self.character.excels and low <= age <= high


_COUNTS = {
    "huishouden": (5, 2), "schoon huis": (1, 1), "begeleiding": (22, 10), "dagbesteding": (20, 6),
    "vervoer": (2, 1), "rolstoel": (2, 2), "beschermd wonen": (8, 2), "ambulant": (30, 14),
    "behandeling": (38, 15), "dyslexie": (7, 3), "dagbehandeling": (8, 2), "gezinshuis": (4, 2),
    "terreinverblijf": (7, 2), "jeugdbescherming": (4, 1),
}  # fmt: skip
"""By product: how many before and after 1 July 2020."""
_YOUTH_FROM = "ambulant"


def _all() -> tuple[Provider, ...]:
    made = []
    youth = list(_COUNTS).index(_YOUTH_FROM)
    for kind, (product, (before, after)) in enumerate(_COUNTS.items()):
        for number in range(before):
            character = _CHARACTERS[(number + (kind if before < len(_CHARACTERS) else 0)) % len(_CHARACTERS)]
            ages = _EXCELLENT_AT["jw" if kind >= youth else "wmo"][number // len(_CHARACTERS) % 2]
            stays = number * after % before < after
            made.append(
                Provider(
                    f"4297{kind + 1:02d}{number + 1:02d}", product, character, 1_000 // (number + 2), stays,
                    ages,
                )
            )  # fmt: skip
    return tuple(made)


PROVIDERS = _all()
"""All providers, in the order of their AGB-codes."""


@cache
def _of(product: str, *, staying: bool) -> tuple[tuple[Provider, int], ...]:
    """Return the providers of a product with their weights."""
    return tuple(
        (one, one.weight) for one in PROVIDERS if one.product == product and (one.stays or not staying)
    )


def choose(settings: Settings, product: str, day: date, *place: object) -> Provider:
    """Return the provider of a client for a product from a day on.

    Whoever would have gone to a provider without a new contract is drawn anew; all others stay where they
    would have gone without the new contracts.
    """
    chosen = settings.chance.weighed(_of(product, staying=False), "aanbieder", *place)
    if chosen.stays or not pulled(settings, "minder_aanbieders", day):
        return chosen
    return settings.chance.weighed(_of(product, staying=True), "aanbieder", *place, "contract")
