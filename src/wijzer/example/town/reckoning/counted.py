"""What a count is: one part of one indicator in one period, and the periods that are counted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from wijzer.example.town.settings import Settings
from wijzer.values.periode import Periode

HOURS = "uren_huishoudelijke_ondersteuning"
YOUTH = "individuele_voorzieningen_jeugdhulp"
WMO = "maatwerkvoorzieningen_wmo"
STAYS = "verblijfsduur_terreingebonden_verblijf"
TIMELY = "tijdigheid_berichtenverkeer"
COSTS = "totale_kosten_sociaal_domein"
NOT_COUNTED = frozenset({"11", "12", "13", "14", "15", "16", "17", "18", "46", "47", "48", "49"})
"""Categories outside indicators 6 and 8: aids, shelter, crisis, youth protection and probation."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One counted part; ``value`` is exact (a fraction of hours, a count, or cents)."""

    gemeente: str
    indicator: str
    periode: Periode
    part: str
    value: Fraction | int


def periods(settings: Settings) -> Iterator[Periode]:
    """Yield the quarters and years that are lived."""
    for year in range(settings.first_year, settings.last_year + 1):
        yield Periode.parse(f"{year}")
        for quarter in range(1, 5):
            yield Periode.parse(f"{year}-Q{quarter}")
