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
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, 1)
"""Of the nine digits; the last counts as -1, which is two less."""
MASK = "█████████"


def is_valid(text: str) -> bool:
    """Say whether ``text`` is nine digits that pass the eleven-test, without spaces or dots."""
    if len(text) != 9 or not text.isascii() or not text.isdigit():
        return False
    try:
        _bsn.validate(text)
    except ValidationError:
        return False
    return True


def is_within(digits: str) -> bool:
    """Say whether any nine digits on end are valid, in a text of digits alone; much faster than one by one.

    >>> is_within("12999900006")
    True
    """
    numbers = [ord(digit) - ord("0") for digit in digits]
    # One place further on, each digit that stays weighs one more.
    weighed = sum(weight * number for weight, number in zip(_WEIGHTS, numbers, strict=False))
    plain = sum(numbers[:9])
    for at in range(len(numbers) - 8):
        if plain and (weighed - 2 * numbers[at + 8]) % 11 == 0:
            return True
        if at + 9 < len(numbers):
            weighed += plain - 10 * numbers[at] + numbers[at + 9]
            plain += numbers[at + 9] - numbers[at]
    return False


def mask(text: str) -> str:
    """Return ``text`` with every number that could be a BSN blacked out, for what people read."""
    return _NINE_DIGITS.sub(lambda hit: MASK if is_valid(hit.group()) else hit.group(), text)
