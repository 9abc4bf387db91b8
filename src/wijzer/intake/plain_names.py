"""Names of organisations, provisions and questions: text that must not tell who or where a person is."""

from __future__ import annotations

import re

from wijzer.intake.pseudonyms import SEPARATORS
from wijzer.values import bsn

LONGEST = 200
_RUN = re.compile(rf"\+?[0-9](?:[{SEPARATORS}]?[0-9]){{8,}}")
_NOT_DIGITS = re.compile(r"[^0-9]")
_TELEPHONE = re.compile(r"0[1-9][0-9]{8}|(?:00)?31[1-9][0-9]{8}")


def is_plain_name(text: str) -> bool:
    """Say whether ``text`` is short and holds no e-mail address, telephone number or valid BSN."""
    if len(text) > LONGEST or "@" in text:
        return False
    runs = (_NOT_DIGITS.sub("", run) for run in _RUN.findall(text))
    return not any(bsn.is_within(run) or _TELEPHONE.fullmatch(run) for run in runs)
