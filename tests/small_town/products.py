"""The products of the example region: what its product codes mean, what they cost, who delivers them."""

from __future__ import annotations

from dataclasses import dataclass

from wijzer.standards.declaration import Wet


@dataclass(frozen=True)
class Product:
    """A product of the region. ``rate`` is in euro cents for one ``unit`` (code list WJ756)."""

    key: str
    wet: Wet
    categorie: str
    code: str
    voorziening: str
    taakveld: str
    aanbieder: str
    unit: str
    rate: int
    huishoudelijk: bool = False
    terreingebonden: bool = False


_HOME, _SUPPORT, _AIDS, _SHELTER = "42420011", "42420012", "42420013", "42420014"
_YOUTH, _READING, _STAY, _PROTECTION = "42420021", "42420022", "42420023", "42420024"
_HOUR, _NIGHT, _DAYPART, _PIECE = "04", "14", "16", "82"

_HELP = "huishoudelijke ondersteuning"

_ALL = (
    Product("huishouden", "wmo", "01", "01A01", _HELP, "6.71", _HOME, _HOUR, 3_000, huishoudelijk=True),
    Product("schoon huis", "wmo", "01", "01B01", _HELP, "6.71", _HOME, _PIECE, 28_000, huishoudelijk=True),
    Product("begeleiding", "wmo", "02", "02A03", "begeleiding", "6.71", _SUPPORT, _HOUR, 5_200),
    Product("dagbesteding", "wmo", "07", "07A01", "dagbesteding", "6.71", _SUPPORT, _DAYPART, 4_400),
    Product("vervoer", "wmo", "08", "08A03", "vervoer naar dagbesteding", "6.71", _SUPPORT, _PIECE, 900),
    Product("rolstoel", "wmo", "11", "11A01", "rolstoel", "6.6", _AIDS, _PIECE, 9_500),
    Product("beschermd wonen", "wmo", "15", "15A01", "beschermd wonen", "6.81", _SHELTER, _NIGHT, 14_000),
    Product("ambulant", "jw", "45", "45A04", "ambulante jeugdhulp", "6.72", _YOUTH, _HOUR, 8_100),
    Product("dyslexie", "jw", "54", "54A01", "dyslexiezorg", "6.72", _READING, _HOUR, 9_000),
    Product("dagbehandeling", "jw", "41", "41A03", "dagbehandeling", "6.72", _YOUTH, _DAYPART, 12_000),
    Product("gezinshuis", "jw", "44", "44A07", "gezinshuis", "6.72", _STAY, _NIGHT, 15_500),
    Product(
        "terreinverblijf", "jw", "44", "44A09", "verblijf op een terrein", "6.72", _STAY, _NIGHT, 29_000,
        terreingebonden=True,
    ),
    Product("jeugdbescherming", "jw", "48", "48A01", "jeugdbescherming", "6.82", _PROTECTION, _PIECE, 85_000),
)  # fmt: skip

PRODUCTS = {product.key: product for product in _ALL}
"""Products by their short name. Codes are the region's own (IV075)."""
UNKNOWN = Product("onbekend", "wmo", "06", "06X99", "", "6.71", _SUPPORT, _HOUR, 5_000)
"""A product that the table of products does not know."""
