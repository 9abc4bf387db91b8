"""Where each value of a message goes: the record classes of a message type and their columns.

The root and every berichtklasse that may repeat become a record class; all that occurs once is laid
flat into the record around it, under its path in snake case. Wrappers that only hold a repeating class
leave no trace. A repeating leaf (RetourCode) becomes one column, its values joined by a space and named
after its wrapper.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from wijzer.standards import Element, MessageType, SimpleType, Structure

Kind = Literal["leaf", "list", "presence"]
ROOT = "bericht"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a record class.

    ``path`` are the element names below the record's own element. ``kind`` is "leaf" for one value,
    "list" for values joined by a space, and "presence" ("1" or None) for a group that may be there
    without holding anything. ``personal`` values must not leave intake as they are.
    ``rules`` are the ids that the declaration names for the element, its type and the groups around it.
    """

    name: str
    path: tuple[str, ...]
    kind: Kind
    type: SimpleType
    element: Element
    personal: bool
    required: bool
    rules: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class RecordClass:
    """A record class: its name, the element it stands for, and where that stands in the message.

    ``path`` are the element names below the parent record's own element, down to this one; empty for
    the root. ``parent`` is the name of the record class around it, None for the root.
    """

    name: str
    path: tuple[str, ...]
    parent: str | None
    structure: Structure
    columns: tuple[Column, ...]
    nested: tuple[RecordClass, ...]
    rules: tuple[str, ...] = ()

    @cached_property
    def column_names(self) -> tuple[str, ...]:
        """The names of the columns, in the order of the message."""
        return tuple(column.name for column in self.columns)

    @cached_property
    def index(self) -> dict[str, int]:
        """The position of each column by its name."""
        return {name: position for position, name in enumerate(self.column_names)}


PRESENT = SimpleType("presence", "string", "1")


def snake(name: str) -> str:
    """Return an element name in snake case: ``ToegewezenProduct`` becomes ``toegewezen_product``."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@cache
def layout(message_type: MessageType) -> RecordClass:
    """Return the root record class of a message type, with the others nested in it."""
    return _Layout(message_type).record(ROOT, message_type.root, (), None, _Around())


@cache
def record_classes(message_type: MessageType) -> tuple[RecordClass, ...]:
    """Return all record classes of a message type, the root first, parents before children."""
    found: list[RecordClass] = []
    pending = [layout(message_type)]
    while pending:
        record = pending.pop(0)
        found.append(record)
        pending.extend(record.nested)
    return tuple(found)


@cache
def record_class(message_type: MessageType, name: str) -> RecordClass:
    """Return one record class by its name.

    Raises:
        KeyError: the message type has no such class.
    """
    for record in record_classes(message_type):
        if record.name == name:
            return record
    raise KeyError(f"{message_type.name} has no record class {name}")


def absolute_path(message_type: MessageType, record: str, column: str | None) -> str:
    """Return the place of a column, or of the record itself, as element names from ``Bericht`` on."""
    found = record_class(message_type, record)
    below = found.columns[found.index[column]].path if column is not None else ()
    above: tuple[str, ...] = ()
    while found.parent is not None:
        above = (*found.path, *above)
        found = record_class(message_type, found.parent)
    return "/".join(("Bericht", *above, *below))


@dataclass(frozen=True, slots=True)
class _Around:
    """What the groups around an element say about it, within one record."""

    path: tuple[str, ...] = ()
    personal: bool = False
    required: bool = True
    rules: tuple[str, ...] = ()

    def within(self, element: Element) -> _Around:
        """Return what holds for ``element`` and what is in it."""
        return _Around(
            (*self.path, element.name),
            self.personal or element.personal,
            self.required and element.min_occurs > 0,
            (*self.rules, *element.rules),
        )


class _Layout:
    """Walks a declaration once and lays out its records."""

    def __init__(self, message_type: MessageType) -> None:
        self.basis = message_type.basis

    def record(
        self, name: str, structure: Structure, path: tuple[str, ...], parent: str | None, around: _Around
    ) -> RecordClass:
        """Lay out one record class; ``around`` is what its own element says."""
        columns: list[Column] = []
        nested: list[RecordClass] = []
        self._members(structure, _Around(personal=around.personal), name, columns, nested)
        return RecordClass(name, path, parent, structure, tuple(columns), tuple(nested), around.rules)

    def _members(
        self,
        structure: Structure,
        around: _Around,
        record: str,
        columns: list[Column],
        nested: list[RecordClass],
    ) -> None:
        for element in structure.members:
            here = around.within(element)
            found = self.resolve(element)
            if isinstance(found, SimpleType):
                columns.append(_value(element, found, around, here))
            elif element.max_occurs is None:
                nested.append(self.record(snake(element.name), found, here.path, record, here))
            else:
                if _may_be_empty(found):
                    name = f"{_name(here.path)}_aanwezig"
                    columns.append(Column(name, here.path, "presence", PRESENT, element, False, False, ()))
                self._members(found, here, record, columns, nested)

    def resolve(self, element: Element) -> SimpleType | Structure:
        """Return the type of an element."""
        if isinstance(element.type, Structure):
            return element.type
        simple = self.basis.simple_types.get(element.type)
        return simple if simple is not None else self.basis.structures[element.type]


def _value(element: Element, simple: SimpleType, around: _Around, here: _Around) -> Column:
    many = element.max_occurs is None
    return Column(
        name=_name(around.path if many else here.path),
        path=here.path,
        kind="list" if many else "leaf",
        type=simple,
        element=element,
        personal=here.personal or simple.personal,
        required=here.required,
        rules=tuple(dict.fromkeys((*here.rules, *simple.rules))),
    )


def _may_be_empty(structure: Structure) -> bool:
    return all(element.min_occurs == 0 for element in structure.members)


def _name(path: tuple[str, ...]) -> str:
    return "_".join(snake(part) for part in path)
