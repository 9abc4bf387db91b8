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

from collections.abc import Iterator

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


def bsns(first: int) -> Iterator[str]:
    """Yield the invented BSNs from the part of the range that begins with ``first`` (of 1,000,000).

    >>> next(bsns(1000))
    '000010009'
    """
    for body in range(first, 1_000_000):
        digits = f"00{body:06d}"
        last = sum((9 - place) * int(digit) for place, digit in enumerate(digits)) % 11
        if last < 10:
            yield f"{digits}{last}"


def surname(household: int) -> str:
    """Return the surname of a household."""
    return _FRONT[household % len(_FRONT)] + _BACK[household // len(_FRONT) % len(_BACK)]


def first_name(serial: int) -> str:
    """Return the first name of a person. Names tell nothing about sex."""
    return FIRST_NAMES[serial % len(FIRST_NAMES)]


def postcode(first: int, buurt: int) -> str:
    """Return the invented postcode of the n-th buurt (from 0); those of a gemeente begin at ``first``."""
    return f"{first + buurt // len(_PAIRS)}{_PAIRS[buurt % len(_PAIRS)]}"
