"""Peildatum: the day on which a stock is counted.

A stock over a period is counted on its last day (``Periode.last_day``); "known on" cuts off what
became known later.

>>> parse("1-4-2022"), parse("2022-04-01")
(datetime.date(2022, 4, 1), datetime.date(2022, 4, 1))
"""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"^(\d{4})-(\d{2})-(\d{2})$")
_DUTCH = re.compile(r"^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$")


def parse(text: str) -> date | None:
    """Read an ISO (``2022-04-01``) or Dutch (``1-4-2022``, ``01/04/2022``) date; None when it is none."""
    text = text.strip()
    if found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    elif found := _DUTCH.match(text):
        day, month, year = (int(part) for part in found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
