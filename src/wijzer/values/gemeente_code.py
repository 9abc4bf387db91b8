"""Gemeentecode: the four digits by which CBS knows a municipality ("0293" is Westervoort).

CBS writes ``GM0293`` in its tables; the messages carry the four digits alone (restriction RS035).

>>> normalise("GM0293")
'0293'
>>> is_valid("293")
False
"""

from __future__ import annotations


def is_valid(text: str) -> bool:
    """Say whether ``text`` has the form of a gemeentecode: four digits, above zero."""
    return len(text) == 4 and text.isascii() and text.isdigit() and text != "0000"


def normalise(text: str) -> str | None:
    """Return the four digits of ``"0293"``, ``"293"`` or ``"GM0293"``; None when it is no such code."""
    digits = text.strip().upper().removeprefix("GM")
    if not digits or not digits.isascii() or not digits.isdigit() or len(digits) > 4:
        return None
    code = digits.zfill(4)
    return code if is_valid(code) else None
