"""Where the messages of one gemeente are kept: one zip a quarter, as an archive of a suite exports them.

A town has tens of thousands of messages of some three kilobytes; as loose files they cost half of the time of
making it. Nothing is packed smaller, and the dates in the zip are those of the messages: so the bytes are the
same on every machine.
"""

from __future__ import annotations

import zipfile
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType

from wijzer.example.town.exchange import Sent, quarter_of
from wijzer.example.town.meanings import AGAIN
from wijzer.example.town.settings import Settings

_DOUBLE = 1_500
"""Per million messages: sent twice, in the same bytes or in others."""
_UNIX, _READABLE = 3, 0o644 << 16


class Outbox:
    """Keeps messages below a folder, in a zip per gemeente and quarter, and doubles of some of them.

    To be used as a context: the zips are complete when it ends. ``messages`` counts what is new for whoever
    takes it in, ``copies`` what is the same bytes once more; ``doubled`` are the names of what lies twice.
    """

    def __init__(self, folder: Path, settings: Settings) -> None:
        self.messages = 0
        self.copies = 0
        self.doubled: set[str] = set()
        self._folder = folder
        self._settings = settings
        self._zips: dict[tuple[str, str], zipfile.ZipFile] = {}
        self._open = ExitStack()

    def __enter__(self) -> Outbox:
        """Begin; zips are opened when their first message comes."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close every zip."""
        self._open.close()

    def keep(self, sent: Sent, content: bytes) -> None:
        """Keep one message, and sometimes once more: as the same bytes, or laid out in another way."""
        self._add(sent, sent.file_name, content)
        self.messages += 1
        draw = ("dubbel", sent.gemeente, sent.file_name)
        often = self._settings.goes_wrong(_DOUBLE) if self._settings.trouble else 0
        if self._settings.chance.happens(often, *draw):
            same = self._settings.chance.below(2, *draw, "gelijk") == 0
            self._add(sent, f"{AGAIN}{sent.file_name}", content if same else content.replace(b"><", b">\n<"))
            self.doubled.add(sent.file_name)
            self.copies += same
            self.messages += not same

    def _add(self, sent: Sent, name: str, content: bytes) -> None:
        day = sent.day
        member = zipfile.ZipInfo(name, (day.year, day.month, day.day, 9, 0, 0))
        member.create_system, member.external_attr = _UNIX, _READABLE
        self._zip(sent.gemeente, quarter_of(day)).writestr(member, content)

    def _zip(self, gemeente: str, quarter: str) -> zipfile.ZipFile:
        found = self._zips.get((gemeente, quarter))
        if found is None:
            path = self._folder / gemeente / f"{quarter}.zip"
            path.parent.mkdir(parents=True, exist_ok=True)
            found = self._open.enter_context(zipfile.ZipFile(path, "w", zipfile.ZIP_STORED))
            self._zips[gemeente, quarter] = found
        return found
