"""What providers never told: labels for care of which no start or no stop was ever reported."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from wijzer.example.town.desk import Desk
from wijzer.example.town.labels import Label

KIND = "zwijgende aanbieder"
_SLOWEST = timedelta(days=60)
"""Calendar days within which even a slow provider reports; what is younger may still come."""


def labels(desk: Desk) -> Iterator[Label]:
    """Yield a label for every start or stop that was due in the years that are lived and never came."""
    settings, code = desk.settings, desk.place.code
    due = settings.closing - _SLOWEST
    for dossier in desk.books.dossiers.values():
        if not dossier.versions:
            continue
        given = dossier.toewijzing
        for delivery in given.deliveries:
            who = f"aanbieder {given.provider.agb} meldde"
            told = {start.begin - delivery.begin for start in dossier.starts}
            if delivery.begin <= due and not any(timedelta(0) <= late <= timedelta(days=1) for late in told):
                yield Label(code, KIND, f"{given.number}", delivery.begin, f"{who} de start niet")
            end = delivery.end
            if (
                end is not None
                and end <= due
                and delivery.begin not in {stop.begin for stop in dossier.stops}
            ):
                yield Label(code, KIND, f"{given.number}", end, f"{who} de stop niet")
