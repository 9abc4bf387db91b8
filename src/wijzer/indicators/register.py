"""The indicators that Wijzer measures, by id."""

from __future__ import annotations

from wijzer.indicators import (
    individuele_voorzieningen_jeugdhulp,
    maatwerkvoorzieningen_wmo,
    tijdigheid_berichtenverkeer,
    totale_kosten_sociaal_domein,
    uren_huishoudelijke_ondersteuning,
    verblijfsduur_terreingebonden_verblijf,
)
from wijzer.indicators.declaration import Indicator

_INDICATORS: tuple[Indicator, ...] = (
    uren_huishoudelijke_ondersteuning.INDICATOR,
    individuele_voorzieningen_jeugdhulp.INDICATOR,
    maatwerkvoorzieningen_wmo.INDICATOR,
    verblijfsduur_terreingebonden_verblijf.INDICATOR,
    tijdigheid_berichtenverkeer.INDICATOR,
    totale_kosten_sociaal_domein.INDICATOR,
)


def all_indicators() -> tuple[Indicator, ...]:
    """Return every declared indicator, in the order of the list of 26."""
    return _INDICATORS


def ids() -> tuple[str, ...]:
    """Return the ids, in the same order."""
    return tuple(indicator.id for indicator in _INDICATORS)


def get(indicator_id: str) -> Indicator:
    """Return the indicator with this id; KeyError with a Dutch sentence when there is none."""
    for indicator in _INDICATORS:
        if indicator.id == indicator_id:
            return indicator
    raise KeyError(f"'{indicator_id}' is geen indicator van Wijzer; kies uit: {', '.join(ids())}")
