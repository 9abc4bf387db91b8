"""Euro amounts, always whole cents, as the messages carry them (LDT_Bedrag).

>>> format_cents(123456)
'€ 1.234,56'
>>> parse_cents("1.234,5")
123450
"""

from __future__ import annotations

import re
from decimal import Decimal

_DUTCH = re.compile(r"^-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?$")
_PLAIN = re.compile(r"^-?\d+(\.\d{1,2})?$")


def parse_cents(text: str) -> int | None:
    """Read an amount in euros, Dutch (``1.234,50``) or plain (``1234.50``), into cents.

    A text with one dot and three digits behind it (``1.234``) is read the Dutch way: a thousand.
    Returns None when the text is not an amount, or has more than two decimals.
    """
    text = "".join(text.replace("€", "", 1).split())
    if _DUTCH.match(text):
        text = text.replace(".", "").replace(",", ".")
    elif not _PLAIN.match(text):
        return None
    return int(Decimal(text) * 100)


def format_cents(cents: int) -> str:
    """Write cents the Dutch way, with euro sign, thousands and two decimals."""
    sign, cents = ("-", -cents) if cents < 0 else ("", cents)
    return f"{sign}€ {format_number(cents // 100)},{cents % 100:02d}"


def format_number(number: float, decimals: int = 0) -> str:
    """Write a number the Dutch way: dots between thousands, a comma before decimals.

    >>> format_number(1234.567, 1)
    '1.234,6'
    """
    return f"{number:,.{decimals}f}".translate(str.maketrans(",.", ".,"))
