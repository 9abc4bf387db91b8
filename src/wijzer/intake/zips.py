"""Zip files, opened with care: nothing is unpacked on disk, and what is hostile is refused by name."""

from __future__ import annotations

import stat
import zipfile
from collections.abc import Iterator

from wijzer.intake.refusals import Refused
from wijzer.values import bsn

LARGEST_RATIO = 200
"""How many times smaller than its content a zip may be; XML of messages packs 10 to 50 times."""
RATIO_COUNTS_FROM = 100 << 20
"""Below this number of unpacked bytes the ratio does no harm."""
MOST_MEMBERS = 1_000_000
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL_HEAD = 30


def checked_members(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """Return the files in a zip after looking at all of them.

    Raises Refused, for the zip as a whole, when one has an absolute path or ``..`` in it, is a link, has a
    password or an unknown packing, when the parts overlap, or when it unpacks to implausibly much.
    """
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise Refused("zip_bom", f"Het zipbestand bevat meer dan {MOST_MEMBERS} bestanden.")
    for member in members:
        _check_name(member)
        if member.flag_bits & 0x1:
            raise Refused("zip_wachtwoord", f"{_shown(member)} is met een wachtwoord beveiligd.")
        if member.compress_type not in _METHODS:
            raise Refused(
                "zip_onleesbaar", f"{_shown(member)} is ingepakt op een manier die Wijzer niet leest."
            )
    _check_size(members)
    return (member for member in members if not member.is_dir())


def _check_name(member: zipfile.ZipInfo) -> None:
    name = member.orig_filename.replace("\\", "/")
    if name.startswith("/") or (len(name) > 1 and name[1] == ":") or "\x00" in name:
        raise Refused("zip_pad", f"{_shown(member)} heeft een absoluut pad.")
    if ".." in name.split("/"):
        raise Refused("zip_pad", f"{_shown(member)} wijst met .. buiten het zipbestand.")
    mode = member.external_attr >> 16
    if mode and stat.S_IFMT(mode) not in (0, stat.S_IFREG, stat.S_IFDIR):
        raise Refused("zip_pad", f"{_shown(member)} is een snelkoppeling of een ander bijzonder bestand.")


def _check_size(members: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members)
    if unpacked > RATIO_COUNTS_FROM and unpacked > LARGEST_RATIO * max(packed, 1):
        raise Refused(
            "zip_bom", f"Het zipbestand pakt uit tot {unpacked // max(packed, 1)} keer zijn grootte."
        )
    end = 0
    for member in sorted(members, key=lambda one: one.header_offset):
        if member.header_offset < end:
            raise Refused("zip_bom", "Delen van het zipbestand overlappen elkaar.")
        end = member.header_offset + _LOCAL_HEAD + len(member.filename) + member.compress_size


def is_zip_name(name: str) -> bool:
    """Say whether a name inside a zip is that of another zip."""
    return name.lower().endswith((".zip", ".7z", ".rar", ".gz", ".tar", ".tgz"))


def _shown(member: zipfile.ZipInfo) -> str:
    printable = "".join(letter if letter.isprintable() else "?" for letter in member.orig_filename)
    return f"'{bsn.mask(printable[:200])}'"
