"""From a declaration to instructions for reading: which element is which column.

A plan is the same for all messages of a type and holds no knowledge of any one type. Below a record's
own element it maps each qualified tag to a position, to a nested plan, or to nothing for what another
record class takes.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from wijzer.messages.layout import RecordClass, layout, snake
from wijzer.standards import MessageType, SimpleType, Structure


@dataclass(eq=False)
class Group:
    """Instructions for the children of one element: ``leaves`` by tag, ``groups`` by tag, ``lists`` by tag.

    ``presence`` is the position that notes that the group was there. A tag in ``skip`` holds records of
    other classes only.
    """

    presence: int | None = None
    slots: dict[str, int | Group | None] = field(default_factory=dict)
    many: frozenset[str] = frozenset()


@dataclass(eq=False)
class RecordPlan:
    """How to find and read one record class.

    ``tag`` is the qualified tag of its element and ``holder`` that of the element around it: the tag
    alone does not tell a client's Contact from a relation's.
    """

    name: str
    tag: str
    holder: str | None
    width: int
    group: Group
    parent: str | None


@cache
def plans(message_type: MessageType) -> dict[str, RecordPlan]:
    """Return the plans of all record classes of a message type, by name, the root first."""
    return _Planner(message_type).plans


class _Planner:
    def __init__(self, message_type: MessageType) -> None:
        self.message_type = message_type
        self.basis = message_type.basis
        self.plans: dict[str, RecordPlan] = {}
        root = layout(message_type)
        self._record(root, f"{{{message_type.namespace}}}Bericht", None)

    def _record(self, record: RecordClass, tag: str, holder: str | None) -> None:
        plan = RecordPlan(record.name, tag, holder, len(record.columns), Group(), record.parent)
        self.plans[record.name] = plan
        positions = {(column.path, column.kind): i for i, column in enumerate(record.columns)}
        nested = {child.path: child for child in record.nested}
        plan.group = self._group(record.structure, (), tag, self.message_type.namespace, positions, nested)

    def _group(
        self,
        structure: Structure,
        below: tuple[str, ...],
        holder: str,
        namespace: str,
        positions: dict[tuple[tuple[str, ...], str], int],
        nested: dict[tuple[str, ...], RecordClass],
    ) -> Group:
        group = Group(positions.get((below, "presence")))
        many = set()
        for element in structure.members:
            here = (*below, element.name)
            tag = f"{{{namespace}}}{element.name}"
            if here in nested:
                self._record(nested[here], tag, holder)
                group.slots[tag] = None
                continue
            if isinstance(element.type, Structure):
                inside, child_namespace = element.type, self.message_type.namespace
            elif element.type in self.basis.structures:
                inside, child_namespace = self.basis.structures[element.type], self.basis.namespace
            else:
                kind = "list" if element.max_occurs is None else "leaf"
                group.slots[tag] = positions[here, kind]
                if kind == "list":
                    many.add(tag)
                continue
            child = self._group(inside, here, tag, child_namespace, positions, nested)
            only_records = all(slot is None for slot in child.slots.values())
            group.slots[tag] = None if only_records else child
        group.many = frozenset(many)
        return group


__all__ = ["Group", "RecordPlan", "SimpleType", "plans", "snake"]
