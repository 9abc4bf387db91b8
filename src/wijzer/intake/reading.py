"""Reading the files of one batch: messages gather in columns per type, tables go to record files.

Each file is all or nothing. Small messages of one type share columns over the files of the batch; a
large message has its own and hands on its rows while it is read, to be dropped when it is rejected.
"""

from __future__ import annotations

import gc
import io
from collections.abc import Mapping
from typing import BinaryIO

from wijzer.intake.csv_file import encoding_of, open_csv
from wijzer.intake.delivered_table import DeliveredTable, choose_sheet
from wijzer.intake.deliveries import delivery_names
from wijzer.intake.manifest import FileEntry, Remark
from wijzer.intake.message_batch import MessageBatch, header_names, read_message
from wijzer.intake.phases import announce
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.record_files import RecordFiles
from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Sheet
from wijzer.intake.sniff import HEAD, Looks, looks_like
from wijzer.intake.xlsx_file import LARGEST_FILE, open_xlsx
from wijzer.messages import MessageColumns, Recognition, recognise
from wijzer.messages.recognition import recognise_start
from wijzer.standards import MessageType

MARK = 32
"""How many hexadecimal characters of the content hash mark a message or a delivered table."""
LARGE_ROWS = 30_000
WRITE_BYTES = 4 << 20
"""From so many bytes of messages of one type their rows are written, so that few are held at a time."""
GATHERED = "0"
"""The part of record files that holds the small messages of the batch together."""


class Reading:
    """Reads the files of one batch into ``records``."""

    def __init__(self, gemeenten: Mapping[str, str], records: RecordFiles, persons: Pseudonymiser) -> None:
        self._gemeenten = gemeenten
        self._persons = persons
        self._records = records
        self._batches: dict[MessageType, MessageBatch] = {}
        self._tables = 0

    def read(self, entry: FileEntry, stream: BinaryIO, file_name: str) -> None:
        """Read one large file and complete its entry.

        Raises Refused, and leaves nothing of it, when it cannot.
        """
        head = stream.read(HEAD)
        stream.seek(0)
        looks = looks_like(head, file_name)
        if looks == "xml":
            message_type = self._recognised(entry, recognise(stream))
            stream.seek(0)
            self._large_message(entry, stream, message_type)
        else:
            self._delivered(entry, stream, file_name, looks, head)

    def read_content(self, entry: FileEntry, content: bytes, file_name: str) -> None:
        """Read one file that is in memory; otherwise as ``read``."""
        head = content[:HEAD]
        looks = looks_like(head, file_name)
        if looks == "xml":
            recognition = recognise_start(content, io.BytesIO())
            self._message(entry, content, self._recognised(entry, recognition))
        else:
            self._delivered(entry, io.BytesIO(content), file_name, looks, head)

    def _delivered(
        self, entry: FileEntry, stream: BinaryIO, file_name: str, looks: Looks, head: bytes
    ) -> None:
        if looks == "xlsx":
            self._table(entry, _workbook_sheet(entry, stream), file_name)
        else:
            self._text(entry, stream, head, file_name)

    def write(self) -> None:
        """Write what is gathered to the record files."""
        for batch in self._batches.values():
            announce("facts", "write")
            batch.write(GATHERED)

    def _recognised(self, entry: FileEntry, recognition: Recognition) -> MessageType:
        message_type = recognition.message_type
        if message_type is None:
            raise Refused("bericht_niet_herkend", recognition.problem or "", _expected(recognition.expected))
        entry.kind, entry.what = "bericht", message_type.name
        return message_type

    def _message(self, entry: FileEntry, content: bytes, message_type: MessageType) -> None:
        batch = self._batches.get(message_type)
        if batch is None:
            batch = self._batches[message_type] = MessageBatch(message_type, self._records, self._persons)
        mark = batch.columns.mark()
        read_message(content, batch.columns)
        try:
            self._place(entry, batch.columns)
        except Refused:
            batch.columns.rollback(mark)
            raise
        batch.add(entry, _mark(entry))
        if batch.bytes >= WRITE_BYTES:
            batch.write(GATHERED)

    def _large_message(self, entry: FileEntry, stream: BinaryIO, message_type: MessageType) -> None:
        self._tables += 1
        part = f"{self._tables}"
        batch = MessageBatch(message_type, self._records, self._persons)

        def hand_on(columns: MessageColumns) -> None:
            if not batch.entries:
                self._place(entry, columns)
                batch.add(entry, _mark(entry))
            batch.write(part)
            gc.collect(1)

        batch.columns.on_full, batch.columns.limit = hand_on, LARGE_ROWS
        try:
            read_message(stream, batch.columns)
            hand_on(batch.columns)
        except Refused:
            self._records.drop(part)
            raise

    def _place(self, entry: FileEntry, columns: MessageColumns) -> None:
        """Note gemeente and date of the message that was just read, from its header."""
        gemeente, day = map(columns.header_value, header_names(columns.message_type))
        if gemeente is None or gemeente not in self._gemeenten:
            known = ", ".join(f"{code} ({name})" for code, name in self._gemeenten.items())
            raise Refused(
                "andere_gemeente",
                f"Dit bericht hoort bij gemeente {gemeente}; deze werkmap is van {known}.",
            )
        entry.gemeenten = (gemeente,)
        entry.day = day

    def _text(self, entry: FileEntry, stream: BinaryIO, head: bytes, file_name: str) -> None:
        encoding = encoding_of(stream)
        stream.seek(0)
        try:
            self._table(entry, open_csv(stream, encoding), file_name)
        except Refused as refused:
            other = recognise(io.BytesIO(head))
            if refused.refusal.code == "tabel_niet_herkend" and other.code == "ei_bestand":
                raise Refused(
                    "bericht_niet_herkend", other.problem or "", _expected(other.expected)
                ) from None
            raise

    def _table(self, entry: FileEntry, sheet: Sheet, file_name: str) -> None:
        self._tables += 1
        part = f"{self._tables}"
        table = DeliveredTable(sheet, file_name, _mark(entry), self._gemeenten, self._persons)
        entry.kind, entry.what = "tabel", table.delivery.name
        try:
            for piece in table.pieces():
                self._records.add(table.delivery.record, part, piece)
        except Refused:
            self._records.drop(part)
            raise
        entry.rows = table.rows
        entry.gemeenten = tuple(sorted(table.gemeenten))
        entry.day = table.newest.isoformat() if table.newest else None
        entry.remarks = tuple(
            Remark("kolom_onbekend", "signaal", f"kolom {place + 1}", 1, 1) for place in table.heading.unknown
        )


def _workbook_sheet(entry: FileEntry, stream: BinaryIO) -> Sheet:
    if entry.size > LARGEST_FILE:
        raise Refused("te_groot", "Dit Excelbestand is groter dan 64 MB.")
    return choose_sheet(open_xlsx(io.BytesIO(stream.read())), delivery_names())


def _mark(entry: FileEntry) -> str:
    return (entry.digest or b"").hex()[:MARK]


def _expected(expected: str | None) -> list[str]:
    return [f"verwacht: {expected}"] if expected else []
