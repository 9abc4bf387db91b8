"""What a file is by its first bytes: XML, a table, or something that Wijzer names but does not read."""

from __future__ import annotations

from typing import Literal

from wijzer.intake.refusals import Refused

HEAD = 4096
Looks = Literal["xml", "xlsx", "text"]
_MARKS: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0", "een oud Excel- of Wordbestand (.xls, .doc), of een Excelbestand met wachtwoord"),
    (b"%PDF", "een PDF"),
    (b"\x1f\x8b", "een gzipbestand"),
    (b"7z\xbc\xaf", "een 7zip-bestand"),
    (b"Rar!", "een RAR-bestand"),
    (b"PAR1", "een Parquetbestand"),
    (b"SQLite format 3", "een SQLite-database"),
    (b"\x89PNG", "een plaatje"),
    (b"\xff\xd8\xff", "een foto"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_XML_STARTS = (b"<", b"\xef\xbb\xbf<", b"\x00<", b"<\x00")


def looks_like(head: bytes, file_name: str) -> Looks:
    """Say by the first bytes how to read a file. Raises Refused when it is none of the three."""
    if head.startswith((b"<?xml ", b"\xef\xbb\xbf<?xml ")):
        return "xml"
    if not head.strip(b"\x00 \t\r\n"):
        raise Refused("leeg", "Het bestand is leeg.")
    for mark, what in _MARKS:
        if head.startswith(mark):
            raise Refused("onbekend_soort", f"Dit is {what}.")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if file_name.lower().endswith(".xml"):
            raise Refused("onbekend_soort", "Dit is een zipbestand met een naam die op .xml eindigt.")
        return "xlsx"
    start = head.lstrip(b" \t\r\n")
    if start.startswith(_XML_STARTS) or (head.startswith(_UTF16) and b"<" in head[2:4]):
        return "xml"
    if head.startswith(b"\x4c\x6f\xa7\x94") or (
        start.startswith(b"\xef\xbb\xbf") and start[3:].lstrip()[:1] == b"<"
    ):
        return "xml"
    if head.startswith(_UTF16):
        return "text"
    if b"\x00" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 100:
        raise Refused("onbekend_soort", "Het bestand bevat geen tekst maar een andere soort gegevens.")
    return "text"
