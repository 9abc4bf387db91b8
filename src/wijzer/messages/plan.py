"""From a declaration to instructions for reading: which element is which column.

A plan is the same for all messages of a type and holds no knowledge of any one type. Below a record's
own element it lists the members in order: values, groups of values, and records of other classes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from wijzer.messages.layout import RecordClass, layout
from wijzer.standards import Element, MessageType, Structure


@dataclass(eq=False, slots=True)
class Member:
    """One element inside a group: its qualified tag, whether it may be missing, and what it is.

    It is a value when ``group`` and ``record`` are None (one that repeats when ``joined``), else more
    elements or a wrapper (``group``; ``open`` when records are found in it), or a record of another class
    (``record``). ``width`` is the number of columns that it fills in the record around it.
    """

    tag: str
    optional: bool
    width: int = 1
    joined: bool = False
    open: bool = False
    group: Group | None = None
    record: RecordPlan | None = None


@dataclass(eq=False, slots=True)
class Group:
    """The members of one element, in order; ``presence`` says that a column notes that it was there."""

    presence: bool = False
    members: list[Member] = field(default_factory=list)
    by_tag: dict[str, Member] = field(default_factory=dict)

    @property
    def holds_records(self) -> bool:
        """Whether records of other classes are found in it, however deep."""
        return any(
            m.record is not None or (m.group is not None and m.group.holds_records) for m in self.members
        )

    @property
    def width(self) -> int:
        """The number of columns that the group fills."""
        return int(self.presence) + sum(member.width for member in self.members)


@dataclass(eq=False, slots=True)
class RecordPlan:
    """How to find and read one record class.

    ``tag`` is the qualified tag of its element and ``holder`` that of the element around it: the tag
    alone does not tell a client's Contact from a relation's. Columns are in the order of the message.
    ``alone`` says that it holds no records of other classes.
    """

    name: str
    number: int
    tag: str
    holder: str | None
    width: int
    parent: int | None
    group: Group = field(default_factory=Group)
    alone: bool = True


@cache
def plans(message_type: MessageType) -> tuple[RecordPlan, ...]:
    """Return the plans of all record classes of a message type, in the order of ``record_classes``."""
    return tuple(_Planner(message_type).made)


class _Planner:
    """Walks the layout, breadth first as ``record_classes`` does, so that numbers agree."""

    def __init__(self, message_type: MessageType) -> None:
        self.message_type = message_type
        self.basis = message_type.basis
        self.made: list[RecordPlan] = []
        root = layout(message_type)
        pending = [(root, self._new(root, f"{{{message_type.namespace}}}Bericht", None, None))]
        while pending:
            record, plan = pending.pop(0)
            pending.extend(self._fill(record, plan))

    def _new(self, record: RecordClass, tag: str, holder: str | None, parent: int | None) -> RecordPlan:
        return RecordPlan(record.name, -1, tag, holder, len(record.columns), parent)

    def _fill(self, record: RecordClass, plan: RecordPlan) -> list[tuple[RecordClass, RecordPlan]]:
        plan.number = len(self.made)
        self.made.append(plan)
        self.presences = {column.path for column in record.columns if column.kind == "presence"}
        self.nested = {child.path: child for child in record.nested}
        self.found: list[tuple[RecordClass, RecordPlan]] = []
        self._group(record.structure, (), plan, plan.group, self.message_type.namespace, plan.tag)
        plan.alone = not self.nested
        order = {child.name: place for place, child in enumerate(record.nested)}
        return sorted(self.found, key=lambda pair: order[pair[0].name])

    def _group(
        self,
        structure: Structure,
        below: tuple[str, ...],
        plan: RecordPlan,
        group: Group,
        space: str,
        holder: str,
    ) -> None:
        group.presence = below in self.presences
        for element in structure.members:
            here = (*below, element.name)
            member = Member(f"{{{space}}}{element.name}", element.min_occurs == 0)
            group.members.append(member)
            group.by_tag[member.tag] = member
            if here in self.nested:
                member.width = 0
                member.record = self._new(self.nested[here], member.tag, holder, plan.number)
                self.found.append((self.nested[here], member.record))
                continue
            inside = self._structure(element)
            if inside is None:
                member.joined = element.max_occurs is None
                continue
            own = isinstance(element.type, Structure)
            member.group = Group()
            inner = self.message_type.namespace if own else self.basis.namespace
            self._group(inside, here, plan, member.group, inner, member.tag)
            member.width = member.group.width
            member.open = member.group.holds_records

    def _structure(self, element: Element) -> Structure | None:
        if isinstance(element.type, Structure):
            return element.type
        return self.basis.structures.get(element.type)
