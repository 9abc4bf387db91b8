"""Takes the records out of a message that the schema has accepted, by the plan of its type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wijzer.messages.plan import Group, RecordPlan, plans
from wijzer.messages.shapes import ENDING, Fork, Row, first_part
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
    """Takes the records of one message into listed rows, counting them per class.

    ``message`` is its number, that of the message being read when it is None.
    """

    def __init__(self, extractor: Extractor, columns: MessageColumns, message: int | None = None) -> None:
        self.extractor = extractor
        self.message = columns.messages if message is None else message
        self.counts = [0] * len(extractor.plans)
        self.rows = [columns.listed.rows[plan.name] for plan in extractor.plans]
        self.meta = [columns.listed.meta[plan.name] for plan in extractor.plans]

    def take_all(self, root: Any, small: bool) -> None:
        """Take a whole message, records inside records included.

        A small message is listed at once. In a large one only the root's own elements are, and each
        record below it by itself: very many elements held at a time make each of them slow.
        """
        plan = self.extractor.plans[0]
        if small:
            self._take(plan, root)
            return
        own = [root]
        self._gather(root, plan.group, own, True)
        self._read(plan, 0, own, [found.text for found in own])

    def take_ended(self, plan: RecordPlan, element: Any) -> None:
        """Take one record whose inner records were taken before it, as a stream gives them."""
        own = [element]
        if plan.alone:
            own = list(element.iter())
        else:
            self._gather(element, plan.group, own, False)
        self._read(plan, 0, own, [found.text for found in own], int(bool(plan.parent)))

    def values(self, element: Any) -> Row:
        """Return the values of the header."""
        elements = list(element.iter())
        texts = [found.text for found in elements]
        step: Any = self.extractor.header_part
        while step.__class__ is Fork:
            there = step.at < len(elements) and elements[step.at].tag == step.tag
            step = (step.yes if there else step.no) or step.follow(there)
        row: Row = step.pick([*texts, *ENDING])
        return row if step.listed is None else (*row, _joined(elements, texts, step.used, step.listed)[1])

    def _take(self, plan: RecordPlan, element: Any) -> None:
        """Take one record and those inside it."""
        elements = list(element.iter())
        self._read(plan, 0, elements, [found.text for found in elements])

    def _gather(self, element: Any, group: Group, own: list[Any], inner: bool) -> None:
        """List a record's own elements; take the records inside it when ``inner`` asks so."""
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

    def _read(
        self, plan: RecordPlan, at: int, elements: list[Any], texts: list[str | None], later: int = 0
    ) -> int:
        """Read the record at place ``at`` and those inside it; return the place behind it.

        ``later`` is 1 when the record around it has not been counted yet.
        """
        number, parent, counts = plan.number, plan.parent, self.counts
        counts[number] = regel = counts[number] + 1
        above = counts[parent] + later if parent else int(parent is not None)
        line = elements[at].sourceline
        count = len(elements)
        row: Row = ()
        step: Any = self.extractor.parts[number]
        while step is not None:
            while step.__class__ is Fork:
                place = at + step.at
                there = place < count and elements[place].tag == step.tag
                step = (step.yes if there else step.no) or step.follow(there)
            end = at + step.used
            part = texts[at:end]
            part += ENDING
            row += step.pick(part)
            at = end
            if step.records is not None:
                tag = step.records.tag
                while at < count and elements[at].tag == tag:
                    at = self._read(step.records, at, elements, texts)
            elif step.listed is not None:
                at, joined = _joined(elements, texts, at, step.listed)
                row = (*row, joined)
            step = step.then
        self.rows[number].append(row)
        self.meta[number].append((self.message, regel, above, line))
        return at


def _joined(elements: list[Any], texts: list[str | None], at: int, tag: str) -> tuple[int, str | None]:
    """Join the repeating values from place ``at`` on; return the place behind them and the text."""
    values: list[str] = []
    while at < len(elements) and elements[at].tag == tag:
        values.append(texts[at] or "")
        at += 1
    return at, " ".join(values) if values else None
