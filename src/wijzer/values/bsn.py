"""BSN, burgerservicenummer: the number that identifies a citizen in Dutch government.

Nine digits of which the weighted sum (9, 8, 7, 6, 5, 4, 3, 2, -1) is a multiple of eleven.
Source: Wet algemene bepalingen burgerservicenummer, art. 1; rule CS002 of iWmo and iJw.

>>> is_valid("999900006")
True
>>> is_valid("999900007")
False
"""

from __future__ import annotations

import re

from stdnum.exceptions import ValidationError
from stdnum.nl import bsn as _bsn

_NINE_DIGITS = re.compile(r"(?<!\d)\d{9}(?!\d)")
MASK = "█████████"


def is_valid(text: str) -> bool:
    """Say whether ``text`` is nine digits that pass the eleven-test, without spaces or dots."""
    if len(text) != 9 or not text.isascii() or not text.isdigit() or not _passes_eleven_test(text):
        return False
    try:
        _bsn.validate(text)
    except ValidationError:
        return False
    return True


def _passes_eleven_test(digits: str) -> bool:
    """Say it of nine digits quickly, since ten out of eleven fail."""
    a, b, c, d, e, f, g, h, i = digits.encode("ascii")
    zeros = 43 * ord("0")
    return (9 * a + 8 * b + 7 * c + 6 * d + 5 * e + 4 * f + 3 * g + 2 * h - i - zeros) % 11 == 0


def mask(text: str) -> str:
    """Return ``text`` with every number that could be a BSN blacked out, for what people read."""
    return _NINE_DIGITS.sub(lambda hit: MASK if is_valid(hit.group()) else hit.group(), text)
