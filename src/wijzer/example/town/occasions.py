"""Which toewijzingen are picked for a kind of trouble: by chance, and some in every year."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from wijzer.example.town.books import Dossier
from wijzer.example.town.chance import MILLION
from wijzer.example.town.desk import Desk


class Dated(Protocol):
    """What has a first day."""

    @property
    def begin(self) -> date:
        """The first day."""


Made = TypeVar("Made", bound=Dated)


def picked(
    desk: Desk, kind: str, share: int, able: Iterable[Dossier], make: Callable[[Dossier], Made | None]
) -> Iterator[Made]:
    """Yield what ``make`` makes of ``share`` (per million) of the dossiers that give occasion (not None).

    A year in which chance picks nothing gets the one with the lowest draw, if there is an occasion: so that
    a small town has some of each kind as well. Nothing where nothing goes wrong.
    """
    settings = desk.settings
    if not settings.mistakes:
        return
    missing = set(range(settings.first_year, settings.last_year + 1))
    drawn = []
    for dossier in able:
        place = (desk.place.code, dossier.toewijzing.number, kind)
        drawn.append((settings.chance.below(MILLION, "verkeer", *place), dossier))
    for value, dossier in sorted(drawn, key=lambda one: (one[0], one[1].toewijzing.number)):
        often = value < settings.goes_wrong(share)
        if not often and not missing:
            return
        made = make(dossier)
        if made is not None and (often or made.begin.year in missing):
            missing.discard(made.begin.year)
            yield made
