"""Publishable: a number that anybody may see. Needles, sentences and pages are made of nothing else.

It is made in this room only: the constructor wants a token that no other module has. Python cannot stop
somebody who writes into an object's memory, but nobody makes one by mistake: not by calling the class,
not by ``dataclasses.replace``, not by a subclass, not by unpickling.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import InitVar, dataclass
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NoReturn, Self, final

from wijzer.disclosure.errors import NotPublishable

Status = Literal["getoond", "voorlopig", "onderdrukt", "ontbreekt"]

_SEAL = object()
"""The token. A test sees to it that nobody outside this room names it."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One number: a value that may be shown, or the Dutch reason why it is not there.

    ``withheld`` tells a number that may not be shown from one that does not exist.
    """

    value: float | None
    reason: str | None = None
    unit: str = ""
    decimals: int = 0
    withheld: bool = False


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Publishable:
    """One indicator for one gemeente and period, as everybody may see it.

    ``value`` is the figure on the needle in ``unit``, rounded half up to ``decimals``; it is None
    unless ``status`` is ``getoond`` or ``voorlopig``, and ``reason`` (Dutch) then says why.
    ``figures`` holds all figures by id, the first of them is ``value``; ``parts`` what they are made of;
    ``left_out`` what could not be counted, by reason. ``expected_share`` (0 to 1) is how much of a
    provisional figure is still to come. ``hint`` names a longer period that can be shown.
    ``known_on`` is the day up to which was known, ``data_through`` the newest day the sources tell of.
    ``timing`` is ``stand`` or ``stroom``; ``is_sum`` says that the figure adds up over time, so that a
    quarter cannot be laid beside a year.
    """

    indicator: str
    gemeente: str
    wet: str | None
    periode: str
    period_label: str
    last_quarter: int
    timing: str
    is_sum: bool
    known_on: date
    data_through: date | None
    status: Status
    value: float | None
    unit: str
    decimals: int
    reason: str | None
    hint: str | None
    expected_share: float | None
    figures: Mapping[str, Shown]
    parts: Mapping[str, Shown]
    left_out: Mapping[str, Shown]
    sources: tuple[str, ...]
    seal: InitVar[object] = None

    def __post_init__(self, seal: object) -> None:
        if seal is not _SEAL:
            raise NotPublishable("only wijzer.disclosure makes a Publishable: use protect_all")
        if (self.value is not None) != (self.status in ("getoond", "voorlopig")):
            raise NotPublishable(f"status {self.status} does not fit the value")
        for name in ("figures", "parts", "left_out"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))

    def __init_subclass__(cls, **kwargs: Any) -> None:
        raise NotPublishable("Publishable has no subclasses")

    def __copy__(self) -> Self:
        return self

    def __deepcopy__(self, memo: object) -> Self:
        return self

    def __reduce__(self) -> NoReturn:
        raise NotPublishable("a Publishable is stored with dump and read with load, never pickled")

    @property
    def last_day(self) -> date:
        """The last day of the period."""
        year, quarter = divmod(self.last_quarter + 1, 4)
        return date.fromordinal(date(year, quarter * 3 + 1, 1).toordinal() - 1)


def require_publishable(value: object) -> Publishable:
    """Return ``value`` when it is a ``Publishable``; NotPublishable for anything else, look-alikes too."""
    if type(value) is not Publishable:
        raise NotPublishable(f"a Publishable is needed, not {type(value).__name__}")
    return value


def _publishable(**fields: Any) -> Publishable:
    """Make a ``Publishable``; for ``protect`` and ``edition`` of this room."""
    return Publishable(**fields, seal=_SEAL)
