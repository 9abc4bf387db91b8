"""What an indicator yields: parts with the persons behind them, never a ratio.

``disclosure`` is the only reader of these results outside the authorised rooms.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class PartValue:
    """One count or sum and the number of distinct persons behind it.

    ``waarde`` is None when there is no data; zero means that the source is present and counts none.
    ``personen`` is None when no persons stand behind the part: ledger money, or messages as traffic.
    """

    waarde: int | float | None
    personen: int | None


@dataclass(frozen=True, slots=True)
class IndicatorResult:
    """The parts of one indicator for one gemeente and period, as known on one day.

    ``wet`` is ``"wmo"`` or ``"jw"`` when the indicator is about one law, else None. ``breakdown``
    names the group when one was asked for (``{"paar": "323-325", "partij": "gemeente"}``), else it
    is empty: the whole gemeente. ``left_out`` holds what belongs to the question but could not be
    counted, by declared reason. ``missing`` says in Dutch why there is no number at all; the parts
    then have no value. ``provisional`` means that the number may still change because the period is
    not over or data is still to come; ``expected_share`` (0 to 1) is the part of the period, months or
    terms that is still to come, None when that cannot be said. ``data_through`` is the newest day
    of which the sources tell ("gegevens t/m"). ``sources`` are the fact tables that were read.
    """

    indicator_id: str
    gemeente: str
    wet: str | None
    periode: str
    known_on: date
    parts: Mapping[str, PartValue]
    left_out: Mapping[str, PartValue]
    missing: str | None = None
    provisional: bool = False
    expected_share: float | None = None
    sources: tuple[str, ...] = ()
    data_through: date | None = None
    breakdown: Mapping[str, str] = field(default_factory=dict)
