"""Who the invented people are: numbers and names that no living person bears.

**BSN.** The published test range 9999xxxxx holds some nine thousand numbers that pass the eleven-test: too
few for a town. So the model municipality takes numbers that begin with 00. A BSN, like the sofinummer before
it, has eight or nine digits (one of eight is written with a leading zero), so a number with two leading zeros
has at most seven and was never given out; part of it (0000xxxxx) is also known as a range for tests. We
know of no public document that gives the exact bounds within which numbers are issued: this rests on that
length. The range holds 909,090 numbers that pass.

**Names** are put together from two words, **postcodes** end in SA, SD or SS, pairs that Dutch postcodes never
have, so that no house has such an address.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wijzer.example.town.places import Gemeente

_END = 1_000_000
FIRST_NAMES = (
    "Aafke", "Bartel", "Clasina", "Diederik", "Eefje", "Floris", "Geesje", "Hidde", "Ilonka", "Jorrit",
    "Klaske", "Lubbert", "Marijke", "Nanno", "Okje", "Pelle", "Renske", "Sjoerd", "Tjitske", "Ubbo",
)  # fmt: skip
_FRONT = (
    "Zwaluw", "Molen", "Heide", "Korenbloem", "Regen", "Zilver", "Kastanje", "Wolken", "Linde", "Sterren",
    "Vlinder", "Duin", "Klaver", "Nevel", "Ooievaar", "Parel", "Rietveen",
)  # fmt: skip
_BACK = ("drift", "mantel", "spoor", "wimpel", "horst", "gaarde", "kroon", "zang", "dreef", "bries", "lucht")
_PAIRS = ("SA", "SD", "SS")


_FIXED = {"0293": (1_000, 200_000), "0226": (200_000, 300_000)}
"""The parts of the range that belong to the standard pair, so that its people are always the same."""
_FREE, _ALL = (300_000, _END), (1_000, _END)
"""What is left for other gemeenten, and the whole range when the standard pair is not asked for."""


def needed(place: Gemeente, scale: int) -> int:
    """Return how many numbers of the range a gemeente takes at most, with all who come later.

    In six years about a quarter is born or comes to live there; one in eleven numbers fails the test.
    """
    return (place.inhabitants // scale + 100) * 136 // 100 * 11 // 10


def allotted(places: Sequence[Gemeente], scale: int) -> dict[str, tuple[int, int]]:
    """Return by gemeente its part of the range: the first number, and the one after the last.

    The standard pair has parts of its own; others follow each other in the order in which they are asked
    for. Raises ValueError (Dutch) when there are not enough numbers.
    """
    others = [place for place in places if place.code not in _FIXED]
    total = sum(needed(place, scale) for place in others)
    alone = len(others) == len(places)
    first, end = _ALL if alone and total > _FREE[1] - _FREE[0] else _FREE
    if total > end - first:
        raise ValueError(
            "voor zo veel inwoners zijn er niet genoeg verzonnen BSN's; noem minder gemeenten, of kies een "
            "schaal vanaf 2"
        )
    parts = {}
    for place in places:
        if place.code in _FIXED:
            parts[place.code] = _FIXED[place.code]
        else:
            parts[place.code] = (first, first + needed(place, scale))
            first += needed(place, scale)
    return parts


def bsns(first: int, end: int = _END) -> Iterator[str]:
    """Yield the invented BSNs of a part of the range: of body ``first`` up to ``end`` (of 1,000,000).

    Raises ValueError when there are no more, which ``allotted`` is to prevent.

    >>> next(bsns(1000))
    '000010009'
    """
    for body in range(first, end):
        digits = f"00{body:06d}"
        last = sum((9 - place) * int(digit) for place, digit in enumerate(digits)) % 11
        if last < 10:
            yield f"{digits}{last}"
    raise ValueError(f"there are no more invented numbers between {first} and {end}")


def surname(household: int) -> str:
    """Return the surname of a household."""
    return _FRONT[household % len(_FRONT)] + _BACK[household // len(_FRONT) % len(_BACK)]


def first_name(serial: int) -> str:
    """Return the first name of a person. Names tell nothing about sex."""
    return FIRST_NAMES[serial % len(FIRST_NAMES)]


def postcode(first: int, buurt: int) -> str:
    """Return the invented postcode of the n-th buurt (from 0); those of a gemeente begin at ``first``."""
    return f"{first + buurt // len(_PAIRS)}{_PAIRS[buurt % len(_PAIRS)]}"
