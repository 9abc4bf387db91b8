"""Reads records by position: one list of elements, few looks at their names.

The schema has already said that the elements come in the declared order, so only what may be missing or
may repeat has to be looked at. Which elements are there is the *shape* of a record; each shape is worked
out once and kept, after which a record costs one look a missing-able element and one pick of its texts.

A shape is a path through ``Fork`` (a look) to ``Stop`` (a pick). Where other records or repeating values
come, a record stops, lets these be read, and goes on with the part behind them.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import itemgetter

from wijzer.messages.plan import Group, Member, RecordPlan

Row = tuple[str | None, ...]
Pick = Callable[[list[str | None]], Row]


class Fork:
    """A look at the element ``at`` places on: ``yes`` when it bears ``tag``, else ``no``.

    Both ways are worked out when they are first taken.
    """

    __slots__ = ("at", "grow", "no", "tag", "yes")

    def __init__(self, at: int, tag: str, grow: Callable[[bool], Fork | Stop]) -> None:
        self.at, self.tag, self.grow = at, tag, grow
        self.yes: Fork | Stop | None = None
        self.no: Fork | Stop | None = None

    def follow(self, there: bool) -> Fork | Stop:
        """Work out what comes behind this look, once for each answer."""
        following = self.grow(there)
        if there:
            self.yes = following
        else:
            self.no = following
        return following


class Stop:
    """The end of a part: how to pick its values, how many elements it used, and what comes behind.

    ``records`` is the class of the records that come next, ``listed`` the tag of a repeating value;
    ``then`` is the part behind these, None at the end of the record.
    """

    __slots__ = ("listed", "pick", "records", "then", "used")

    def __init__(self, pick: Pick, used: int) -> None:
        self.pick, self.used = pick, used
        self.records: RecordPlan | None = None
        self.listed: str | None = None
        self.then: Fork | Stop | None = None


def first_part(group: Group) -> Fork | Stop:
    """Return where reading an element with these members begins."""
    return _walk(tuple(group.members), 1, ())


_MISSING = -1
_THERE = -2
ENDING = ("1", None)
"""What stands behind the texts of a part for a pick: the mark of presence, and what a missing value is."""


def _walk(todo: tuple[Member, ...], at: int, picked: tuple[int, ...]) -> Fork | Stop:
    """Follow the members that must be there; stop at the first that may be missing or repeats."""
    while todo:
        member, rest = todo[0], todo[1:]
        if member.record is not None or member.joined:
            stop = Stop(_picker(picked), at)
            stop.records = member.record
            stop.listed = member.tag if member.joined else None
            stop.then = _walk(rest, 0, ()) if rest else None
            return stop
        if member.optional:
            return Fork(at, member.tag, _grower(member, rest, at, picked))
        todo, picked = _enter(member, rest, at, picked)
        at += 1
    return Stop(_picker(picked), at)


def _grower(
    member: Member, rest: tuple[Member, ...], at: int, picked: tuple[int, ...]
) -> Callable[[bool], Fork | Stop]:
    def grow(there: bool) -> Fork | Stop:
        if there:
            todo, taken = _enter(member, rest, at, picked)
            return _walk(todo, at + 1, taken)
        return _walk(rest, at, (*picked, *(_MISSING,) * member.width))

    return grow


def _enter(
    member: Member, rest: tuple[Member, ...], at: int, picked: tuple[int, ...]
) -> tuple[tuple[Member, ...], tuple[int, ...]]:
    if member.group is None:
        return rest, (*picked, at)
    if member.group.presence:
        picked = (*picked, _THERE)
    return (*member.group.members, *rest), picked


def _picker(picked: tuple[int, ...]) -> Pick:
    """Return a function from the texts of a part (then "1", then None) to its values in column order."""
    if not picked:
        return lambda texts: ()
    if len(picked) == 1:
        only = picked[0]
        return lambda texts: (texts[only],)
    return itemgetter(*picked)
