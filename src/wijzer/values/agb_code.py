"""AGB-code: the number by which Vektis knows a care provider.

Eight digits: two for the kind of provider, six for the provider itself. The register itself is not
public data, so only the form can be judged here.
Source: Vektis AGB-register; restriction RS036 of iWmo and iJw.

>>> is_valid("42420001")
True
>>> is_valid("00000000")
False
"""

from __future__ import annotations


def is_valid(text: str) -> bool:
    """Say whether ``text`` has the form of an AGB-code: eight digits, a kind and a number above zero."""
    return len(text) == 8 and text.isascii() and text.isdigit() and text[:2] != "00" and text[2:] != "000000"
