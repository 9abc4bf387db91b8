"""Takes the records out of a message that the schema has accepted, by the plan of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wijzer.messages.plan import Group, RecordPlan, plans
from wijzer.messages.shapes import ENDING, Fork, Row, Stop, find_stop, first_part
from wijzer.standards import MessageType

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns


class Extractor:
    """What reading a type needs besides its schema; made once a type."""

    def __init__(self, message_type: MessageType) -> None:
        self.plans = plans(message_type)
        self.parts = [first_part(plan.group) for plan in self.plans]
        header = self.plans[0].group.members[0]
        self.header_tag = header.tag
        self.header_part = first_part(header.group or Group())
        self.by_tag: dict[str, tuple[RecordPlan, ...]] = {}
        for plan in self.plans:
            self.by_tag[plan.tag] = (*self.by_tag.get(plan.tag, ()), plan)

    def plan_of(self, element: Any) -> RecordPlan | None:
        """Return the plan of the record that an element is, or None when it only bears such a name."""
        for plan in self.by_tag[element.tag]:
            if plan.holder is None or element.getparent().tag == plan.holder:
                return plan
        return None


class Taker:
    """Takes the records of one message into columns, counting them per class."""

    def __init__(self, extractor: Extractor, columns: MessageColumns) -> None:
        self.extractor = extractor
        self.message = columns.messages
        self.counts = [0] * len(extractor.plans)
        self.rows = [columns.rows[plan.name] for plan in extractor.plans]
        self.meta = [columns.meta[plan.name] for plan in extractor.plans]

    def take_all(self, root: Any) -> None:
        """Take a whole message, records inside records included."""
        self._take(self.extractor.plans[0], root)

    def take_ended(self, plan: RecordPlan, element: Any) -> None:
        """Take one record whose inner records were taken before it, as a stream gives them."""
        row = self._row(self.extractor.parts[plan.number], self._own(plan, element, False))
        self.counts[plan.number] += 1
        above = self.counts[plan.parent] + 1 if plan.parent else int(plan.parent is not None)
        self._keep(plan.number, self.counts[plan.number], above, row, element.sourceline)

    def values(self, element: Any, part: Fork | Stop) -> Row:
        """Return the values of one element that is no record of its own, such as the header."""
        return self._row(part, list(element.iter()))

    def _take(self, plan: RecordPlan, element: Any) -> None:
        """Take one record and those inside it."""
        number, parent = plan.number, plan.parent
        self.counts[number] = regel = self.counts[number] + 1
        above = self.counts[parent] if parent else int(parent is not None)
        row = self._row(self.extractor.parts[number], self._own(plan, element, True))
        self._keep(number, regel, above, row, element.sourceline)

    def _own(self, plan: RecordPlan, element: Any, inner: bool) -> list[Any]:
        """Return a record's own elements; take the records inside it when ``inner`` asks so."""
        if plan.alone:
            return list(element.iter())
        own = [element]
        self._gather(element, plan.group, own, inner)
        return own

    def _gather(self, element: Any, group: Group, own: list[Any], inner: bool) -> None:
        by_tag = group.by_tag
        for child in element:
            member = by_tag[child.tag]
            if member.group is None:
                if member.record is None:
                    own.append(child)
                elif inner:
                    self._take(member.record, child)
            elif member.open:
                own.append(child)
                self._gather(child, member.group, own, inner)
            else:
                own.extend(child.iter())

    def _row(self, step: Any, elements: list[Any]) -> Row:
        """Return the values of one record from its own elements."""
        texts: list[str | None] = [found.text for found in elements]
        count = len(elements)
        while step.__class__ is Fork:
            there = step.at < count and elements[step.at].tag == step.tag
            step = (step.yes if there else step.no) or step.follow(there)
        if step.listed is None:
            texts += ENDING
            row: Row = step.pick(texts)
            return row
        return self._row_with_lists(step, elements, texts)

    def _row_with_lists(self, stop: Stop, elements: list[Any], texts: list[str | None]) -> Row:
        row: Row = ()
        at, count = 0, len(elements)
        while True:
            end = at + stop.used
            row += stop.pick([*texts[at:end], *ENDING])
            at = end
            if stop.listed is None or stop.then is None:
                return row
            values: list[str] = []
            while at < count and elements[at].tag == stop.listed:
                values.append(texts[at] or "")
                at += 1
            row = (*row, " ".join(values) if values else None)
            stop = find_stop(stop.then, elements, at)

    def _keep(self, number: int, regel: int, above: int, row: Row, line: int) -> None:
        self.rows[number].append(row)
        self.meta[number].append((self.message, regel, above, line))
