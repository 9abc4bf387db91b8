"""Reading the files of one batch: messages gather in columns per type, tables go to record files.

Each file is all or nothing. Small messages of one type share columns over the files of the batch; a
large message has its own and hands on its rows while it is read, to be dropped when it is rejected.
"""

from __future__ import annotations

import gc
import io
from collections import Counter
from collections.abc import Mapping
from functools import cache
from typing import BinaryIO

import numpy as np

from wijzer.intake.csv_file import encoding_of, open_csv
from wijzer.intake.delivered_table import DeliveredTable, choose_sheet
from wijzer.intake.deliveries import delivery_names
from wijzer.intake.manifest import FileEntry, Remark
from wijzer.intake.phases import announce
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.record_files import RecordFiles
from wijzer.intake.record_plan import plan
from wijzer.intake.record_tables import Origins, Rows, record_table
from wijzer.intake.refusals import Refused
from wijzer.intake.sheets import Sheet
from wijzer.intake.sniff import HEAD, looks_like
from wijzer.intake.xlsx_file import LARGEST_FILE, open_xlsx
from wijzer.messages import MessageColumns, MessageRejected, Reader, evaluate, recognise, record_class
from wijzer.messages.layout import ROOT
from wijzer.standards import MessageType

MARK = 32
"""How many hexadecimal characters of the content hash mark a message or a delivered table."""
LARGE_ROWS = 30_000
GATHERED = "0"
"""The part of record files that holds the small messages of the batch together."""
_readers: dict[str, Reader] = {}


class Batch:
    """The messages of one type that are read and not yet written."""

    def __init__(self, message_type: MessageType, records: RecordFiles, persons: Pseudonymiser) -> None:
        self.message_type = message_type
        self.columns = MessageColumns(message_type)
        self.entries: list[FileEntry] = []
        self._marks: list[str] = []
        self._records = records
        self._persons = persons

    def add(self, entry: FileEntry, mark: str) -> None:
        """Note that the next message of the columns is that of ``entry``."""
        self.entries.append(entry)
        self._marks.append(mark)

    def write(self, part: str) -> None:
        """Hand the rows on to the record files and forget them; findings of rules go to the entries."""
        self._remark()
        origins = Origins(self._marks, [entry.gemeenten[0] for entry in self.entries], self.message_type.wet)
        counts = np.zeros(len(self.entries), np.int64)
        for record in self.columns.records:
            rows = self.columns.rows[record.name]
            if not rows:
                continue
            values = dict(zip(record.column_names, zip(*rows, strict=True), strict=True))
            message, number, parent, line = zip(*self.columns.meta[record.name], strict=True)
            counts += np.bincount(message, minlength=len(counts))
            chosen = plan(self.message_type, record)
            table = record_table(chosen, Rows(message, number, parent, line, values), origins, self._persons)
            self._records.add(chosen.record, part, table)
        for entry, count in zip(self.entries, counts.tolist(), strict=True):
            entry.rows += count
        self.columns.clear()

    def _remark(self) -> None:
        counts: dict[int, Counter[tuple[str, str, str]]] = {}
        lines: dict[tuple[int, tuple[str, str, str]], int] = {}
        for finding in evaluate(self.columns):
            message = finding.bericht_nummer or 0
            what = (" ".join(finding.rule_ids) or finding.code, finding.severity, finding.path or "")
            counts.setdefault(message, Counter())[what] += finding.count
            lines.setdefault((message, what), finding.line or 0)
        for message, found in counts.items():
            entry = self.entries[message]
            remarks = [
                Remark(code, severity, path, lines[message, (code, severity, path)], count)
                for (code, severity, path), count in found.items()
            ]
            entry.remarks = (*entry.remarks, *remarks)


class Reading:
    """Reads the files of one batch into ``records``."""

    def __init__(self, gemeenten: Mapping[str, str], records: RecordFiles, persons: Pseudonymiser) -> None:
        self._gemeenten = gemeenten
        self._persons = persons
        self._records = records
        self._batches: dict[str, Batch] = {}
        self._tables = 0

    def read(self, entry: FileEntry, stream: BinaryIO, file_name: str, *, large: bool) -> None:
        """Read one file and complete its entry. Raises Refused, and leaves nothing of it, when it cannot."""
        head = stream.read(HEAD)
        stream.seek(0)
        looks = looks_like(head, file_name)
        if looks == "xml":
            self._message(entry, stream, large=large)
        elif looks == "xlsx":
            self._table(entry, _workbook_sheet(entry, stream), file_name)
        else:
            self._text(entry, stream, head, file_name)

    def write(self) -> None:
        """Write what is gathered to the record files."""
        for batch in self._batches.values():
            announce("facts", "write")
            batch.write(GATHERED)

    def _message(self, entry: FileEntry, stream: BinaryIO, *, large: bool) -> None:
        recognition = recognise(stream)
        stream.seek(0)
        message_type = recognition.message_type
        if message_type is None:
            raise Refused("bericht_niet_herkend", recognition.problem or "", _expected(recognition.expected))
        entry.kind, entry.what = "bericht", message_type.name
        if large:
            self._large_message(entry, stream, message_type)
            return
        batch = self._batches.get(message_type.name)
        if batch is None:
            batch = self._batches[message_type.name] = Batch(message_type, self._records, self._persons)
        mark = batch.columns.mark()
        _read_message(stream, batch.columns)
        try:
            self._place(entry, batch.columns)
        except Refused:
            batch.columns.rollback(mark)
            raise
        batch.add(entry, _mark(entry))

    def _large_message(self, entry: FileEntry, stream: BinaryIO, message_type: MessageType) -> None:
        self._tables += 1
        part = f"{self._tables}"
        batch = Batch(message_type, self._records, self._persons)

        def hand_on(columns: MessageColumns) -> None:
            if not batch.entries:
                self._place(entry, columns)
                batch.add(entry, _mark(entry))
            batch.write(part)
            gc.collect(1)

        batch.columns.on_full, batch.columns.limit = hand_on, LARGE_ROWS
        try:
            _read_message(stream, batch.columns)
            hand_on(batch.columns)
        except Refused:
            self._records.drop(part)
            raise

    def _place(self, entry: FileEntry, columns: MessageColumns) -> None:
        """Note gemeente and date of the message that was just read, from its header."""
        gemeente, day = (_in_header(columns, name) for name in _header_names(columns.message_type))
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


@cache
def _header_names(message_type: MessageType) -> tuple[str, str]:
    """Return the header columns with the gemeente and the date.

    The gemeente goes by type, not by direction: a return message repeats the header that it answers.
    """
    root = record_class(message_type, ROOT)
    town = next(column.name for column in root.columns if column.type.name == "LDT_Gemeente")
    return town, "header_bericht_identificatie_dagtekening"


def _in_header(columns: MessageColumns, name: str) -> str | None:
    """Return a value of the header of the newest message: of a large one before its root has ended."""
    rows = columns.rows[ROOT]
    return rows[-1][record_class(columns.message_type, ROOT).index[name]] if rows else columns.header[name]


def _read_message(stream: BinaryIO, columns: MessageColumns) -> None:
    message_type = columns.message_type
    reader = _readers.get(message_type.name)
    if reader is None:
        reader = _readers[message_type.name] = Reader(message_type)
    try:
        reader.read(stream, columns)
    except MessageRejected as rejected:
        first = rejected.findings[0].message if rejected.findings else ""
        raise Refused(
            "bericht_afgekeurd",
            f"Dit is een {message_type.name}, maar het klopt niet. {first}",
            [finding.sentence() for finding in rejected.findings],
        ) from None


def _workbook_sheet(entry: FileEntry, stream: BinaryIO) -> Sheet:
    if entry.size > LARGEST_FILE:
        raise Refused("te_groot", "Dit Excelbestand is groter dan 64 MB.")
    return choose_sheet(open_xlsx(io.BytesIO(stream.read())), delivery_names())


def _mark(entry: FileEntry) -> str:
    return (entry.digest or b"").hex()[:MARK]


def _expected(expected: str | None) -> list[str]:
    return [f"verwacht: {expected}"] if expected else []
