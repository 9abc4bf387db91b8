"""Reads a message: one pass that parses, checks against the schema and fills columns.

Memory stays flat whatever the size: a record is taken when its element ends, then the element is
emptied. The schema is the only judge of structure; extraction trusts it and works by position. A file
is refused before the schema is asked when it has a DOCTYPE.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, BinaryIO

from lxml import etree

from wijzer.messages.diagnosis import CUT_OFF, diagnose, not_well_formed
from wijzer.messages.findings import MessageRejected
from wijzer.messages.layout import ROOT, record_class
from wijzer.messages.plan import Group, RecordPlan, plans
from wijzer.messages.recognition import recognise
from wijzer.messages.safe_parser import CHUNK, pull_parser
from wijzer.messages.schema import compiled
from wijzer.standards import MessageType

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns, Row


class Reader:
    """Reads messages of one type into columns."""

    def __init__(self, message_type: MessageType) -> None:
        self.message_type = message_type
        self.schema = compiled(message_type)
        self.plans = plans(message_type)
        self.header_width = sum(
            1 for column in record_class(message_type, ROOT).columns if column.path[0] == "Header"
        )
        self.header_tag = f"{{{message_type.namespace}}}Header"
        self.tags = [self.header_tag, *(plan.tag for plan in self.plans.values())]
        self.by_tag: dict[str, tuple[RecordPlan, ...]] = {}
        for plan in self.plans.values():
            self.by_tag[plan.tag] = (*self.by_tag.get(plan.tag, ()), plan)

    def read(self, stream: BinaryIO, columns: MessageColumns) -> None:
        """Read the message in ``stream`` into ``columns``; nothing of it stays when it is rejected.

        ``stream`` must be seekable: a rejected message is read again to tell where it is wrong.

        Raises:
            MessageRejected: another kind of file, a DOCTYPE, or not what the schema accepts.
        """
        start = stream.tell()
        recognition = recognise(stream)
        stream.seek(start)
        if recognition.message_type is not self.message_type:
            raise MessageRejected((recognition.finding(self.message_type),))
        mark = columns.mark()
        try:
            self._read(stream, columns, start)
        except MessageRejected:
            columns.rollback(mark)
            raise
        columns.messages += 1

    def _read(self, stream: BinaryIO, columns: MessageColumns, start: int) -> None:
        parser = pull_parser(("end",), self.tags, self.schema)
        take = _Taker(self, columns)
        offset = 0
        try:
            while chunk := stream.read(CHUNK):
                parser.feed(chunk)
                if len(parser.feed_error_log):
                    raise MessageRejected(diagnose(stream, start, offset, self.message_type, self.schema))
                offset += len(chunk)
                for _, element in parser.read_events():
                    take.element(element)
                if columns.on_full is not None and len(columns) > columns.limit:
                    columns.on_full(columns)
            parser.close()
        except etree.XMLSyntaxError as error:
            if _is_schema_error(error):
                raise MessageRejected(
                    diagnose(stream, start, max(0, offset - CHUNK), self.message_type, self.schema)
                ) from None
            raise MessageRejected((not_well_formed(error),)) from None
        for _, element in parser.read_events():
            take.element(element)
        if take.counts[ROOT] != 1:
            raise MessageRejected((CUT_OFF,))


class _Taker:
    """Takes the records of one message out of the elements that end."""

    def __init__(self, reader: Reader, columns: MessageColumns) -> None:
        self.reader = reader
        self.columns = columns
        self.message = columns.messages
        self.counts = dict.fromkeys(reader.plans, 0)
        self.flushed = columns.flushes

    def element(self, element: Any) -> None:
        """Take one element: a record, the header, or something that only looks like one."""
        tag = element.tag
        if tag == self.reader.header_tag:
            self._header(element)
            return
        candidates = self.reader.by_tag[tag]
        for plan in candidates:
            if plan.holder is None or element.getparent().tag == plan.holder:
                self._record(plan, element)
                return

    def _record(self, plan: RecordPlan, element: Any) -> None:
        row: Row = [None] * plan.width
        fill(element, plan.group, row)
        counts = self.counts
        counts[plan.name] += 1
        parent = plan.parent
        if parent is None:
            above = 0
        elif parent == ROOT:
            above = 1
        else:
            above = counts[parent] + 1
        self.columns.rows[plan.name].append(row)
        self.columns.meta[plan.name].append((self.message, counts[plan.name], above, element.sourceline))
        element.clear(keep_tail=True)

    def _header(self, element: Any) -> None:
        root = self.reader.plans[ROOT]
        row: Row = [None] * root.width
        group = root.group.slots[self.reader.header_tag]
        if isinstance(group, Group):
            fill(element, group, row)
        names = record_class(self.reader.message_type, ROOT).column_names
        self.columns.header = dict(zip(names[: self.reader.header_width], row, strict=False))


def fill(element: Any, group: Group, row: Row) -> None:
    """Put the texts below ``element`` into ``row``, as ``group`` tells."""
    if group.presence is not None:
        row[group.presence] = "1"
    slots = group.slots
    for child in element:
        slot = slots[child.tag]
        if slot.__class__ is int:
            if child.tag in group.many and row[slot] is not None:
                row[slot] = f"{row[slot]} {child.text}"
            else:
                row[slot] = child.text
        elif slot is not None:
            fill(child, slot, row)


def _is_schema_error(error: etree.XMLSyntaxError) -> bool:
    return any(entry.domain_name == "SCHEMASV" for entry in error.error_log)
