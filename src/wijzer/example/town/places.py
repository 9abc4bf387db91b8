"""Gemeenten, wijken and buurten, and those of the standard pair with the figures that they start from.

Source: CBS, Kerncijfers wijken en buurten 2020 (residents by age, households, one-person households).
CBS rounds buurten to five, so parts miss the published total by a few. The buurt *Bedrijventerrein* of
Duiven (5 residents, of unknown age) is left out. All other gemeenten are in ``gemeenten``.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

AGE_CLASSES = ((0, 14), (15, 24), (25, 44), (45, 64), (65, 99))
"""First and last age of the classes of the source; the last one is open there."""


@dataclass(frozen=True, slots=True)
class Buurt:
    """One buurt: residents per class of ``AGE_CLASSES``, households, and those of one person."""

    code: str
    name: str
    residents: tuple[int, int, int, int, int]
    households: int
    single: int

    @property
    def wijk(self) -> str:
        """The code of the wijk that it lies in."""
        return f"WK{self.code[2:8]}"


@dataclass(frozen=True, slots=True)
class Gemeente:
    """One gemeente. ``postcode_from`` is the first number of its invented postcodes."""

    code: str
    name: str
    postcode_from: int
    buurten: tuple[Buurt, ...]

    @property
    def inhabitants(self) -> int:
        """Residents on the first day of a town that is not scaled down."""
        return sum(sum(buurt.residents) for buurt in self.buurten)

    @property
    def slug(self) -> str:
        """The name as it stands in file names: small letters, figures and hyphens."""
        plain = unicodedata.normalize("NFKD", self.name.lower()).encode("ascii", "ignore").decode()
        words = "".join(letter if letter.isalnum() else " " for letter in plain.replace("'", "")).split()
        return "-".join(words)


WESTERVOORT = Gemeente(
    "0293",
    "Westervoort",
    6931,
    (
        Buurt("BU02930000", "Westervoort", (860, 575, 1310, 1770, 1420), 2615, 745),
        Buurt("BU02930001", "Westervoort-Broeklanden", (220, 170, 365, 420, 270), 660, 215),
        Buurt("BU02930002", "Westervoort-Lange Maat en Hoogeind", (495, 345, 750, 1015, 480), 1400, 480),
        Buurt("BU02930003", "De Leigraaf-De Steenderens", (335, 255, 470, 770, 335), 915, 225),
        Buurt("BU02930004", "De Ganzepoel-Schans", (320, 220, 510, 780, 500), 1070, 350),
        Buurt("BU02930009", "Verspreide huizen Westervoort", (10, 10, 10, 20, 25), 30, 5),
    ),
)
DUIVEN = Gemeente(
    "0226",
    "Duiven",
    6921,
    (
        Buurt("BU02260201", "Het Broek", (20, 25, 10, 55, 25), 50, 5),
        Buurt("BU02260301", "West", (415, 370, 680, 1160, 900), 1690, 660),
        Buurt("BU02260302", "Oud Zuid", (475, 310, 675, 795, 450), 1150, 345),
        Buurt("BU02260303", "Centrum", (100, 85, 160, 190, 240), 375, 135),
        Buurt("BU02260304", "De Vergert", (385, 275, 560, 710, 410), 975, 255),
        Buurt("BU02260305", "De Nieuweling", (230, 290, 210, 570, 115), 485, 65),
        Buurt("BU02260306", "De Ploen", (220, 90, 275, 230, 95), 350, 75),
        Buurt("BU02260307", "Noord", (75, 95, 110, 295, 290), 400, 95),
        Buurt("BU02260308", "Lommerweide", (235, 235, 280, 625, 255), 690, 195),
        Buurt("BU02260401", "Zuidwest", (495, 415, 640, 1150, 465), 1300, 300),
        Buurt("BU02260402", "Zuidoost", (570, 535, 790, 1610, 900), 1985, 580),
        Buurt("BU02260501", "Groessen", (275, 265, 355, 670, 430), 770, 150),
        Buurt("BU02260601", "Loo Gld", (170, 145, 210, 385, 210), 435, 85),
    ),
)
PAIR = (WESTERVOORT, DUIVEN)
"""The standard pair, with its real buurten."""
