"""Packs: files that hold many originals, each encrypted with AES-256-GCM in frames of 1 MiB.

Most messages are a few kilobytes and come by the thousand; a file of its own for each, safely on disk,
would cost more than reading them. A pack begins with a mark and a random salt, from which HKDF derives
its own key. An entry is a run of frames; each frame has a number that is used once in the pack (the
nonce), and is bound to its entry, its place in it, and whether it is the last. A pack cut short, with
frames swapped or changed, fails loudly. Reading and writing need a few MiB whatever the size.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from wijzer.intake.problems import StoreProblem, system_reason
from wijzer.intake.store import open_private

FRAME = 1 << 20
_MARK = b"WIJZPAK1"
_SALT = 32
_TAG = 16
_HEAD = struct.Struct(">IQB")
_BOUND = struct.Struct(">QQB")


@dataclass(frozen=True, slots=True)
class Entry:
    """Where an original lies in its pack, in bytes."""

    offset: int
    length: int


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    return AESGCM(HKDF(SHA256(), 32, salt=salt, info=b"wijzer 1 pak").derive(key))


def _nonce(number: int) -> bytes:
    return number.to_bytes(12, "big")


class PackWriter:
    """Writes a new pack at ``path``; nothing is certain before ``close``."""

    def __init__(self, path: Path, key: bytes) -> None:
        salt = os.urandom(_SALT)
        self.path = path
        self._cipher = _cipher(key, salt)
        self._file = os.fdopen(open_private(path), "wb", buffering=1 << 20)
        self._file.write(_MARK + salt)
        self._offset = len(_MARK) + _SALT
        self._number = 0

    def add(self, content: bytes) -> Entry:
        """Append one original that is in memory."""
        if len(content) <= FRAME:
            return self.add_stream((content,))
        return self.add_stream(content[start : start + FRAME] for start in range(0, len(content), FRAME))

    def add_stream(self, pieces: Iterable[bytes]) -> Entry:
        """Append one original, given in pieces of exactly a frame, but for the last."""
        begin, entry = self._offset, self._number
        pending = b""
        place = 0
        for piece in pieces:
            if place or pending:
                self._frame(entry, place, pending, last=False)
                place += 1
            pending = piece
        self._frame(entry, place, pending, last=True)
        return Entry(begin, self._offset - begin)

    def _frame(self, entry: int, place: int, content: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number), content, _BOUND.pack(entry, place, last))
        self._file.write(_HEAD.pack(len(sealed), self._number, last))
        self._file.write(sealed)
        self._offset += _HEAD.size + len(sealed)
        self._number += 1

    def close(self) -> None:
        """Write everything out and make it last through a power cut."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def discard(self) -> None:
        """Give up: close and remove the file."""
        try:
            self._file.close()
        finally:
            self.path.unlink(missing_ok=True)


class PackReader:
    """Reads originals back from the pack at ``path``."""

    def __init__(self, path: Path, key: bytes) -> None:
        self.path = path
        try:
            self._file = path.open("rb")
        except OSError as error:
            raise StoreProblem(_broken(path, system_reason(error))) from error
        mark = self._file.read(len(_MARK))
        salt = self._file.read(_SALT)
        if mark != _MARK or len(salt) != _SALT:
            self._file.close()
            raise StoreProblem(_broken(path, "het begin is beschadigd"))
        self._cipher = _cipher(key, salt)

    def __enter__(self) -> PackReader:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def open(self, offset: int) -> BinaryIO:
        """Return a stream of the original at ``offset``. One stream at a time."""
        self._file.seek(offset)
        return io.BufferedReader(_EntryStream(self.path, self._file, self._cipher), FRAME)

    def read(self, offset: int) -> bytes:
        """Return the whole original at ``offset``."""
        self._file.seek(offset)
        return _EntryStream(self.path, self._file, self._cipher).readall()


class _EntryStream(io.RawIOBase):
    """The plain bytes of one entry; all frames but the last are full, so any place can be found."""

    def __init__(self, path: Path, file: BinaryIO, cipher: AESGCM) -> None:
        self._path = path
        self._file = file
        self._cipher = cipher
        self._start = file.tell()
        self._entry = -1
        self._place = 0
        self._rest = memoryview(b"")
        self._position = 0
        self._last: int | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence == io.SEEK_CUR:
            offset += self._position
        elif whence == io.SEEK_END:
            while self._next_frame():
                pass
            self._position += len(self._rest)
            offset += self._position
        self._place, self._rest = offset // FRAME, memoryview(b"")
        self._file.seek(self._start + self._place * (_HEAD.size + FRAME + _TAG))
        self._position = self._place * FRAME
        if offset > self._position and self._next_frame():
            self._position = offset
            self._rest = self._rest[offset % FRAME :]
        return self._position

    def _next_frame(self) -> bool:
        """Read the next frame; False when the last one was read."""
        if self._last is not None and self._place > self._last:
            return False
        self._position += len(self._rest)
        head = self._file.read(_HEAD.size)
        if len(head) != _HEAD.size:
            raise StoreProblem(_broken(self._path, "het eind ontbreekt"))
        length, number, last = _HEAD.unpack(head)
        if self._entry < 0:
            self._entry = number - self._place
        sealed = self._file.read(length) if length <= FRAME + _TAG else b""
        bound = _BOUND.pack(self._entry, self._place, last)
        try:
            self._rest = memoryview(self._cipher.decrypt(_nonce(number), sealed, bound))
        except (InvalidTag, ValueError) as error:
            raise StoreProblem(_broken(self._path, "de inhoud is veranderd")) from error
        if last:
            self._last = self._place
        self._place += 1
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        while not self._rest and self._next_frame():
            pass
        taken = min(len(buffer), len(self._rest))
        buffer[:taken] = self._rest[:taken]
        self._rest = self._rest[taken:]
        self._position += taken
        return taken

    def readall(self) -> bytes:
        pieces = [bytes(self._rest)]
        self._position += len(self._rest)
        self._rest = memoryview(b"")
        while self._next_frame():
            pieces.append(bytes(self._rest))
        return b"".join(pieces)


def frames(stream: BinaryIO) -> Iterator[bytes]:
    """Give the content of a stream in whole frames, but for the last."""
    held = b""
    while piece := stream.read(FRAME - len(held)):
        held += piece
        if len(held) == FRAME:
            yield held
            held = b""
    if held:
        yield held


def _broken(path: Path, what: str) -> str:
    return (
        f"Het archiefbestand {path} kan niet worden gelezen: {what}. Zet het terug uit een reservekopie; "
        "zonder dit bestand kunnen de feiten niet opnieuw worden opgebouwd."
    )
