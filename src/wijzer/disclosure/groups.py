"""Groups within groups: two counts whose difference is a group of persons too.

When 120 clients get a facility and 113 of them household help, seven get something else: showing both
numbers shows the seven. Which counts lie within which is declared here, as data.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """``part`` lies within ``whole``: each is ``(indicator id, part id)``, same gemeente and period."""

    part: tuple[str, str]
    whole: tuple[str, str]


KNOWN_GROUPS = (
    Group(
        part=("uren_huishoudelijke_ondersteuning", "clienten"),
        whole=("maatwerkvoorzieningen_wmo", "clienten"),
    ),
)
