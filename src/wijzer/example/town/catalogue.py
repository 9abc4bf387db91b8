"""Products of the region: codes of its own, units, tariffs with a yearly indexation, and what they mean.

On 1 July 2020 new contracts began with new product codes for the same care (``CONTRACTS``). Taakvelden are
those of Iv3, which splits 6.71, 6.72, 6.81 and 6.82 from 2023 on. Tariffs and indexation are invented, near
what regions publish.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from wijzer.example.town import levers
from wijzer.example.town.settings import Settings
from wijzer.standards.declaration import Wet

CONTRACTS = date(2020, 7, 1)
"""The first day of the new contracts, with fewer providers (shared source: aanbieders_vermindering)."""
MINUTE, HOUR, NIGHT, DAYPART, PIECE = "01", "04", "14", "16", "82"
PER_WEEK, PER_MONTH, IN_ALL = "2", "4", "6"
_INDEX = {2019: 1000, 2020: 1027, 2021: 1051, 2022: 1072, 2023: 1126, 2024: 1189}
"""The level of tariffs in a year, in thousandths of 2019."""


@dataclass(frozen=True, slots=True)
class Product:
    """A product of one contract. ``rate``: euro cents of 2019 for one ``unit`` (code list WJ756)."""

    key: str
    wet: Wet
    categorie: str
    code: str
    voorziening: str
    zorgsoort: str
    taakveld: str
    taakveld_2023: str
    unit: str
    frequency: str
    rate: int
    huishoudelijk: bool = False
    terreingebonden: bool = False

    @property
    def hours(self) -> int | None:
        """Sixtieths of an hour in one unit; None when the unit says nothing about hours."""
        return {MINUTE: 1, HOUR: 60, DAYPART: 240}.get(self.unit)

    def rate_in(self, year: int, settings: Settings) -> int:
        """Return the tariff in euro cents in a year; without indexation that of 2019."""
        indexed = levers.pulled(settings, "tarieven", date(year, 1, 1))
        return self.rate * _INDEX[min(year, 2024) if indexed else 2019] // 1000

    def taakveld_in(self, year: int) -> str:
        """Return the taakveld on which the product is booked in a year."""
        return self.taakveld if year < 2023 else self.taakveld_2023


_HELP, _DAY = "hulp bij het huishouden", "dagbesteding"
_OLD = (
    Product("huishouden", "wmo", "01", "01A01", _HELP, "huishoudelijk", "6.71", "6.71a", MINUTE, PER_WEEK, 48,
            huishoudelijk=True),
    Product("schoon huis", "wmo", "01", "01A09", _HELP, "huishoudelijk", "6.71", "6.71a", PIECE, PER_MONTH,
            28_500, huishoudelijk=True),
    Product("begeleiding", "wmo", "02", "02A03", "begeleiding", "begeleiding", "6.71", "6.71b", HOUR,
            PER_WEEK,
            5_700),
    Product("dagbesteding", "wmo", "07", "07A01", _DAY, _DAY, "6.71", "6.71c", DAYPART, PER_WEEK, 4_600),
    Product("vervoer", "wmo", "08", "08A03", "vervoer naar dagbesteding", _DAY, "6.71", "6.71c", PIECE,
            PER_WEEK,
            1_250),
    Product("rolstoel", "wmo", "11", "11A01", "rolstoel", "hulpmiddelen", "6.6", "6.6", PIECE, PER_MONTH,
            7_500),
    Product("beschermd wonen", "wmo", "15", "15A01", "beschermd wonen", "wonen", "6.81", "6.81a", NIGHT,
            PER_WEEK,
            14_000),
    Product("ambulant", "jw", "45", "45A04", "ambulante jeugdhulp", "begeleiding", "6.72", "6.72a", HOUR,
            PER_WEEK, 8_600),
    Product("behandeling", "jw", "54", "54A01", "behandeling", "behandeling", "6.72", "6.72b", HOUR, PER_WEEK,
            11_200),
    Product("dyslexie", "jw", "54", "54A12", "dyslexiezorg", "behandeling", "6.72", "6.72b", HOUR, IN_ALL,
            9_200),
    Product("dagbehandeling", "jw", "41", "41A03", "dagbehandeling", "behandeling", "6.72", "6.72c", DAYPART,
            PER_WEEK, 9_900),
    Product("gezinshuis", "jw", "44", "44A07", "gezinshuis", "verblijf", "6.72", "6.73b", NIGHT, PER_WEEK,
            16_500),
    Product("terreinverblijf", "jw", "43", "43A02", "verblijf op een terrein", "verblijf", "6.72", "6.73c",
            NIGHT,
            PER_WEEK, 31_000, terreingebonden=True),
    Product("zeer intensief verblijf", "jw", "43", "43A09", "zeer intensief verblijf", "verblijf", "6.72",
            "6.74c", NIGHT, PER_WEEK, 82_000, terreingebonden=True),
    Product("jeugdbescherming", "jw", "48", "48A01", "jeugdbescherming", "bescherming", "6.82", "6.82a",
            PIECE,
            PER_MONTH, 78_000),
)  # fmt: skip


def _renewed(old: Product) -> Product:
    """Return a product under the new contracts: another code, two per cent less."""
    fields = {name: getattr(old, name) for name in old.__slots__}
    return Product(**fields | {"code": f"{old.code[:2]}B{old.code[3:]}", "rate": old.rate * 98 // 100})


_BEFORE = {product.key: product for product in _OLD}
_AFTER = {key: _renewed(product) for key, product in _BEFORE.items()}


def product(key: str, day: date, settings: Settings) -> Product:
    """Return a product as contracted on a day."""
    return (_AFTER if levers.pulled(settings, "minder_aanbieders", day) else _BEFORE)[key]


def products(settings: Settings) -> tuple[Product, ...]:
    """Return all products: of both contracts, or of the first when there never was another."""
    both = levers.pulled(settings, "minder_aanbieders", CONTRACTS)
    return (*_BEFORE.values(), *(_AFTER.values() if both else ()))


def keys() -> tuple[str, ...]:
    """Return the short names of all products."""
    return tuple(_BEFORE)
