"""Who waits: for the town to decide, or for a provider to begin. Counted from the people, by quarter.

For the town the norm is the legal term from the melding; for a provider six weeks after the decision: a norm
of this town, invented.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from wijzer.example.town.care import Toewijzing
from wijzer.example.town.desk import Desk
from wijzer.example.town.pyramid.course import RESEARCH, YOUTH
from wijzer.example.town.pyramid.meldingen import Melding
from wijzer.example.town.pyramid.yearly import quarters
from wijzer.standards.declaration import Wet

Row = dict[str, Any]
NORM = {"wmo": RESEARCH, "jw": YOUTH}
"""Days from the melding after which somebody waits longer than the norm."""
PROVIDER_NORM = 42
_PATIENCE = 60
"""Days after which somebody gives up on care when no decision ends it."""
_TOLD = timedelta(days=15)
"""A list of the last day of a quarter is made so much later."""
LAWS: tuple[Wet, ...] = ("wmo", "jw")


@dataclass(frozen=True, slots=True)
class Wait:
    """Care that was decided on and had to wait: from the decision to the day on which it began.

    ``began`` is False when it never did: then ``until`` is the day on which the client gave it up.
    """

    given: Toewijzing
    since: date
    until: date
    began: bool = True

    def lasts(self, day: date) -> bool:
        """Say whether the client still waits at the end of a day."""
        return self.since <= day < self.until


def waits(desk: Desk) -> list[Wait]:
    """Return every wait for a provider: of first toewijzingen, from the day of the decision."""
    found = []
    for dossier in desk.books.dossiers.values():
        given = dossier.toewijzing
        if not given.first or not dossier.versions or given.begin < desk.settings.start:
            continue
        since = date.fromisoformat(min(version.moment for version in dossier.versions)[:10])
        if given.deliveries:
            found.append(Wait(given, since, given.deliveries[0].begin))
        else:
            found.append(Wait(given, since, _given_up(given, since), began=False))
    return found


def _given_up(given: Toewijzing, since: date) -> date:
    """Return the day on which a client whose care never began stopped waiting for it."""
    days = [decision.end for decision in given.decisions if decision.end is not None]
    return max(since, min(days, default=since + timedelta(days=_PATIENCE)))


def waiting_rows(desk: Desk, meldingen: Sequence[Melding]) -> Iterator[Row]:
    """Yield the rows of ``wachtlijst``: the town always, a provider with anybody on its list."""
    for_care = waits(desk)
    for quarter in quarters(desk):
        day = quarter.last_day
        for wet in LAWS:
            open_now = [one for one in meldingen if one.wet == wet and one.waits(day)]
            long = sum((day - one.made).days > NORM[wet] for one in open_now)
            yield _row(desk, day, wet, "toegang", None, None, len(open_now), long)
        lists: dict[tuple[Wet, str, str], list[int]] = {}
        for wait in for_care:
            if wait.lasts(day):
                product = wait.given.product
                key = (product.wet, product.voorziening, wait.given.provider.agb)
                lists.setdefault(key, []).append((day - wait.since).days)
        for (wet, voorziening, agb), days in sorted(lists.items()):
            long = sum(count > PROVIDER_NORM for count in days)
            yield _row(desk, day, wet, "aanbieder", voorziening, agb, len(days), long)


def _row(
    desk: Desk,
    day: date,
    wet: str,
    where: str,
    voorziening: str | None,
    agb: str | None,
    count: int,
    long: int,
) -> Row:
    return {
        "gemeente": desk.place.code,
        "peildatum": day,
        "wet": wet,
        "waar": where,
        "voorziening": voorziening,
        "aanbieder": agb,
        "wachtenden": count,
        "langer_dan_norm": long,
        "stand_op": day + _TOLD,
    }
