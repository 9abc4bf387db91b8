"""From what the user points at to single files: folders are walked, zips looked into, links not followed.

Nothing is read here but the directory of a zip. What must not be opened comes out as a source with a
refusal, so that it is set aside by name.
"""

from __future__ import annotations

import os
import stat
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from wijzer.intake.manifest import Refusal
from wijzer.intake.problems import system_reason
from wijzer.intake.refusals import Refused
from wijzer.intake.zips import checked_members, is_zip_name

_ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
_OFFICE_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Source:
    """One file to take in: a file on disk, or number ``member`` in the zip at ``path``."""

    path: str
    size: int
    member: int | None = None
    member_name: str = ""
    refusal: Refusal | None = None

    @property
    def name(self) -> str:
        """How the user knows the file."""
        return f"{self.path} > {self.member_name}" if self.member is not None else self.path

    @property
    def file_name(self) -> str:
        """The last part of the name."""
        return os.path.basename(self.member_name or self.path)


def expand(places: Iterable[Path]) -> Iterator[Source]:
    """Give every file in ``places``: files, folders (with all below), zips (with all inside)."""
    for place in places:
        path = str(place)
        try:
            found = os.stat(path)
        except OSError as error:
            yield _unreadable(path, error)
            continue
        if stat.S_ISDIR(found.st_mode):
            yield from _folder(path)
        else:
            yield from _file(path, found)


def _folder(path: str) -> Iterator[Source]:
    try:
        entries = sorted(os.scandir(path), key=lambda entry: entry.name)
    except OSError as error:
        yield _unreadable(path, error)
        return
    for entry in entries:
        try:
            if entry.name.endswith(".xml") and entry.is_file(follow_symlinks=False):
                yield Source(entry.path, entry.stat(follow_symlinks=False).st_size)
            elif entry.is_symlink():
                yield _refused(entry.path, 0, "geen_gewoon_bestand", "Dit is een snelkoppeling.")
            elif entry.is_dir(follow_symlinks=False):
                yield from _folder(entry.path)
            else:
                yield from _file(entry.path, entry.stat(follow_symlinks=False))
        except OSError as error:
            yield _unreadable(entry.path, error)


def _file(path: str, found: os.stat_result) -> Iterator[Source]:
    if not stat.S_ISREG(found.st_mode):
        yield _refused(
            path, 0, "geen_gewoon_bestand", "Dit is geen gewoon bestand maar een apparaat of kanaal."
        )
    elif path[-4:].lower() != ".xml" and _starts_as_zip(path):
        yield from _zip(path, found.st_size)
    else:
        yield Source(path, found.st_size)


def _starts_as_zip(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            return file.read(4) in _ZIP_MARKS
    except OSError:
        return False


def _zip(path: str, size: int) -> Iterator[Source]:
    try:
        with zipfile.ZipFile(path) as archive:
            members = list(checked_members(archive))
            numbers = {id(member): number for number, member in enumerate(archive.infolist())}
    except Refused as refused:
        yield Source(path, size, refusal=refused.refusal)
        return
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError):
        yield _refused(path, size, "zip_onleesbaar", "Het zipbestand is beschadigd of niet volledig.")
        return
    if any(member.filename == _OFFICE_PART for member in members):
        yield Source(path, size)
        return
    if not members:
        yield _refused(path, size, "leeg", "Het zipbestand is leeg.")
    for member in members:
        refusal = None
        if is_zip_name(member.filename):
            refusal = Refused("zip_in_zip", "Dit is een zipbestand in een zipbestand.").refusal
        yield Source(path, member.file_size, numbers[id(member)], member.filename, refusal)


def _unreadable(path: str, error: OSError) -> Source:
    reason = system_reason(error)
    return _refused(path, 0, "onleesbaar", f"Het bestand kan niet worden gelezen ({reason}).")


def _refused(path: str, size: int, code: str, reason: str) -> Source:
    return Source(path, size, refusal=Refused(code, reason).refusal)


class Opener:
    """Opens sources; keeps the last zip open, since its members come one after another."""

    def __init__(self) -> None:
        self._path = ""
        self._zip: zipfile.ZipFile | None = None

    def open(self, source: Source) -> BinaryIO:
        """Return a stream of the content. Raises Refused when it cannot be read."""
        try:
            if source.member is None:
                return open(source.path, "rb", buffering=0)
            if self._zip is None or self._path != source.path:
                self.close()
                self._zip = zipfile.ZipFile(source.path)
                self._path = source.path
            return self._zip.open(self._zip.infolist()[source.member])  # type: ignore[return-value]
        except (
            zipfile.BadZipFile,
            OSError,
            NotImplementedError,
            RuntimeError,
            EOFError,
            IndexError,
        ) as error:
            raise unreadable(error) from error

    def read(self, source: Source) -> bytes:
        """Return the content, at most one byte more than its size. Raises Refused when that fails."""
        if source.member is not None:
            with self.open(source) as stream:
                return stream.read(source.size + 1)
        try:
            descriptor = os.open(source.path, os.O_RDONLY)
            try:
                content = os.read(descriptor, source.size + 1)
                while len(content) < source.size and (more := os.read(descriptor, source.size)):
                    content += more
            finally:
                os.close(descriptor)
        except OSError as error:
            raise unreadable(error) from error
        return content

    def close(self) -> None:
        """Close the zip that is open."""
        if self._zip is not None:
            self._zip.close()
            self._zip = None


def unreadable(error: Exception) -> Refused:
    """Return the refusal of a source that fails while it is read."""
    if isinstance(error, OSError) and error.errno:
        return Refused("onleesbaar", f"Het bestand kan niet worden gelezen ({system_reason(error)}).")
    return Refused("zip_onleesbaar", "Dit deel van het zipbestand is beschadigd of niet volledig.")
