"""Reads a message: one pass that parses and checks against the schema, then takes the records.

A file of ordinary size in the plain form that nearly all messages have is checked by libxml2 without
building a tree, and its records are taken from its bytes. Any other is parsed to a tree as a whole, and a
larger one is fed in pieces whose records are dropped as soon as they are taken, so that memory stays flat
whatever the size. All ways are the same libxml2 check during the parse, and give the same rows (but beyond
line 65,535, where libxml2 may be one line off). The schema is the only judge of structure, but for one
declared exception: a file with a DOCTYPE is refused before the schema is asked.
"""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING, Any, BinaryIO

from lxml import etree

from wijzer.messages.diagnosis import CUT_OFF, diagnose, not_well_formed
from wijzer.messages.extraction import Extractor, Taker
from wijzer.messages.findings import MessageRejected
from wijzer.messages.layout import ROOT, record_class
from wijzer.messages.plain_form import plain_start
from wijzer.messages.recognition import HEAD, recognise_start
from wijzer.messages.safe_parser import CHUNK, judging_parser, pull_parser, whole_parser
from wijzer.messages.schema import compiled
from wijzer.standards import MessageType

if TYPE_CHECKING:
    from wijzer.messages.columns import MessageColumns

WHOLE = 8_000_000
"""Files up to this many bytes are parsed as a whole; the tree takes some seven times as much memory."""

SMALL = 100_000
"""Messages up to this many bytes are taken in one go."""


class Reader:
    """Reads messages of one type into columns. Make one per type and keep it.

    ``whole`` is the size in bytes from which files are read in pieces; ``plain`` False reads all others as
    a tree.
    """

    def __init__(
        self, message_type: MessageType, whole: int = WHOLE, small: int = SMALL, *, plain: bool = True
    ) -> None:
        self.message_type = message_type
        self.whole = whole
        self.small = small
        self.plain = plain
        self.schema = compiled(message_type)
        self.extractor = Extractor(message_type)
        self.parser = whole_parser(self.schema)
        self.judge = judging_parser(self.schema)
        names = record_class(message_type, ROOT).columns
        self.header_names = tuple(column.name for column in names if column.path[0] == "Header")

    def read(self, stream: BinaryIO, columns: MessageColumns) -> None:
        """Read the message in ``stream`` into ``columns``; nothing of it stays when it is rejected.

        ``stream`` must be seekable: a rejected message is read again to tell where it is wrong.

        Raises:
            MessageRejected: another kind of file, a DOCTYPE, or not what the schema accepts.
        """
        start = stream.tell()
        data = stream.read(max(self.whole, HEAD) + 1)
        recognition = recognise_start(data, stream)
        if recognition.message_type is not self.message_type:
            raise MessageRejected((recognition.finding(self.message_type),))
        if len(data) <= self.whole:
            self.read_recognised(data, columns)
            return
        stream.seek(start + len(data))
        mark = columns.mark()
        columns.begin()
        try:
            self._read_pieces(data, stream, columns, start)
        except MessageRejected:
            columns.rollback(mark)
            raise
        columns.finish()

    def read_recognised(self, data: bytes, columns: MessageColumns) -> None:
        """Read a whole message that was recognised as one of this type; otherwise as ``read``."""
        mark = columns.mark()
        columns.begin()
        if not (self.plain and self._read_plain(data, columns)):
            try:
                self._read_whole(data, columns)
            except MessageRejected:
                columns.rollback(mark)
                raise
        columns.finish()

    def _read_plain(self, data: bytes, columns: MessageColumns) -> bool:
        """Read a message from its bytes; False, and nothing is done, when it is not plain or not accepted."""
        start = plain_start(self.message_type, data)
        header = None if start is None else start.form.find_header(data, start.length)
        if start is None or header is None:
            return False
        try:
            etree.fromstring(data, self.judge)
        except etree.XMLSyntaxError:
            return False
        if len(self.judge.error_log):
            return False
        columns.add_plain(start, header, data, self._retake)
        return True

    def _retake(self, data: bytes, columns: MessageColumns, number: int) -> None:
        """Read an accepted message again, as a tree, now that its bytes are found not to be plain."""
        root = etree.fromstring(data, self.parser)
        Taker(self.extractor, columns, number).take_all(root, len(data) <= self.small)

    def _read_whole(self, data: bytes, columns: MessageColumns) -> None:
        try:
            root = etree.fromstring(data, self.parser)
        except etree.XMLSyntaxError as error:
            raise self._rejected(error, io.BytesIO(data), 0, 0) from None
        Taker(self.extractor, columns).take_all(root, len(data) <= self.small)
        row = columns.listed.rows[ROOT][-1]
        columns.header = dict(zip(self.header_names, row, strict=False))

    def _read_pieces(self, data: bytes, stream: BinaryIO, columns: MessageColumns, start: int) -> None:
        parser = pull_parser(("end",), [self.extractor.header_tag, *self.extractor.by_tag], self.schema)
        take = _PieceTaker(self, columns)
        offset = 0
        first = (data[at : at + CHUNK] for at in range(0, len(data), CHUNK))
        try:
            for chunk in chain(first, iter(lambda: stream.read(CHUNK), b"")):
                parser.feed(chunk)
                if len(parser.feed_error_log):
                    raise MessageRejected(diagnose(stream, start, offset, self.message_type, self.schema))
                offset += len(chunk)
                take.elements(parser)
                if columns.on_full is not None and len(columns) > columns.limit:
                    columns.on_full(columns)
            parser.close()
        except etree.XMLSyntaxError as error:
            raise self._rejected(error, stream, start, max(0, offset - CHUNK)) from None
        take.elements(parser)
        if take.taker.counts[0] != 1:
            raise MessageRejected((CUT_OFF,))

    def _rejected(
        self, error: etree.XMLSyntaxError, stream: BinaryIO, start: int, offset: int
    ) -> MessageRejected:
        if any(entry.domain_name == "SCHEMASV" for entry in error.error_log):
            return MessageRejected(diagnose(stream, start, offset, self.message_type, self.schema))
        return MessageRejected((not_well_formed(error),))


class _PieceTaker:
    """Takes the elements that ended in one piece of a large file, then drops what was taken."""

    def __init__(self, reader: Reader, columns: MessageColumns) -> None:
        self.extractor = reader.extractor
        self.header_names = reader.header_names
        self.columns = columns
        self.taker = Taker(reader.extractor, columns)

    def elements(self, parser: Any) -> None:
        """Take all elements that the parser has seen end since the last call."""
        last: dict[int, Any] = {}
        for _, element in parser.read_events():
            if element.tag == self.extractor.header_tag:
                row = self.taker.values(element)
                self.columns.header = dict(zip(self.header_names, row, strict=True))
                continue
            plan = self.extractor.plan_of(element)
            if plan is not None:
                self.taker.take_ended(plan, element)
                last[plan.number] = element
        for number in sorted(last):
            holder = last[number].getparent()
            if number and holder is not None:
                del holder[:-1]
