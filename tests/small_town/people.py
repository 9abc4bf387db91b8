"""Invented people: test BSNs, made-up names, and postcodes that the Netherlands do not give out.

BSNs lie in the range 9999xxxxx that the published example messages use, and pass the eleven-test.
Surnames are put together from two words, so that no living family bears them by design; the letter pairs
SA, SD and SS are never used in Dutch postcodes, so that no house has such an address.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import islice

from wijzer.values import bsn

_FRONT = (
    "Zwaluw", "Molen", "Heide", "Korenbloem", "Regen", "Zilver", "Kastanje", "Wolken", "Linde", "Sterren",
    "Vlinder", "Duin", "Klaver",
)  # fmt: skip
_BACK = ("drift", "mantel", "spoor", "wimpel", "horst", "gaarde", "kroon", "zang", "dreef", "bries", "lucht")
_FIRST = ("Aafke", "Bartel", "Clasina", "Diederik", "Eefje", "Floris", "Geesje", "Hidde", "Ilonka", "Jorrit",
          "Klaske", "Lubbert", "Marijke", "Nanno", "Okje", "Pelle", "Renske")  # fmt: skip
_STREETS = ("Proefgaarde", "Toetsdreef", "Monsterlaan", "Voorbeeldhof")
_POSTCODES = {"0293": ("6931SA", "6931SD", "6932SS"), "0226": ("6921SA", "6922SD", "6923SS")}
PLACES = {"0293": "Westervoort", "0226": "Duiven"}


@dataclass(frozen=True)
class Person:
    """An invented inhabitant."""

    bsn: str
    surname: str
    first_name: str
    born: date
    sex: str
    gemeente: str
    street: str
    house: int
    postcode: str

    @property
    def email(self) -> str:
        """An address under example.nl, a name that belongs to nobody."""
        return f"{self.first_name}.{self.surname}@example.nl".lower()


@lru_cache(maxsize=1)
def _numbers() -> tuple[str, ...]:
    valid = (text for text in (f"9999{rest:05d}" for rest in range(100_000)) if bsn.is_valid(text))
    return tuple(islice(valid, 2_000))


def person(index: int, gemeente: str, born_from: date) -> Person:
    """Return invented person ``index`` (0…999 in a gemeente), born up to about nine years after a day."""
    place = list(PLACES).index(gemeente)
    position = index * len(PLACES) + place
    return Person(
        bsn=_numbers()[position],
        surname=_FRONT[index % 13] + _BACK[index // 13 % 11],
        first_name=_FIRST[index % 17],
        born=born_from + timedelta(days=index * 37 % 3_300),
        sex=str(1 + index % 2),
        gemeente=gemeente,
        street=_STREETS[index % 4],
        house=1 + index % 97,
        postcode=_POSTCODES[gemeente][index % 3],
    )


def postcodes(gemeente: str) -> tuple[str, ...]:
    """Return the postcodes of the invented addresses of a gemeente."""
    return _POSTCODES[gemeente]
