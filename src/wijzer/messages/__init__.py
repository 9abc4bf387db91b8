"""Messages: from declaration to compiled schema, reader, writer and findings.

The same path serves ``wijzer check`` and intake: ``recognise`` says what a file is, ``Reader`` parses,
checks and fills ``MessageColumns`` in one pass, ``evaluate`` looks for what the schema cannot say.
"""

from wijzer.messages.check import CheckResult, check
from wijzer.messages.columns import Mark, MessageColumns
from wijzer.messages.findings import Finding, MessageRejected
from wijzer.messages.layout import Column, RecordClass, record_class, record_classes
from wijzer.messages.reader import Reader
from wijzer.messages.recognition import Recognition, recognise
from wijzer.messages.rules import evaluate
from wijzer.messages.writer import compose, compose_type, write

__all__ = [
    "CheckResult",
    "Column",
    "Finding",
    "Mark",
    "MessageColumns",
    "MessageRejected",
    "Reader",
    "Recognition",
    "RecordClass",
    "check",
    "compose",
    "compose_type",
    "evaluate",
    "recognise",
    "record_class",
    "record_classes",
    "write",
]
