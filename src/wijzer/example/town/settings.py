"""What is asked of the model municipality: which gemeenten, which years, which seed, and with what."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wijzer.example.town.chance import Chance
from wijzer.example.town.identities import allotted
from wijzer.example.town.levers import LEVERS
from wijzer.example.town.places import Gemeente
from wijzer.values.werkdagen import add_working_days

_LEAST = 50
"""Residents without whom there may be no care at all."""


@dataclass(frozen=True, slots=True)
class Settings:
    """One request for a town.

    ``scale``: one in so many residents is made (1 is the whole town). ``history_until``: the last day whose
    traffic comes as history tables instead of messages. ``without``: levers that are not pulled (``LEVERS``).
    ``trouble``: whether mistakes are planted. ``mistakes``: how often care and traffic go otherwise than they
    should, in per cent of the usual; with 0 all that is granted is given from the first day to the last, and
    told at once. Raises ValueError in Dutch for what cannot be made.
    """

    gemeenten: tuple[Gemeente, ...]
    first_year: int = 2019
    last_year: int = 2024
    seed: int = 1
    scale: int = 1
    history_until: date | None = None
    without: frozenset[str] = field(default_factory=frozenset)
    trouble: bool = True
    mistakes: int = 100

    def __post_init__(self) -> None:
        if not 2019 <= self.first_year <= self.last_year <= 2024:
            raise ValueError("de jaren liggen tussen 2019 en 2024, bijvoorbeeld 2019-2024")
        if self.scale < 1:
            raise ValueError("de schaal is een geheel getal vanaf 1")
        if self.mistakes < 0:
            raise ValueError("hoe vaak iets misgaat is een percentage vanaf 0")
        if not self.gemeenten:
            raise ValueError("noem ten minste één gemeente, zoals westervoort")
        allotted(self.gemeenten, self.scale)
        for place in self.gemeenten:
            if place.inhabitants // self.scale < _LEAST:
                raise ValueError(
                    f"bij schaal {self.scale} heeft {place.name} te weinig inwoners; kies een kleiner getal"
                )
        if unknown := self.without - set(LEVERS):
            named = ", ".join(sorted(unknown))
            raise ValueError(f"de actie of invloed {named} is niet bekend; kies uit: {', '.join(LEVERS)}")

    def goes_wrong(self, per_million: int) -> int:
        """Return how often something that should not happen does, per million."""
        return per_million * self.mistakes // 100

    @property
    def chance(self) -> Chance:
        """The chance of this town."""
        return Chance(self.seed)

    @property
    def start(self) -> date:
        """The first day that is lived."""
        return date(self.first_year, 1, 1)

    @property
    def end(self) -> date:
        """The last day that is lived."""
        return date(self.last_year, 12, 31)

    @property
    def closing(self) -> date:
        """The last day on which something is sent or booked, two months later."""
        return date(self.last_year + 1, 2, 28)

    @property
    def exported_on(self) -> date | None:
        """The day on which the former registration was exported: the working day after the history."""
        return None if self.history_until is None else add_working_days(self.history_until, 1)
