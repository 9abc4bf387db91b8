"""Messages of one type, read and not yet written: many small ones together, or a large one in parts."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import BinaryIO

import numpy as np

from wijzer.intake.manifest import FileEntry, Remark
from wijzer.intake.pseudonyms import Pseudonymiser
from wijzer.intake.record_files import RecordFiles
from wijzer.intake.record_plan import plan
from wijzer.intake.record_tables import Origins, Rows, record_table
from wijzer.intake.refusals import Refused
from wijzer.messages import MessageColumns, MessageRejected, Reader, evaluate, record_class
from wijzer.messages.columns import MESSAGE
from wijzer.messages.layout import ROOT
from wijzer.standards import MessageType

_readers: dict[MessageType, Reader] = {}


class MessageBatch:
    """The messages of one type that are read and not yet written."""

    def __init__(self, message_type: MessageType, records: RecordFiles, persons: Pseudonymiser) -> None:
        self.message_type = message_type
        self.columns = MessageColumns(message_type)
        self.entries: list[FileEntry] = []
        self.bytes = 0
        self._marks: list[str] = []
        self._records = records
        self._persons = persons

    def add(self, entry: FileEntry, mark: str) -> None:
        """Note that the next message of the columns is that of ``entry``."""
        self.entries.append(entry)
        self._marks.append(mark)
        self.bytes += entry.size

    def write(self, part: str) -> None:
        """Hand the rows on to the record files and forget them; findings of rules go to the entries."""
        self._remark()
        origins = Origins(self._marks, [entry.gemeenten[0] for entry in self.entries], self.message_type.wet)
        counts = np.zeros(len(self.entries), np.int64)
        for record in self.columns.records:
            if not self.columns.count(record.name):
                continue
            chosen = plan(self.message_type, record)
            counts += np.bincount(self.columns.array(record.name, MESSAGE), minlength=len(counts))
            rows = Rows(self.columns, record.name)
            self._records.add(chosen.record, part, record_table(chosen, rows, origins, self._persons))
        for entry, count in zip(self.entries, counts.tolist(), strict=True):
            entry.rows += count
        self.columns.clear()
        self.bytes = 0

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


def read_message(stream: BinaryIO | bytes, columns: MessageColumns) -> None:
    """Read one message into columns. Raises Refused, and leaves nothing of it, when it is rejected.

    One given as bytes was recognised as one of the type.
    """
    message_type = columns.message_type
    reader = _readers.get(message_type)
    if reader is None:
        reader = _readers[message_type] = Reader(message_type)
    try:
        if isinstance(stream, bytes):
            reader.read_recognised(stream, columns)
        else:
            reader.read(stream, columns)
    except MessageRejected as rejected:
        first = rejected.findings[0].message if rejected.findings else ""
        raise Refused(
            "bericht_afgekeurd",
            f"Dit is een {message_type.name}, maar het klopt niet. {first}",
            [finding.sentence() for finding in rejected.findings],
        ) from None


@cache
def header_names(message_type: MessageType) -> tuple[str, str]:
    """Return the header columns with the gemeente and the date.

    The gemeente goes by type, not by direction: a return message repeats the header that it answers.
    """
    root = record_class(message_type, ROOT)
    town = next(column.name for column in root.columns if column.type.name == "LDT_Gemeente")
    return town, "header_bericht_identificatie_dagtekening"
