"""What one batch leaves behind: the files it dealt with and the record files it wrote.

A manifest is a proposal. It counts from the moment that the journal has committed it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Status = Literal["taken_in", "already_known", "set_aside"]


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding on a file that was taken in: counted, without values."""

    code: str
    severity: str
    path: str
    line: int
    count: int


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was set aside: a stable code and Dutch sentences without personal values."""

    code: str
    reason: str
    details: tuple[str, ...] = ()
    todo: str = ""


@dataclass(slots=True)
class FileEntry:
    """One file in a batch. ``name`` is as the user gave it: encrypted in the journal, masked in print.

    ``what`` names the message type or the delivery; ``day`` (ISO) is the date from which its retention
    term runs; ``pack``, ``offset`` and ``length`` say where the original lies.
    """

    name: str
    size: int
    digest: bytes | None
    status: Status
    kind: Literal["bericht", "tabel", "onbekend"] = "onbekend"
    what: str = ""
    gemeenten: tuple[str, ...] = ()
    day: str | None = None
    rows: int = 0
    pack: str | None = None
    offset: int = 0
    length: int = 0
    refusal: Refusal | None = None
    report: str | None = None
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordFile:
    """One Parquet file of a batch; ``path`` is relative to the folder of records."""

    record: str
    path: str
    rows: int


@dataclass(slots=True)
class Manifest:
    """All that one batch proposes to the journal."""

    batch: str
    files: list[FileEntry] = field(default_factory=list)
    record_files: list[RecordFile] = field(default_factory=list)
