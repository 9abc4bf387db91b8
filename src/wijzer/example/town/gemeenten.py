"""All gemeenten that can be made: those of 2020 by name or code, and one large town that is made up.

Source of residents by age, households and households of one person: CBS, Kerncijfers wijken en buurten 2020,
level gemeente (CC BY 4.0), carried over in ``gemeenten_2020.csv``. Only the standard pair has its real
buurten; the buurten of all others are made up, of some 2,500 residents, older and younger ones, and have
a code that says so: an X where CBS writes the number of the wijk (``BU0202X104``).

``Grootstad`` (650,000 residents) is built like the five largest gemeenten together. Its code is 9650, which
CBS has never given out: gemeentecodes run to 1992, and 1999 and 9999 mean abroad or unknown elsewhere.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from wijzer.example.town.places import PAIR, Buurt, Gemeente
from wijzer.values import gemeente_code

_TABLE = Path(__file__).with_name("gemeenten_2020.csv")
_LARGE = ("9650", "Grootstad", 650_000)
_LIKE = ("0363", "0599", "0518", "0344", "0772")
"""Amsterdam, Rotterdam, 's-Gravenhage, Utrecht, Eindhoven."""
_BUURT = 2_500
"""Residents of a made-up buurt, about."""
_SIZES = (8, 11, 9, 13, 10, 7, 12)
_TILTS = (0, 300, -250, 120, -120, 420, -470)
"""How much younger a buurt is than its gemeente, in thousandths; they repeat over the buurten."""
_SLOPES = (1, 0, 1, 0, -1)
"""How the age classes go with it."""
_PER_WIJK, _WIJKEN = 20, 10
"""Buurten of a wijk, until there are so many wijken; then more."""
_POSTCODES = 1_000
_PAIRS = 3
"""Postcodes of one number (see ``identities``)."""


@dataclass(frozen=True, slots=True)
class _Figures:
    code: str
    name: str
    residents: tuple[int, int, int, int, int]
    households: int
    single: int

    @property
    def buurten(self) -> int:
        return max(1, (2 * sum(self.residents) + _BUURT) // (2 * _BUURT))


@cache
def _published() -> tuple[_Figures, ...]:
    """Read the table, and put the large town behind it."""
    lines = _TABLE.read_text(encoding="utf-8").splitlines()[1:]
    found = []
    for row in csv.DictReader(lines, delimiter=";"):
        young, youth, middle, older, old = (int(row[name]) for name in list(row)[2:7])
        residents = (young, youth, middle, older, old)
        found.append(
            _Figures(
                row["gemeente"], row["naam"], residents, int(row["huishoudens"]), int(row["eenpersoons"])
            )
        )
    like = [one for one in found if one.code in _LIKE]
    code, name, total = _LARGE
    everyone = sum(sum(one.residents) for one in like)
    parts = [sum(one.residents[at] for one in like) * total // everyone for at in range(4)]
    young, youth, middle, older = parts
    found.append(
        _Figures(
            code, name, (young, youth, middle, older, total - sum(parts)),
            sum(one.households for one in like) * total // everyone,
            sum(one.single for one in like) * total // everyone,
        )
    )  # fmt: skip
    return tuple(found)


def _split(total: int, weights: Sequence[int]) -> list[int]:
    """Split a whole number by weights, so that the parts make the whole."""
    parts, so_far, given, whole = [], 0, 0, sum(weights)
    for weight in weights:
        so_far += weight
        until = total * so_far // whole
        parts.append(until - given)
        given = until
    return parts


def _buurten(of: _Figures) -> tuple[Buurt, ...]:
    """Make up the buurten of a gemeente; together they have its figures exactly."""
    count = of.buurten
    size = [_SIZES[at % len(_SIZES)] for at in range(count)]
    tilt = [_TILTS[at // 2 % len(_TILTS)] if count > 1 else 0 for at in range(count)]
    classes = [
        _split(total, [size[at] * (1_000 + slope * tilt[at]) for at in range(count)])
        for total, slope in zip(of.residents, _SLOPES, strict=True)
    ]
    single = _split(of.single, [size[at] * (1_000 - tilt[at] // 2) for at in range(count)])
    together = _split(of.households - of.single, [size[at] * (1_000 + tilt[at] // 4) for at in range(count)])
    per_wijk = -(-count // min(_WIJKEN, -(-count // _PER_WIJK)))
    made = []
    for at in range(count):
        wijk, number = divmod(at, per_wijk)
        young, youth, middle, older, old = (part[at] for part in classes)
        made.append(
            Buurt(
                f"BU{of.code}X{wijk}{number + 1:02d}", f"Modelbuurt {at + 1}",
                (young, youth, middle, older, old), single[at] + together[at], single[at],
            )
        )  # fmt: skip
    return tuple(made)


@cache
def _made(code: str) -> Gemeente:
    """Return a gemeente by code; its postcodes begin after those of all before it in the table."""
    for place in PAIR:
        if place.code == code:
            return place
    first = _POSTCODES
    for of in _published():
        if of.code == code:
            return Gemeente(of.code, of.name, first, _buurten(of))
        first += -(-of.buurten // _PAIRS)
    raise KeyError(code)


def gemeente(name: str) -> Gemeente:
    """Return a gemeente by name or code. Raises ValueError (Dutch) for one that cannot be made."""
    wanted = name.strip()
    code = gemeente_code.normalise(wanted)
    for of in _published():
        place_name = of.name.casefold()
        if of.code == code or place_name == wanted.casefold():
            return _made(of.code)
    for of in _published():
        made = _made(of.code)
        if made.slug == wanted.casefold():
            return made
    for of in _published():
        if "," in of.name and wanted.casefold() in (part.strip() for part in of.name.casefold().split(",")):
            raise ValueError(
                f"in de naam {of.name} staat een komma; schrijf {_made(of.code).slug} of {of.code}"
            )
    raise ValueError(
        f"de gemeente {wanted} kan niet worden gemaakt; noem een gemeente van 2020 bij haar naam of code, "
        "of grootstad"
    )


def codes() -> tuple[str, ...]:
    """Return the codes of all gemeenten that can be made, the large town last."""
    return tuple(of.code for of in _published())


def made_up(named: str) -> tuple[str, str] | None:
    """Return (code, name) of the made-up large town when it is meant, by name or code; else None.

    >>> made_up("grootstad")
    ('9650', 'Grootstad')
    """
    code, name, _ = _LARGE
    meant = named.strip().casefold() == name.casefold() or gemeente_code.normalise(named) == code
    return (code, name) if meant else None
