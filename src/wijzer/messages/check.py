"""Checks one file as intake would: recognise, read against the schema, then the rules."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import BinaryIO

from wijzer.messages.columns import MessageColumns
from wijzer.messages.findings import Finding, MessageRejected
from wijzer.messages.reader import Reader
from wijzer.messages.recognition import recognise
from wijzer.messages.rules import evaluate
from wijzer.standards import MessageType


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Whether the official schema would accept the file, and all findings.

    ``accepted`` can go with findings: rules do not stop a message. ``message_type`` is None for a file
    that is no message.
    """

    accepted: bool
    findings: tuple[Finding, ...]
    message_type: MessageType | None = None


def check(source: BinaryIO | Path | bytes) -> CheckResult:
    """Check one file.

    Raises:
        OSError: the file cannot be opened or read.
    """
    if isinstance(source, bytes):
        return _check(io.BytesIO(source))
    if isinstance(source, Path):
        with source.open("rb") as stream:
            return _check(stream)
    return _check(source)


def _check(stream: BinaryIO) -> CheckResult:
    start = stream.tell()
    recognition = recognise(stream)
    stream.seek(start)
    message_type = recognition.message_type
    if message_type is None:
        return CheckResult(False, (recognition.finding(),))
    findings: list[Finding] = []

    def look(held: MessageColumns) -> None:
        findings.extend(evaluate(held))
        held.clear()

    columns = MessageColumns(message_type, look)
    try:
        _reader(message_type).read(stream, columns)
    except MessageRejected as rejected:
        return CheckResult(False, rejected.findings, message_type)
    look(columns)
    return CheckResult(True, joined(findings), message_type)


def joined(findings: list[Finding]) -> tuple[Finding, ...]:
    """Join equal findings about parts of one message: the first, with the sum of their counts."""
    first: dict[tuple[str, str | None, int | None], Finding] = {}
    for finding in findings:
        key = (finding.code, finding.path, finding.bericht_nummer)
        known = first.get(key)
        first[key] = finding if known is None else replace(known, count=known.count + finding.count)
    return tuple(first.values())


@cache
def _reader(message_type: MessageType) -> Reader:
    return Reader(message_type)
